import type { MarkdownIt } from 'markdown-it';

/** Outer quotes, then inner ones. */
type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const english: Quotes = ['“', '”', '‘', '’'];
const low: Quotes = ['„', '“', '‚', '‘'];
const angles: Quotes = ['«', '»', '“', '”'];

/** By language, or language and region, in small letters. What isn't named writes as English does. */
const quotesBy: Readonly<Record<string, Quotes>> = {
  ...Object.fromEntries(['bg', 'cs', 'de', 'is', 'lb', 'lt', 'mk', 'sk', 'sl', 'sr'].map((each) => [each, low])),
  ...Object.fromEntries(['ca', 'el', 'es', 'eu', 'gl', 'it', 'pt'].map((each) => [each, angles])),
  ...Object.fromEntries(['da', 'nb', 'nn', 'no'].map((each) => [each, ['«', '»', '‘', '’'] as const])),
  ...Object.fromEntries(['be', 'ru', 'uk'].map((each) => [each, ['«', '»', '„', '“'] as const])),
  ...Object.fromEntries(['pl', 'ro'].map((each) => [each, ['„', '”', '«', '»'] as const])),
  ...Object.fromEntries(['fi', 'sv'].map((each) => [each, ['”', '”', '’', '’'] as const])),
  'de-ch': ['«', '»', '‹', '›'],
  fr: ['«\u00a0', '\u00a0»', '“', '”'],
  'fr-ch': ['«', '»', '‹', '›'],
  hr: ['„', '”', '‘', '’'],
  hu: ['„', '”', '»', '«'],
  ja: ['「', '」', '『', '』'],
  'pt-br': english,
  'zh-hant': ['「', '」', '『', '』'],
  'zh-tw': ['「', '」', '『', '』'],
};

export function quotesOf(language: string): Quotes {
  const [name = '', ...rest] = language.toLowerCase().split('-');
  return rest.map((part) => quotesBy[`${name}-${part}`]).find(Boolean) ?? quotesBy[name] ?? english;
}

/** Straight quotes and apostrophes become those of a language (BCP 47), except in code. */
export const typographicQuotes =
  (language: string) =>
  (md: MarkdownIt): void => {
    md.set({ typographer: true, quotes: [...quotesOf(language)] });
    // It would make signs out of `(c)` and dashes out of `--`, which nobody asked for.
    md.disable('replacements');
  };
