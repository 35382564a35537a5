import { plainText } from '../text/plain-text.js';
import { type Cell, rowsOf, type TableRow } from './page.js';
import { columnsOf, withoutMarks } from './rst-columns.js';

/** The border of a simple table: `====  ====`. */
export function isSimpleBorder(line: string): boolean {
  return /^\s*=+(?: +=+)+\s*$/.test(line);
}

/** Reads a simple table (docutils, "Simple Tables"); an empty first column goes on with the row above. */
export function simpleTable(lines: readonly string[]): TableRow[] {
  const ranges = [
    ...columnsOf(lines[0] ?? '')
      .join('')
      .matchAll(/=+/g),
  ].map(({ index }) => index);
  const rows: string[][] = [];
  let headers = 0;
  for (const line of lines.slice(1)) {
    if (isSimpleBorder(line)) {
      if (headers === 0) headers = rows.length;
      continue;
    }
    if (/^[\s-]*$/.test(line)) continue;
    const columns = columnsOf(line);
    const cells = ranges.map((from, index) =>
      columns
        .slice(from, ranges[index + 1])
        .join('')
        .trim(),
    );
    const last = rows.at(-1);
    if (cells[0] === '' && last !== undefined)
      for (const [at, cell] of cells.entries()) last[at] += ` ${cell}`;
    else rows.push(cells);
  }
  // The closing border stands after the body, not after headers.
  if (headers === rows.length) headers = 0;
  return rowsOf(
    rows.map((row) => row.map((text): Cell => ({ text: plainText(withoutMarks(text)), merged: false }))),
    headers,
  );
}
