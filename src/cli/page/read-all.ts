import { httpRow } from '../infer/http-names.js';
import type { UnreadRow } from '../report/report.js';
import { shortened } from '../text/plain-text.js';
import { bodyOf } from './columns.js';
import type { DocumentedRow } from './documented-row.js';
import type { Page, Table } from './page.js';
import { readTable, rowText, type TableReading } from './read-table.js';
import { statusCell } from './status-cell.js';
import { verdictOn } from './status-table.js';

/** Reads every table of a page that is about statuses, and says what was left out and why. */
export function readAll(page: Page): TableReading {
  const readings = page.tables.map((table, index) => readOne(table, index + 1));
  return {
    rows: readings.flatMap(({ rows }) => rows),
    unread: [...readings.flatMap(({ unread }) => unread), ...looseStatuses(page.loose)],
    notes: [...page.notes, ...readings.flatMap(({ notes }) => notes)],
  };
}

function readOne(table: Table, number: number): TableReading {
  const verdict = verdictOn(table);
  const title = table.title === '' ? '' : ` (“${shortened(table.title, 40)}”)`;
  if (verdict.columns === undefined) {
    return {
      rows: [],
      unread: statusesIn(table, number),
      notes: [`table ${number}${title} was left out: ${verdict.because}`],
    };
  }
  const reading = readTable(table, number, verdict.columns);
  const headers = verdict.columns.notes.map((note) => `table ${number}: ${note}`);
  const because = `table ${number}${title} was taken as one of statuses: ${verdict.because}`;
  const rows = verdict.doubt ? reading.rows.map((row) => doubted(row, number)) : reading.rows;
  return { rows, unread: reading.unread, notes: [because, ...headers, ...reading.notes] };
}

function doubted(row: DocumentedRow, number: number): DocumentedRow {
  return {
    ...row,
    decide: [...row.decide, `is table ${number} about HTTP statuses at all? Only its numbers say so`],
  };
}

/** Rows of a table that was left out which may be statuses after all. */
function statusesIn(table: Table, number: number): UnreadRow[] {
  const because =
    'its table was left out; if it is about statuses, say so in a header or in the heading above it';
  return bodyOf(table)
    .filter((row) => row.cells.some(({ text }) => isLikely(text)))
    .map((row) => ({ at: `table ${number}, row ${row.number}`, text: shortened(rowText(row)), because }));
}

/** Lines outside of tables that begin with a status: lists, headings, tables that fell apart. */
function looseStatuses(loose: readonly string[]): UnreadRow[] {
  const because = 'it stands outside of any table, and only tables are read';
  return loose.filter(isLikely).map((text) => ({ at: 'outside of tables', text: shortened(text), because }));
}

/** A status that HTTP knows, alone or before its name; `200 requests` is not one, `200 | OK` is. */
function isLikely(text: string): boolean {
  const line = text.replace(/^[\s|#>*+-]+/, '');
  const read = /^(?:HTTP\b|状态码|[1-9](?:\d\d|xx)(?!\d))/i.test(line) ? statusCell(line) : undefined;
  if (read === undefined) return false;
  const known = read.classes.length > 0 || read.statuses.some((status) => httpRow(status) !== undefined);
  return (
    known && (read.rest === '' || /^(?![a-z])/u.test(read.rest) || /^[1-9]\d\d\s*[|:：,，–—-]/.test(line))
  );
}
