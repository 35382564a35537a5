import { BadInput } from '../streams.js';
import { say, type Text } from '../text/say.js';
import { htmlPage } from './html-page.js';
import { markdownPage } from './markdown-page.js';
import type { Page } from './page.js';
import { rstPage } from './rst-page.js';
import { isGridBorder, isSimpleBorder, listTableTitle } from './rst-tables.js';

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

export interface Decoded {
  readonly text: string;
  readonly notes: readonly Text[];
}

/**
 * The text of a file. UTF-8, unless a byte-order mark or `encoding` says otherwise; bytes
 * that are no UTF-8 are read as the page declares, as GB18030 (which holds GBK) where
 * they look like Chinese, else as windows-1252. What was not certain is noted.
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  const mark = [bytes[0], bytes[1]].join();
  const given = encoding ?? { '255,254': 'utf-16le', '254,255': 'utf-16be' }[mark];
  if (given !== undefined) return decodeAs(bytes, given, []);
  const lossy = new TextDecoder().decode(bytes);
  // UTF-8 with a few broken bytes is still UTF-8: most of its characters are whole.
  const [whole, broken] = [count(lossy, /(?!\ufffd)\P{ASCII}/gu), count(lossy, /\ufffd/g)];
  if (broken === 1 && lossy.endsWith('\ufffd') && whole > 0)
    return { text: lossy.slice(0, -1), notes: [say`the file ends inside a character: it is cut short`] };
  if (whole >= 8 * broken) return withDamage(lossy, []);
  // Each byte as a character of its own.
  const raw = new TextDecoder('latin1').decode(bytes);
  const declared = /<meta[^>]{0,200}charset=["']?([\w-]{3,20})/i.exec(raw.slice(0, 4096))?.[1];
  if (declared !== undefined && !/^utf-?8$/i.test(declared) && isEncoding(declared))
    return decodeAs(bytes, declared, [say`read as ${declared}, as the page declares`]);
  // GB 2312 has its characters in two bytes above A0; in Western texts such a byte stands alone.
  const isChinese = count(raw, /[\u00a1-\u00fe\u0080-\u009f€-™]{2}/gu) * 3 > count(raw, /\P{ASCII}/gu);
  const guess = isChinese ? 'GB18030' : 'windows-1252';
  return decodeAs(bytes, guess, [
    say`read as ${guess}, since it is not UTF-8; check its texts, or name the encoding with --encoding`,
  ]);
}

function decodeAs(bytes: Uint8Array, encoding: string, notes: readonly Text[]): Decoded {
  if (!isEncoding(encoding))
    throw new BadInput(
      `there is no encoding ${JSON.stringify(encoding)}. Write an encoding such as utf-8, gb18030 or big5.`,
    );
  return withDamage(new TextDecoder(encoding).decode(bytes), notes);
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

function withDamage(text: string, notes: readonly Text[]): Decoded {
  const damaged = count(text, /\ufffd/g);
  if (damaged === 0) return { text, notes };
  const note = say`${damaged} characters are damaged (\ufffd): check the texts, or name the encoding with --encoding`;
  return { text, notes: [...notes, note] };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
