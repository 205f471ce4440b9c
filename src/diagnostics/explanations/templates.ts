import type { Code } from '../catalogue.ts';
import type { Explanation } from './explanation.ts';

export const templates = {
  'template-error': {
    why: 'A template of the site’s own has a mistake, and no page that uses it can be made. [Theming](theming.md) says what a template is given.',
    help: 'Correct the template at the line that is shown. Where the engine does not say which line it is, the message says so.',
    bad: {
      'content/about.md': 'We are a group of friends.\n',
      'templates/page.njk': '<h1>{{ page.title | upperr }}</h1>\n',
    },
    mended: {
      'content/about.md': 'We are a group of friends.\n',
      'templates/page.njk': '<h1>{{ page.title | upper }}</h1>\n',
    },
  },
} as const satisfies Partial<Record<Code, Explanation>>;
