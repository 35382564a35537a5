import { aboutAtAll } from '../infer/questions.js';
import type { UnreadRow } from '../report/report.js';
import { shortened } from '../text/plain-text.js';
import { say, type Text } from '../text/say.js';
import { isKnown } from './columns.js';
import { type DocumentedRow, unread } from './documented-row.js';
import { listed } from './listed.js';
import { type Page, rowText, type Table } from './page.js';
import { countedRows, placeOf, readTable, withHeaders } from './read-table.js';
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
export function readAll(page: Page): PageRows {
  const tables = page.tables.map(withHeaders);
  const outside = listed(page);
  const rows: DocumentedRow[] = [];
  const left: UnreadRow[] = [];
  const notes = [...page.notes];
  for (const [index, table] of tables.entries()) {
    const verdict = verdictOn(
      table,
      tables.some((other) => other !== table && hasErrors(other)),
    );
    const number = index + 1;
    if ('because' in verdict) {
      const title = table.title === '' ? '' : ` (“${shortened(table.title, 40)}”)`;
      notes.push(say`table ${number}${title} was left out: ${verdict.because}`);
      left.push(...leftRows(table, number));
      continue;
    }
    const read = readTable(table, number, verdict.columns);
    const doubt = verdict.doubt ? [aboutAtAll] : [];
    notes.push(...verdict.columns.notes.map((note) => say`table ${number}: ${note}`));
    rows.push(...read.rows.map((row) => ({ ...row, decide: [...row.decide, ...doubt] })));
    left.push(...read.unread);
  }
  const counted = tables.reduce((sum, table) => sum + countedRows(table).length, outside.count);
  return { count: counted, rows: [...rows, ...outside.rows], unread: [...left, ...outside.unread], notes };
}

/** Rows of a table that was left out: one by one what may be statuses after all, and the others together. */
function leftRows(table: Table, number: number): UnreadRow[] {
  const rows = countedRows(table).map((row) => ({ at: placeOf(number, row), row, text: rowText(row) }));
  const likely = rows.filter(({ row }) => row.cells.some(({ text }) => isLikely(text)));
  const [first, ...others] = rows.filter((row) => !likely.includes(row));
  const maybe = say`its table was left out; if it is about statuses, say so in a header or in the heading above it`;
  const left = likely.map(({ at, text }) => unread(at, text, maybe));
  if (first === undefined) return left;
  const at = others.length === 0 ? first.at : say`${first.at} and ${others.length} more`;
  const none = say`its table was left out, and names no status here`;
  return [...left, { ...unread(at, first.text, none), rows: others.length + 1 }];
}

/** A status alone or before its name; `400 requests` is none. */
function isLikely(text: string): boolean {
  const read = statusCell(text);
  return read !== undefined && (isKnown(text) || read.classes.length > 0) && !/^\p{Ll}/u.test(read.rest);
}

function hasErrors(table: Table): boolean {
  return table.rows.some(({ cells }) => cells.some(({ text }) => isLikely(text) && isKnown(text, 400)));
}
