import { inflateSync } from 'node:zlib';

/**
 * The characters that a font can draw, as code points: those with a glyph in its `cmap` (OpenType 1.9).
 * @param woff the bytes of a WOFF 1.0 file; throws where they are none
 */
export function charactersIn(woff: Uint8Array): ReadonlySet<number> {
  const file = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength);
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('this is no WOFF file');
  return readCmap(tableOf(file, 'cmap'));
}

/** WOFF 1.0, 5: a table is compressed where that makes it shorter. */
function tableOf(file: Buffer, tag: string): Buffer {
  const count = file.readUInt16BE(12);
  for (let at = 44; at < 44 + count * 20; at += 20) {
    if (file.toString('latin1', at, at + 4) !== tag) continue;
    const [offset, length, full] = [file.readUInt32BE(at + 4), file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    const bytes = file.subarray(offset, offset + length);
    return length < full ? inflateSync(bytes) : bytes;
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Format 12 holds all that format 4 does, where a font has both. */
function readCmap(cmap: Buffer): ReadonlySet<number> {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(8 + index * 8)),
  );
  const inFormat = (format: number): Buffer | undefined =>
    subtables.find((subtable) => subtable.readUInt16BE(0) === format);
  const [full, basic] = [inFormat(12), inFormat(4)];
  if (full) return new Set(segmented(full));
  return new Set(basic ? mapped(basic) : []);
}

function* segmented(table: Buffer): Generator<number> {
  const groups = table.readUInt32BE(12);
  for (let at = 16; at < 16 + groups * 12; at += 12) {
    const [first, last, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)];
    for (let code = first; code <= last; code += 1) if (glyph + code - first !== 0) yield code;
  }
}

/** Four parallel lists, the last of which points into the glyphs behind it. */
function* mapped(table: Buffer): Generator<number> {
  const size = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + size * 2, 16 + size * 3] as const;
  for (let each = 0; each < size; each += 2) {
    const [first, last] = [table.readUInt16BE(starts + each), table.readUInt16BE(ends + each)];
    const [delta, offset] = [table.readUInt16BE(deltas + each), table.readUInt16BE(offsets + each)];
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const found = offset === 0 ? code : table.readUInt16BE(offsets + each + offset + (code - first) * 2);
      if (found !== 0 && ((found + delta) & 0xffff) !== 0) yield code;
    }
  }
}
