import { plainText } from '../text/plain-text.js';
import { type Cell, rowsOf, type TableRow } from './page.js';
import { withoutMarks } from './rst-columns.js';

/** The title of a list table where the line opens one. */
export function listTableTitle(line: string): string | undefined {
  return /^\s*\.\.\s+list-table::\s*(.*)$/.exec(line)?.[1]?.trim();
}

/** Reads what stands in a `list-table` directive: a list of lists, its options first. */
export function listTable(lines: readonly string[]): TableRow[] {
  const rows: string[][][] = [];
  let headers = 0;
  let dash = -1;
  for (const line of lines) {
    const option = /^\s*:([\w-]+):\s*(.*)$/.exec(line);
    if (option !== null && rows.length === 0) {
      if (option[1] === 'header-rows') headers = Number(option[2]) || 0;
      continue;
    }
    const row = /^(\s*)\*(\s+)-(?:\s+|$)(.*)$/.exec(line);
    const cell = /^(\s*)-(?:\s+|$)(.*)$/.exec(line);
    if (row !== null) {
      dash = (row[1]?.length ?? 0) + 1 + (row[2]?.length ?? 0);
      rows.push([[row[3] ?? '']]);
    } else if (cell !== null && cell[1]?.length === dash) {
      rows.at(-1)?.push([cell[2] ?? '']);
    } else {
      // Deeper lines are the cell's own: paragraphs, lists, a directive.
      rows
        .at(-1)
        ?.at(-1)
        ?.push(line.trim().replace(/^[-*+]\s+/, '\n'));
    }
  }
  const cells = rows.map((row) => row.map((text): Cell => ({ text: textOf(text), merged: false })));
  return rowsOf(cells, headers);
}

function textOf(lines: readonly string[]): string {
  return plainText(withoutMarks(lines.join(' ')));
}
