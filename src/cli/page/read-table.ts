import type { UnreadRow } from '../report/report.js';
import { oneLineOf, shortened } from '../text/plain-text.js';
import { type Columns, isNothing, textAt } from './columns.js';
import type { DocumentedRow } from './documented-row.js';
import { headerSays } from './headers.js';
import type { Table, TableRow } from './page.js';
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
    if (row.header && read === undefined) continue;
    if (isHeading(row, read, columns)) {
      notes.push(`${at} is a heading: “${shortened(text)}”`);
      continue;
    }
    const documented = readRow(row, read, columns, at, rows.at(-1));
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

/** The row, or why it cannot be read. */
function readRow(
  row: TableRow,
  read: StatusCell | undefined,
  columns: Columns,
  at: string,
  above: DocumentedRow | undefined,
): DocumentedRow | string {
  const codes = codesIn(textAt(row, columns.code));
  const cell = textAt(row, columns.status);
  const texts = textsOf(row, columns);
  if (read !== undefined && read.statuses.length > 0) {
    const name = [read.rest, oneLineOf(textAt(row, columns.name))].find((text) => !isNothing(text));
    const moreClasses =
      read.classes.length > 0
        ? [`the row also stands for ${read.classes.join(', ')}: a class has no row of its own`]
        : [];
    return {
      at,
      statuses: read.statuses,
      codes,
      ...(name === undefined ? {} : { name }),
      ...texts,
      because: read.ranges.map((range) => `the range ${range} was written out, a row for each number`),
      decide: moreClasses,
    };
  }
  if (codes.length > 0) {
    const decide = [
      `the page gives ${codes.join(', ')} no single status (“${shortened(cell, 40)}”): name its statuses`,
    ];
    return { at, statuses: [], codes, ...texts, because: [], decide };
  }
  if (read !== undefined)
    return `${read.classes.join(', ')} is a class or a wide range: a catalogue has a row for each single status`;
  if (isNothing(cell) && above !== undefined && above.statuses.length > 0) {
    const name = oneLineOf(textAt(row, columns.name));
    const decide = [`${at} has no status: is it more about ${above.statuses.join(', ')}, as the row above?`];
    return {
      at,
      statuses: above.statuses,
      codes: [],
      ...(isNothing(name) ? {} : { name }),
      ...texts,
      because: ['the row has no status: taken with the row above'],
      decide,
    };
  }
  return cell === '' ? 'it has no status' : `“${shortened(cell, 40)}” is no status`;
}

/** The other texts, those under a header such as "Solution" apart; what stands in a merged cell twice is said once. */
function textsOf(row: TableRow, { texts, headers }: Columns): Pick<DocumentedRow, 'meanings' | 'remedies'> {
  const filled = texts
    .map((column) => ({ text: oneLineOf(textAt(row, column)), column }))
    .filter(({ text }) => !isNothing(text));
  const isRemedy = (column: number): boolean => headerSays(headers[column] ?? '') === 'remedy';
  const take = (remedy: boolean): string[] => [
    ...new Set(filled.filter(({ column }) => isRemedy(column) === remedy).map(({ text }) => text)),
  ];
  return { meanings: take(false), remedies: take(true) };
}

function codesIn(cell: string): string[] {
  if (isNothing(cell)) return [];
  const parts = cell.split(/[\s,;、，；]+/).filter(Boolean);
  const all = parts.every((part) => /^[\w.:/-]*[\w]$/.test(part));
  return all ? [...new Set(parts)] : [oneLineOf(cell)];
}
