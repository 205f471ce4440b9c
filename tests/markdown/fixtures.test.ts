import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { excerptHtml } from '../../src/markdown/excerpt.ts';
import { createMarkdown, type MarkdownOptions } from '../../src/markdown/markdown.ts';
import { fillBody } from '../../src/render/bodies.ts';
import { createResolve } from '../../src/render/links.ts';
import { brief, parsed } from '../support.ts';

/**
 * A fixture is a title, a file of the site, and the HTML that its body becomes, then what is said about it; a line with
 * a point stands between them. A carriage return is written `␍`, a tab `␉`, a byte order mark `␂`; nothing is behind `␄`.
 */
const fixture = /^(\S[^\n]*)\n\.\n(.*?)^\.\n(.*?)^\.$/gms;
const folder = new URL('fixtures/', import.meta.url);
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

const options: Readonly<Record<string, MarkdownOptions>> = { 'untrusted.txt': { untrusted: true } };

const resolve = createResolve({
  basePath: '/club/',
  urls: new Set(['/', '/about/', '/posts/tea/', '/assets/cup.png', '/assets/cake.png', '/posts/jug.png']),
  byFile: new Map([
    ['content/about.md', '/about/'],
    ['content/posts/tea.md', '/posts/tea/'],
    ['content/events/brew.md', '/events/brew/'],
  ]),
  ids: (url) => (url === '/about/' ? new Set(['team']) : undefined),
  pictureAt: () => ({ show: () => ({ ...{ width: 40, height: 30 }, also: [] }) }),
});

function show(name: string, text: string): string {
  const { value: entry, diagnostics: found } = parsed('posts/tea.md', text);
  const rendered = createMarkdown(options[name])(entry.body.text);
  const shown = name === 'excerpt.txt' ? excerptHtml(rendered) : rendered.html;
  const { html, diagnostics } = fillBody(rendered, shown, { entry, ...entry.body }, resolve);
  const said = brief(text.replace(/^\ufeff/, ''), [...found, ...diagnostics]);
  return html + said.map((each) => `! ${each}\n`).join('');
}

const signs = (text: string): string =>
  text.replaceAll('␍', '\r').replaceAll('␉', '\t').replaceAll('␂', '\ufeff').replace(/␄.*/s, '');

/** Without the lines of a drawing and what tells ids of two bodies apart; attributes and classes in one order. */
function tidy(html: string): string {
  return html
    .replace(/(<svg[^>]*>).*?<\/svg>/g, '$1</svg>')
    .replace(/ (?:viewBox|width|height)="[\d. em]*"(?=[^<>]* aria-hidden="true")/g, '')
    .replace(/(?<=\b(?:fn|fnref|tabs)-)[\da-f]{6}(?=-)/g, 'x')
    .replace(/(?<=<[a-z]\w*)(?: [\w:-]+(?:="[^"<>]*")?)+(?=>)/g, (attributes) =>
      attributes
        .replace(/(?<= class=")[^"]*/, (classes) => classes.split(' ').sort().join(' '))
        .match(/ [\w:-]+(?:="[^"]*")?/g)!
        .sort()
        .join(''),
    );
}

describe.each(files)('$name', ({ name, text }) => {
  const fixtures = [...text.matchAll(fixture)].map(([, title, input, html]) => ({ title, input, html }));
  test.each(fixtures)('$title', ({ input, html }) => expect(tidy(show(name, signs(input!)))).toBe(tidy(html!)));
  test('nothing else', () => expect(text.replaceAll(fixture, '').trim()).toBe(''));
});
