import { httpRow } from '../infer/http-names.js';
import { questions } from '../infer/questions.js';
import type { UnreadRow } from '../report/report.js';
import { both, inLocale, type Text } from '../text/locale.js';
import { shortened } from '../text/plain-text.js';
import { type DocumentedRow, unread } from './documented-row.js';
import { listed } from './listed.js';
import { type Page, rowText, type Table } from './page.js';
import { countedRows, placeOf, readTable, type TableReading, withHeaders } from './read-table.js';
import { statusCell } from './status-cell.js';
import { verdictOn } from './status-table.js';

export interface PageRows extends TableReading {
  /** How many rows the page has, counted before any is read. */
  readonly count: number;
}

/** Reads all rows of a page: of its tables, and of its lists and lines that begin with a status. */
export function readAll(page: Page): PageRows {
  const tables = page.tables.map(withHeaders);
  const readings = tables.map((table, index) => readOne(table, index + 1, tables));
  const outside = listed(page);
  const rows = tables.reduce((sum, table) => sum + countedRows(table).length, 0);
  return {
    count: rows + outside.rows.length + outside.unread.length,
    rows: [...readings.flatMap((reading) => reading.rows), ...outside.rows],
    unread: [...readings.flatMap((reading) => reading.unread), ...outside.unread],
    notes: [...page.notes, ...readings.flatMap(({ notes }) => notes)],
  };
}

function readOne(table: Table, number: number, all: readonly Table[]): TableReading {
  const elsewhere = all.some((other) => other !== table && hasErrors(other));
  const verdict = verdictOn(table, elsewhere);
  const title = table.title === '' ? '' : ` (“${shortened(table.title, 40)}”)`;
  const told = (en: string, zh: string): Text =>
    both(
      `table ${number}${title} ${en}: ${inLocale(verdict.because, 'en')}`,
      `表 ${number}${title}${zh}：${inLocale(verdict.because, 'zh')}`,
    );
  if (verdict.columns === undefined) {
    return { rows: [], unread: leftRows(table, number), notes: [told('was left out', '已略过')] };
  }
  const { rows, unread: left } = readTable(table, number, verdict.columns);
  const headers = verdict.columns.notes.map((note) =>
    both(`table ${number}: ${inLocale(note, 'en')}`, `表 ${number}：${inLocale(note, 'zh')}`),
  );
  return {
    rows: verdict.doubt ? rows.map(doubted) : rows,
    unread: left,
    notes: [told('was taken as one of statuses', '视为状态码表'), ...headers],
  };
}

function doubted(row: DocumentedRow): DocumentedRow {
  return { ...row, decide: [...row.decide, questions.table] };
}

/** Rows of a table that was left out: one by one what may be statuses after all, and the others together. */
function leftRows(table: Table, number: number): UnreadRow[] {
  const [likely, others] = [[] as UnreadRow[], [] as ReturnType<typeof countedRows>[number][]];
  for (const row of countedRows(table)) {
    if (row.cells.some(({ text }) => isError(text, 100)))
      likely.push(unread(placeOf(number, row), rowText(row), maybe));
    else others.push(row);
  }
  const [first, second] = others;
  if (first === undefined) return likely;
  const at = placeOf(number, first);
  const more = both(
    `${inLocale(at, 'en')} and ${others.length - 1} more`,
    `${inLocale(at, 'zh')}等 ${others.length} 行`,
  );
  return [
    ...likely,
    { ...unread(second === undefined ? at : more, rowText(first), without), rows: others.length },
  ];
}

const maybe = both(
  'its table was left out; if it is about statuses, say so in a header or in the heading above it',
  '其所在的表已略过；若它关于状态码，请在列标题或表上方的标题中写明',
);
const without = both('its table was left out, and names no status here', '其所在的表已略过，此处没有状态码');

function hasErrors(table: Table): boolean {
  return table.rows.some(({ cells }) => cells.some(({ text }) => isError(text, 400)));
}

/** A status that HTTP knows, alone or before its name; `400 requests` is none. */
function isError(text: string, from: number): boolean {
  const read = statusCell(text);
  const known = read?.statuses.some((status) => status >= from && httpRow(status) !== undefined) ?? false;
  return read !== undefined && (known || read.classes.length > 0) && !/^\p{Ll}/u.test(read.rest);
}
