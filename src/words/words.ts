import { closest } from '../diagnostics/suggest.ts';
import { keep } from '../keep.ts';
import { type Direction, directionOf } from './direction.ts';
import { en, type WordKey } from './en.ts';
import { isWordKey, type OwnWords, tableOf } from './languages.ts';
import { fill, type Plural } from './message.ts';

/** What stands in for placeholders. Numbers are written as the language writes them. */
export type Values = Readonly<Record<string, string | number>>;

/** The words of one language. */
export interface Words {
  /** BCP 47: how dates and numbers beside the words are written. */
  readonly language: string;
  readonly direction: Direction;
  /** A message with its placeholders open; of several forms, that for `count`. Throws for a key that there isn't. */
  pattern(key: string, count?: number): string;
  /** A message, filled. */
  t(key: WordKey, values?: Values): string;
  number(value: number): string;
  /** Names in one sentence: `A, B and C`. */
  list(items: readonly string[]): string;
  /** What stands behind the item at an index of so many: `, `, ` and `, or nothing. */
  gap(index: number, count: number): string;
}

/** What a site says about its words. */
export interface WordsConfig {
  /** BCP 47 */
  readonly language: string;
  readonly words: OwnWords;
}

/** The words for pages in a language; without one, for those in the site's. */
export type WordsIn = (language?: string) => Words;

/**
 * Words for a site. Its own outweigh the built-in ones of its language, and stand on pages in languages without a table,
 * too; what is missing is English.
 */
export const wordsOf: (config: WordsConfig) => WordsIn = keep(({ language, words }: WordsConfig): WordsIn => {
  const own = { ...en, ...tableOf(language), ...words };
  const made = new Map([[language, createWords(language, own)]]);
  return (asked = language) => {
    const known = made.get(asked) ?? createWords(asked, tableFor(asked));
    made.set(asked, known);
    return known;
  };

  function tableFor(asked: string): OwnWords {
    const table = tableOf(asked);
    return table && table !== tableOf(language) ? table : own;
  }
});

function createWords(language: string, table: OwnWords): Words {
  const lists = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const numbers = once(() => new Intl.NumberFormat(language, { useGrouping: 'min2' as never }));
  const plurals = once(() => new Intl.PluralRules(language));
  const number: Words['number'] = (value) => numbers().format(value);
  const pattern: Words['pattern'] = (key, count = 0) => {
    if (!isWordKey(key)) throw new Error(unknown(key));
    const message = table[key] ?? en[key];
    if (typeof message === 'string') return message;
    return (message as Plural)[plurals().select(count)] ?? message.other;
  };
  const direction = once(() => directionOf(language));
  return {
    language,
    get direction() {
      return direction();
    },
    pattern,
    number,
    t: (key, values = {}) =>
      fill(pattern(key, Number(values.count)), (name) => {
        const value = values[name];
        return typeof value === 'number' ? number(value) : value;
      }),
    list: (items) => lists().format(items),
    gap(index, count) {
      const parts = lists().formatToParts(Array.from({ length: count }, () => '-'));
      const at = parts.flatMap(({ type }, each) => (type === 'element' ? each : []));
      const next = parts[(at[index] ?? parts.length) + 1];
      return next?.type === 'literal' ? next.value : '';
    },
  };
}

/** The words of the program itself, for where there is no site. */
export const english: Words = createWords('en', en);

/** For a message about a key that isn't there. */
function unknown(key: string): string {
  const meant = closest(key, Object.keys(en));
  return `there are no words \`${key}\`${meant ? `; did you mean \`${meant}\`?` : ''}`;
}

/** What `Intl` makes is costly, and a build needs little of it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
