import { answerOf, saysYes } from '../infer/answer.js';
import { type Language, languageOf } from '../infer/language.js';
import { questions } from '../infer/questions.js';
import type { Said } from '../infer/sending.js';
import { both, type Text } from '../text/locale.js';
import { oneLineOf, shortened } from '../text/plain-text.js';
import { bodyOf, type Columns, codesIn, isNothing, textAt } from './columns.js';
import type { DocumentedRow } from './documented-row.js';
import { deniesRetry, headerSays } from './headers.js';
import { classReason } from './listed.js';
import { named } from './named.js';
import type { Table, TableRow } from './page.js';
import { type StatusCell, statusCell } from './status-cell.js';

/** A row, and where it stands. */
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
  const { row, columns } = placed;
  const cell = textAt(row, columns.status);
  const read = columns.status === undefined ? undefined : statusCell(cell);
  const codes = codesIn(textAt(row, columns.code));
  if (read !== undefined && read.statuses.length > 0) return statusRow(placed, read, codes);
  if (codes.length > 0) return codeRow(placed, cell, codes);
  if (read !== undefined) return { unread: classReason(read) };
  if (isNothing(cell)) return continuedRow(placed);
  return { unread: both(`“${shortened(cell, 40)}” is no status`, `“${shortened(cell, 40)}”不是状态码`) };
}

/** What a row says beside its status and its codes. */
function plainRow({ row, table, at, columns }: PlacedRow): Omit<DocumentedRow, 'name' | 'statuses'> {
  const { texts, headers, retry } = columns;
  const filled = texts
    .map((column) => ({ text: oneLineOf(textAt(row, column)), column }))
    .filter(({ text }) => !isNothing(text));
  // What stands in a merged cell twice is said once.
  const take = (remedy: boolean): string[] => {
    const own = filled.filter(({ column }) => (headerSays(headers[column] ?? '') === 'remedy') === remedy);
    return [...new Set(own.map(({ text }) => text))];
  };
  const cells = row.cells.filter(({ text }) => text !== '').length;
  const short = texts.every((column) => textAt(row, column) === '') && isUsuallyFilled(table, texts);
  const says = both(
    `the row is short: ${cells} of ${headers.length} cells have a text`,
    `此行不完整：${headers.length} 个单元格中只有 ${cells} 个有内容`,
  );
  return {
    at,
    codes: [],
    meanings: take(false),
    remedies: take(true),
    ...(retry === undefined
      ? {}
      : { answer: answerIn(textAt(row, retry), table, retry, headers[retry] ?? '') }),
    ...(short ? { short } : {}),
    because: short ? [says] : [],
    decide: [],
  };
}

function isUsuallyFilled(table: Table, texts: readonly number[]): boolean {
  const body = bodyOf(table);
  const filled = body.filter((row) => texts.some((column) => textAt(row, column) !== ''));
  return texts.length > 0 && filled.length * 2 > body.length;
}

function answerIn(cell: string, table: Table, column: number, header: string): Said | 'none' {
  if (cell !== 'none' && isNothing(cell)) return 'none';
  const crossed = saysYes(bodyOf(table).map((row) => textAt(row, column)));
  const said = answerOf(cell, { denies: deniesRetry(header), crossed }, (text): Language => languageOf(text));
  return { ...said, words: `${header}: ${oneLineOf(cell)}` };
}

function statusRow(placed: PlacedRow, read: StatusCell, codes: readonly string[]): DocumentedRow {
  const plain = plainRow(placed);
  const { name: own, text } = named(read.rest, read.statuses);
  const cell = oneLineOf(textAt(placed.row, placed.columns.name));
  // A name in the status's own cell, and perhaps another text where names stand.
  const [name, other] = [...new Set([own ?? '', cell].filter((each) => !isNothing(each)))];
  const ranges = read.ranges.map((range) =>
    both(
      `the range ${range} was written out, a row for each number`,
      `范围 ${range} 已逐个写出，每个数字一行`,
    ),
  );
  return {
    ...plain,
    statuses: read.statuses,
    codes,
    ...(name === undefined ? {} : { name }),
    meanings: [text, other, ...plain.meanings].filter((each) => each !== undefined),
    because: [...plain.because, ...ranges],
    decide: read.classes.length > 0 ? [questions.classToo] : [],
  };
}

/** An error code whose status is missing, or is a class. */
function codeRow(placed: PlacedRow, cell: string, codes: readonly string[]): DocumentedRow {
  const because = both(
    `the page gives ${codes.join(', ')} no single status (“${shortened(cell, 40)}”)`,
    `页面没有给 ${codes.join(', ')} 单个状态码（“${shortened(cell, 40)}”）`,
  );
  return { ...plainRow(placed), statuses: [], codes, because: [because], decide: [questions.codeStatuses] };
}

/** A row without a status goes on with the row above, unless its own stands in another cell. */
function continuedRow(placed: PlacedRow): DocumentedRow | { readonly unread: Text } {
  const { row, columns, above } = placed;
  const shifted = row.cells.findIndex(({ text }) => (statusCell(text)?.statuses.length ?? 0) > 0) + 1;
  if (shifted > 0)
    return {
      unread: both(
        `its status seems to stand in column ${shifted}, where other rows have none`,
        `其状态码似乎在第 ${shifted} 列，而其他行该列没有`,
      ),
    };
  if (above === undefined || above.statuses.length === 0)
    return { unread: both('it has no status', '它没有状态码') };
  const name = oneLineOf(textAt(row, columns.name));
  return {
    ...plainRow(placed),
    statuses: above.statuses,
    ...(isNothing(name) ? {} : { name }),
    because: [both('a row has no status: taken with the row above', '一行没有状态码：归入上一行')],
    decide: [questions.continued],
  };
}
