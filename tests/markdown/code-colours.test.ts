import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { coloursCss } from '../../src/render/colours.ts';
import { contrast } from '../../src/render/oklch.ts';

const css = readFileSync(join(packageRoot, 'assets/theme/blocks.css'), 'utf8');

/** What a custom property is in one scheme, beside an accent. */
function colourOf(name: string, scheme: 'light' | 'dark', accent: string): string {
  const [, light, dark] = new RegExp(`${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css + coloursCss(accent))!;
  return scheme === 'light' ? light! : dark!;
}

/** By class of highlight.js, the property that colours it. */
const tokens = new Map(
  [...css.matchAll(/([^{}]*\.hljs-[^{}]*)\{\s*color: var\((--[\w-]+)\)/g)].flatMap(([, selectors, property]) =>
    [...selectors!.matchAll(/\.(hljs-[\w-]+)/g)].map(([, name]): [string, string] => [name!, property!]),
  ),
);

const accents = [
  '#c8102e',
  '#000000',
  '#ffffff',
  '#ff0000',
  '#ffff00',
  '#00ff00',
  '#00ffff',
  '#0000ff',
  '#ff00ff',
  '#e6522c',
  '#326ce5',
  '#6b8e23',
];

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
