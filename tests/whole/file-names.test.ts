import { basename, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { readTree, reportBuild, temporaryFolder, writeFiles } from './run.ts';

const isWindows = process.platform === 'win32';

/** A name, and how it is written in an address. */
const names: readonly (readonly [string, string])[] = [
  ['c# evening', 'c%23%20evening'],
  ['100%', '100%25'],
  ['50%25 off', '50%2525%20off'],
  ['a%2fb', 'a%252fb'],
  ["ada's talk", "ada's%20talk"],
  ['tea, cake & code', 'tea,%20cake%20&%20code'],
  ['party 🎉', 'party%20%F0%9F%8E%89'],
  ['naïve'.normalize('NFC'), 'na%C3%AFve'],
  ['café'.normalize('NFD'), 'caf%C3%A9'],
  ['日本', '%E6%97%A5%E6%9C%AC'],
  ['(draft) [2] {x}; a=b+c', '(draft)%20%5B2%5D%20%7Bx%7D;%20a=b+c'],
  ['c++', 'c++'],
  ['~', '~'],
  ['-x', '-x'],
  ['v1..2', 'v1..2'],
  ['$& `code`', '$&%20%60code%60'],
  // Git gives them to nobody on Windows.
  ...(isWindows
    ? []
    : ([
        ['why?', 'why%3F'],
        ['"quoted"', '%22quoted%22'],
        ['a <b> *c* | d', 'a%20%3Cb%3E%20*c*%20%7C%20d'],
      ] as const)),
];

describe('a site whose files are called anything', () => {
  const build = async () => {
    const root = temporaryFolder();
    const out = join(root, 'dist');
    const contents = names.map(([name, encoded], index) => {
      const day = `2026-11-${String(index + 1).padStart(2, '0')}`;
      return {
        [`content/${name}.md`]: `# Page ${index}\n`,
        [`content/posts/${name}.md`]: `---\ntitle: Post ${index}\ndate: ${day}\n---\n\n![Tea](../events/${encoded}.svg)\n`,
        [`content/events/${name}.md`]: `---\ntitle: Event ${index}\nstart: ${day} 19:00\nimage: ${JSON.stringify(`${name}.svg`)}\n---\n\n![Tea](${encoded}.svg)\n`,
        [`content/events/${name}.svg`]: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        [`content/people/${name}.md`]: `---\nname: Person ${index}\n---\n`,
      };
    });
    const links = names.flatMap(([, encoded]) => [
      `[file](${encoded.replace(/[()]/g, '\\$&')}.md)`,
      `[file](<events/${encoded}.md>)`,
      `[address](</posts/${encoded}/>)`,
      `[picture](<events/${encoded}.svg>)`,
    ]);
    writeFiles(root, Object.assign({}, ...contents));
    writeFiles(root, {
      'site.yaml': 'title: Larkspur Coders\nurl: https://larkspur.example/club/\n',
      'content/index.md': links.map((link) => `- ${link}\n`).join(''),
    });
    return { ...(await reportBuild({ root, out, drafts: true })), tree: readTree(out) };
  };

  test('is built without a word, and every link leads to what is there', async () => {
    const { status, lines, tree } = await build();
    expect(lines).toEqual([]);
    expect(status).toBe(0);
    for (const [name] of names)
      for (const folder of ['', 'posts/', 'events/', 'people/'])
        expect(tree.has(`${folder}${name.normalize('NFC')}/index.html`)).toBe(true);

    for (const [path, content] of tree) {
      if (!path.endsWith('.html')) continue;
      for (const [, written] of `${content}`.matchAll(/ (?:href|src)="(\/club\/[^"]*)/g)) {
        const { pathname } = new URL(
          written!.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
          'https://larkspur.example',
        );
        const below = decodeURIComponent(pathname.slice('/club/'.length));
        expect(tree.has(/(?:^|\/)$/.test(below) ? `${below}index.html` : below), `${written} in ${path}`).toBe(true);
      }
    }
  });

  test('has feeds, a sitemap and data that programs can read', async () => {
    const { tree } = await build();
    const documents = [...tree].filter(([path]) => path.endsWith('.xml'));
    expect(documents.map(([path]) => path)).toContain('sitemap.xml');
    for (const [, content] of documents) {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(`${content}`).close();
    }
    const sitemap = `${tree.get('sitemap.xml')}`;
    for (const [, address] of sitemap.matchAll(/<loc>([^<]*)<\/loc>/g))
      expect(address).toMatch(
        /^https:\/\/larkspur\.example\/club\/(?:[\w\-.~!$'()*+,;=:@/]|&amp;|&#39;|%[\dA-F]{2})*$/,
      );
    expect(sitemap).toContain('<loc>https://larkspur.example/club/events/c%23%20evening/</loc>');
    for (const [path, content] of tree) if (path.endsWith('.json')) JSON.parse(`${content}`);
    for (const [path, content] of tree)
      if (path.endsWith('.ics'))
        expect(`${content}`, basename(path)).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/s);
  });
});

test.skipIf(isWindows)('a link may name a file as it is called', async () => {
  const root = temporaryFolder();
  writeFiles(root, {
    'content/c#.md': '# C\n',
    'content/50%25.md': '# Fifty\n',
    'content/why?.md': '# Why\n',
    'content/index.md': '[C](c#.md), [fifty](50%25.md), [why](why?.md), [why](/why?/), [asked](about.md?x#us)\n',
    'content/about.md': '## Us\n',
  });
  const out = join(root, 'dist');
  expect(await reportBuild({ root, out })).toMatchObject({ status: 0, lines: [] });
  const home = `${readTree(out).get('index.html')}`;
  const hrefs = ['/c%23/', '/50%2525/', '/why%3F/', '/why%3F/', '/about/?x#us'];
  for (const href of hrefs) expect(home).toContain(`<a href="${href}">`);
});

test('names that begin with a dot or an underscore are left out', async () => {
  const root = temporaryFolder();
  const hidden = {
    'content/.hidden.md': '{',
    'content/_later.md': '{',
    'content/_old/x.md': '{',
    'content/..%2fx.md': '{',
  };
  writeFiles(root, { 'content/about.md': '', ...hidden });
  const out = join(root, 'dist');
  expect(await reportBuild({ root, out })).toMatchObject({ status: 0, lines: [] });
  expect([...readTree(out).keys()].filter((path) => /hidden|later|old|%2fx/.test(path))).toEqual([]);
});
