import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { htmlPage } from './html-page.js';
import type { Page, Table } from './page.js';

/**
 * Reads a Markdown page (CommonMark with GFM tables) by way of its HTML, since
 * many such pages have their tables in HTML. Indented code is read as text:
 * in a list or in HTML, the indent is the author's, and a row is a row.
 */
export function markdownPage(markdown: string, given: readonly Table[] = []): Page {
  const { body, title } = withoutFrontMatter(markdown);
  const html = micromark(withTablesApart(body.split(/\r\n|\n|\r/)).join('\n'), {
    allowDangerousHtml: true,
    extensions: [gfmTable(), { disable: { null: ['codeIndented'] } }],
    htmlExtensions: [gfmTableHtml()],
  });
  const page = htmlPage(html, given);
  return { ...page, title: page.title || title };
}

const delimiter = /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/**
 * An HTML tag makes HTML of all lines up to the next blank one (CommonMark, 4.6), also of a
 * table's: each table stands apart from what is around it. `404. ` begins no numbered list.
 */
function withTablesApart(lines: readonly string[]): string[] {
  const apart: string[] = [];
  let [fence, head] = ['', [] as readonly string[]];
  for (const [at, line] of lines.entries()) {
    const [next, afterNext] = [lines[at + 1] ?? '', lines[at + 2] ?? ''];
    const mark = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === '' ? mark !== undefined : mark?.startsWith(fence) === true)
      fence = fence === '' ? (mark ?? '') : '';
    if (fence !== '') {
      head = [];
      apart.push(line);
    } else if (isHead(line, next) && head.length === 0) {
      const [, indent = '', tags = '', row = ''] = /^([\s>]*)((?:<[^>]*>[^<|]*)*)(.*)$/.exec(line) ?? [];
      head = [`${indent}${row}`, next];
      apart.push(
        indent.trimEnd(),
        ...(tags === '' ? [] : [`${indent}${tags}`, indent.trimEnd()]),
        `${indent}${row}`,
      );
    } else if (head.length > 0 && (!line.includes('|') || /^\s*<!--/.test(line))) {
      // A tag or a comment between two rows: the rows below it are of the same table.
      const goesOn = /^[\s>]*</.test(line) && next.includes('|') && !isHead(next, afterNext);
      apart.push('', line, '', ...(goesOn ? head : []));
      if (!goesOn) head = [];
    } else {
      apart.push(
        line.replace(
          head.length > 0 ? /^(?=\s*<)/ : /^([\s>]*(?:[-*+]\s+)?[1-9]\d\d)(?=[.)]\s)/,
          head.length > 0 ? '| ' : '$1\\',
        ),
      );
    }
  }
  return apart;
}

function isHead(line: string, next: string): boolean {
  return line.includes('|') && next.includes('|') && delimiter.test(next);
}

/** The YAML between two lines of three dashes at the top of a page; only its title is of use here. */
function withoutFrontMatter(markdown: string): { readonly body: string; readonly title: string } {
  const matter = /^\ufeff?---\r?\n([\s\S]{0,4000}?)\r?\n---\r?\n/.exec(markdown);
  if (matter === null) return { body: markdown, title: '' };
  const title = /^title:\s*["']?([^"'\n]*)/m.exec(matter[1] ?? '')?.[1]?.trim() ?? '';
  return { body: markdown.slice(matter[0].length), title };
}
