import { answerOf, type Said } from '../infer/sending.js';
import { oneLineOf, shortened } from '../text/plain-text.js';
import { ask, say, type Text } from '../text/say.js';
import { bodyOf, type Columns, codesIn, isNothing, textAt } from './columns.js';
import type { DocumentedRow } from './documented-row.js';
import { deniesRetry, headerSays } from './headers.js';
import type { Table, TableRow } from './page.js';
import { named, type StatusCell, statusCell } from './status-cell.js';

export interface PlacedRow {
  readonly row: TableRow;
  readonly table: Table;
  /** `table 1, row 3`. */
  readonly at: Text;
  readonly columns: Columns;
  /** The last row above it that was read. */
  readonly above: DocumentedRow | undefined;
}

/** Reads a row of a table of statuses, or says why it cannot be read. */
export function readRow(placed: PlacedRow): DocumentedRow | { readonly unread: Text } {
  const cell = textAt(placed.row, placed.columns.status);
  const read = placed.columns.status === undefined ? undefined : statusCell(cell);
  const codes = codesIn(textAt(placed.row, placed.columns.code));
  if (read !== undefined && read.statuses.length > 0) return statusRow(placed, read, codes);
  const told = shortened(cell, 40);
  if (codes.length > 0 && (read !== undefined || isNothing(cell))) {
    const because = say`the page gives ${codes.join(', ')} no single status (“${told}”)`;
    return { ...plainRow(placed), codes, because: [because], decide: [ask('codeStatuses')] };
  }
  if (read !== undefined)
    return {
      unread: say`${read.classes.join(', ')} is a class or a wide range: a catalogue has a row for each single status`,
    };
  return isNothing(cell) ? continuedRow(placed) : { unread: say`“${told}” is no status` };
}

/** What a row says beside its status and its codes. */
function plainRow({ row, table, at, columns }: PlacedRow): DocumentedRow {
  const { texts, headers, retry } = columns;
  const filled = texts
    .map((column) => ({ text: oneLineOf(textAt(row, column)), says: headerSays(headers[column] ?? '') }))
    .filter(({ text }) => !isNothing(text));
  const body = bodyOf(table);
  const others = body.filter((other) => texts.some((column) => textAt(other, column) !== ''));
  const isShort =
    !table.isList && texts.every((column) => textAt(row, column) === '') && others.length * 2 >= body.length;
  const count = row.cells.filter(({ text }) => text !== '').length;
  return {
    at,
    statuses: [],
    codes: [],
    // What stands in a merged cell twice is said once.
    meanings: [...new Set(filled.flatMap(({ text, says }) => (says === 'remedy' ? [] : text)))],
    remedies: [...new Set(filled.flatMap(({ text, says }) => (says === 'remedy' ? text : [])))],
    ...(retry === undefined ? {} : { answer: answerIn(row, retry, headers[retry] ?? '') }),
    isShort,
    because: isShort ? [say`the row is short: ${count} of ${headers.length} cells have a text`] : [],
    decide: [],
  };
}

function answerIn(row: TableRow, column: number, header: string): Said | 'none' {
  const cell = oneLineOf(textAt(row, column));
  if (cell !== 'none' && isNothing(cell)) return 'none';
  return { says: answerOf(cell, deniesRetry(header)), words: `${header}: ${cell}` };
}

function statusRow(placed: PlacedRow, read: StatusCell, codes: readonly string[]): DocumentedRow {
  const plain = plainRow(placed);
  const { name: own = '', text } = named(read.rest, read.statuses);
  // A name in the status's own cell, and perhaps another text where names stand.
  const cell = oneLineOf(textAt(placed.row, placed.columns.name));
  const [name, other] = [...new Set([own, cell].filter((each) => !isNothing(each)))];
  const ranges = read.ranges.map((range) => say`the range ${range} was written out, a row for each number`);
  return {
    ...plain,
    statuses: read.statuses,
    codes,
    ...(name === undefined ? {} : { name }),
    meanings: [text, other, ...plain.meanings].filter((each) => each !== undefined),
    because: [...plain.because, ...ranges],
    decide: read.classes.length > 0 ? [ask('classToo')] : [],
  };
}

/** A row without a status goes on with the row above, unless its own stands in another cell. */
function continuedRow(placed: PlacedRow): DocumentedRow | { readonly unread: Text } {
  const { row, columns, above } = placed;
  const shifted = row.cells.findIndex(({ text }) => (statusCell(text)?.statuses.length ?? 0) > 0) + 1;
  if (shifted > 0)
    return { unread: say`its status seems to stand in column ${shifted}, where other rows have none` };
  if (above === undefined || above.statuses.length === 0) return { unread: say`it has no status` };
  const name = oneLineOf(textAt(row, columns.name));
  return {
    ...plainRow(placed),
    statuses: above.statuses,
    ...(isNothing(name) ? {} : { name }),
    because: [say`a row has no status: taken with the row above`],
    decide: [ask('continued')],
  };
}
