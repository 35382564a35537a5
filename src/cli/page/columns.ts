import { httpRow, isAnyHttpName, isHttpName } from '../infer/http-names.js';
import { headerSays } from './headers.js';
import type { Table, TableRow } from './page.js';
import { statusCell } from './status-cell.js';

/** Which column holds what. */
export interface Columns {
  readonly status: number;
  readonly name: number | undefined;
  readonly code: number | undefined;
  /** All others, which say what the row means. */
  readonly texts: readonly number[];
  readonly headers: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Tells a table's columns by what stands in them. Headers break ties: there are
 * tables without any, and tables whose headers were swapped. Undefined where no
 * column holds statuses.
 */
export function columnsOf(table: Table): Columns | undefined {
  const body = bodyOf(table);
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length));
  const headers = headersOf(table, width);
  const all = Array.from({ length: width }, (_, column) => column);
  const status = best(all, (column) => statusScore(body, column, headers[column] ?? ''));
  if (status === undefined) return undefined;
  const others = all.filter((column) => column !== status);
  const code = best(others, (column) => codeScore(body, column, status, headers[column] ?? ''));
  const rest = others.filter((column) => column !== code);
  const named = body.some((row) => (statusCell(textAt(row, status))?.rest ?? '') !== '');
  const name =
    code !== undefined
      ? undefined
      : best(rest, (column) =>
          nameScore(body, column, status, headers[column] ?? '', rest.length > 1 && !named),
        );
  const texts = rest.filter((column) => column !== name);
  return { status, name, code, texts, headers, notes: lies({ status, name, code }, headers) };
}

export function bodyOf(table: Table): readonly TableRow[] {
  return table.rows.filter((row) => !isHeader(row));
}

/** A row that is marked as a header, and has no status: in a broken page, the marks may reach too far. */
export function isHeader({ header, cells }: TableRow): boolean {
  return (
    header &&
    !cells.some(({ text }) => statusCell(text)?.statuses.some((status) => httpRow(status) !== undefined))
  );
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
  return score / cells.length + (says === 'status' ? 2 : says === 'number' ? -2 : 0) + 3;
}

const codeShape =
  /^(?:[A-Z][A-Za-z]*[._-]?\d{2,}[\w.-]*|\d{4,}|[A-Za-z][A-Za-z\d]*(?:[._-]+[A-Za-z\d]+)+|[A-Z]{2,}(?:_[A-Z\d]+)+)$/;
const tokenShape = /^[A-Za-z][\w.:/-]*$/;

/** Codes look like codes; or are single words, several to a status, that are no names of HTTP's. */
function codeScore(body: readonly TableRow[], column: number, status: number, header: string): number {
  const cells = body
    .map((row) => [textAt(row, column), textAt(row, status)] as const)
    .filter(([text]) => text !== '' && !isNothing(text));
  if (cells.length === 0) return 0;
  const shaped = cells.filter(([text]) => codeShape.test(text) && !isAnyHttpName(text)).length / cells.length;
  const tokens =
    cells.filter(([text]) => (tokenShape.test(text) || codeShape.test(text)) && !isAnyHttpName(text)).length /
    cells.length;
  if (headerSays(header) === 'code') return tokens >= 0.5 ? 2 + tokens : 0;
  if (shaped >= 0.6) return 1 + shaped;
  const repeated = new Set(cells.map(([, of]) => of)).size * 2 <= cells.length;
  return tokens >= 0.8 && repeated && cells.length > 2 ? tokens : 0;
}

/** Names of HTTP's, or texts much shorter than the others. */
function nameScore(
  body: readonly TableRow[],
  column: number,
  status: number,
  header: string,
  wanted: boolean,
): number {
  const cells = body.map((row) => ({ row, text: textAt(row, column) })).filter(({ text }) => text !== '');
  if (cells.length === 0) return 0;
  const real = cells.filter(({ text }) => !isNothing(text));
  const known = real.filter(({ row, text }) =>
    (statusCell(textAt(row, status))?.statuses ?? []).some((of) => isHttpName(text, of)),
  ).length;
  if (real.length === 0) return wanted ? 0.1 : 0;
  const says = headerSays(header);
  const length = real.reduce((sum, { text }) => sum + text.length, 0) / real.length;
  if (known * 3 >= real.length) return 10 + known / real.length;
  if (!wanted) return 0;
  if (says === 'remedy') return 0;
  const sentences = real.filter(({ text }) => /[。；]|\.\s|\.$|，/.test(text)).length / real.length;
  return sentences > 0.5 || length > 60
    ? 0
    : (says === 'name' || says === 'code' ? 2 : says === 'meaning' ? 0.5 : 1) + 1 / (1 + length);
}

/** What documents write where there is nothing. */
export function isNothing(text: string): boolean {
  return /^(?:[-–—−/\\.*]+|n\/?a|none|nil|null|无|空|暂无)?$/i.test(text.trim());
}

function lies(
  { status, name, code }: Pick<Columns, 'status' | 'name' | 'code'>,
  headers: readonly string[],
): string[] {
  const notes: string[] = [];
  const say = (column: number | undefined, holds: string, fine: readonly string[]): void => {
    const header = column === undefined ? '' : (headers[column] ?? '');
    if (column === undefined || header === '' || fine.includes(headerSays(header))) return;
    notes.push(`the header of column ${column + 1} says “${header}”, but it holds ${holds}`);
  };
  say(status, 'statuses', ['status', 'code', 'nothing']);
  say(name, 'names', ['name', 'code', 'nothing', 'meaning', 'status']);
  say(code, 'error codes', ['code', 'name', 'nothing']);
  return notes;
}
