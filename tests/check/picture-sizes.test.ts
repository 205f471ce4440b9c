import { expect, test } from 'vitest';
import { reportCheck, temporaryFolder, writeFiles } from '../whole/run.ts';

/** A picture by its header, with as many bytes. */
function gif(width: number, height: number, bytes: number): Uint8Array {
  const file = Buffer.alloc(bytes);
  file.write('GIF89a', 'latin1');
  file.writeUInt16LE(width, 6);
  file.writeUInt16LE(height, 8);
  return file;
}

async function linesOf(body: string, picture: Uint8Array) {
  const root = temporaryFolder();
  writeFiles(root, {
    'site.yaml': 'title: Larkspur Coders\ndescription: We meet by the mill.\n',
    'content/index.md': `We meet by the mill.\n\n${body}\n`,
    'content/mill.gif': picture,
  });
  const { lines, diagnostics } = await reportCheck({ root });
  return { lines, help: diagnostics[0]?.help };
}

test('a picture far larger than it is shown (large-picture)', async () => {
  const { lines, help } = await linesOf(
    '<img src="mill.gif" alt="The mill" width="320" height="240">',
    gif(4000, 3000, 400_000),
  );
  expect(lines).toEqual([
    'content/index.md:3:11 note[large-picture] the picture `mill.gif` (4,000 × 3,000 pixels, 400 kB) is shown at 320 × 240 pixels',
  ]);
  expect(help).toBe('scale it down to 640 × 480 pixels, for sharp screens');
});

test('a picture of more than a megabyte', async () => {
  const { lines } = await linesOf('![The mill](mill.gif)', gif(2000, 1000, 2_340_000));
  expect(lines).toEqual([
    'content/index.md:3:13 note[large-picture] the picture `mill.gif` (2,000 × 1,000 pixels, 2.3 MB) is slow to arrive',
  ]);
});

test.each([
  ['at its own size', '![The mill](mill.gif)', gif(2000, 1000, 900_000)],
  [
    'in the size that a browser chooses',
    '<img src="mill.gif" srcset="mill.gif 2x" alt="x" width="20"> <picture><source srcset="mill.gif"><img src="mill.gif" alt="x" width="20"></picture>',
    gif(2000, 1000, 900_000),
  ],
  ['at half its size', '<img src="mill.gif" alt="The mill" width="1000">', gif(2000, 1000, 900_000)],
  ['small, but of few bytes', '<img src="mill.gif" alt="The mill" width="20">', gif(2000, 1000, 20_000)],
  [
    'small in one place and large in another',
    '<img src="mill.gif" alt="x" width="20"> ![y](mill.gif)',
    gif(900, 900, 400_000),
  ],
])('a picture shown %s', async (_, body, picture) => expect((await linesOf(body, picture)).lines).toEqual([]));
