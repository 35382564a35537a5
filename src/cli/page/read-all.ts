import { aboutAtAll } from '../infer/questions.js';
import type { UnreadRow } from '../report/report.js';
import { shortened } from '../text/plain-text.js';
import { say, type Text } from '../text/say.js';
import { isKnown } from './columns.js';
import { type DocumentedRow, unread } from './documented-row.js';
import { listed } from './listed.js';
import { type Page, rowText, type Table } from './page.js';
import { countedRows, readTable, withHeaders } from './read-table.js';
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
      ...read.rows.map((row) => (verdict.doubt ? { ...row, decide: [...row.decide, aboutAtAll] } : row)),
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

/** A status alone or before its name; `400 requests` is none. */
function isLikely(text: string): boolean {
  const read = statusCell(text);
  return read !== undefined && (isKnown(text) || read.classes.length > 0) && !/^\p{Ll}/u.test(read.rest);
}

function hasErrors(table: Table): boolean {
  return table.rows.some(({ cells }) => cells.some(({ text }) => isLikely(text) && isKnown(text, 400)));
}
