import type { Code } from '../catalogue.ts';
import type { Explanation } from './explanation.ts';

export const writing = {
  'unsafe-output': {
    why: 'To another system the name is a path, which could lead anywhere: a backslash separates folders on Windows.',
    help: 'Rename the file.',
    bad: { 'content/plans\\room.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n' },
    mended: { 'content/plans/room.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n' },
  },
  'foreign-file': {
    why: 'In the output folder stands a file that no build has made, and that this one would overwrite. It may be all that somebody has of it.',
    help: 'Move it away or delete it, or choose another folder with `--out`.',
    bad: { 'dist/index.html': 'A page by hand.\n' },
    mended: { 'dist/by-hand.html': 'A page by hand.\n' },
  },
  'write-failed': {
    why: 'The machine refused to write. What was published before is whole, or is completed by the next build.',
    help: 'Make room, change the permissions, or choose another folder with `--out`.',
    situation:
      'The disk is full, the output folder belongs to somebody else or cannot be written to, or a file stands where a folder is needed.',
    test: 'tests/whole/disk.test.ts',
  },
} as const satisfies Partial<Record<Code, Explanation>>;
