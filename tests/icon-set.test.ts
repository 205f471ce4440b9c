import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { type Entry, openIconSet } from '../src/icon-set.ts';
import { families } from '../src/markdown/icon-library.ts';

const require = createRequire(import.meta.url);

interface Package {
  readonly icons: Readonly<Record<string, Entry>>;
  readonly aliases?: Readonly<Record<string, Entry>>;
  readonly width?: number;
  readonly height?: number;
}

describe.each(families)('$source', ({ source, canvas }) => {
  const { icons, aliases = {}, width, height } = require(`${source}/icons.json`) as Package;
  const all = Object.keys(icons);
  const some = [all[0]!, ...all.filter((_, index) => index % 400 === 200), all.at(-1)!];

  test('one icon is the same whether it is sought in the text or the set is parsed', () => {
    const parsed = openIconSet(source);
    expect(parsed.names()).toEqual([...all, ...Object.keys(aliases)]);
    for (const name of some) {
      expect(openIconSet(source).find(name)).toEqual(icons[name]);
      expect(parsed.find(name)).toEqual(icons[name]);
    }
  });

  test('aliases lead to a picture', () => {
    const set = openIconSet(source);
    for (const [name, { parent }] of Object.entries(aliases).slice(0, 20))
      expect(set.find(name)).toEqual(icons[parent!]);
    expect(Object.values(aliases).every((alias) => Object.keys(alias).join() === 'parent')).toBe(true);
  });

  test('what is no icon is not found', () => {
    for (const name of ['constructor', 'prefix', 'icons', 'aliases', 'no-such-icon-anywhere'].filter(
      (each) => !Object.hasOwn(icons, each) && !Object.hasOwn(aliases, each),
    )) {
      const set = openIconSet(source);
      for (let question = 0; question < 7; question += 1) expect(set.find(name)).toBeUndefined();
    }
  });

  test('the canvas is the one of the package', () => {
    // 16 is the default of the format.
    expect([width ?? 16, height ?? 16]).toEqual([canvas, canvas]);
  });
});
