import type { UnreadRow } from '../report/report.js';
import { shortened } from '../text/plain-text.js';
import { ask, say, type Text } from '../text/say.js';
import { type Columns, isKnown, textAt } from './columns.js';
import { type DocumentedRow, unread } from './documented-row.js';
import { headerSays, isAboutStatuses } from './headers.js';
import { listed } from './listed.js';
import { type Page, rowText, type Table, type TableRow } from './page.js';
import { readRow } from './read-row.js';
import { statusCell } from './status-cell.js';
import { verdictOn } from './status-table.js';

export interface PageRows {
  /** How many rows the page has, counted before any is read. */
  readonly count: number;
  readonly rows: readonly DocumentedRow[];
  readonly unread: readonly UnreadRow[];
  readonly notes: readonly Text[];
}

/** Reads all rows of a page: of its tables, and of its lists and lines that begin with a status. */
export function readAll({ tables: own, blocks, title, notes: known }: Page): PageRows {
  const [tables, lists] = [own.map(withHeaders), listed(blocks)];
  const named = [
    ...tables.map((table, at) => ({ table, name: say`table ${at + 1}` })),
    ...lists.map((table, at) => ({ table, name: say`list ${at + 1}` })),
  ];
  const rows: DocumentedRow[] = [];
  const left: UnreadRow[] = [];
  const notes = [...known];
  for (const { table, name } of named) {
    const isElsewhere = tables.some((other) => other !== table && hasErrors(other));
    const verdict = verdictOn(table, title, isElsewhere);
    if ('because' in verdict) {
      const heading = table.title === '' ? '' : ` (“${shortened(table.title, 40)}”)`;
      notes.push(say`${name}${heading} was left out: ${verdict.because}`);
      left.push(...leftRows(table, name));
      continue;
    }
    const read = readTable(table, name, verdict.columns);
    notes.push(...verdict.columns.notes.map((note) => say`${name}: ${note}`));
    rows.push(
      ...read.rows.map((row) =>
        verdict.doubt ? { ...row, decide: [...row.decide, ask('aboutAtAll')] } : row,
      ),
    );
    left.push(...read.unread);
  }
  const count = named.reduce((sum, { table }) => sum + countedRows(table).length, 0);
  return { count, rows, unread: left, notes };
}

/** Rows of a table that was left out: one by one what may be statuses after all, and the others together. */
function leftRows(table: Table, name: Text): UnreadRow[] {
  const rows = countedRows(table).map((row) => ({
    at: say`${name}, row ${row.number}`,
    row,
    text: rowText(row),
  }));
  const likely = rows.filter(({ row }) => table.isList || row.cells.some(({ text }) => isLikely(text)));
  const [first, ...others] = rows.filter((row) => !likely.includes(row));
  const maybe = say`left out with its table or list; if it is about statuses, say so in a header or in the heading above it`;
  const left = likely.map(({ at, text }) => unread(at, text, maybe));
  if (first === undefined) return left;
  const at = others.length === 0 ? first.at : say`${first.at} and ${others.length} more`;
  const none = say`left out with its table, and names no status`;
  return [...left, { ...unread(at, first.text, none), rows: others.length + 1 }];
}

/** A status alone or before its name; `400 requests` is no status. */
function isLikely(text: string): boolean {
  // A number that a line's end parts is still one.
  const read = statusCell(text.replace(/^(\d)\s*(\d)\s*(\d)$/, '$1$2$3'));
  return read !== undefined && read.statuses.length + read.classes.length > 0 && !/^\p{Ll}/u.test(read.rest);
}

function hasErrors(table: Table): boolean {
  return table.rows.some(({ cells }) => cells.some(({ text }) => isLikely(text) && isKnown(text, 400)));
}

/** Rows that count: all with a text in them but headers. */
function countedRows(table: Table): TableRow[] {
  return table.rows.filter((row) => rowText(row) !== '' && !row.header);
}

/** Reads a table of statuses row by row: each is documented by it, or left out with a reason. */
function readTable(
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
 * columns hold; so is every row that says the same once more. Below a status, a mark is a mistake.
 */
function withHeaders(table: Table): Table {
  const told = table.rows.filter((row) => rowText(row) !== '');
  const status = told.findIndex(({ cells }) => cells.some(({ text }) => isKnown(text)));
  const marked = told.slice(0, status < 0 ? undefined : status).filter(({ header }) => header);
  const first = told.find((row) => !isSpread(row));
  const headers = marked.length === 0 && first !== undefined && saysHeaders(first) ? [first] : marked;
  const texts = new Set(headers.map(rowText));
  return { ...table, rows: table.rows.map((row) => ({ ...row, header: texts.has(rowText(row)) })) };
}

/** Short texts without a number, of which at least half say what a column holds. */
function saysHeaders({ cells }: TableRow): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '');
  const says = texts.map(headerSays);
  const isShort = texts.every((text) => text.length <= 40 && !/\d|[。.]$/.test(text));
  const isOfStatuses = texts.some(isAboutStatuses) || says.includes('status') || says.includes('code');
  return isShort && isOfStatuses && says.filter((each) => each !== undefined).length * 2 >= texts.length;
}
