import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import type { encode } from 'uqr';

const require = createRequire(import.meta.url);

/** A QR code as the address of a picture in itself: a PNG with a pixel for each module, and four of quiet around. */
export function qrCode(text: string): string {
  // Pages of what is over need none, and many builds have nothing else.
  const { data, size } = (require('uqr') as { encode: typeof encode }).encode(text, { ecc: 'M', border: 4 });
  const rows = data.map((row) => [0, ...bytesOf(row)]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // One bit of grey for each pixel.
  head[8] = 1;
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** Eight pixels in a byte, white ones set. */
const bytesOf = (row: readonly boolean[]): number[] =>
  Array.from({ length: Math.ceil(row.length / 8) }, (_, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].reduce((byte, bit) => byte * 2 + (row[at * 8 + bit] ? 0 : 1), 0),
  );

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
