import { inflateSync } from 'node:zlib';
import { imageSize } from 'image-size';
import jsQr from 'jsqr';
import { expect, test } from 'vitest';
import { qrCode } from '../../src/render/qr.ts';

/** What a camera reads: the picture is enlarged, as it is on paper. */
function read(address: string): string | undefined {
  const png = Buffer.from(address.slice('data:image/png;base64,'.length), 'base64');
  const { width, height } = imageSize(png);
  const start = png.indexOf('IDAT') + 4;
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  const scale = 4;
  const pixels = new Uint8ClampedArray(width * height * scale * scale * 4);
  const bytesPerRow = 1 + Math.ceil(width / 8);
  for (let y = 0; y < height * scale; y++)
    for (let x = 0; x < width * scale; x++) {
      const [column, row] = [Math.floor(x / scale), Math.floor(y / scale)];
      const bit = (rows[row * bytesPerRow + 1 + (column >> 3)]! >> (7 - (column & 7))) & 1;
      pixels.set([bit * 255, bit * 255, bit * 255, 255], (y * width * scale + x) * 4);
    }
  const decode = jsQr as unknown as (data: Uint8ClampedArray, w: number, h: number) => { data: string } | null;
  return decode(pixels, width * scale, height * scale)?.data;
}

test.each([
  'https://meetup.example/events/2026-12-10-short-blasts/',
  'https://a.example/',
  `https://long.example/${'%D8%B4%D8%A8/'.repeat(30)}`,
])('%s can be read again', (url) => {
  expect(read(qrCode(url))).toBe(url);
});

test('one costs little, and is the same each time', () => {
  const url = 'https://meetup.example/events/2026-12-10-short-blasts/';
  expect(qrCode(url).length).toBeLessThan(700);
  expect(qrCode(url)).toBe(qrCode(url));
});
