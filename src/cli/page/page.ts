import { oneLineOf } from '../text/plain-text.js';
import type { Text } from '../text/say.js';

export interface Cell {
  /** Lines of text, each trimmed. Empty: nothing stands there. */
  readonly text: string;
  /** True where the cell is a merged neighbour's, and not its own. */
  readonly merged: boolean;
}

/** One row of a table; merged cells are repeated in each row and column that they span. */
export interface TableRow {
  /** Its number in the table, from 1, headers included. */
  readonly number: number;
  readonly header: boolean;
  readonly cells: readonly Cell[];
}

export interface Table {
  /** The caption, or the nearest heading above it. */
  readonly title: string;
  readonly rows: readonly TableRow[];
  /** Made of texts outside of tables: each row is what begins with a status, and what is said below it. */
  readonly isList?: true;
}

/** A text outside of tables; `table` stands where a table was. */
export interface Block {
  /** `item` begins an item of a list, or a term of a list of definitions. */
  readonly kind: 'heading' | 'item' | 'text' | 'code' | 'table';
  /** A heading's level; else how deep in lists it stands. */
  readonly depth: number;
  readonly list: number;
  /** Lines as they were written. */
  readonly text: string;
}

export interface Page {
  /** The page's own title, where it has one. */
  readonly title: string;
  readonly tables: readonly Table[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Text[];
}

/** Rows from lists of cells, the first `headers` of them headers. */
export function rowsOf(rows: readonly (readonly Cell[])[], headers: number): TableRow[] {
  return rows.map((cells, index) => ({ number: index + 1, header: index < headers, cells }));
}

/** All that stands in a row, a merged cell once. */
export function rowText({ cells }: TableRow): string {
  const own = cells.filter(({ merged, text }) => !merged && text !== '');
  return oneLineOf(own.map(({ text }) => text).join(' | '));
}

/** A cell as it was written, before it is spread over what it spans. */
export interface WrittenCell {
  readonly text: string;
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** No documentation has more columns; a `colspan` of a million is a mistake or an attack. */
const mostColumns = 60;

/** Spreads merged cells, so that every row has a cell for every column (HTML, 4.9.12). */
export function spread(
  written: readonly { readonly cells: readonly WrittenCell[]; readonly head: boolean }[],
): TableRow[] {
  const open: { text: string; left: number }[] = [];
  return written.map(({ cells, head }, index) => {
    const row: Cell[] = [];
    const takeOpen = (): boolean => {
      const above = open[row.length];
      if (above === undefined || above.left === 0) return false;
      above.left -= 1;
      row.push({ text: above.text, merged: true });
      return true;
    };
    for (const cell of cells) {
      while (takeOpen());
      const columns = clamp(cell.columns, mostColumns - row.length);
      const left = clamp(cell.rows, written.length - index) - 1;
      for (let column = 0; column < columns; column++) {
        open[row.length] = { text: cell.text, left };
        row.push({ text: cell.text, merged: column > 0 });
      }
    }
    while (takeOpen());
    const header = head || (cells.length > 1 && cells.every((cell) => cell.header));
    return { number: index + 1, header, cells: row };
  });
}

/** `rowspan="0"` reaches to the end of the table. */
function clamp(span: number, most: number): number {
  if (span === 0) return Math.max(1, most);
  return Math.max(1, Math.min(Number.isInteger(span) ? span : 1, most));
}
