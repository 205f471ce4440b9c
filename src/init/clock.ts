/** The hour, in the languages of the theme: `19 Uhr`, `19h`, `19時`, `19 बजे`. */
const hourWord = /(\d)\s*(?:Uhr|hs?|Std|時|बजे)(?![\p{L}\d])\.?/giu;
/** What stands before a time, or the first of two. */
const before = /^(?:(?:von|ab|um|from|at|des?|das|a las|a|à|às|od|o|godz\.?|از|ساعت)\s+)+(?=\d)/iu;
/** What stands between two. */
const between = /(?<=\d)\s*(?:bis|until|a las|a|à|às|do|から|〜|~|تا|से)\s*(?=\d)/giu;

/** A time of day, or two, that somebody says in the words of a language, as the schema reads it: `19 Uhr` is `19:00`. */
export function plainClock(written: string): string {
  const spoken = written
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\b([ap])\.\s?m\b\.?/gi, '$1m')
    .replace(/(\d)\s*[.h時]\s*(\d\d)分?(?!\d)/gi, '$1:$2');
  // Without a word for hours, `7` could be in the evening.
  const isSure = spoken.search(hourWord) >= 0;
  const clock = spoken.replace(hourWord, '$1').replace(before, '').replace(between, '-');
  return clock.replace(/(?<![\d:])(\d{1,2})(?![\d:]|\s*[ap]m)/gi, (hour) =>
    isSure || Number(hour) > 12 ? `${hour}:00` : hour,
  );
}

/** The digits of a script stand side by side. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
