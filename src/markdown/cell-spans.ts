import type { Token } from 'markdown-it';

interface Cell {
  /** Its place among the tokens. */
  readonly start: number;
  readonly columns: number;
  readonly rows: number;
  readonly isEmpty: boolean;
}

/** A cell reaches no further in HTML. */
const widest = 1_000;

/**
 * Makes room for cells that reach over others, by `colspan` and `rowspan`: as many empty cells as they cover are taken
 * from the end of their rows. What says something is never taken out.
 */
export function makeRoomForSpans(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let columns = 0;
  let cells: Cell[] = [];
  /** Of earlier rows, for how many rows to come and how many columns. */
  let reaching: Pick<Cell, 'columns' | 'rows'>[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open') columns = 0;
    else if (token.type === 'tbody_open') reaching = [];
    else if (token.type === 'tr_open') cells = [];
    else if (token.type === 'th_open' || token.type === 'td_open') cells.push(cellAt(kept.length, index, tokens));
    else if (token.type === 'tr_close') {
      columns ||= cells.length;
      let surplus = widthOf(cells) + widthOf(reaching) - columns;
      for (; surplus > 0 && cells.at(-1)?.isEmpty; surplus -= 1) kept.length = cells.pop()!.start;
      reaching = [...reaching, ...cells]
        .map((cell) => ({ ...cell, rows: cell.rows - 1 }))
        .filter(({ rows }) => rows > 0);
    }
    kept.push(token);
  }
  return kept;
}

function cellAt(start: number, index: number, tokens: readonly Token[]): Cell {
  const [cell, inline] = [tokens[index]!, tokens[index + 1]!];
  const span = (name: string): number => Math.min(Number.parseInt(String(cell.attrGet(name)), 10) || 1, widest);
  const [columns, rows] = [span('colspan'), span('rowspan')];
  return { start, columns, rows, isEmpty: inline.content === '' && columns === 1 };
}

const widthOf = (cells: readonly Pick<Cell, 'columns'>[]): number =>
  cells.reduce((width, cell) => width + cell.columns, 0);
