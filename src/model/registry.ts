import type { Entry } from '../content/entry.ts';
import type { Placed } from '../content/schema/readers.ts';
import type { Code } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { slugify } from '../slug.ts';
import type { Making } from './common.ts';

/** A reference as it was read, and the file it stands in. */
export interface Referring extends Placed<string> {
  readonly entry: Entry;
}

/** All people (or venues, or sponsors), found by id, name or alias. Identity is the slug. */
export interface Registry<T> {
  /** One that has a file; the first spelling is its preferred one. */
  add(item: T, spellings: readonly string[]): void;
  /**
   * The one meant. Where none is known, it is `made`, and without a file.
   * @param described the reference says who it is on the spot, so no file is missed
   */
  resolve(reference: Referring, made: () => T, described: boolean): T;
  all(): readonly T[];
}

/** What a registry says about one that has no file. */
interface Kind {
  readonly code: Code;
  /** Where a file would describe it: `people`. */
  readonly folder: string;
}

export function createRegistry<T extends { readonly name: string }>(
  { code, folder }: Kind,
  { diagnostics, leftOut }: Pick<Making, 'diagnostics' | 'leftOut'>,
): Registry<T> {
  const bySlug = new Map<string, { readonly item: T; readonly spellings: Set<string> }>();
  const items = new Set<T>();
  return {
    all: () => [...items],
    add(item, spellings) {
      const known = { item, spellings: new Set(spellings) };
      items.add(item);
      for (const spelling of spellings) if (!bySlug.has(slugify(spelling))) bySlug.set(slugify(spelling), known);
    },
    resolve({ value, path, within, entry }, made, described) {
      const slug = slugify(value);
      const known = bySlug.get(slug);
      const say = (of: Code, message: string, help: string) =>
        diagnostics.push(diagnose({ code: of, message, help }, entry.locate(path, 'value', within)));
      if (!known) {
        const item = made();
        items.add(item);
        bySlug.set(slug, { item, spellings: new Set([value]) });
        if (!described && !leftOut.has(slug))
          say(
            code,
            `\`${value}\` has no file`,
            `a file \`content/${folder}/${slug}.md\` would describe ${folder === 'people' ? 'them' : 'it'}`,
          );
        return item;
      }
      if (!known.spellings.has(value)) {
        known.spellings.add(value);
        const first = [...known.spellings][0];
        say('two-spellings', `\`${value}\` and \`${first}\` are taken for one`, `write \`${first}\` here too`);
      }
      return known.item;
    },
  };
}
