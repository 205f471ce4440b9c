import type { Code } from '../catalogue.ts';
import { type Explanation, text } from './explanation.ts';

export const addresses = {
  'bad-permalink': {
    why: 'A permalink becomes the path of a file. One that goes up, leads elsewhere or holds signs that a server or another system understands differently could be written anywhere, or be reached by nobody.',
    help: 'Write it as a path from the site’s root, such as `/2026/october/`.',
    bad: {
      'content/about.md': text`
        ---
        title: About us
        permalink: ../about/
        ---
      `,
    },
    mended: {
      'content/about.md': text`
        ---
        title: About us
        permalink: /who-we-are/
        ---
      `,
    },
  },
  'url-collision': {
    why: 'At one address there can be one page, and the other would be lost. Addresses that differ in capitals only are one on many machines.',
    help: 'Rename one of the files, or give one a `permalink`.',
    bad: { 'content/about.md': 'We are a group of friends.\n', 'content/about/index.md': 'We love tea.\n' },
    mended: { 'content/about.md': 'We are a group of friends.\n', 'content/about/tea.md': 'We love tea.\n' },
  },
} as const satisfies Partial<Record<Code, Explanation>>;
