import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';

type Three = readonly [number, number, number];

const css = readFileSync(join(packageRoot, 'assets/theme/theme.css'), 'utf8');

/** Linear sRGB. */
function linear(hex: string): Three {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex;
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r!, g!, b!];
}

/** Chroma and hue of OKLCH, by the matrices of CSS Color 4. */
function chromaAndHue([r, g, b]: Three): readonly [chroma: number, hue: number] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const ab = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [Math.hypot(a, ab), Math.atan2(ab, a)];
}

function fromOklch(lightness: number, chroma: number, hue: number): Three {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function luminance(colour: Three): number {
  const [r, g, b] = colour.map((value) => Math.min(1, Math.max(0, value)));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** What a custom property of the theme is in one scheme, beside an accent. */
function colourOf(name: string, scheme: 'light' | 'dark', accent: string): Three {
  const declared = new RegExp(`${name}:\\s*light-dark\\(([^;]+)\\);`).exec(css)![1]!;
  const [light, dark] = declared.split(/,(?![^(]*\))/).map((part) => part.trim());
  const value = scheme === 'light' ? light! : dark!;
  if (value.startsWith('#')) return linear(value);
  const [, lightness, factor] = /^oklch\(from var\(--accent\) ([\d.]+) calc\(c \* ([\d.]+)\) h\)$/.exec(value)!;
  const [chroma, hue] = chromaAndHue(linear(accent));
  return fromOklch(Number(lightness), chroma * Number(factor), hue);
}

function contrast(one: Three, other: Three): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** By class of highlight.js, the property that colours it. */
const tokens = new Map(
  [...css.matchAll(/([^{}]*\.hljs-[^{}]*)\{\s*color: var\((--[\w-]+)\)/g)].flatMap(([, selectors, property]) =>
    [...selectors!.matchAll(/\.(hljs-[\w-]+)/g)].map(([, name]): [string, string] => [name!, property!]),
  ),
);

const accents = [
  '#c8102e',
  '#000',
  '#fff',
  '#f00',
  '#ff0',
  '#0f0',
  '#0ff',
  '#00f',
  '#f0f',
  '#e6522c',
  '#326ce5',
  '#6b8e23',
];

test('the arithmetic is that of WCAG', () => {
  expect(contrast(linear('#fff'), linear('#000'))).toBe(21);
  expect(contrast(linear('#777'), linear('#ffffff'))).toBeCloseTo(4.48, 2);
  const [chroma, hue] = chromaAndHue(linear('#c8102e'));
  expect(luminance(fromOklch(0.5278, chroma, hue))).toBeCloseTo(luminance(linear('#c8102e')), 2);
});

test('every kind of part has a colour', () => {
  expect([...tokens.keys()]).toEqual(
    expect.arrayContaining(['hljs-comment', 'hljs-keyword', 'hljs-string', 'hljs-number', 'hljs-title', 'hljs-attr']),
  );
  expect(new Set(tokens.values()).size).toBe(7);
});

test.each(['light', 'dark'] as const)('in %s, every part is readable beside any accent', (scheme) => {
  const pale = [...new Set([...tokens.values(), '--text', '--code-comment'])].flatMap((property) =>
    accents.flatMap((accent) =>
      ['--tint', '--code-line'].flatMap((ground) => {
        const found = contrast(colourOf(property, scheme, accent), colourOf(ground, scheme, accent));
        return found < 4.5 ? `${property} on ${ground} beside ${accent}: ${found.toFixed(2)}` : [];
      }),
    ),
  );
  expect(pale).toEqual([]);
});
