import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Colours, coloursCss, defaultAccent, paletteOf } from '../../src/render/colours.ts';
import { contrast, toHex, toOklch } from '../../src/render/oklch.ts';

const accents = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** What stands on what, and how well it has to be told from it (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: readonly (readonly [keyof Colours, readonly (keyof Colours)[], number])[] = [
  ['text', ['paper', 'raised', 'tint', 'codeLine'], 7],
  ['link', ['paper', 'raised', 'tint'], 4.5],
  ['muted', ['paper', 'raised', 'tint'], 4.5],
  ['onAccent', ['accent'], 4.5],
  ['edge', ['paper', 'raised', 'tint'], 3],
];

test('the arithmetic is that of WCAG, and of CSS', () => {
  expect(contrast('#ffffff', '#000000')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  const red = toOklch('#ff0000');
  expect(red.l).toBeCloseTo(0.628, 3);
  expect(red.c).toBeCloseTo(0.2577, 3);
  expect((red.h * 180) / Math.PI).toBeCloseTo(29.23, 1);
});

test('a colour of a screen survives the way there and back, and another becomes one', () => {
  fc.assert(fc.property(accents, (accent) => toHex(toOklch(accent)) === accent));
  expect(toHex({ l: 0.7, c: 0.4, h: 2.5 })).toMatch(/^#[\da-f]{6}$/);
});

test('everything can be read beside any accent, in both schemes', () => {
  fc.assert(
    fc.property(accents, (accent) => {
      const palette = paletteOf(accent);
      for (const [scheme, colours] of Object.entries(palette))
        for (const [colour, grounds, least] of pairs)
          for (const ground of grounds) {
            const found = contrast(colours[colour], colours[ground]);
            if (found < least) throw new Error(`${scheme}: ${colour} on ${ground} is ${found.toFixed(2)}`);
          }
    }),
    { numRuns: 300, examples: [['#000000'], ['#ffffff'], ['#ffff00'], ['#0000ff'], ['#808080'], ['#767676']] },
  );
});

test('the accent stays what was chosen, and links keep its hue', () => {
  const { light, dark } = paletteOf('#0b6478');
  expect([light.accent, dark.accent]).toEqual(['#0b6478', '#0b6478']);
  expect(toOklch(light.link).h).toBeCloseTo(toOklch('#0b6478').h, 1);
  expect(toOklch(dark.link).h).toBeCloseTo(toOklch('#0b6478').h, 1);
});

test('the style sheet says each once, in the layer of the theme', () => {
  const css = coloursCss('#123456');
  expect(css).toContain('@layer tokens');
  expect(css).toContain('--accent: #123456;');
  expect(css.match(/--on-accent: #ffffff;/g)).toHaveLength(1);
  expect(css).toMatch(/--paper: light-dark\(#[\da-f]{6}, #[\da-f]{6}\);/);
  expect(coloursCss()).toBe(coloursCss(defaultAccent));
});
