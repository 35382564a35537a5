import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { htmlPage } from './html-page.js';
import type { Page } from './page.js';

/**
 * Reads a Markdown page (CommonMark with GFM tables) by way of its HTML, since
 * many such pages have their tables in HTML. Indented code is read as text:
 * in a list or in HTML, the indent is the author's, and a row is a row.
 */
export function markdownPage(markdown: string): Page {
  const { body, title } = withoutFrontMatter(markdown);
  const html = micromark(body, {
    allowDangerousHtml: true,
    extensions: [gfmTable(), { disable: { null: ['codeIndented'] } }],
    htmlExtensions: [gfmTableHtml()],
  });
  const page = htmlPage(html);
  return { ...page, title: page.title || title };
}

/** The YAML between two lines of three dashes at the top of a page; only its title is of use here. */
function withoutFrontMatter(markdown: string): { readonly body: string; readonly title: string } {
  const matter = /^\ufeff?---\r?\n([\s\S]{0,4000}?)\r?\n---\r?\n/.exec(markdown);
  if (matter === null) return { body: markdown, title: '' };
  const title = /^title:\s*["']?([^"'\n]*)/m.exec(matter[1] ?? '')?.[1]?.trim() ?? '';
  return { body: markdown.slice(matter[0].length), title };
}
