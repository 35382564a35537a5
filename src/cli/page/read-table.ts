import type { UnreadRow } from '../report/report.js';
import { oneLineOf, shortened } from '../text/plain-text.js';
import { type Columns, isHeader, textAt } from './columns.js';
import type { DocumentedRow } from './documented-row.js';
import type { Table, TableRow } from './page.js';
import { readRow } from './read-row.js';
import { type StatusCell, statusCell } from './status-cell.js';

export interface TableReading {
  readonly rows: readonly DocumentedRow[];
  readonly unread: readonly UnreadRow[];
  readonly notes: readonly string[];
}

/** Reads a table of statuses row by row. Each row with a text in it ends up in one of the three lists. */
export function readTable(table: Table, number: number, columns: Columns): TableReading {
  const rows: DocumentedRow[] = [];
  const unread: UnreadRow[] = [];
  const notes: string[] = [];
  for (const row of table.rows) {
    const at = `table ${number}, row ${row.number}`;
    const text = rowText(row);
    const read = statusCell(textAt(row, columns.status));
    if (text === '') continue;
    if (isHeader(row)) continue;
    if (isHeading(row, read, columns)) {
      notes.push(`${at} is a heading: “${shortened(text)}”`);
      continue;
    }
    const documented = readRow({ row, at, columns, above: rows.at(-1) });
    if (typeof documented === 'string') unread.push({ at, text: shortened(text), because: documented });
    else rows.push(documented);
  }
  return { rows, unread, notes };
}

/** All that stands in a row, a merged cell once. */
export function rowText(row: TableRow): string {
  const own = row.cells.filter(({ merged, text }) => !merged && text !== '');
  return oneLineOf(own.map(({ text }) => text).join(' | '));
}

/** One text over the whole width, or the table's own headers once more. */
function isHeading(row: TableRow, read: StatusCell | undefined, { headers }: Columns): boolean {
  if (read !== undefined && read.statuses.length > 0) return false;
  const texts = row.cells.map(({ text }) => text);
  if (texts.some((text) => text !== '') && texts.every((text, column) => text === headers[column]))
    return true;
  const own = row.cells.filter(({ merged, text }) => !merged && text !== '');
  const first = row.cells[0];
  return (
    row.cells.length > 1 &&
    own.length === 1 &&
    first?.text === own[0]?.text &&
    new Set(texts.filter(Boolean)).size === 1 &&
    read === undefined
  );
}
