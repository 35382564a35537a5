import { oneLineOf, shortened } from '../text/plain-text.js';
import { type Columns, isNothing, textAt } from './columns.js';
import type { DocumentedRow } from './documented-row.js';
import { headerSays } from './headers.js';
import type { TableRow } from './page.js';
import { type StatusCell, statusCell } from './status-cell.js';

/** A row, and where it stands. */
export interface PlacedRow {
  readonly row: TableRow;
  /** `table 1, row 3`. */
  readonly at: string;
  readonly columns: Columns;
  /** The last row above it that was read. */
  readonly above: DocumentedRow | undefined;
}

/** Reads a row of a table of statuses, or says why it cannot be read. */
export function readRow(placed: PlacedRow): DocumentedRow | string {
  const { row, columns } = placed;
  const cell = textAt(row, columns.status);
  const read = statusCell(cell);
  const codes = codesIn(textAt(row, columns.code));
  if (read !== undefined && read.statuses.length > 0) return statusRow(placed, read, codes);
  if (codes.length > 0) return codeRow(placed, cell, codes);
  if (read !== undefined) {
    return `${read.classes.join(', ')} is a class or a wide range: a catalogue has a row for each single status`;
  }
  return isNothing(cell) ? continuedRow(placed) : `“${shortened(cell, 40)}” is no status`;
}

function statusRow(
  { row, at, columns }: PlacedRow,
  read: StatusCell,
  codes: readonly string[],
): DocumentedRow {
  const named = [read.rest, oneLineOf(textAt(row, columns.name))].filter((text) => !isNothing(text));
  // A name in the status's own cell, and perhaps another text where names stand.
  const [name, other] = [...new Set(named)];
  const { meanings, remedies } = textsOf(row, columns);
  return {
    at,
    statuses: read.statuses,
    codes,
    ...(name === undefined ? {} : { name }),
    meanings: other === undefined ? meanings : [other, ...meanings],
    remedies,
    because: read.ranges.map((range) => `the range ${range} was written out, a row for each number`),
    decide: read.classes.map((group) => `the row also stands for ${group}: a class has no row of its own`),
  };
}

/** An error code whose status is missing, or is a class. */
function codeRow({ row, at, columns }: PlacedRow, cell: string, codes: readonly string[]): DocumentedRow {
  const told = codes.join(', ');
  const decide = [`the page gives ${told} no single status (“${shortened(cell, 40)}”): name its statuses`];
  return { at, statuses: [], codes, ...textsOf(row, columns), because: [], decide };
}

/** A row without a status goes on with the row above, unless its own stands in another cell. */
function continuedRow({ row, at, columns, above }: PlacedRow): DocumentedRow | string {
  const shifted = row.cells.findIndex(({ text }) => (statusCell(text)?.statuses.length ?? 0) > 0);
  if (shifted >= 0) return `its status seems to stand in column ${shifted + 1}, where other rows have none`;
  if (above === undefined || above.statuses.length === 0) return 'it has no status';
  const name = oneLineOf(textAt(row, columns.name));
  return {
    at,
    statuses: above.statuses,
    codes: [],
    ...(isNothing(name) ? {} : { name }),
    ...textsOf(row, columns),
    because: ['the row has no status: taken with the row above'],
    decide: [`${at} has no status: is it more about ${above.statuses.join(', ')}, as the row above?`],
  };
}

/** The other texts, those under a header such as "Solution" apart; what stands in a merged cell twice is said once. */
function textsOf(row: TableRow, { texts, headers }: Columns): Pick<DocumentedRow, 'meanings' | 'remedies'> {
  const filled = texts
    .map((column) => ({ text: oneLineOf(textAt(row, column)), column }))
    .filter(({ text }) => !isNothing(text));
  const take = (remedy: boolean): string[] => {
    const own = filled.filter(({ column }) => (headerSays(headers[column] ?? '') === 'remedy') === remedy);
    return [...new Set(own.map(({ text }) => text))];
  };
  return { meanings: take(false), remedies: take(true) };
}

function codesIn(cell: string): string[] {
  if (isNothing(cell)) return [];
  const parts = cell.split(/[\s,;、，；]+/).filter(Boolean);
  const all = parts.every((part) => /^[\w.:/-]*\w$/.test(part));
  return all ? [...new Set(parts)] : [oneLineOf(cell)];
}
