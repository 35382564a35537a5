import { plainText } from '../text/plain-text.js';
import { markdownPage } from './markdown-page.js';
import type { Page, Table } from './page.js';
import { withoutMarks } from './rst-columns.js';
import { gridTable, isGridBorder, isGridLine } from './rst-grid.js';
import { listTable, listTableTitle } from './rst-list.js';
import { isSimpleBorder, simpleTable } from './rst-simple.js';

/**
 * Reads a reStructuredText page: its grid, simple and list tables by themselves, and the
 * rest as Markdown, which has the same paragraphs, lists and underlined headings.
 */
export function rstPage(text: string): Page {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replaceAll('\t', '        '));
  const tables: Table[] = [];
  const markdown: string[] = [];
  let [titled, caption] = [false, ''];
  for (let at = 0; at < lines.length; ) {
    const [line = '', next] = [lines[at], lines[at + 1]];
    const found = tableAt(lines, at);
    if (found !== undefined) {
      markdown.push('', `<table data-given="${tables.length}"></table>`, '');
      tables.push({ title: found.title || caption, rows: found.rows });
      caption = '';
      at = found.end;
      continue;
    }
    caption = /^\s*\.\.\s+table::\s*(.*)$/.exec(line)?.[1]?.trim() ?? (/\S/.test(line) ? '' : caption);
    if (!isUnderline(line)) {
      markdown.push(withoutMarks(line).replaceAll('<', '&lt;'));
    } else if (/\S/.test(markdown.at(-1) ?? '')) {
      markdown.push(titled ? '---' : '===', '');
      titled = true;
    }
    at += 1;
    if (isUnderline(next) && /\S/.test(line)) markdown.splice(-1, 0, '');
  }
  return markdownPage(markdown.join('\n'), tables);
}

interface Found {
  readonly title: string;
  readonly rows: Table['rows'];
  readonly end: number;
}

function tableAt(lines: readonly string[], at: number): Found | undefined {
  const line = lines[at] ?? '';
  const listTitle = listTableTitle(line);
  if (listTitle !== undefined) {
    const end = endOf(lines, at + 1, (next) => /^\s*$/.test(next) || indentOf(next) > indentOf(line));
    return { title: plainText(listTitle), rows: listTable(lines.slice(at + 1, end)), end };
  }
  if (isGridBorder(line)) {
    const end = endOf(lines, at, isGridLine);
    return { title: '', rows: gridTable(lines.slice(at, end)), end };
  }
  if (isSimpleBorder(line)) {
    const end = endOfSimple(lines, at);
    return { title: '', rows: simpleTable(lines.slice(at, end)), end };
  }
  return undefined;
}

/** A simple table ends with a border that a blank line (or the end of the page) follows. */
function endOfSimple(lines: readonly string[], at: number): number {
  for (let line = at + 1; line < lines.length; line++) {
    if (isSimpleBorder(lines[line] ?? '') && !/\S/.test(lines[line + 1] ?? '')) return line + 1;
  }
  return endOf(lines, at, (line) => /\S/.test(line));
}

function endOf(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && belongs(lines[end] ?? '')) end++;
  return end;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isUnderline(line: string | undefined): boolean {
  return line !== undefined && /^([=\-~^"'`#*+.:_])\1{2,}\s*$/.test(line);
}
