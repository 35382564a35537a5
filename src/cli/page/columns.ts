import { httpRow, isAnyHttpName, isHttpName } from '../infer/by-http.js';
import { say, type Text } from '../text/say.js';
import { type HeaderSays, headerSays } from './headers.js';
import type { Table, TableRow } from './page.js';
import { statusCell } from './status-cell.js';

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
 * column holds statuses or error codes. `elsewhere`: another table has statuses.
 */
export function columnsOf(table: Table, elsewhere: boolean): Columns | undefined {
  const body = bodyOf(table);
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length));
  const all = Array.from({ length: width }, (_, column) => column);
  const marked = table.rows.filter(({ header }) => header);
  const headers = all.map((column) =>
    [...new Set(marked.map((row) => textAt(row, column)))].join(' ').trim(),
  );
  const says = (column: number): HeaderSays | undefined => headerSays(headers[column] ?? '');
  const retry = all.find((column) => says(column) === 'retry');
  const found = best(all, (column) => statusScore(body, column, says(column)));
  const isCode =
    found !== undefined && areCodes(body, found, `${table.title} ${headers[found]}`, says(found), elsewhere);
  const status = isCode ? undefined : found;
  const others = all.filter((column) => column !== status && column !== retry);
  const code = best(others, (column) => codeScore(body, column, says(column)));
  if (status === undefined && (code === undefined || says(code) !== 'code')) return undefined;
  const rest = others.filter((column) => column !== code);
  const isNamed = body.some((row) => (statusCell(textAt(row, status))?.rest ?? '') !== '');
  const wanted = rest.length > 1 && !isNamed;
  const name =
    code === undefined
      ? best(rest, (column) => nameScore(body, column, status, says(column), wanted))
      : undefined;
  const texts = rest.filter((column) => column !== name);
  const notes = [
    ...lie(status, headers, ['status', 'code'], say`statuses`),
    ...lie(code, headers, ['code', 'name'], say`error codes`),
  ];
  return { status, name, code, retry, texts, headers, notes };
}

/** A list has its statuses, and what stands below each. */
export const listColumns: Columns = {
  status: 0,
  name: undefined,
  code: 2,
  retry: undefined,
  texts: [1],
  headers: [],
  notes: [],
};

export function bodyOf(table: Table): readonly TableRow[] {
  return table.rows.filter(({ header }) => !header);
}

/** Whether a text begins with a status that HTTP knows. */
export function isKnown(text: string, from = 100): boolean {
  return (
    statusCell(text)?.statuses.some((status) => status >= from && httpRow(status) !== undefined) ?? false
  );
}

export function textAt(row: TableRow, column: number | undefined): string {
  return column === undefined ? '' : (row.cells[column]?.text ?? '');
}

/** The column with the highest score above zero; of equal ones the first. */
function best(columns: readonly number[], score: (column: number) => number): number | undefined {
  const scored = columns
    .map((column) => ({ column, score: score(column) }))
    .filter(({ score: of }) => of > 0);
  return scored.sort((a, b) => b.score - a.score)[0]?.column;
}

/** At least every third cell must begin with a status; numbers that HTTP knows, alone or named, count most. */
function statusScore(body: readonly TableRow[], column: number, says: HeaderSays | undefined): number {
  const cells = body.map((row) => textAt(row, column)).filter((text) => text !== '');
  const reads = cells.flatMap((text) => statusCell(text) ?? []);
  if (says === 'retry' || reads.length === 0 || reads.length * 3 < cells.length) return 0;
  const scores = reads.map(({ rest, statuses, classes }) => {
    const isKnownHere = classes.length > 0 || statuses.some((status) => httpRow(status) !== undefined);
    const form = rest === '' ? 3 : statuses.some((status) => isHttpName(rest, status)) ? 4 : 1;
    return form + (isKnownHere ? 2 : 0);
  });
  const byHeader = says === 'status' ? 2 : says === 'number' || says === 'other' ? -2 : 0;
  return scores.reduce((sum, score) => sum + score, 0) / cells.length + byHeader + 3;
}

/** Numbers of three digits that are the API's own: no error is a 1xx, and where the page has its statuses elsewhere, few are. */
function areCodes(
  body: readonly TableRow[],
  column: number,
  titles: string,
  says: HeaderSays | undefined,
  elsewhere: boolean,
): boolean {
  const statuses = body.flatMap((row) => statusCell(textAt(row, column))?.statuses ?? []);
  const isHttp = body.some(({ cells }) => {
    const own = statusCell(cells[column]?.text ?? '')?.statuses ?? [];
    return cells.some(({ text }) => own.some((status) => isHttpName(text, status)));
  });
  if (says === 'status' || isHttp || !/error|fault|错误|异常/i.test(titles)) return false;
  const errors = statuses.filter((status) => status >= 400 && httpRow(status) !== undefined);
  return statuses.every((status) => status < 200) || (elsewhere && errors.length * 2 < statuses.length);
}

/** What a code looks like, whatever its column is called; and under a header that says so, any few words. */
const shape =
  /^(?:[A-Z][A-Za-z]*(?:[._-]\d+|\d{2,})[\w.-]*|\d{4,}|[A-Z]{2,}(?:_[A-Z\d]+)+|[A-Z][a-z]\w*(?:\.[A-Za-z\d]+)+|(?:[A-Z][a-z\d]+){2,})$/;
const token = /^[\p{L}\d][\w.:/-]*(?: [\p{L}\d][\w.:/-]*){0,4}$/u;

function codeScore(body: readonly TableRow[], column: number, says: HeaderSays | undefined): number {
  const cells = body.map((row) => textAt(row, column)).filter((text) => !isNothing(text));
  if (cells.length === 0 || says === 'other' || says === 'number') return 0;
  const fits = says === 'code' ? token : shape;
  const codes = cells.filter((cell) =>
    codesIn(cell).every((code) => fits.test(code) && !isAnyHttpName(code)),
  );
  const share = codes.length / cells.length;
  return share >= 0.6 || (says === 'code' && share >= 0.5) ? share + (says === 'code' ? 2 : 1) : 0;
}

export function looksLikeCode(text: string): boolean {
  return shape.test(text) && !isAnyHttpName(text);
}

/** One a line, or between commas. A code with a space is one code, unless each part looks like one. */
export function codesIn(cell: string): string[] {
  const parts = cell.split(/\s*[\n,;、，；]\s*/).filter((part) => !isNothing(part));
  const codes = parts.flatMap((part) =>
    part.split(' ').every((word) => shape.test(word)) ? part.split(' ') : part,
  );
  return [...new Set(codes)];
}

/** A column of names has HTTP's names, or short texts without a sign of something else. */
function nameScore(
  body: readonly TableRow[],
  column: number,
  status: number | undefined,
  says: HeaderSays | undefined,
  wanted: boolean,
): number {
  const cells = body.flatMap((row) => {
    const [text, own] = [textAt(row, column), statusCell(textAt(row, status))?.statuses ?? []];
    return isNothing(text) ? [] : { text, isHttp: own.some((of) => isHttpName(text, of)) };
  });
  if (cells.length === 0) return wanted && body.some((row) => textAt(row, column) !== '') ? 0.1 : 0;
  const share = cells.filter(({ isHttp }) => isHttp).length / cells.length;
  if (share >= (says === 'meaning' ? 2 / 3 : 1 / 3)) return 10 + share;
  const length = cells.reduce((sum, { text }) => sum + text.length, 0) / cells.length;
  const others = cells.filter(({ text }) =>
    /[。；，]|\.\s|\.$|^(?:yes|no|true|false|是|否|\P{L})$/iu.test(text),
  );
  if (!wanted || /remedy|meaning|other/.test(says ?? '') || others.length * 2 > cells.length || length > 60)
    return 0;
  return (says === 'name' || says === 'code' ? 2 : 1) + 1 / (1 + length);
}

/** What documents write in an empty cell. */
export function isNothing(text: string): boolean {
  return /^(?:[-–—−/\\.*]+|n\/?a|none|nil|null|无|空|暂无)?$/i.test(text.trim());
}

function lie(column = -1, headers: readonly string[], fine: readonly HeaderSays[], holds: Text): Text[] {
  const header = headers[column] ?? '';
  const says = headerSays(header);
  if (says === undefined || fine.includes(says)) return [];
  return [say`the header of column ${column + 1} says “${header}”, but it holds ${holds}`];
}
