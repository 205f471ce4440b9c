import { expect, test } from 'vitest';
import { sizesOf } from '../../src/pictures/sizes.ts';

const photo = { width: 4000, height: 3000 };
test.each([
  ['as wide as the column', photo, {}, [344, 688, 1032, 1376], 'min(688px, 91vw)', [4000, 3000]],
  ['by its author’s width', photo, { width: 150 }, [150, 300], '150px', [150, 113]],
  ['by its author’s height', photo, { height: 150 }, [200, 400], '200px', [200, 150]],
  ['cut to a square', photo, { width: 60, height: 60, cover: true }, [80, 160], '80px', [60, 60]],
  ['cut without a height', photo, { width: 60, cover: true }, [60, 120], '60px', [60, 45]],
  ['into a room', photo, { width: 600, height: 300 }, [200, 400, 600, 800], 'min(400px, 91vw)', [400, 300]],
  [
    'of which there is less than twice',
    { width: 1000, height: 500 },
    {},
    [344, 688, 1000],
    'min(688px, 91vw)',
    [1000, 500],
  ],
  ['of which there is as much', { width: 700, height: 70 }, {}, [344, 700], 'min(688px, 91vw)', [700, 70]],
  ['and never enlarged', { width: 100, height: 50 }, { width: 400, height: 400 }, [100], '100px', [100, 50]],
  ['of one pixel', { width: 1, height: 1 }, {}, [1], '1px', [1, 1]],
  ['very flat', { width: 4000, height: 1 }, { width: 40 }, [40, 80], '40px', [40, 1]],
] as const)('a picture %s', (_, size, room, widths, sizes, [width, height]) =>
  expect(sizesOf(size, room)).toEqual({ widths, sizes, width, height }),
);
