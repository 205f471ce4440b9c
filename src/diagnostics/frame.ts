import { type Cell, cellsOf } from './visible.ts';

/** A line of source as a terminal shows it, and where the carets under it go. */
export interface Frame {
  readonly text: string;
  /** Terminal columns before the first caret. */
  readonly offset: number;
  /** Carets, at least one. */
  readonly width: number;
}

/** Columns of a terminal that a line may take. */
const room = 100;

/**
 * How far from the span characters are looked at, in UTF-16 units: enough to fill the room with the longest usual
 * emoji, and little enough that a minified line costs nothing.
 */
const reach = 600;

/**
 * Draws one line and the span in it (column from 1, both in UTF-16 units). A span past the line's end is drawn
 * behind its last character; a line too long for the room is cut around the span, `…` standing for the rest.
 */
export function frame(line: string, column: number, length: number): Frame {
  const start = Math.min(Math.max(column - 1, 0), line.length);
  const end = Math.max(start + length, start + 1);
  const first = Math.max(0, start - reach);
  const drawn = start < line.length ? line : `${line} `;
  const all = cellsOf(drawn.slice(first, start + reach));
  const marked = (cell: Cell): boolean => first + cell.start < end && first + cell.end > start;

  const shown = around(all, marked);
  const cutBefore = first > 0 || shown[0] !== all[0];
  const cutAfter = start + reach < drawn.length || shown.at(-1) !== all.at(-1);
  const before = shown.slice(0, shown.findIndex(marked));
  return {
    text: `${cutBefore ? '…' : ''}${shown.map((cell) => cell.text).join('')}${cutAfter ? '…' : ''}`.trimEnd(),
    offset: (cutBefore ? 1 : 0) + widthOf(before),
    width: Math.max(1, widthOf(shown.filter(marked))),
  };
}

/** The cells that fit, with the marked ones in the middle, or at the start where they alone are too many. */
function around(cells: readonly Cell[], marked: (cell: Cell) => boolean): readonly Cell[] {
  const total = widthOf(cells);
  if (total <= room) return cells;
  const start = widthOf(cells.slice(0, cells.findIndex(marked)));
  const spare = Math.max(0, room - widthOf(cells.filter(marked)));
  const from = Math.max(0, Math.min(start - Math.floor(spare / 2), total - room));
  let column = 0;
  return cells.filter((cell) => {
    const at = column;
    column += cell.width;
    return at >= from && column <= from + room;
  });
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
