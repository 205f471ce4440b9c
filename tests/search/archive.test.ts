import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/search/archive.ts';

test.each([
  ['nothing', []],
  [
    'files, an empty one and line feeds among them',
    [
      ['a/b.js', 'one\ntwo\n'],
      ['ä "q".json', ''],
      ['c', '\n'],
    ],
  ],
] as const)('an archive gives back %s', (_, files) => {
  const given = files.map(([path, text]) => ({ path, content: Buffer.from(text) }));
  const text = (archive: Uint8Array) =>
    unpack(archive).map(({ path, content }) => [path, Buffer.from(content).toString()]);
  expect(text(pack(given))).toEqual(files);
});
