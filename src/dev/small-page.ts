import { escapeAttribute } from '../markdown/escape.ts';

/** A page of the preview's own, for where the site has none. */
export function smallPage(title: string, html: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
<style>body { max-width: 36em; margin: 4em auto; padding: 0 1em; font: 1.1em/1.5 system-ui, sans-serif; color-scheme: light dark }</style>
</head>
<body>
<h1>${escapeAttribute(title)}</h1>
<p>${html}</p>
</body>
</html>
`;
}

export const brokenPage = smallPage(
  'This page cannot be built yet',
  'It appears here as soon as what is wrong is mended.',
);

export const bugPage = smallPage(
  'Meetpress met a bug of its own',
  'The terminal shows it. Please report it with that text; the preview goes on.',
);

/** Where the site doesn't stand at its host's root. @param base percent-encoded */
export const outsidePage = (base: string): string =>
  smallPage(
    'There is nothing here',
    `This site stands below <a href="${escapeAttribute(base)}">${escapeAttribute(base)}</a>.`,
  );
