import { de } from './de.ts';
import { en, type WordKey } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { ja } from './ja.ts';
import type { Plural } from './message.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';

/** The words of a language, complete. */
export type Table = { readonly [K in WordKey]: (typeof en)[K] extends string ? string : Plural };

/** What a site brings of its own. */
export type OwnWords = Partial<Table>;

/** By tag (BCP 47), as short as it can be. */
export const tables: Readonly<Record<string, Table>> = { de, en, es, fa, fr, hi, ja, pl, pt };

/** The tag of the table for a language, or for the one that it is a variety of: `pt-BR` and `pt-PT` have that of `pt`. */
export function tableTag(language: string): string | undefined {
  // Without extensions: `fa-u-ca-gregory`.
  for (let tag = new Intl.Locale(language).baseName; tag; tag = tag.replace(/-?[^-]*$/, ''))
    if (Object.hasOwn(tables, tag)) return tag;
  return undefined;
}

export const tableOf = (language: string): Table | undefined => tables[tableTag(language) ?? ''];

export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key);
