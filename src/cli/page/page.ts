/** One cell of a table, as text. */
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
}

/** A documentation page, whatever it was written in. */
export interface Page {
  /** The page's own title, where it has one. */
  readonly title: string;
  readonly tables: readonly Table[];
  /** Texts outside of tables, a block each. */
  readonly loose: readonly string[];
  readonly notes: readonly string[];
}

/** Rows from lists of cells, the first `headers` of them headers. */
export function rowsOf(rows: readonly (readonly Cell[])[], headers: number): TableRow[] {
  return rows.map((cells, index) => ({ number: index + 1, header: index < headers, cells }));
}
