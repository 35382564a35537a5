import { decode } from './decode.js';
import { htmlPage } from './html-page.js';
import { markdownPage } from './markdown-page.js';
import type { Page } from './page.js';
import { rstPage } from './rst-page.js';
import { isGridBorder, isSimpleBorder, listTableTitle } from './rst-tables.js';

/** What pages are written in. */
export const pageFormats = ['html', 'markdown', 'rst'] as const;
export type PageFormat = (typeof pageFormats)[number];

export interface PageOptions {
  /** Default: by the file's name, else by its content. */
  readonly format?: PageFormat | undefined;
  readonly encoding?: string | undefined;
}

/** Reads a documentation page from its bytes. Any bytes are a page; a poor one has no tables. */
export function readPage(bytes: Uint8Array, file: string, options: PageOptions = {}): Page {
  const { text, notes } = decode(bytes, options.encoding);
  const format = options.format ?? formatByName(file) ?? formatByContent(text);
  const page = readers[format](text);
  return { ...page, notes: [...notes, ...page.notes] };
}

const readers: { readonly [F in PageFormat]: (text: string) => Page } = {
  html: (text) => htmlPage(text),
  markdown: markdownPage,
  rst: rstPage,
};

function formatByName(file: string): PageFormat | undefined {
  const patterns = { html: /\.x?html?$/i, markdown: /\.(?:md|markdown|mdx)$/i, rst: /\.(?:rst|rest)$/i };
  return pageFormats.find((format) => patterns[format].test(file));
}

function formatByContent(text: string): PageFormat {
  const start = text.slice(0, 2000);
  if (/^\s*(?:<!doctype html|<html|<\?xml)/i.test(start)) return 'html';
  const lines = text.split('\n', 5000);
  const isRst = lines.some(
    (line) => listTableTitle(line) !== undefined || isGridBorder(line) || isSimpleBorder(line),
  );
  return isRst ? 'rst' : 'markdown';
}
