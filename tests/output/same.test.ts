import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sameBytes } from '../../src/output/same.ts';
import { temporaryFolder } from './folder.ts';

// Around the size of the pieces in which files are compared.
const sizes = [0, 1, 65_535, 65_536, 65_537, 200_000];

test.each(sizes)('%i bytes are compared to the last', (size) => {
  const folder = temporaryFolder();
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  const bytes = Buffer.alloc(size, 'abc');
  writeFileSync(one, bytes);
  writeFileSync(other, bytes);
  expect(sameBytes(one, bytes)).toBe(true);
  expect(sameBytes(one, { copy: other })).toBe(true);

  const longer = Buffer.concat([bytes, Buffer.from('x')]);
  writeFileSync(other, longer);
  expect(sameBytes(one, longer)).toBe(false);
  expect(sameBytes(one, { copy: other })).toBe(false);

  if (size === 0) return;
  const changed = Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]);
  writeFileSync(other, changed);
  expect(sameBytes(one, changed)).toBe(false);
  expect(sameBytes(one, { copy: other })).toBe(false);
});
