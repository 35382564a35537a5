import { plainText } from '../text/plain-text.js';
import { type Cell, rowsOf, type TableRow } from './page.js';
import { columnsOf, withoutMarks } from './rst-columns.js';

/** Whether a line belongs to a grid table. */
export function isGridLine(line: string): boolean {
  return /^\s*[+|]/.test(line);
}

export function isGridBorder(line: string): boolean {
  return /^\s*\+(?:[-=]{2,}\+)+\s*$/.test(line);
}

interface Growing {
  text: string[];
}

/**
 * Reads a grid table (docutils, "Grid Tables"): columns begin where any line has
 * a `+`; a border closes the cells that it runs under, and text in its place
 * goes on with the cell above.
 */
export function gridTable(lines: readonly string[]): TableRow[] {
  const grid = lines.map((line) => columnsOf(line.trim()));
  const edges = edgesOf(grid);
  const rows: { cell: Growing; merged: boolean }[][] = [];
  let headers = 0;
  let band: string[][] = [];
  let border: readonly string[] = [];
  for (const line of grid) {
    if (!isBorderLike(line)) {
      band.push(line);
      continue;
    }
    if (band.length > 0) rows.push(readBand(band, border, edges, rows.at(-1)));
    if (line.includes('=') && headers === 0) headers = rows.length;
    band = [];
    border = line;
  }
  // A table that is cut short has no last border.
  if (band.length > 0) rows.push(readBand(band, border, edges, rows.at(-1)));
  const cells = rows.map((row) => row.map(({ cell, merged }): Cell => ({ text: textOf(cell), merged })));
  return rowsOf(cells, headers);
}

/** A line of which some part is a border. */
function isBorderLike(line: readonly string[]): boolean {
  return /[+|]?[-=]{2,}\+/.test(line.join('')) && line.includes('+');
}

function edgesOf(grid: readonly (readonly string[])[]): number[] {
  const edges = new Set<number>();
  for (const line of grid.filter(isBorderLike)) {
    for (const [at, character] of line.entries()) if (character === '+') edges.add(at);
  }
  return [...edges].sort((a, b) => a - b);
}

function readBand(
  band: readonly (readonly string[])[],
  border: readonly string[],
  edges: readonly number[],
  above: readonly { cell: Growing; merged: boolean }[] | undefined,
): { cell: Growing; merged: boolean }[] {
  const row: { cell: Growing; merged: boolean }[] = [];
  for (let start = 0; start < edges.length - 1; ) {
    let end = start + 1;
    while (end < edges.length - 1 && !isEdge(band, edges[end] ?? 0)) end++;
    const from = (edges[start] ?? 0) + 1;
    const upper = above?.[start];
    const goesOn = upper !== undefined && !isClosed(border, from, edges[start + 1] ?? 0);
    const cell: Growing = goesOn ? upper.cell : { text: [] };
    if (goesOn) cell.text.push(slice(border, from, edges[end]));
    for (const line of band)
      cell.text.push(slice(line, from, end === edges.length - 1 ? undefined : edges[end]));
    for (let column = start; column < end; column++) row.push({ cell, merged: goesOn || column > start });
    start = end;
  }
  return row;
}

/** Most lines decide: in one of them the text itself may have a bar, or be out of step. */
function isEdge(band: readonly (readonly string[])[], at: number): boolean {
  const bars = band.filter((line) => line[at] === '|' || line[at] === '+').length;
  return bars * 2 > band.length;
}

function isClosed(border: readonly string[], from: number, to: number): boolean {
  return border.slice(from, to).every((character) => character === '-' || character === '=');
}

function slice(line: readonly string[], from: number, to: number | undefined): string {
  return line
    .slice(from, to)
    .join('')
    .replace(/\|\s*$/, '');
}

function textOf(cell: Growing): string {
  return plainText(withoutMarks(cell.text.map((line) => line.trim()).join(' ')));
}
