import { deflateSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { createFactsOf } from '../../src/pictures/facts.ts';
import { filesOf } from '../support.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const two = (number: number): string => number.toString(16).padStart(4, '0');

const png = (width: number, height: number): Buffer =>
  Buffer.concat([
    bytes(`89504e470d0a1a0a 0000000d 49484452 0000${two(width)} 0000${two(height)} 0802000000 00000000`),
    deflateSync(Buffer.alloc(9)),
  ]);
const segment = (marker: string, data: string): string => `ff${marker} ${two(data.length / 2 + 2)} ${data}`;
/** With some bytes in front of its header, as a camera puts them there, and its orientation by EXIF. */
const jpeg = (width: number, height: number, { filler = 0, orientation = 1 } = {}): Buffer => {
  const exif = `457869660000 4d4d002a00000008 0001 0112 0003 00000001 ${two(orientation)}0000 00000000`.replaceAll(
    ' ',
    '',
  );
  const fillers = Array.from({ length: Math.ceil(filler / 60_000) }, () => segment('e2', '00'.repeat(60_000))).join('');
  const frame = segment('c0', `08 ${two(height)} ${two(width)} 01 011100`.replaceAll(' ', ''));
  return bytes(`ffd8 ${segment('e0', '4a46494600010100000100010000')} ${segment('e1', exif)} ${fillers} ${frame} ffd9`);
};

const pictures = {
  'a.png': png(640, 480),
  'b.jpg': jpeg(300, 200),
  'turned.jpg': jpeg(300, 200, { orientation: 6 }),
  'late.jpg': jpeg(300, 200, { filler: 300_000 }),
  'c.gif': bytes('474946383961 0a00 0500 800000'),
  'sized.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20.4" viewBox="0 0 3 2"/>',
  'box.svg': '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"><path d=""/></svg>',
  'wide.svg': '<svg width="100%" viewBox="0 0 24 12"/>',
  'none.svg': '<svg/>',
  'text.png': 'no picture',
  'empty.png': '',
};
const files = filesOf(pictures);
const factsOf = createFactsOf(files, new Map(Object.keys(pictures).map((path) => [`/${path}`, path])));

describe('the size is read from the file', () => {
  test.each([
    ['/a.png', 640, 480],
    ['/b.jpg', 300, 200],
    ['/turned.jpg', 200, 300],
    ['/late.jpg', 300, 200],
    ['/c.gif', 10, 5],
    ['/sized.svg', 30, 20],
    ['/box.svg', 24, 12],
    ['/wide.svg', 24, 12],
  ])('%s', (url, width, height) => expect(factsOf(url)).toMatchObject({ width, height }));
});

test.each(['/none.svg', '/text.png', '/empty.png', '/gone.png'])('%s has none', (url) => {
  expect(factsOf(url)).toBeUndefined();
});

test('a file is read once, and no more of it than its start', () => {
  const readStart = vi.fn(files.readStart);
  const once = createFactsOf({ ...files, readStart }, new Map([['/a.png', 'a.png']]));
  expect([once('/a.png'), once('/a.png'), once('/b.jpg')]).toEqual([factsOf('/a.png'), factsOf('/a.png'), undefined]);
  expect(readStart.mock.calls).toEqual([['a.png', 65_536]]);
});
