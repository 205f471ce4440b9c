import type { Output } from '../output/output.ts';

/** A file in an archive. */
export interface ArchivedFile extends Output {
  readonly content: Uint8Array;
}

/** Files as one: a line of JSON with their paths and lengths, and then their bytes. */
export function pack(files: readonly ArchivedFile[]): Uint8Array {
  const head = JSON.stringify(files.map(({ path, content }) => [path, content.length]));
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ content }) => content)]);
}

/** The files of an archive, in their order. */
export function unpack(archive: Uint8Array): ArchivedFile[] {
  const end = archive.indexOf(0x0a);
  const head = JSON.parse(new TextDecoder().decode(archive.subarray(0, end))) as [path: string, length: number][];
  let start = end + 1;
  return head.map(([path, length]) => {
    const content = archive.subarray(start, start + length);
    start += length;
    return { path, content };
  });
}
