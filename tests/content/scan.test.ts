import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scan } from '../../src/content/scan.ts';
import { decode } from '../../src/content/utf8.ts';
import type { Files, Listed } from '../../src/files.ts';
import { brief, filesOf } from '../support.ts';

test('Markdown is read, everything else is published as it is', () => {
  const { value, diagnostics } = scan(
    filesOf({
      'content/index.md': '\ufeffHello',
      'content/events/2026-10-06-tea/index.MD': '# Tea',
      'content/events/2026-10-06-tea/pot.jpg': new Uint8Array([0xff, 0xd8]),
      'content/old.markdown': 'Old',
      'content/notes.md.txt': 'no Markdown',
      'content/_draft.md': 'set aside',
      'assets/logo.svg': '<svg/>',
    }),
  );
  expect(value.sources.map(({ path, text }) => [path, text])).toEqual([
    ['content/events/2026-10-06-tea/index.MD', '# Tea'],
    ['content/index.md', 'Hello'],
    ['content/old.markdown', 'Old'],
  ]);
  expect(value.files).toEqual(['content/events/2026-10-06-tea/pot.jpg', 'content/notes.md.txt']);
  expect(diagnostics).toEqual([]);
});

test('equal bytes have an equal hash, others have not', () => {
  const contents = { 'content/a.md': 'x', 'content/b.md': 'x', 'content/c.md': 'y', 'content/d.md': '\ufeffx' };
  const [a, b, c, d] = scan(filesOf(contents)).value.sources.map(({ hash }) => hash);
  expect(a).toBe(b);
  expect(new Set([a, c, d]).size).toBe(3);
});

test('without a content folder there is one error, and no place', () => {
  const { value, diagnostics } = scan(filesOf({ 'site.yaml': '' }));
  expect(value).toEqual({ sources: [], files: [], unread: [] });
  expect(brief('', diagnostics)).toEqual(['no-content']);
});

test('a file that cannot be read never hides another', () => {
  const files = filesOf({ 'content/a.md': new Uint8Array([0xe9]), 'content/b.md': '', 'content/c.md': 'c' });
  const odd: Listed[] = [
    { path: 'content/out.md', type: 'outside' },
    { path: 'content/gone.jpg', type: 'broken' },
    { path: 'content/vanished.md', type: 'file' },
  ];
  const disk: Files = { ...files, list: (folder) => [...odd, ...files.list(folder)!] };
  const { value, diagnostics } = scan(disk);
  expect(diagnostics.map(({ code, at, message }) => [code, at?.path, message])).toEqual([
    ['unreadable-file', 'content/out.md', 'this link leads out of the site’s folder'],
    ['unreadable-file', 'content/gone.jpg', 'this link leads to a file that is not there'],
    ['unreadable-file', 'content/vanished.md', 'this file went away while it was read'],
    ['not-utf8', 'content/a.md', 'byte 1 of this file (0xE9) is no UTF-8 text'],
  ]);
  expect(value.sources.map(({ path }) => path)).toEqual(['content/b.md', 'content/c.md']);
  expect(value.files).toEqual([]);
  expect(value.unread).toEqual(diagnostics.map(({ at }) => at?.path));
});

describe('bytes that are no UTF-8', () => {
  const text = fc.string({ unit: 'binary' }).map((written) => written.replaceAll('\0', ''));
  const bytes = (...parts: (string | number)[]): Buffer =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
  test.each([
    ['Latin-1', bytes('# Caf', 0xe9, ' society'), 6, '0xE9', 1, 6],
    ['Latin-1 before a line end', bytes('ok\nna', 0xef, '\n'), 6, '0xEF', 2, 3],
    ['behind longer characters', bytes('日本\r\n🎉x', 0x93), 14, '0x93', 2, 4],
    ['behind a byte order mark', bytes('\ufeffab', 0xff), 6, '0xFF', 1, 3],
    ['behind the character for what is unreadable', bytes('\ufffd\ufffd', 0xc0, 0x80), 7, '0xC0', 1, 3],
    ['a character cut off at the end', bytes('a', 0xe2, 0x82), 2, '0xE2', 1, 2],
    ['a surrogate', bytes('a\rb', 0xed, 0xa0, 0x80), 4, '0xED', 2, 2],
    ['a byte that begins nothing', bytes(0x80), 1, '0x80', 1, 1],
    ['a NUL', bytes('a\nb', 0x00, 'c'), 4, '0x00', 2, 2],
    ['a NUL before another', bytes('a', 0x00, 0xff), 2, '0x00', 1, 2],
    ['a NUL behind another', bytes('a', 0xff, 0x00), 2, '0xFF', 1, 2],
    ['UTF-16', Buffer.from('ab', 'utf16le'), 2, '0x00', 1, 2],
  ])('%s', (_, data, offset, byte, line, column) => {
    expect(decode(data)).toMatchObject({
      code: 'not-utf8',
      message: `byte ${offset} of this file (${byte}) is no UTF-8 text`,
      line,
      column,
    });
  });

  test('the first of them is named, whatever follows', () => {
    const start = text;
    fc.assert(
      fc.property(start, fc.constantFrom(0x80, 0xc0, 0xf5, 0xff), fc.uint8Array(), (before, byte, after) => {
        const found = decode(bytes(before, byte, Buffer.from(after).toString('latin1')));
        expect(found).toMatchObject({ message: expect.stringContaining(`byte ${Buffer.byteLength(before) + 1} `) });
      }),
    );
  });

  test('valid text is itself, without a byte order mark', () => {
    fc.assert(fc.property(text, (written) => decode(Buffer.from(`\ufeff${written}`)) === written));
  });
});
