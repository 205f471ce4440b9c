import type { Code } from '../catalogue.ts';
import { type Explanation, text } from './explanation.ts';

export const files = {
  'no-content': {
    why: 'Everything that a site shows lies below `content/`. Without that folder there is nothing to build, and most likely the command was called in another folder than the site’s.',
    help: 'Put your Markdown files into `content/`, or name the site’s folder with `--root`.',
    bad: { 'content/index.md': null, 'docs/index.md': 'We meet to talk about tea.\n' },
    mended: { 'content/index.md': 'We meet to talk about tea.\n' },
  },
  'not-utf8': {
    why: 'The file was saved in an older encoding, such as Latin-1. Read as UTF-8, its accents would become other signs, so it is not read at all.',
    help: 'Save the file with the encoding UTF-8. Every editor can; many call it “Save with encoding”.',
    bad: { 'content/cafe.md': Buffer.from('We meet in a café.\n', 'latin1') },
    mended: { 'content/cafe.md': 'We meet in a café.\n' },
  },
  'unreadable-file': {
    why: 'A page would be missing without anybody noticing. A link that leads out of the site’s folder is never followed, as a stranger could publish any file of your machine with it.',
    help: 'Give yourself the permission to read it, rename the folder, or put the file itself where the link is.',
    situation:
      'A file’s permissions keep you from reading it; a folder has the name `site.yaml`; or a symbolic link in `content/` leads to nothing, or out of the site’s folder.',
    test: 'tests/whole/disk.test.ts',
  },
  'too-much': {
    why: 'A site has limits far above what people write, so that nobody’s change can make a build take any time and memory. Mostly an alias in YAML repeats itself, or links lead to each other.',
    help: 'Write out what you need, split what is long, and look for copies and for links in circles.',
    bad: {
      'content/about.md': text`
        ---
        title: About us
        extra:
          a: &a [tea, tea, tea, tea, tea, tea, tea, tea, tea, tea]
          b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
          c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
          d: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        ---
      `,
    },
    mended: {
      'content/about.md': text`
        ---
        title: About us
        extra:
          a: [tea, tea, tea]
        ---
      `,
    },
  },
  'untrusted-file': {
    why: 'A site that is built with `--untrusted` holds what strangers sent. Scripts, pages, styles and templates among it could run code in a visitor’s browser or in the build, and are left out.',
    help: 'Look at the file, and build without `--untrusted` what you trust.',
    bad: { 'assets/hello.js': 'alert(1)\n' },
    mended: { 'assets/hello.txt': 'Hello!\n' },
    flags: { untrusted: true },
  },
} as const satisfies Partial<Record<Code, Explanation>>;
