import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createBuilder, renderAll } from '../../src/builder.ts';
import { createFiles } from '../../src/files.ts';
import { isDerived } from '../../src/output/derived.ts';
import { packageRoot } from '../../src/package-root.ts';
import { built, copiesIn, drawn, imageIn, photograph, siteWith } from './site.ts';

test('a photograph comes in the sizes in which it is shown, without what its camera wrote', async () => {
  const taken = await photograph(1200, 900);
  expect((await sharp(taken).metadata()).exif?.includes('Larkspur')).toBe(true);
  const site = await built(siteWith('![The mill](mill.jpg)\n\n[In full](mill.jpg)', { 'content/mill.jpg': taken }));
  expect(copiesIn(site)).toEqual(['mill-1032', 'mill-1200', 'mill-344', 'mill-688']);
  expect(imageIn(site, 'The mill')).toMatch(
    /src="\/mill\.jpg" alt="The mill" srcset="\/assets\/img\/mill-344-[\da-f]{10}\.webp 344w, .* 688w, .* 1032w, .* 1200w" sizes="min\(688px, 91vw\)" width="1200" height="900"/,
  );
  for (const [path, bytes] of site.files)
    if (/\.(?:webp|jpg)$/.test(path)) {
      const { exif, xmp, iptc, icc, width } = await sharp(bytes).metadata();
      expect([path, exif, xmp, iptc, icc]).toEqual([path, undefined, undefined, undefined, undefined]);
      expect(bytes.includes('Exif'), path).toBe(false);
      expect(width).toBe(Number(/-(\d+)-/.exec(path)?.[1] ?? 1200));
    }
});

test.each([
  ['{width=100}', /width="100" srcset=".*" height="75"/],
  ['{style="width:25%;height:25%"}', /style="width:25%;height:25%" .*width="1200" height="900"/],
  ['{width=100 height=20}', /width="100" height="20" srcset="[^"]*" sizes="[^"]*">/],
  ['{style="height:40px"}', /sizes="[^"]*">/],
])('beside the width that its author gave, %s, it says its shape', async (attributes, expected) => {
  const site = await built(
    siteWith(`![The mill](mill.jpg)${attributes}`, { 'content/mill.jpg': await photograph(1200, 900) }),
  );
  expect(imageIn(site, 'The mill')).toMatch(expected);
});

test('one that was taken on its side stands upright', async () => {
  const side = await photograph(1000, 500, 6);
  const site = await built(siteWith('![The mill](mill.jpg){width=100}', { 'content/mill.jpg': side }));
  expect(copiesIn(site)).toEqual(['mill-100', 'mill-200']);
  const sizes = [...site.files].filter(([path]) => /mill/.test(path)).map(([, bytes]) => sharp(bytes).metadata());
  for (const { width, height, orientation } of await Promise.all(sizes)) {
    expect(height).toBe(width * 2);
    expect(orientation ?? 1).toBe(1);
  }
});

test('a second build makes nothing, and what was spoilt in between is made again', async () => {
  const root = siteWith('![a](a.jpg) ![b](b.jpg)', {
    'content/a.jpg': await photograph(400, 300),
    'content/b.jpg': await photograph(500, 300),
  });
  const first = await built(root);
  expect(first.summary.made).toBe(6);
  const second = await built(root);
  expect(second.summary.made).toBe(0);
  expect(second.files).toEqual(first.files);
  const kept = join(root, '.meetpress/made');
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), 'spoilt');
  const third = await built(root);
  expect(third.summary.made).toBe(6);
  expect(third.files).toEqual(first.files);
});

test('a picture that was changed has other addresses', async () => {
  const root = siteWith('![a](a.jpg)', { 'content/a.jpg': await photograph(400, 300) });
  const before = await built(root);
  writeFileSync(join(root, 'content/a.jpg'), await photograph(400, 200));
  const after = await built(root);
  expect(after.summary.made).toBe(3);
  expect(imageIn(after, 'a')).not.toBe(imageIn(before, 'a'));
  expect(copiesIn(after)).toEqual(['a-200', 'a-400']);
});

describe('left alone is', () => {
  const moving = async (format: 'gif' | 'webp') => {
    const pages = [drawn(200, 100), drawn(200, 100).negate()].map((page) => page.png().toBuffer());
    return sharp(await Promise.all(pages), { join: { animated: true } })
      .toFormat(format, { loop: 0 })
      .toBuffer();
  };
  /** A PNG with the chunk that lets it move, which stands before its data. */
  const apng = async () => {
    const png = await drawn(200, 100).png().toBuffer();
    const control = Buffer.from('000000086163544c0000000100000000b92d6d2e', 'hex');
    return Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
  };
  test.each([
    ['an animated GIF', 'a.gif', () => moving('gif')],
    ['an animated WebP', 'a.webp', () => moving('webp')],
    ['an animated PNG', 'a.png', apng],
    [
      'a drawing',
      'a.svg',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"/>'),
    ],
    ['a GIF that is called otherwise', 'a.jpg', () => moving('gif')],
  ])('%s', async (_, name, make) => {
    const bytes = await make();
    const site = await built(siteWith(`![a](${name})`, { [`content/${name}`]: bytes }));
    expect(site.status).toBe(0);
    expect(site.files.get(name)!.equals(bytes)).toBe(true);
    expect([copiesIn(site), site.summary.made]).toEqual([[], 0]);
    expect(imageIn(site, 'a')).toContain('width="200" height="100"');
  });

  test('an icon, which has no smaller copy', async () => {
    const icon = await drawn(32, 32).png().toBuffer();
    const site = await built(siteWith('![a](a.png)', { 'content/a.png': icon }));
    expect(copiesIn(site)).toEqual([]);
    expect(site.files.get('a.png')!.equals(icon)).toBe(true);
  });
});

test('what can be seen through stays so, and a drawing keeps its colours exactly', async () => {
  const logo = sharp({
    create: { width: 400, height: 200, channels: 4, background: { r: 10, g: 90, b: 200, alpha: 0.5 } },
  });
  const site = await built(siteWith('![a](a.png)', { 'content/a.png': await logo.png().toBuffer() }));
  const copy = [...site.files].find(([path]) => path.startsWith('assets/img/a-400'))![1];
  const { dominant, isOpaque } = await sharp(copy).stats();
  expect(isOpaque).toBe(false);
  expect(Math.abs(dominant.b - 200)).toBeLessThan(16);
});

test('CMYK becomes what screens show', async () => {
  const cmyk = await drawn(200, 100).toColourspace('cmyk').jpeg().toBuffer();
  expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
  const site = await built(siteWith('![a](a.jpg)', { 'content/a.jpg': cmyk }));
  for (const [path, bytes] of site.files)
    if (/a(?:-.*)?\.(?:jpg|webp)$/.test(path)) expect((await sharp(bytes).metadata()).space, path).toBe('srgb');
});

describe('broken-picture', () => {
  const cut = async () => (await photograph(400, 300)).subarray(0, 9000);
  test.each([
    ['cut off', cut, 'the picture `content/a.jpg` is damaged or cut off'],
    ['a web page', async () => Buffer.from('<!doctype html><p>Log in'), 'the picture `content/a.jpg` holds no picture'],
    ['empty', async () => Buffer.alloc(0), 'the picture `content/a.jpg` holds no picture'],
  ])('a file that is %s', async (_, make, message) => {
    const root = siteWith('We meet.\n\nHere: ![a](a.jpg)', { 'content/a.jpg': await make() });
    for (const _ of ['first', 'again']) {
      const site = await built(root);
      expect(site.status).toBe(1);
      expect(site.diagnostics).toEqual([
        expect.objectContaining({ code: 'broken-picture', message, path: 'content/index.md', line: 3, column: 12 }),
      ]);
    }
  });

  test('is said of a field, at the field', async () => {
    const front = '---\ntitle: Mill\ndate: 2026-05-01\nimage: mill.png\n---\nWe met.\n';
    const site = await built(
      siteWith('We meet.', { 'content/posts/mill.md': front, 'content/posts/mill.png': 'no picture' }),
    );
    expect(site.diagnostics).toMatchObject([{ code: 'broken-picture', path: 'content/posts/mill.md', line: 4 }]);
  });

  test('is not said of a file that no page shows', async () => {
    const site = await built(siteWith('[a](a.jpg)', { 'content/a.jpg': 'no picture' }));
    expect([site.status, site.diagnostics, `${site.files.get('a.jpg')}`]).toEqual([0, [], 'no picture']);
  });

  test('is said of one that was shown by no page when it was kept', async () => {
    const root = siteWith('[a](a.jpg)', { 'content/a.jpg': 'no picture' });
    expect((await built(root)).status).toBe(0);
    writeFileSync(join(root, 'content/index.md'), '![a](a.jpg)\n');
    const site = await built(root);
    expect([site.status, site.diagnostics]).toMatchObject([1, [{ code: 'broken-picture', line: 1 }]]);
  });
});

test('a header that promises too many pixels is an error, and takes no memory', async () => {
  const png = await drawn(100, 100).png().toBuffer();
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  const site = await built(siteWith('![a](a.png)', { 'content/a.png': png }));
  expect(site.status).toBe(1);
  expect(site.diagnostics[0]).toMatchObject({ code: 'broken-picture' });
});

describe('without scaling', () => {
  test.each([
    ['--no-images', '', { images: false }],
    ['images: false', 'images: false\n', {}],
  ])('%s leaves pictures as they are', async (_, config, flags) => {
    const taken = await photograph(400, 300);
    const root = siteWith('![a](a.jpg)', {
      'content/a.jpg': taken,
      'site.yaml': `title: Larkspur Coders\ncards: false\n${config}`,
    });
    const site = await built(root, flags);
    expect([site.status, site.diagnostics, site.summary.made]).toEqual([0, [], 0]);
    expect(site.files.get('a.jpg')!.equals(taken)).toBe(true);
    expect(imageIn(site, 'a')).toMatch(/<img src="\/a\.jpg" alt="a" width="400" height="300">/);
  });

  test.each([
    ['a picture', { 'content/a.jpg': 'x' }, ['no-image-library']],
    ['none', { 'content/a.svg': '<svg/>' }, []],
  ])('a missing library is said once where there is %s (no-image-library)', (_, files, codes) => {
    const root = siteWith('We meet.', files as Record<string, string>);
    const options = { now: Temporal.Instant.from('2026-07-01T12:00Z'), drafts: false, overrides: {} };
    const planned = createBuilder(createFiles(packageRoot), () => undefined).plan(createFiles(root), options);
    expect(planned.diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(renderAll(planned.value).value.some(({ content }) => isDerived(content))).toBe(false);
  });
});

test('the same picture of a stranger is read, and no format that is left alone', async () => {
  const taken = await photograph(400, 300);
  const tiff = await drawn(200, 100).tiff().toBuffer();
  const root = siteWith('![a](a.jpg) ![b](b.jpg)', { 'content/a.jpg': taken, 'content/b.jpg': tiff });
  const site = await built(root, { untrusted: true });
  expect(copiesIn(site)).toEqual(['a-200', 'a-400']);
  expect(site.files.get('b.jpg')!.equals(tiff)).toBe(true);
  expect(readFileSync(join(root, 'dist/a.jpg')).includes('Exif')).toBe(false);
});
