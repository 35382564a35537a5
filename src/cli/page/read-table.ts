import type { UnreadRow } from '../report/report.js';
import { both, type Text } from '../text/locale.js';
import { type Columns, isHeader, textAt } from './columns.js';
import { type DocumentedRow, unread } from './documented-row.js';
import { headerSays, isAboutStatuses } from './headers.js';
import { rowText, type Table, type TableRow } from './page.js';
import { readRow } from './read-row.js';
import { statusCell } from './status-cell.js';

export interface TableReading {
  readonly rows: readonly DocumentedRow[];
  readonly unread: readonly UnreadRow[];
  readonly notes: readonly Text[];
}

export function placeOf(table: number, { number }: TableRow): Text {
  return both(`table ${table}, row ${number}`, `表 ${table} 第 ${number} 行`);
}

/** Rows that count: all with a text in them but headers. */
export function countedRows(table: Table): TableRow[] {
  return table.rows.filter((row) => rowText(row) !== '' && !isHeader(row));
}

/** Reads a table of statuses row by row: each is documented by it, or left out with a reason. */
export function readTable(table: Table, number: number, columns: Columns): TableReading {
  const rows: DocumentedRow[] = [];
  const left: UnreadRow[] = [];
  for (const row of countedRows(table)) {
    const at = placeOf(number, row);
    if (isHeading(row, columns)) {
      left.push(unread(at, rowText(row), both('it is a heading within the table', '它是表内的标题')));
      continue;
    }
    const read = readRow({ row, table, at, columns, above: rows.at(-1) });
    if ('unread' in read) left.push(unread(at, rowText(row), read.unread));
    else rows.push(read);
  }
  return { rows, unread: left, notes: [] };
}

/** One text over the whole width. */
function isHeading(row: TableRow, { status }: Columns): boolean {
  const texts = row.cells.map(({ text }) => text);
  const own = row.cells.filter(({ merged, text }) => !merged && text !== '');
  return (
    row.cells.length > 1 &&
    own.length === 1 &&
    texts[0] === own[0]?.text &&
    new Set(texts.filter(Boolean)).size === 1 &&
    (status === undefined || statusCell(textAt(row, status)) === undefined)
  );
}

/**
 * A table whose headers are marked: where its page marks none, the first row is one if it says what
 * columns hold and has no status; so is every row that says the same as a header once more.
 */
export function withHeaders(table: Table): Table {
  const known = table.rows.filter((row) => isHeader(row) && rowText(row) !== '');
  const first =
    known.length > 0
      ? known
      : table.rows
          .filter((row) => row.cells.filter(({ text }) => text !== '').length > 0 && !isSpread(row))
          .slice(0, 1)
          .filter(saysHeaders);
  const texts = new Set(first.map(rowText));
  return {
    ...table,
    rows: table.rows.map((row) => (texts.has(rowText(row)) ? { ...row, header: true } : row)),
  };
}

/** One cell over all columns. */
function isSpread({ cells }: TableRow): boolean {
  return cells.length > 1 && new Set(cells.map(({ text }) => text)).size === 1;
}

/** Short texts without a status, of which at least half say what a column holds. */
function saysHeaders({ cells }: TableRow): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '');
  const says = texts.filter((text) => headerSays(text) !== 'nothing').length;
  const isShort = texts.every((text) => text.length <= 40 && !/\d|[。.]$/.test(text));
  return (
    isShort &&
    says * 2 >= texts.length &&
    texts.some((text) => isAboutStatuses(text) || ['status', 'code'].includes(headerSays(text)))
  );
}
