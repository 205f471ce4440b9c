import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/bodies/packed.ts';

test('what is packed comes out as it was', () => {
  const bodies = fc.array(
    fc.record({ text: fc.string({ unit: 'grapheme' }), language: fc.constantFrom('en', 'pt-BR') }),
  );
  fc.assert(
    fc.property(bodies, (all) => {
      const packed = pack(all);
      expect(all.map((_, index) => unpack(packed, index))).toEqual(all);
    }),
  );
});
