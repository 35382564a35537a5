import { parse } from 'parse5';
import { oneLineOf, plainText } from '../text/plain-text.js';
import { attribute, type HtmlElement, walk } from './html-walk.js';
import type { Page, Table } from './page.js';
import { spread, type WrittenCell } from './table-grid.js';

const blocks = new Set(
  'address article aside blockquote br caption dd details div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

interface OpenTable {
  title: string;
  readonly rows: { readonly cells: WrittenCell[]; readonly head: boolean }[];
  head: boolean;
  /** The text of the cell (or caption) that is open, in pieces. */
  pieces: string[] | undefined;
}

/** Reads a page's tables, headings and other texts. HTML as browsers read it: nothing is too broken. */
export function htmlPage(html: string, notes: readonly string[] = []): Page {
  const reader = new Reader();
  for (const step of walk(parse(html))) {
    if ('text' in step) reader.text(step.text);
    else if ('enter' in step) reader.enter(step.enter);
    else reader.leave(step.leave);
  }
  reader.endBlock();
  const openTags = count(html, /<table[\s>]/gi) - count(html, /<\/table\s*>/gi);
  const cut = openTags > 0 ? ['the page ends inside a table: it may be cut short'] : [];
  return {
    title: reader.title || titleTag(html),
    tables: reader.tables.map(({ title, rows }): Table => ({ title, rows: spread(rows) })),
    loose: reader.loose,
    notes: [...notes, ...cut],
  };
}

class Reader {
  readonly tables: OpenTable[] = [];
  readonly loose: string[] = [];
  title = '';
  #heading = '';
  #block: string[] = [];
  readonly #open: OpenTable[] = [];
  /** Depth of <sup> around the text: a footnote's mark is no digit of a status. */
  #raised = 0;
  /** Depth of <pre>, the one place where a line's end is one. */
  #verbatim = 0;

  text(written: string): void {
    const text = this.#verbatim > 0 ? written : written.replace(/\s+/g, ' ');
    if (this.#raised > 0 && /^\s*[[(]?[\d*†‡a-z]{1,3}[\])]?\s*$/i.test(text)) return;
    const table = this.#open.at(-1);
    // Between cells, browsers show nothing of a table but moved text, which is a block by then.
    if (table === undefined) this.#block.push(text);
    else table.pieces?.push(text);
  }

  enter(element: HtmlElement): void {
    const { tagName } = element;
    if (tagName === 'sup') this.#raised += 1;
    if (tagName === 'pre') this.#verbatim += 1;
    if (blocks.has(tagName)) this.#break();
    if (tagName === 'table') this.#enterTable();
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (tagName === 'thead') table.head = true;
    if (tagName === 'tr') table.rows.push({ cells: [], head: table.head });
    if (tagName === 'td' || tagName === 'th' || tagName === 'caption') table.pieces = [];
  }

  leave(element: HtmlElement): void {
    const { tagName } = element;
    if (tagName === 'sup') this.#raised -= 1;
    if (tagName === 'pre') this.#verbatim -= 1;
    const table = this.#open.at(-1);
    if (table !== undefined) this.#leaveIn(table, element);
    if (/^h[1-6]$/.test(tagName) && table === undefined) this.#heading = this.endBlock() || this.#heading;
    if (tagName === 'h1' && this.title === '') this.title = this.#heading;
    if (blocks.has(tagName)) this.#break();
  }

  #enterTable(): void {
    const table: OpenTable = { title: this.#heading, rows: [], head: false, pieces: undefined };
    this.tables.push(table);
    this.#open.push(table);
  }

  #leaveIn(table: OpenTable, element: HtmlElement): void {
    const { tagName } = element;
    if (tagName === 'table') this.#leaveTable(table);
    if (tagName === 'thead') table.head = false;
    if (table.pieces === undefined || !/^(?:td|th|caption)$/.test(tagName)) return;
    const text = plainText(table.pieces.join(''));
    table.pieces = undefined;
    if (tagName === 'caption') table.title = oneLineOf(text) || table.title;
    else table.rows.at(-1)?.cells.push(cellOf(element, text));
  }

  /** A table in a cell is one of its own; one without numbers also says what the cell says. */
  #leaveTable(table: OpenTable): void {
    this.#open.pop();
    const texts = table.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
    if (texts.some((text) => /^\W*[1-9](?:\d\d|xx)\b/i.test(text))) return;
    this.#open.at(-1)?.pieces?.push('\n', texts.join(' '), '\n');
  }

  #break(): void {
    const table = this.#open.at(-1);
    if (table === undefined) this.endBlock();
    else table.pieces?.push('\n');
  }

  /** Ends a block outside of tables, and returns its text on one line. */
  endBlock(): string {
    const text = plainText(this.#block.join(''));
    this.#block = [];
    if (text !== '') this.loose.push(...text.split('\n'));
    return oneLineOf(text);
  }
}

function cellOf(element: HtmlElement, text: string): WrittenCell {
  const span = (name: string): number => {
    const value = attribute(element, name).trim();
    return /^\d+$/.test(value) ? Number(value) : 1;
  };
  return { text, header: element.tagName === 'th', columns: span('colspan') || 1, rows: span('rowspan') };
}

function titleTag(html: string): string {
  const start = html.search(/<title[\s>]/i);
  const text = start < 0 ? '' : (/>([^<]{0,300})/.exec(html.slice(start, start + 600))?.[1] ?? '');
  return oneLineOf(plainText(text));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
