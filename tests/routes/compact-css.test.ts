import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, parse } from 'css-tree';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { compactCss } from '../../src/routes/compact-css.ts';

test.each([
  ['/* Reeds. */\na {\n\tcolor: red;\n\n\t&:hover { top: 1px }\n}\n', 'a{color: red;&:hover{top: 1px}}'],
  ['a :is(b, c) > d {}', 'a :is(b,c) > d{}'],
  ['a { width: calc(1px + 2px) }', 'a{width: calc(1px + 2px)}'],
  ['a::after { content: " /* ;  { \\" " ", " }', 'a::after{content: " /* ;  { \\" " ", "}'],
  ["a::after { content: ' /*  ' }", "a::after{content: ' /*  '}"],
  ['a { background: url(a  b/*.png) }', 'a{background: url(a  b/*.png)}'],
  ['a/* b */.c /* d */ e {}', 'a/**/.c e{}'],
  ['a {} /* never closed', 'a{}/* never closed'],
])('%j', (css, compact) => {
  expect(compactCss(css)).toBe(compact);
});

test('the theme means the same', () => {
  const meaning = (css: string) =>
    generate(
      parse(transformSync(css, { loader: 'css', supported: { nesting: false } }).code, { parseCustomProperty: true }),
    );
  const folder = join(packageRoot, 'assets/theme');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.css'))) {
    const css = readFileSync(join(folder, name), 'utf8');
    expect(compactCss(css).length).toBeLessThan(css.length * 0.85);
    expect(meaning(compactCss(css))).toBe(meaning(css));
  }
});
