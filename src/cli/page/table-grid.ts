import type { Cell, TableRow } from './page.js';

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
