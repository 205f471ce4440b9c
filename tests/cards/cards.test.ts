import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Region } from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createBuilder, renderAll } from '../../src/builder.ts';
import { createFiles } from '../../src/files.ts';
import { isDerived } from '../../src/output/derived.ts';
import { packageRoot } from '../../src/package-root.ts';
import { type Built, built } from '../pictures/site.ts';
import { temporaryFolder, writeFiles } from '../whole/run.ts';

const config = 'title: Larkspur Coders\nurl: https://larkspur.example/group/\n';
const event = (title: string, more = '') =>
  `---\ntitle: "${title}"\nstart: 2026-10-06 19:00\ntalks:\n  - title: Mills\n    speakers: [Wren Miller]\n${more}---\nTea.\n`;
const card = 'cards/events/e.png';

function siteWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  writeFiles(root, { 'site.yaml': config, 'content/events/e.md': event('Mills'), ...files });
  return root;
}

const theme = createFiles(packageRoot);
const planOf = (root: string, now = '2026-07-01T12:00Z', find?: () => undefined) =>
  createBuilder(theme, undefined, undefined, find).plan(createFiles(root), {
    now: Temporal.Instant.from(now),
    drafts: false,
    overrides: {},
  });

/** The names of all cards of a site; none is drawn. */
function keysOf(root: string, now?: string): Record<string, string> {
  const outputs = renderAll(planOf(root, now).value).value;
  return Object.fromEntries(
    outputs.flatMap(({ path, content }) =>
      path.startsWith('cards') && isDerived(content) ? [[path, content.key]] : [],
    ),
  );
}

/** How many colours a region of a card has, to tell a drawing from a blank. */
async function coloursIn(site: Built, path: string, region: Region): Promise<number> {
  const pixels = await sharp(site.files.get(path)).extract(region).removeAlpha().raw().toBuffer();
  return new Set(
    Array.from({ length: pixels.length / 3 }, (_, at) => pixels.subarray(at * 3, at * 3 + 3).toString('hex')),
  ).size;
}

const title = { left: 100, top: 180, width: 600, height: 240 };
const stub = { left: 880, top: 120, width: 240, height: 380 };
const margin = { left: 0, top: 0, width: 1200, height: 40 };

test('each event, post, person and page has a card that its page names; a second build draws none', async () => {
  const root = siteWith({
    'content/posts/p.md': '---\ntitle: A report\ndate: 2026-06-01\n---\nWe met.\n',
    'content/people/wren-miller.md': '---\nname: Wren Miller\n---\n',
    'content/about.md': '# About us\n',
  });
  const site = await built(root);
  const cards = ['cards.png', 'cards/about.png', card, 'cards/people/wren-miller.png', 'cards/posts/p.png'];
  expect([...site.files.keys()].filter((path) => path.startsWith('cards')).sort()).toEqual(cards);
  for (const path of cards)
    expect(await sharp(site.files.get(path)).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(await coloursIn(site, card, margin)).toBe(1);
  expect(await coloursIn(site, card, title)).toBeGreaterThan(9);
  expect(await coloursIn(site, card, stub)).toBeGreaterThan(9);

  const page = String(site.files.get('events/e/index.html'));
  expect(page).toContain('<meta property="og:image" content="https://larkspur.example/group/cards/events/e.png">');
  expect(page).toMatch(/og:image:width" content="1200">\s*<meta property="og:image:height" content="630">/);
  expect(page).toContain('<meta property="og:image:alt" content="Mills">');
  expect(page).toContain('summary_large_image');
  expect(page).toContain('"image":"https://larkspur.example/group/cards/events/e.png"');
  expect(String(site.files.get('events/index.html'))).toContain('content="https://larkspur.example/group/cards.png"');

  expect((await built(root)).summary.made).toBe(0);
});

test('a picture that was chosen wins, and no card is drawn', async () => {
  const picture = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const root = siteWith({ 'content/events/e.md': event('Mills', 'image: e.png\n'), 'content/events/e.png': picture });
  const site = await built(root);
  expect(site.files.has(card)).toBe(false);
  expect(String(site.files.get('events/e/index.html'))).toContain(
    'content="https://larkspur.example/group/events/e.png"',
  );
  expect(String(site.files.get('events/e/index.html'))).not.toContain('og:image:width');
});

test('a file of the site’s own at the address of a card is that card', async () => {
  const site = await built(siteWith({ 'content/cards/events/e.png': 'mine' }));
  expect(String(site.files.get(card))).toBe('mine');
});

test('a card is drawn anew when what it shows differs, and not as time goes by', async () => {
  const root = siteWith({});
  const before = keysOf(root);
  expect(keysOf(root, '2029-01-01T12:00Z')).toEqual(before);
  for (const changed of [
    event('Windmills'),
    event('Mills').replace('10-06', '10-07'),
    event('Mills', 'timezone: Asia/Tokyo\n'),
    event('Mills', 'venue: The mill\n'),
    event('Mills').replace('Wren', 'Robin'),
  ]) {
    writeFileSync(join(root, 'content/events/e.md'), changed);
    expect(keysOf(root)[card], changed).not.toBe(before[card]);
    expect(keysOf(root)['cards.png']).toBe(before['cards.png']);
  }
  writeFileSync(join(root, 'content/events/e.md'), event('Mills').replace('Tea.', 'Cake.'));
  expect(keysOf(root)).toEqual(before);
  writeFileSync(join(root, 'site.yaml'), `${config}accent: "#0a7d5c"\n`);
  expect(keysOf(root)['cards.png']).not.toBe(before['cards.png']);
});

test('faces are drawn, and a changed face is another card', async () => {
  const face = (colour: string) =>
    sharp({ create: { width: 200, height: 200, channels: 3, background: colour } })
      .webp()
      .toBuffer();
  const root = siteWith({
    'content/people/wren-miller.md': '---\nname: Wren Miller\navatar: wren.webp\n---\n',
    'content/people/wren.webp': await face('#00ff00'),
  });
  const before = keysOf(root);
  const pixel = { left: 148, top: 486, width: 1, height: 1 };
  const drawn = await sharp((await built(root)).files.get(card))
    .extract(pixel)
    .removeAlpha()
    .raw()
    .toBuffer();
  expect(drawn[1]! - Math.max(drawn[0]!, drawn[2]!)).toBeGreaterThan(150);
  writeFileSync(join(root, 'content/people/wren.webp'), await face('#0000ff'));
  expect(keysOf(root)[card]).not.toBe(before[card]);
});

test('a title that no font can draw gives way to the site’s name, in the same pixels', async () => {
  const [thai, plain] = await Promise.all(
    ['พบปะประจำเดือน', '🎉'].map((name) => built(siteWith({ 'content/events/e.md': event(name) }))),
  );
  expect(await coloursIn(thai!, card, title)).toBeGreaterThan(9);
  expect(thai!.files.get(card)!.equals(plain!.files.get(card)!)).toBe(true);
});

test.each([
  ['without an address of the site', { 'site.yaml': 'title: Larkspur Coders\n' }, {}],
  ['where site.yaml says so', { 'site.yaml': `${config}cards: false\n` }, {}],
  ['with `--no-images`', {}, { images: false }],
])('there are none %s', async (_, files, flags) => {
  const site = await built(siteWith(files), flags);
  expect([...site.files.keys()].filter((path) => path.startsWith('cards'))).toEqual([]);
  expect(String(site.files.get('events/e/index.html'))).not.toContain('og:image');
});

test('without the packages there are no cards, and one note', () => {
  const planned = planOf(siteWith({}), undefined, () => undefined);
  expect(planned.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toContain('note no-card-library');
  expect(planned.value.routes.filter(({ path }) => path.startsWith('cards'))).toEqual([]);
});

describe('a template of the site’s own', () => {
  const complaints = (site: Built) =>
    site.diagnostics
      .filter(({ code }) => code === 'template-error')
      .map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);

  test('draws the card', async () => {
    const green = '<div style="width: 1200px; height: 630px; background-color: #00ff00">{{ card.title }}</div>';
    const site = await built(siteWith({ 'templates/card.njk': green }));
    const [first] = await sharp(site.files.get('cards.png'))
      .extract(margin)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
      .then(({ data }) => [data.subarray(0, 3).toString('hex')]);
    expect(first).toBe('00ff00');
  });

  test.each([
    ['<div>\n  <video></video></div>', 'templates/card.njk:2:3 a card can’t show `<video>`'],
    ['<p style="background: url(x)">', 'templates/card.njk:1:23 a style of a card names an address'],
    ['{{ card.title | shout }}', 'templates/card.njk:1:17 '],
    ['<p style="display: table-of">x</p>', 'templates/card.njk:1:1 a card can’t be laid out: '],
  ])('%s', async (text, complaint) => {
    const site = await built(siteWith({ 'templates/card.njk': text }));
    expect(site.files.size).toBe(0);
    const found = complaints(site);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(complaint);
  });

  test('of strangers is not used, and no card is drawn for them', async () => {
    const site = await built(siteWith({ 'templates/card.njk': '<video></video>' }), { untrusted: true });
    expect(complaints(site)).toEqual([]);
    expect([...site.files.keys()].filter((path) => path.startsWith('cards'))).toEqual([]);
  });
});
