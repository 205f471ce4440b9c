import { availableParallelism, cpus } from 'node:os';
import { median } from './processes.mjs';

export const ms = (time) => (time === undefined ? '–' : `${time.toFixed(time < 100 ? 1 : 0)} ms`);
export const bytes = (size) => `${Math.round(size / 2 ** 20)} MiB`;

export const seconds = (time) => `${(time / 1000).toFixed(2)} s`;

/** The median of the ratios within each pair, and how far they spread. */
export function ratios(pairs) {
  const each = pairs.map(({ first, second }) => first / second);
  const [middle, least, most] = [median(each), Math.min(...each), Math.max(...each)].map((ratio) => ratio.toFixed(2));
  return `${middle} (${least}–${most}, ${each.length} pairs)`;
}

/** Rows of cells, the first of which are headings, as a table for docs/performance.md. */
export function markdownTable([headings, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(headings), `|---${'|---:'.repeat(headings.length - 1)}|`, ...rows.map(line)].join('\n');
}

/** What the numbers depend on. */
export const machine = () =>
  `node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores`;

/** Rows of cells: the first at the left, the others at the right of their columns. */
export function table(rows, widths = [20, 12, 12]) {
  return rows
    .map((cells) =>
      cells
        .map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
