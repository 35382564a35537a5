import type { UnreadRow } from '../report/report.js';
import { say, type Text } from '../text/say.js';
import { type Columns, isHeader, textAt } from './columns.js';
import { type DocumentedRow, unread } from './documented-row.js';
import { headerSays, isAboutStatuses } from './headers.js';
import { rowText, type Table, type TableRow } from './page.js';
import { readRow } from './read-row.js';
import { statusCell } from './status-cell.js';

/** Rows that count: all with a text in them but headers. */
export function countedRows(table: Table): TableRow[] {
  return table.rows.filter((row) => rowText(row) !== '' && !isHeader(row));
}

/** Reads a table of statuses row by row: each is documented by it, or left out with a reason. */
export function readTable(
  table: Table,
  name: Text,
  columns: Columns,
): { readonly rows: DocumentedRow[]; readonly unread: UnreadRow[] } {
  const rows: DocumentedRow[] = [];
  const left: UnreadRow[] = [];
  for (const row of countedRows(table)) {
    const at = say`${name}, row ${row.number}`;
    const isHeading = !table.isList && isSpread(row) && statusCell(textAt(row, columns.status)) === undefined;
    const read = isHeading
      ? { unread: say`it is a heading within the table` }
      : readRow({ row, table, at, columns, above: rows.at(-1) });
    if ('unread' in read) left.push(unread(at, rowText(row), read.unread));
    else rows.push(read);
  }
  return { rows, unread: left };
}

/** One text alone, in the first cell or over all. */
function isSpread({ cells }: TableRow): boolean {
  const texts = new Set(cells.map(({ text }) => text).filter((text) => text !== ''));
  return (
    cells.length > 1 &&
    texts.size === 1 &&
    cells.filter(({ merged, text }) => !merged && text !== '').length === 1 &&
    cells[0]?.text !== ''
  );
}

/**
 * A table whose headers are marked: where its page marks none, the first row is one if it says what
 * columns hold and has no status; so is every row that says the same as a header once more.
 */
export function withHeaders(table: Table): Table {
  const marked = table.rows.filter((row) => isHeader(row) && rowText(row) !== '');
  const first = table.rows.find((row) => rowText(row) !== '' && !isSpread(row));
  const headers = marked.length === 0 && first !== undefined && saysHeaders(first) ? [first] : marked;
  const texts = new Set(headers.map(rowText));
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, header: row.header || texts.has(rowText(row)) })),
  };
}

/** Short texts without a number, of which at least half say what a column holds. */
function saysHeaders({ cells }: TableRow): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '');
  const says = texts.map(headerSays);
  const isShort = texts.every((text) => text.length <= 40 && !/\d|[。.]$/.test(text));
  const isOfStatuses = texts.some(isAboutStatuses) || says.includes('status') || says.includes('code');
  return isShort && isOfStatuses && says.filter((each) => each !== 'nothing').length * 2 >= texts.length;
}
