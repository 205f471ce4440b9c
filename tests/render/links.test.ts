import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/pictures/pictures.ts';
import { createResolve, type Destinations } from '../../src/render/links.ts';
import { anyText } from '../diagnostics/arbitrary.ts';
import { entryOf } from '../support.ts';

const files = {
  'index.md': '/',
  'about.md': '/about/',
  'köln.md': '/k%C3%B6ln/',
  'events.md': '/events/',
  'events/tea/index.md': '/events/tea/',
  'events/moved.md': '/elsewhere/',
  'posts/2026/x.md': '/posts/2026/x/',
};
const others = '/events/tea/pot.jpg /events/tea/my%20pot.jpg /assets/images/logo.svg /feed.xml /tags/c-sharp/ /v1.0/';
const destinations: Destinations = {
  basePath: '/meet/',
  urls: new Set([...Object.values(files), ...others.split(' ')]),
  byFile: new Map(Object.entries(files).map(([path, url]) => [`content/${path}`, url])),
  ids: (url) => (url === '/about/' ? new Set(['who-we-are', 'über-uns']) : undefined),
  pictureAt: () => undefined,
};
const resolve = createResolve(destinations);
const from = (path: string, fields = '') => entryOf(path, `---\n${fields}\n---\n`);
const tea = from('events/tea/index.md');
const post = from('posts/2026/x.md');
const about = from('about.md');

describe('a target is looked for beside its file, beside its page, and at the root', () => {
  test.each([
    ['../../about.md', tea, '/meet/about/'],
    ['pot.jpg', tea, '/meet/events/tea/pot.jpg'],
    ['./pot.jpg', tea, '/meet/events/tea/pot.jpg'],
    ['../tea/index.md', tea, '/meet/events/tea/'],
    ['..', tea, '/meet/events/'],
    ['tea', from('events/moved.md'), '/meet/events/tea/'],
    // Beside the page, as links that were tried in a browser are.
    ['../x/', post, '/meet/posts/2026/x/'],
    ['../../../about/', post, '/meet/about/'],
    ['about.md', post, '/meet/about/'],
    ['assets/images/logo.svg', post, '/meet/assets/images/logo.svg'],
    ['../../assets/images/logo.svg', post, '/meet/assets/images/logo.svg'],
    ['/assets/images/logo.svg', post, '/meet/assets/images/logo.svg'],
    ['../../../../../about.md', post, '/meet/about/'],
    ['/', post, '/meet/'],
    ['index.md', about, '/meet/'],
    ['events/moved.md', about, '/meet/elsewhere/'],
    ['tags/c-sharp', about, '/meet/tags/c-sharp/'],
    ['v1.0', about, '/meet/v1.0/'],
    ['feed.xml', tea, '/meet/feed.xml'],
  ])('%s from %o', (written, entry, href) => expect(resolve(written, 'link', entry)).toEqual({ href }));

  test('without a file it is at the root', () => {
    expect(resolve('about.md', 'link')).toEqual({ href: '/meet/about/' });
    expect(resolve('pot.jpg', 'image').problem?.code).toBe('broken-image');
  });
});

describe('one address has many spellings', () => {
  test.each([
    ['about', '/meet/about/'],
    ['about/', '/meet/about/'],
    ['about.md', '/meet/about/'],
    ['about.html', '/meet/about/'],
    ['about/index.html', '/meet/about/'],
    ['/index.html', '/meet/'],
    ['events/tea/index.md', '/meet/events/tea/'],
    ['events/tea', '/meet/events/tea/'],
    ['köln.md', '/meet/k%C3%B6ln/'],
    ['ko\u0308ln.md', '/meet/k%C3%B6ln/'],
    ['k%C3%B6ln/', '/meet/k%C3%B6ln/'],
    ['events/tea/my pot.jpg', '/meet/events/tea/my%20pot.jpg'],
    ['events/tea/my%20pot.jpg', '/meet/events/tea/my%20pot.jpg'],
  ])('%s', (written, href) => expect(resolve(written, 'link', about)).toEqual({ href }));
});

describe('query and fragment', () => {
  test.each([
    ['about.md?x=1', '/meet/about/?x=1'],
    ['about.md#who-we-are', '/meet/about/#who-we-are'],
    ['about.md?x#who-we-are', '/meet/about/?x#who-we-are'],
    ['/about/#%C3%BCber-uns', '/meet/about/#%C3%BCber-uns'],
    ['about.md#', '/meet/about/#'],
    ['about.md#top', '/meet/about/#top'],
    ['feed.xml#anything', '/meet/feed.xml#anything'],
    ['#who-we-are', '#who-we-are'],
    ['#', '#'],
    ['?x', '?x'],
  ])('%s stays', (written, href) => expect(resolve(written, 'link', about)).toEqual({ href }));

  test.each([
    ['about.md#who-we-aer', '/meet/about/#who-we-aer', 'did you mean `#who-we-are`?'],
    ['#who-we-aer', '#who-we-aer', 'did you mean `#who-we-are`?'],
    ['about.md#team', '/meet/about/#team', expect.stringMatching(/^check the words/)],
  ])('%s leads to no heading', (written, href, help) => {
    expect(resolve(written, 'link', about)).toEqual({
      href,
      problem: { code: 'broken-anchor', message: `\`${written}\` leads to a heading that is not there`, help },
    });
  });
});

test.each(['https://a.example/x', 'mailto:a@a.example', '//a.example', 'tel:123', ''])(
  '%j is left alone',
  (written) => {
    expect(resolve(written, 'link', about)).toEqual({ href: written });
  },
);

describe('what leads to nothing is said, with a suggestion', () => {
  test.each([
    ['gone.md', 'link', '/meet/posts/2026/gone.md', 'broken-link', /^check the path/],
    ['q.md', 'link', '/meet/posts/2026/q.md', 'broken-link', /^check the path/],
    ['abuot.md', 'link', '/meet/posts/2026/abuot.md', 'broken-link', /^did you mean `about.md`\?$/],
    ['pto.jpg', 'image', '/meet/posts/2026/pto.jpg', 'broken-image', /^did you mean `\/events\/tea\/pot.jpg`\?$/],
    ['gone.png', 'image', '/meet/posts/2026/gone.png', 'broken-image', /^put it beside/],
    ['assets/gone.png', 'image', '/meet/assets/gone.png', 'broken-image', /^put it beside/],
    ['/gone/?a#b', 'link', '/meet/gone/?a#b', 'broken-link', /^check the path/],
    ['100%.md', 'link', '/meet/posts/2026/100%25.md', 'broken-link', /^check the path/],
    ['gone.pdf', 'file', '/meet/posts/2026/gone.pdf', 'broken-link', /^check the path/],
  ] as const)('%s', (written, use, href, code, help) => {
    const resolved = resolve(written, use, post);
    expect(resolved).toMatchObject({ href, problem: { code } });
    expect(resolved.problem?.message).toContain(`\`${written}\``);
    expect(resolved.problem?.help).toMatch(help);
  });
});

test('without a base path, addresses begin at the root', () => {
  expect(createResolve({ ...destinations, basePath: '/' })('about.md', 'link')).toEqual({ href: '/about/' });
});

test('whatever is written, it gives an address', () => {
  const part = fc.constantFrom(
    '/',
    '..',
    '.',
    '%',
    '%2e',
    '?',
    '#',
    ':',
    '\\',
    'about',
    '.md',
    '\ud800',
    'é',
    ' ',
    '//',
  );
  const written = fc.oneof(
    anyText,
    fc.array(part).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(
      written,
      fc.constantFrom('link', 'image', 'file'),
      fc.constantFrom(tea, post, undefined),
      (text, use, entry) => {
        const { href, problem } = resolve(text, use, entry);
        expect(typeof href).toBe('string');
        // What is found in the site is a part of it.
        if (!problem && href !== text) expect(href.startsWith('/meet/')).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

describe('a host without its scheme, where there is no such file', () => {
  test.each([
    'www.a.example',
    'www.a.example/b?c=d#e',
    'github.com/a/b',
    'docs.rs/serde',
    'meetup.com',
    'a.co.uk/b',
    'WWW.A.ORG',
  ])('%s', (written) => {
    expect(resolve(written, 'link', post)).toEqual({
      href: `https://${written}`,
      problem: {
        code: 'missing-scheme',
        message: `\`${written}\` is an address without \`https://\``,
        help: `write \`https://${written}\``,
      },
    });
  });

  test.each([
    'main.rs',
    'README.md',
    'a.html',
    'a.pdf',
    'x.y/z.png',
    'notes.draft',
    'a/github.com',
    '../github.com',
    'v2.0',
  ])('%s is none', (written) => expect(resolve(written, 'link', post).problem?.code).toBe('broken-link'));

  test('a file of that name is meant before it', () => {
    const own = createResolve({ ...destinations, urls: new Set(['/github.com']) });
    expect(own('github.com', 'link', about)).toEqual({ href: '/meet/github.com' });
  });
});

describe('an address that runs code, or is a document of its own, is refused', () => {
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' \u0001javascript:x',
    'java\nscript:x',
    'vbscript:x',
    'data:text/html,x',
    'data:image/png;base64,AAAA',
  ])('%j', (written) => {
    for (const use of ['link', 'image', 'file'] as const) {
      const { href, problem } = resolve(written, use, post);
      expect(href).toBe('');
      expect(problem?.code).toBe('unsafe-link');
    }
  });

  test.each(['javascript', 'data/', '#javascript:x', '?data:x', 'mailto:a@b.example', 'webcal://a.example/b'])(
    '%j is not',
    (written) => expect(resolve(written, 'link', post).problem?.code).not.toBe('unsafe-link'),
  );
});

test('only a picture of the site is shown as one', () => {
  const picture: Picture = { show: () => ({ also: [] }) };
  const shown = createResolve({ ...destinations, pictureAt: (url) => (url.endsWith('.svg') ? picture : undefined) });
  expect(shown('assets/images/logo.svg', 'image', post).picture).toBe(picture);
  expect(shown('assets/images/logo.svg', 'link', post).picture).toBeUndefined();
  expect(shown('https://a.example/b.svg', 'image', post).picture).toBeUndefined();
});

test('what was meant is looked for when somebody wants to know', () => {
  const byFile = new Map(destinations.byFile);
  let looked = 0;
  byFile.keys = () => {
    looked += 1;
    return destinations.byFile.keys() as MapIterator<string>;
  };
  const lazy = createResolve({ ...destinations, byFile });
  const { href, problem } = lazy('/abuot.md', 'link');
  expect([href, looked]).toEqual(['/meet/abuot.md', 0]);
  expect([problem?.help, looked]).toEqual(['did you mean `about.md`?', 1]);
  expect([lazy('/evnets.md', 'link').problem?.help, looked]).toEqual(['did you mean `events.md`?', 1]);
});
