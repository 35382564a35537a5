import { isWide, plainText } from '../text/plain-text.js';
import { rowsOf, type TableRow } from './page.js';

/** The border of a grid table: `+---+---+`. */
export function isGridBorder(line: string): boolean {
  return /^\s*\+(?:[-=]{2,}\+)+\s*$/.test(line);
}

/** The border of a simple table: `====  ====`. */
export function isSimpleBorder(line: string): boolean {
  return /^\s*=+(?: +=+)+\s*$/.test(line);
}

/** The title of a list table where the line opens one. */
export function listTableTitle(line: string): string | undefined {
  return /^\s*\.\.\s+list-table::\s*(.*)$/.exec(line)?.[1]?.trim();
}

/** reStructuredText's inline marks taken off: ``code``, *emphasis*, **strong**, `link <url>`_, :role:`text`. */
export function withoutMarks(text: string): string {
  return text
    .replace(/``([^`\n]+)``/g, '$1')
    .replace(/:[\w:+-]{1,40}:`([^`<\n]+?)(?:\s*<[^>\n]*>)?`/g, '$1')
    .replace(/`([^`<\n]+?)(?:\s*<[^>\n]*>)?`_{0,2}/g, '$1')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/(?<![\w*])\*([^*\s][^*\n]*)\*(?![\w*])/g, '$1')
    .replace(/\\(?=[*`|_])/g, '');
}

/**
 * A line of a text table as columns: a wide (Chinese) character fills two, as
 * docutils counts it, and its second column is empty.
 */
function columnsOf(line: string): string[] {
  const columns: string[] = [];
  for (const character of line) {
    if (/\p{Mark}/u.test(character)) columns[columns.length - 1] += character;
    else columns.push(character, ...(isWide(character) ? [''] : []));
  }
  return columns;
}

/** A cell of a grid table, as far as it was read. */
interface Growing {
  readonly lines: string[];
}
type Band = { readonly cell: Growing; readonly merged: boolean }[];

/**
 * Reads a grid table (docutils, "Grid Tables"): columns begin where any line has
 * a `+`; a border closes the cells that it runs under, and text in its place
 * goes on with the cell above.
 */
export function gridTable(lines: readonly string[]): TableRow[] {
  const grid = lines.map((line) => columnsOf(line.trim()));
  const marks = grid
    .filter(isBorderLike)
    .flatMap((line) => line.flatMap((mark, at) => (mark === '+' ? at : [])));
  const edges = [...new Set(marks)].sort((a, b) => a - b);
  const rows: Band[] = [];
  let headers = 0;
  let band: string[][] = [];
  let border: readonly string[] = [];
  // A table that is cut short has no last border.
  for (const line of [...grid, columnsOf('+--+')]) {
    if (!isBorderLike(line)) {
      band.push(line);
      continue;
    }
    if (band.length > 0) rows.push(readBand(band, border, edges, rows.at(-1)));
    if (line.includes('=') && headers === 0) headers = rows.length;
    band = [];
    border = line;
  }
  const texts = rows.map((row) => row.map(({ cell, merged }) => ({ text: textOf(cell.lines), merged })));
  return rowsOf(texts, headers);
}

/** A line of which some part is a border. */
function isBorderLike(line: readonly string[]): boolean {
  return /[-=]{2,}\+/.test(line.join(''));
}

function readBand(
  band: readonly (readonly string[])[],
  border: readonly string[],
  edges: readonly number[],
  above: Band | undefined,
): Band {
  const row: Band = [];
  for (let start = 0; start < edges.length - 1; ) {
    let end = start + 1;
    while (end < edges.length - 1 && !isEdge(band, edges[end] ?? 0)) end++;
    const [from, to] = [(edges[start] ?? 0) + 1, end === edges.length - 1 ? undefined : edges[end]];
    const isClosed = border.slice(from, edges[start + 1]).every((mark) => mark === '-' || mark === '=');
    const upper = isClosed ? undefined : above?.[start];
    const cell: Growing = upper?.cell ?? { lines: [] };
    for (const line of upper === undefined ? band : [border.slice(0, edges[end]), ...band])
      cell.lines.push(
        line
          .slice(from, to)
          .join('')
          .replace(/\|\s*$/, ''),
      );
    for (let column = start; column < end; column++)
      row.push({ cell, merged: upper !== undefined || column > start });
    start = end;
  }
  return row;
}

/** Most lines decide: in one of them the text itself may have a bar, or be out of step. */
function isEdge(band: readonly (readonly string[])[], at: number): boolean {
  return band.filter((line) => line[at] === '|' || line[at] === '+').length * 2 > band.length;
}

/** Reads a simple table (docutils, "Simple Tables"); an empty first column goes on with the row above. */
export function simpleTable(lines: readonly string[]): TableRow[] {
  const starts = [...(lines[0] ?? '').matchAll(/=+/g)].map(({ index }) => index);
  const rows: string[][][] = [];
  let headers = 0;
  for (const line of lines.slice(1)) {
    if (isSimpleBorder(line) && headers === 0) headers = rows.length;
    if (isSimpleBorder(line) || /^[\s-]*$/.test(line)) continue;
    const columns = columnsOf(line);
    const cells = starts.map((from, index) => columns.slice(from, starts[index + 1]).join(''));
    const last = rows.at(-1);
    if (cells[0]?.trim() === '' && last !== undefined)
      for (const [at, cell] of cells.entries()) last[at]?.push(cell);
    else rows.push(cells.map((cell) => [cell]));
  }
  // The closing border stands after the body, not after headers.
  return written(rows, headers === rows.length ? 0 : headers);
}

/** Reads what stands in a `list-table` directive: a list of lists, its options first. */
export function listTable(lines: readonly string[]): TableRow[] {
  const rows: string[][][] = [];
  let headers = 0;
  let dash = -1;
  for (const line of lines) {
    const option = rows.length === 0 ? /^\s*:([\w-]+):\s*(.*)$/.exec(line) : null;
    const [, before = '', gap = '', first] = /^(\s*)\*(\s+)-(?:\s+|$)(.*)$/.exec(line) ?? [];
    const [, indent = '', other] = /^(\s*)-(?:\s+|$)(.*)$/.exec(line) ?? [];
    if (option?.[1] === 'header-rows') headers = Number(option[2]) || 0;
    if (first !== undefined) {
      dash = before.length + 1 + gap.length;
      rows.push([[first]]);
    } else if (other !== undefined && indent.length === dash) rows.at(-1)?.push([other]);
    // Deeper lines are the cell's own: paragraphs, lists, a directive.
    else
      rows
        .at(-1)
        ?.at(-1)
        ?.push(line.trim().replace(/^[-*+]\s+/, '\n'));
  }
  return written(rows, headers);
}

function written(rows: readonly (readonly (readonly string[])[])[], headers: number): TableRow[] {
  return rowsOf(
    rows.map((row) => row.map((lines) => ({ text: textOf(lines), merged: false }))),
    headers,
  );
}

function textOf(lines: readonly string[]): string {
  return plainText(withoutMarks(lines.map((line) => line.replace(/^ +| +$/g, '')).join(' ')));
}
