import type { Entry } from '../content/entry.ts';
import type { Placed } from '../content/schema/readers.ts';
import type { Code } from '../diagnostics/catalogue.ts';
import { diagnose, type Problem } from '../diagnostics/diagnostic.ts';
import { closest } from '../diagnostics/suggest.ts';
import { slugify } from '../slug.ts';
import type { Making } from './common.ts';

/** All people (or venues, or sponsors), found by id, name or alias. Identity is the slug. */
export interface Registry<T> {
  /** One that has a file; the first spelling is its preferred one. */
  add(item: T, spellings: readonly string[]): void;
  /**
   * The one meant. Where none is known, it is `made`, and without a file.
   * @param entry the file in which the reference stands
   * @param described the reference says who it is on the spot, so no file is missed
   */
  resolve(reference: Placed<string>, entry: Entry, made: () => T, described: boolean): T;
  all(): readonly T[];
}

/** What a registry says about one that has no file. */
export interface Kind {
  readonly code: Code;
  /** Where a file would describe it: `people`. */
  readonly folder: string;
}

/**
 * What is said of a name for which there is no file.
 * @param spelt the names of those who have one
 */
export function withoutFile({ code, folder }: Kind, name: string, spelt: readonly string[]): Problem {
  const meant = closest(name, spelt);
  const file = `a file \`content/${folder}/${slugify(name)}.md\` would describe ${folder === 'people' ? 'them' : 'it'}`;
  const help = meant ? `did you mean \`${meant}\`? If not, ${file}` : file;
  return { code, message: `\`${name}\` has no file`, help };
}

export function createRegistry<T extends { readonly name: string }>(
  kind: Kind,
  { diagnostics, leftOut }: Pick<Making, 'diagnostics' | 'leftOut'>,
): Registry<T> {
  const bySlug = new Map<string, { readonly item: T; readonly spellings: Set<string> }>();
  /** Those referred to before, by what was written. */
  const met = new Map<string, T>();
  const items = new Set<T>();
  /** Of those that have a file. */
  const spelt: string[] = [];
  return {
    all: () => [...items],
    add(item, spellings) {
      const known = { item, spellings: new Set(spellings) };
      items.add(item);
      spelt.push(...spellings);
      for (const spelling of spellings) if (!bySlug.has(slugify(spelling))) bySlug.set(slugify(spelling), known);
    },
    resolve({ value, path, within }, entry, made, described) {
      const again = met.get(value);
      if (again) return again;
      const slug = slugify(value);
      const known = bySlug.get(slug);
      const say = (problem: Problem) => diagnostics.push(diagnose(problem, entry.locate(path, 'value', within)));
      if (!known) {
        const item = made();
        items.add(item);
        met.set(value, item);
        bySlug.set(slug, { item, spellings: new Set([value]) });
        if (!described && !leftOut.has(slug)) say(withoutFile(kind, value, spelt));
        return item;
      }
      met.set(value, known.item);
      if (!known.spellings.has(value)) {
        const other = closest(value, known.spellings) ?? [...known.spellings][0];
        known.spellings.add(value);
        const message = `\`${value}\` and \`${other}\` are taken for one`;
        say({ code: 'two-spellings', message, help: `write \`${other}\` here too` });
      }
      return known.item;
    },
  };
}
