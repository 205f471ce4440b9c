import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, lexer, parse, walk } from 'css-tree';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { built } from '../browser/site.ts';

/** What is no CSS: by the grammars of the specifications, as css-tree holds them. It knows no nesting, so esbuild unfolds that. */
function findings(css: string): string[] {
  const { code, warnings } = transformSync(css, { loader: 'css', supported: { nesting: false }, logLevel: 'silent' });
  const found = warnings.map(({ text }) => text);
  const tree = parse(code, {
    parseCustomProperty: false,
    onParseError: ({ message }, { type }) => void found.push(`${type}: ${message}`),
  });
  walk(tree, {
    visit: 'Declaration',
    enter({ property, value }) {
      // What a custom property holds is known to browsers alone, and so is what it makes of another.
      if (property.startsWith('--')) return;
      const { error } = lexer.matchProperty(property, value);
      if (error && !error.message.includes('var() is not supported'))
        found.push(`${property}: ${generate(value)}: ${error.message}`);
    },
  });
  return found;
}

const theme = join(packageRoot, 'assets/theme');
const sheets = readdirSync(theme).filter((name) => name.endsWith('.css'));

test.each(sheets)('%s is valid', (name) => {
  expect(findings(readFileSync(join(theme, name), 'utf8'))).toEqual([]);
});

test('so are the colours that are made of an accent', async () => {
  const site = await built('2026-10-15T10:00:00Z');
  const [, bytes] = [...site].find(([path]) => /colours[^/]*\.css$/.test(path))!;
  expect(findings(bytes.toString())).toEqual([]);
});

test.each(['a { colour: red }', 'a { color: 12px }', 'a { display: gird }', 'a { b: { c'])(
  'the validator sees what is wrong in %s',
  (css) => {
    expect(findings(css)).not.toEqual([]);
  },
);
