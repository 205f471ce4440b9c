import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
/** The HTML with the drawings taken out of the icons. */
const outline = (text: string): string =>
  render(text)
    .html.trim()
    .replace(/(<svg[^>]*>(?:<title>.*?<\/title>)?)(?:(?!<\/svg>).)*/g, '$1…');
const icon = (attributes: string, inside = '') => `<svg class="icon${attributes}>${inside}…</svg>`;
const square = (side: number, size: string) => `" viewBox="0 0 ${side} ${side}" width="${size}" height="${size}"`;
const hidden = ' aria-hidden="true"';
const home = icon(square(24, '1.25em') + hidden);

describe('names of MkDocs Material, and those of older versions', () => {
  test.each([
    [640, 'fontawesome-brands-', 'discord meetup x-twitter twitter bluesky mastodon github linkedin slack youtube'],
    [640, 'fontawesome-brands-', 'facebook-square square-facebook telegram-plane medium-m'],
    [640, 'fontawesome-solid-', 'person-chalkboard ticket ticket-alt home sticky-note map-marker-alt calendar-days'],
    [640, 'fontawesome-regular-', 'calendar face-smile envelope'],
    [24, 'material-', 'account-group home calendar-clock 123 language-python'],
    [16, 'octicons-', 'tag-16 mark-github-16 heart-fill-16'],
    [24, 'octicons-', 'arrow-right-24 heart-fill-24'],
    [24, 'simple-', 'python mastodon slack linkedin twitter'],
  ])('on a canvas of %i: %s %s', (canvas, prefix, names) => {
    for (const name of names.split(' ')) {
      const { html, remarks } = render(`:${prefix}${name}:`);
      expect(html).toMatch(
        new RegExp(
          `^<p><svg class="icon" viewBox="0 0 ${canvas} ${canvas}" width="1(?:\\.25)?em" height="1(?:\\.25)?em" ` +
            'aria-hidden="true">.*<path [^>]*fill="currentColor".*</svg></p>$',
          'm',
        ),
      );
      expect(remarks).toEqual([]);
    }
  });
});

test('Font Awesome is credited in each of its icons, as its licence asks', () => {
  expect(render(':fontawesome-solid-ticket:').html).toMatch(
    /<svg[^>]*><!-- Font Awesome Free .* CC BY 4\.0, .* --><path/,
  );
  expect(render(':material-home:').html).not.toContain('<!--');
});

test.each([
  ['beside words', 'Go :material-home: now', `<p>Go ${home} now</p>`],
  ['next to each other', ':material-home::material-home:', `<p>${home}${home}</p>`],
  ['at the end of a word', 'home:material-home:', `<p>home${home}</p>`],
  ['in emphasis', '**:material-home:**', `<p><strong>${home}</strong></p>`],
  ['in a link', '[Home :material-home:](#)', `<p><a href="#">Home ${home}</a></p>`],
  ['in a picture', '![A :material-home: b](x.png)', null],
])('%s', (_, text, html) => {
  if (html) expect(outline(text)).toBe(html.replace('href="#"', 'href="\u00010\u0002"'));
  else expect(outline(text)).toMatch(/ alt="A {1,2}b"/);
});

describe('an attribute list', () => {
  test.each([
    [':material-home:{ .big #h }', icon(` big${square(24, '1.25em')}${hidden} id="h"`)],
    [':material-home:{: style="color: red" }', icon(`${square(24, '1.25em')}${hidden} style="color: red"`)],
    [':material-home:{ width="2em" height="2em" }', icon(square(24, '2em') + hidden)],
    [
      ':material-home:{ title="Home & <away>" }',
      icon(`${square(24, '1.25em')} role="img"`, '<title>Home &amp; &lt;away&gt;</title>'),
    ],
    [
      ':material-home:{ aria-label="Home" role="img" .a }',
      icon(` a${square(24, '1.25em')} role="img"`, '<title>Home</title>'),
    ],
  ])('%s', (text, html) => {
    expect(outline(text)).toBe(`<p>${html}</p>`);
  });
});

describe('what holds nothing but icons gets words that only screen readers meet', () => {
  const words = (text: string) =>
    [...outline(text).matchAll(/<span class="visually-hidden">(.*?)<\/span>/g)].map(([, said]) => said);
  test.each([
    ['[:fontawesome-solid-person-chalkboard:](x)', 'Person chalkboard'],
    ['[:octicons-mark-github-16:](x)', 'Mark github'],
    ['[ **:material-home:** <br> ](x)', 'Home'],
    ['[:material-home: :simple-rust:](x)', 'Home, Rust'],
    ['[:material-home:](x "Ours & yours")', 'Ours &amp; yours'],
    ['[:material-home: ![](x.png)](x)', 'Home'],
    ['<a href="x">:material-home:</a>', 'Home'],
    ['<button type="button">:material-home:</button>', 'Home'],
    ['## :material-home:', 'Home'],
    ['words [:material-home:](x) and :material-tag:', 'Home'],
    ['## [:material-home:](x)', 'Home'],
    ['[a](x) [:material-home:](x) b', 'Home'],
    ['<a>:material-home:', 'Home'],
  ])('%s', (text, said) => {
    expect(words(text)).toEqual([said]);
  });

  test.each([
    ':material-home:',
    '[:material-home: Home](x)',
    '[`x` :material-home:](x)',
    '[:material-home:](x){ aria-label="Home" }',
    '<a href="x" aria-label="Home">:material-home:</a>',
    '[:material-home:{ title="Home" }](x)',
    '[:material-home: ![A home](x.png)](x)',
    '[:material-home: <img src="x.png" alt="A home">](x)',
    '## Home :material-home:',
    '## :material-home: [Home](x)',
    '</a> :material-home:',
  ])('not %s', (text) => {
    expect(outline(text)).toContain('<svg');
    expect(words(text)).toEqual([]);
  });

  test('so that the HTML is valid', () => {
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });
    const body = [
      '[:fontawesome-brands-discord:](https://x.example)',
      '## :material-home:',
      '## :material-home: Home',
      ':material-check:{ title="Yes" .big }',
      '<button type="button">:octicons-tag-16:</button>',
    ].join('\n\n');
    expect(validator.validateStringSync(render(body).html).results.flatMap(({ messages }) => messages)).toEqual([]);
  });
});

describe('an unknown name is a remark, and stays', () => {
  test.each([
    [':fontawesome-brands-discrod:', 'did you mean `:fontawesome-brands-discord:`?'],
    [':fontawesome-solid-discord:', 'did you mean `:fontawesome-brands-discord:`?'],
    [
      ':fontawesome-light-face-smile:',
      'did you mean `:fontawesome-regular-face-smile:` or `:fontawesome-solid-face-smile:`?',
    ],
    [':fontawesome-discord:', 'did you mean `:fontawesome-brands-discord:`?'],
    [':Material-Home:', 'did you mean `:material-home:`?'],
    [':material-acount-group:', 'did you mean `:material-account-group:`?'],
    [
      ':octicons-arrow-both-48:',
      'did you mean `:octicons-arrow-both:`, `:octicons-arrow-both-16:` or `:octicons-arrow-both-24:`?',
    ],
    [':simple-pyton:', 'did you mean `:simple-python:`?'],
    [
      ':material-nothing-like-this-at-all:',
      'find its name at https://squidfunk.github.io/mkdocs-material/reference/icons-emojis/',
    ],
    [':material-constructor:', expect.anything()],
  ])('%s', (text, help) => {
    const { html, remarks } = render(`See ${text} and *more*`);
    expect(html.trim()).toBe(`<p>See ${text} and <em>more</em></p>`);
    expect(remarks).toEqual([{ code: 'unknown-icon', message: `there is no icon \`${text}\``, help, near: text }]);
  });

  test('once for each name', () => {
    expect(render(':simple-zzzzzzzz: :simple-zzzzzzzz: :simple-yyyyyyyy:').remarks).toHaveLength(2);
  });
});

test.each([
  '`:material-home:`',
  '\\:material-home:',
  ':material-home\\:',
  ':material-home',
  'material-home:',
  '<b title=":material-home:">x</b>',
  'https://x.example/:material-home:',
  'www.x.example/:material-home:',
  '[a](https://x.example/:material-home: ":material-home:")',
  '<!-- :material-home: -->',
  ':other-home: :material: :materialhome:',
])('nothing happens in %s', (text) => {
  const { html, remarks } = render(text);
  expect(html).not.toContain('<svg');
  expect(html).toContain('material');
  expect(remarks).toEqual([]);
});

test('headings and excerpts are without icons', () => {
  const of = (text: string) => render(text).headings[0];
  expect(of('# :material-home: Home')).toMatchObject({ id: 'home', text: 'Home' });
  expect(of('# Home :material-home:')).toMatchObject({ id: 'home', text: 'Home' });
  expect(of('# At :material-home: :material-tag: home')).toMatchObject({ id: 'at-home', text: 'At home' });
  expect(of('# At(:material-home:)')).toMatchObject({ id: 'at', text: 'At()' });
  expect(of('# Tags :material-tag: {.wide}')).toMatchObject({ id: 'tags', text: 'Tags' });
  expect(of('# :material-home:')).toMatchObject({ id: 'section', text: '' });
  expect(render(':material-home:\n\nCome :material-home: in').excerptText).toBe('Come in');
});

test.each([':material-', ':octicons-tag-16', ':material-zzz:', '[:octicons-tag-16:', '<a>:octicons-tag-16:'])(
  'many times "%s" is soon done',
  (piece) => {
    expectLinear((times) => render(piece.repeat(times)), piece.startsWith(':') ? 100_000 : 10_000);
  },
);
