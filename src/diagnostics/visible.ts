/** Controls, line separators, lone surrogates, marks that turn the writing direction, and letters without a shape. */
export const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** East Asian Wide and Fullwidth (UAX #11), by blocks, and what is shown as an emoji. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

/**
 * Text that a terminal only shows and never obeys: every control and invisible character becomes a visible one,
 * `␛` for an escape, `<U+202E>` where Unicode has no picture of it.
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '␡';
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** What a log of CI obeys wherever it stands: GitHub's runner `##[`, others `##name[`. */
export const command = /##(?=\w*\[)/g;

/** Lines that a log of CI only shows: GitHub's runner also obeys `::` behind blanks. A word joiner stands between the signs. */
export const inert = (text: string): string =>
  text.replace(/^[^\S\n]*:(?=:)/gm, '$&\u2060').replace(command, '$&\u2060');

/** What was written, cut where a message would be nothing but it. */
export const shortened = (text: string): string => text.replace(/^(.{60}).+$/su, '$1…');

/** One user-perceived character of a line, made visible. */
export interface Cell {
  readonly text: string;
  /** In terminal columns. */
  readonly width: number;
  /** Where it is in the line, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A line's characters as a terminal shows them; a tab takes four columns wherever it stands. */
export function cellsOf(line: string): Cell[] {
  return Array.from(new Intl.Segmenter('en').segment(line), ({ segment, index }) => {
    const text = segment === '\t' ? '    ' : visible(segment);
    const width = text === segment ? widthOf(segment) : text.length;
    return { text, width, start: index, end: index + segment.length };
  });
}

/** Columns of one grapheme: its first character's, as accents and joined emoji share its place. */
function widthOf(grapheme: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}
