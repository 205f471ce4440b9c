import type { Host } from '../publishing/publishing.ts';

/**
 * What a new site's folder has besides its content: texts by path.
 * @param dependency Meetpress as npm is to install it: `^1.2.0`, or `file:meetpress.tgz`
 */
export const projectFiles = (dependency: string, host: Host): ReadonlyMap<string, string> =>
  new Map([
    ['package.json', `${JSON.stringify(manifest(dependency), undefined, 2)}\n`],
    ['.gitignore', 'node_modules/\ndist/\n.meetpress/\n'],
    ['README.md', readme(publishing[host])],
  ]);

/** It needs no name, as it is never published as a package. */
const manifest = (meetpress: string) => ({
  private: true,
  scripts: { dev: 'meetpress dev', build: 'meetpress build', check: 'meetpress check', new: 'meetpress new' },
  dependencies: { meetpress },
});

/** How a change gets to readers. */
const publishing: Readonly<Record<Host, string>> = {
  'github-pages':
    'Each change on `main` is published by GitHub (in the settings, under Pages, the source is “GitHub Actions”).',
  netlify: 'Netlify publishes each change on `main`, and `netlify.toml` tells it how.',
  cloudflare: 'Cloudflare Pages publishes each change on `main`: it runs `npm run build` and takes `dist`.',
  none: '`npm run build` writes the site to `dist/`, for any web server.',
};

const readme = (published: string): string => `# The website of our meetup

Made with Meetpress. With [Node](https://nodejs.org) 20.19 or newer, \`npm install\` brings it.

- \`npm run dev\` shows the site while you write.
- \`npm run new -- event\` makes a file for an event; \`talk\`, \`person\`, \`venue\` and \`post\` work alike.
- \`npm run check\` finds mistakes before others do.
- ${published}

The pages are in \`content/\`, one Markdown file each; the name, the colour and the dates of the evenings in \`site.yaml\`.
How it all works is written in \`node_modules/meetpress/docs/\`.
`;
