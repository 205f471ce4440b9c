import type { LineRange } from './fence-info.ts';

/** Deeper nesting than any code has; it would be copied onto every line. */
const deepest = 50;

/**
 * Highlighted HTML cut into lines, each with its own spans around it. Undefined where spans are nested too deep.
 * @param html of nothing but text and `<span>`; the line feed at its end begins no line of its own
 */
export function splitLines(html: string): string[] | undefined {
  const open: string[] = [];
  const lines: string[] = [];
  for (const line of html.replace(/\n$/, '').split('\n')) {
    const before = open.join('');
    for (const [tag] of line.matchAll(/<\/?span[^>]*>/g)) {
      if (tag.startsWith('</')) open.pop();
      else open.push(tag);
    }
    if (open.length > deepest) return undefined;
    lines.push(before + line + '</span>'.repeat(open.length));
  }
  return lines;
}

/** Marks the lines that are pointed out, and gives each its number, where they have any; a style sheet shows it. */
export function dressLines(
  lines: readonly string[],
  highlighted: readonly LineRange[],
  firstNumber: number | undefined,
): string {
  return lines
    .map((line, index) => {
      const element = highlighted.some(([from, to]) => from <= index + 1 && index + 1 <= to) ? 'mark' : 'span';
      const number = firstNumber === undefined ? '' : ` data-line="${firstNumber + index}"`;
      return element === 'span' && !number ? `${line}\n` : `<${element}${number}>${line}\n</${element}>`;
    })
    .join('');
}
