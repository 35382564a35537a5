import { plainText } from '../text/plain-text.js';
import { markdownPage } from './markdown-page.js';
import type { Page, Table } from './page.js';
import {
  gridTable,
  isGridBorder,
  isSimpleBorder,
  listTable,
  listTableTitle,
  simpleTable,
  withoutMarks,
} from './rst-tables.js';

/**
 * Reads a reStructuredText page: its grid, simple and list tables by themselves, and the
 * rest as Markdown, which has the same paragraphs, lists and underlined headings.
 */
export function rstPage(text: string): Page {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replaceAll('\t', '        '));
  const tables: Table[] = [];
  const markdown: string[] = [];
  let [title, caption] = ['===', ''];
  for (let at = 0; at < lines.length; at += 1) {
    const [line = '', next = ''] = [lines[at], lines[at + 1]];
    const found = tableAt(lines, at);
    if (found !== undefined) {
      markdown.push('', `<table data-given="${tables.length}"></table>`, '');
      tables.push({ title: found.title || caption, rows: found.rows });
      at = found.end - 1;
    } else if (!isUnderline(line)) {
      // A heading begins a paragraph of its own.
      markdown.push(...(isUnderline(next) ? [''] : []), withoutMarks(line).replaceAll('<', '&lt;'));
    } else if (/\S/.test(markdown.at(-1) ?? '')) {
      markdown.push(title, '');
      title = '---';
    }
    caption = /^\s*\.\.\s+table::\s*(.*)$/.exec(line)?.[1]?.trim() ?? (/\S/.test(line) ? '' : caption);
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
  const until = (from: number, belongs: (next: string) => boolean): number => {
    const end = lines.findIndex((next, index) => index >= from && !belongs(next));
    return end < 0 ? lines.length : end;
  };
  const title = listTableTitle(line);
  if (title !== undefined) {
    const end = until(at + 1, (next) => next.trim() === '' || indentOf(next) > indentOf(line));
    return { title: plainText(title), rows: listTable(lines.slice(at + 1, end)), end };
  }
  if (isGridBorder(line)) {
    const end = until(at, (next) => /^\s*[+|]/.test(next));
    return { title: '', rows: gridTable(lines.slice(at, end)), end };
  }
  if (!isSimpleBorder(line)) return undefined;
  // A simple table ends with a border that a blank line (or the end of the page) follows.
  const last = lines.findIndex(
    (next, index) => index > at && isSimpleBorder(next) && !/\S/.test(lines[index + 1] ?? ''),
  );
  const end = last < 0 ? until(at, (next) => /\S/.test(next)) : last + 1;
  return { title: '', rows: simpleTable(lines.slice(at, end)), end };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isUnderline(line: string): boolean {
  return /^([=\-~^"'`#*+.:_])\1{2,}\s*$/.test(line);
}
