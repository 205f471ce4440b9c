/** Signs in names of languages that make a difference, as people write them in hashtags. */
const spoken: readonly (readonly [sign: RegExp, word: string])[] = [
  [/(?<=\w)\+\+/g, 'pp'],
  [/(?<=\w)#/g, 'Sharp'],
  [/^\.(?=\w)/, 'Dot '],
];

/**
 * Tags as hashtags, each word with a capital, so that screen readers can tell them apart: `#RetryStorm`. Those that a
 * hashtag cannot say, such as a number, are left out.
 */
export function hashtagsOf(names: readonly string[], most: number): string[] {
  const made = new Map<string, string>();
  for (const name of names) {
    const words = spoken
      .reduce((text, [sign, word]) => text.replace(sign, word), name.normalize('NFC').trim())
      .split(/[^\p{L}\p{M}\p{N}]+/u);
    const tag = words.map((word) => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())).join('');
    if (/\p{L}/u.test(tag) && !made.has(tag.toLowerCase())) made.set(tag.toLowerCase(), `#${tag}`);
  }
  return [...made.values()].slice(0, most);
}
