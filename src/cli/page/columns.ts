import { httpRow, isAnyHttpName, isHttpName } from '../infer/http-names.js';
import { both, type Text } from '../text/locale.js';
import { type HeaderSays, headerSays } from './headers.js';
import type { Table, TableRow } from './page.js';
import { statusCell } from './status-cell.js';

/** Which column holds what. */
export interface Columns {
  /** Undefined in a table of error codes alone. */
  readonly status: number | undefined;
  readonly name: number | undefined;
  readonly code: number | undefined;
  /** The column that answers whether to send again. */
  readonly retry: number | undefined;
  /** All others, which say what the row means. */
  readonly texts: readonly number[];
  readonly headers: readonly string[];
  readonly notes: readonly Text[];
}

/**
 * Tells a table's columns by what stands in them. Headers break ties: there are
 * tables without any, and tables whose headers were swapped. Undefined where no
 * column holds statuses or error codes. `elsewhere`: the page has its statuses in another table.
 */
export function columnsOf(table: Table, elsewhere: boolean): Columns | undefined {
  const body = bodyOf(table);
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length));
  const headers = headersOf(table, width);
  const all = Array.from({ length: width }, (_, column) => column);
  const says = (column: number): HeaderSays => headerSays(headers[column] ?? '');
  const retry = all.find((column) => says(column) === 'retry');
  const found = best(all, (column) =>
    column === retry ? 0 : statusScore(body, column, headers[column] ?? ''),
  );
  const own = found !== undefined && areCodes(body, found, headers[found] ?? '', table.title, elsewhere);
  const status = own ? undefined : found;
  const others = all.filter((column) => column !== status && column !== retry);
  const code = best(others, (column) => codeScore(body, column, says(column)));
  if (status === undefined && (code === undefined || says(code) !== 'code')) return undefined;
  const rest = others.filter((column) => column !== code);
  const named = body.some((row) => (statusCell(textAt(row, status))?.rest ?? '') !== '');
  const wanted = rest.length > 1 && !named;
  const name =
    code !== undefined
      ? undefined
      : best(rest, (column) => nameScore(body, column, status, says(column), wanted));
  const texts = rest.filter((column) => column !== name);
  return { status, name, code, retry, texts, headers, notes: lies({ status, name, code }, headers) };
}

export function bodyOf(table: Table): readonly TableRow[] {
  return table.rows.filter((row) => !isHeader(row));
}

/** A row that is marked as a header, and has no status: in a broken page, the marks may reach too far. */
export function isHeader({ header, cells }: TableRow): boolean {
  return header && !cells.some(({ text }) => isKnown(text));
}

export function isKnown(text: string): boolean {
  return statusCell(text)?.statuses.some((status) => httpRow(status) !== undefined) ?? false;
}

export function textAt(row: TableRow, column: number | undefined): string {
  return column === undefined ? '' : (row.cells[column]?.text ?? '');
}

function headersOf(table: Table, width: number): string[] {
  const rows = table.rows.filter(isHeader);
  return Array.from({ length: width }, (_, column) =>
    [...new Set(rows.map((row) => textAt(row, column)))].join(' ').trim(),
  );
}

/** The column with the highest score above zero; of equal ones the first. */
function best(columns: readonly number[], score: (column: number) => number): number | undefined {
  let found: number | undefined;
  let highest = 0;
  for (const column of columns) {
    const own = score(column);
    if (own > highest) [found, highest] = [column, own];
  }
  return found;
}

/** At least every third cell must begin with a status; numbers that HTTP knows, alone or named, count most. */
function statusScore(body: readonly TableRow[], column: number, header: string): number {
  const cells = body.map((row) => textAt(row, column)).filter((text) => text !== '');
  let [hits, score] = [0, 0];
  for (const text of cells) {
    const read = statusCell(text);
    if (read === undefined) continue;
    hits += 1;
    score += read.rest === '' ? 3 : read.statuses.some((status) => isHttpName(read.rest, status)) ? 4 : 1;
    if (read.classes.length > 0 || read.statuses.some((status) => httpRow(status) !== undefined)) score += 2;
  }
  if (hits === 0 || hits * 3 < cells.length) return 0;
  const says = headerSays(header);
  return score / cells.length + (says === 'status' ? 2 : says === 'number' || says === 'other' ? -2 : 0) + 3;
}

/** Numbers of three digits that are the API's own: no error is a 1xx, and few are where the page has its statuses elsewhere. */
function areCodes(
  body: readonly TableRow[],
  column: number,
  header: string,
  title: string,
  elsewhere: boolean,
): boolean {
  if (headerSays(header) === 'status' || !/error|fault|错误|异常/i.test(`${title} ${header}`)) return false;
  const statuses = body.flatMap((row) => statusCell(textAt(row, column))?.statuses ?? []);
  const named = body.some(({ cells }) => cells.some(({ text }) => isAnyHttpName(text)));
  const errors = statuses.filter((status) => status >= 400 && httpRow(status) !== undefined);
  const few = errors.length * 2 < statuses.length;
  return statuses.length > 0 && !named && (statuses.every((status) => status < 200) || (elsewhere && few));
}

/** What a code looks like, whatever its column is called; and under a header that says so, any few words. */
const shape =
  /^(?:[A-Z][A-Za-z]*[._-]?\d{2,}[\w.-]*|\d{4,}|[A-Z]{2,}(?:_[A-Z\d]+)+|[A-Z][a-z]\w*(?:\.[A-Za-z\d]+)+|(?:[A-Z][a-z\d]+){2,})$/;
const token = /^[\p{L}\d][\w.:/-]*(?: [\p{L}\d][\w.:/-]*){0,4}$/u;

function codeScore(body: readonly TableRow[], column: number, says: HeaderSays): number {
  const cells = body.map((row) => textAt(row, column)).filter((text) => !isNothing(text));
  if (cells.length === 0 || says === 'other' || says === 'number') return 0;
  const share = (pattern: RegExp): number =>
    cells.filter((cell) => codesIn(cell).every((code) => pattern.test(code) && !isAnyHttpName(code))).length /
    cells.length;
  if (says === 'code') return share(token) >= 0.5 ? 2 + share(token) : 0;
  return share(shape) >= 0.6 ? 1 + share(shape) : 0;
}

/** The codes of a cell: one a line or between commas. With a space in it, it is one code, unless each part looks like one. */
export function codesIn(cell: string): string[] {
  if (isNothing(cell)) return [];
  const parts = cell.split(/\s*[\n,;、，；]\s*/).filter((part) => !isNothing(part));
  return [
    ...new Set(
      parts.flatMap((part) => {
        const words = part.split(' ');
        return words.every((word) => shape.test(word)) ? words : [part];
      }),
    ),
  ];
}

/** Names of HTTP's, or texts much shorter than the others. */
function nameScore(
  body: readonly TableRow[],
  column: number,
  status: number | undefined,
  says: HeaderSays,
  wanted: boolean,
): number {
  const cells = body.map((row) => ({ row, text: textAt(row, column) })).filter(({ text }) => text !== '');
  if (cells.length === 0) return 0;
  const real = cells.filter(({ text }) => !isNothing(text));
  const known = real.filter(({ row, text }) =>
    (statusCell(textAt(row, status))?.statuses ?? []).some((of) => isHttpName(text, of)),
  ).length;
  if (real.length === 0) return wanted ? 0.1 : 0;
  const length = real.reduce((sum, { text }) => sum + text.length, 0) / real.length;
  if (known * 3 >= real.length) return 10 + known / real.length;
  if (!wanted || says === 'remedy' || says === 'other') return 0;
  const sentences = real.filter(({ text }) => /[。；]|\.\s|\.$|，/.test(text)).length / real.length;
  if (sentences > 0.5 || length > 60) return 0;
  return (says === 'name' || says === 'code' ? 2 : says === 'meaning' ? 0.5 : 1) + 1 / (1 + length);
}

/** What documents write where there is nothing. */
export function isNothing(text: string): boolean {
  return /^(?:[-–—−/\\.*]+|n\/?a|none|nil|null|无|空|暂无)?$/i.test(text.trim());
}

function lies(
  { status, name, code }: Pick<Columns, 'status' | 'name' | 'code'>,
  headers: readonly string[],
): Text[] {
  const say = (column: number | undefined, en: string, zh: string, fine: readonly string[]): Text[] => {
    const header = column === undefined ? '' : (headers[column] ?? '');
    if (column === undefined || header === '' || fine.includes(headerSays(header))) return [];
    return [
      both(
        `the header of column ${column + 1} says “${header}”, but it holds ${en}`,
        `第 ${column + 1} 列的标题为“${header}”，内容却是${zh}`,
      ),
    ];
  };
  return [
    ...say(status, 'statuses', '状态码', ['status', 'code', 'nothing']),
    ...say(name, 'names', '名称', ['name', 'code', 'nothing', 'meaning', 'status']),
    ...say(code, 'error codes', '错误码', ['code', 'name', 'nothing']),
  ];
}
