const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for single characters. */
export const charactersOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** In UTF-16 units, which is what most places count, and never less than what the others do. */
export const inUnits = (text: string): number => text.length;

/** Mastodon counts characters, and each address as 23 of them. */
export const inToots = (text: string): number =>
  charactersOf(text.replace(/https?:\/\/(?:[\w-]+\.)+[a-z]{2,}(?:[/?#][\w\-./?#~&=%+]*[\w/=&#+-])?/gi, '.'.repeat(23)))
    .length;

/** Bluesky allows 300 characters, and 3,000 bytes of UTF-8. */
export const inSkeets = (text: string): number =>
  Math.max(charactersOf(text).length, Math.ceil(Buffer.byteLength(text) / 10));
