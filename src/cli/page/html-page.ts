import { parse } from 'parse5';
import { oneLineOf, plainText } from '../text/plain-text.js';
import { say, type Text } from '../text/say.js';
import { attribute, type HtmlElement, walk } from './html-walk.js';
import type { Block, Page, Table } from './page.js';
import { spread, type WrittenCell } from './table-grid.js';

const blocks = new Set(
  'address article aside blockquote br caption dd details div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

interface OpenTable {
  title: string;
  readonly given: Table | undefined;
  readonly rows: { readonly cells: WrittenCell[]; readonly head: boolean }[];
  head: boolean;
  /** The text of the cell (or caption) that is open, in pieces. */
  pieces: string[] | undefined;
}

/**
 * Reads a page's tables, headings and other texts. HTML as browsers read it: nothing is too
 * broken. `given` are tables that were read before; `<table data-given="0">` is the first.
 */
export function htmlPage(html: string, given: readonly Table[] = []): Page {
  const reader = new Reader(given);
  for (const step of walk(parse(html))) {
    if ('text' in step) reader.text(step.text);
    else if ('enter' in step) reader.enter(step.enter);
    else reader.leave(step.leave);
  }
  reader.endBlock();
  const openTags = count(html, /<table[\s>]/gi) - count(html, /<\/table\s*>/gi);
  const notes: Text[] = openTags > 0 ? [say`the page ends inside a table: it may be cut short`] : [];
  const tables = reader.tables.map(
    ({ title, rows, given: own }): Table => ({
      title: own?.title || title,
      rows: own?.rows ?? spread(rows),
    }),
  );
  return { title: reader.title || titleTag(html), tables, blocks: reader.blocks, notes };
}

class Reader {
  readonly tables: OpenTable[] = [];
  readonly blocks: Block[] = [];
  title = '';
  readonly #given: readonly Table[];
  #heading = '';
  #block: string[] = [];
  readonly #open: OpenTable[] = [];
  /** The lists around the text, each by its number; and whether an item of the last one begins. */
  readonly #lists: number[] = [];
  #count = 0;
  #begins = false;
  /** Depth of <sup> around the text: a footnote's mark is no digit of a status. */
  #raised = 0;
  /** Depth of <pre>. */
  #verbatim = 0;

  constructor(given: readonly Table[]) {
    this.#given = given;
  }

  text(text: string): void {
    if (this.#raised > 0 && /^\s*[[(]?[\d*†‡a-z]{1,3}[\])]?\s*$/i.test(text)) return;
    const table = this.#open.at(-1);
    // Between cells, browsers show nothing of a table but moved text, which is a block by then.
    // Outside of tables a line's end is kept: lines may be rows.
    if (table === undefined) this.#block.push(text);
    else table.pieces?.push(this.#verbatim > 0 ? text : text.replace(/\s+/g, ' '));
  }

  enter(element: HtmlElement): void {
    const { tagName } = element;
    if (blocks.has(tagName)) this.#break();
    if (tagName === 'sup') this.#raised += 1;
    if (tagName === 'pre') this.#verbatim += 1;
    if (tagName === 'img') this.text(attribute(element, 'alt'));
    if (tagName === 'input' && attribute(element, 'type') === 'checkbox')
      this.text(element.attrs.some(({ name }) => name === 'checked') ? '✓' : '✗');
    if (/^(?:[uod]l)$/.test(tagName)) this.#lists.push(++this.#count);
    if (tagName === 'li' || tagName === 'dt') this.#begins = true;
    if (tagName === 'table') this.#enterTable(element);
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (tagName === 'thead') table.head = true;
    if (tagName === 'tr') table.rows.push({ cells: [], head: table.head });
    if (tagName === 'td' || tagName === 'th' || tagName === 'caption') table.pieces = [];
  }

  leave(element: HtmlElement): void {
    const { tagName } = element;
    const table = this.#open.at(-1);
    if (table !== undefined) this.#leaveIn(table, element);
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level !== undefined && table === undefined)
      this.#heading = this.endBlock(Number(level)) || this.#heading;
    if (tagName === 'h1' && this.title === '') this.title = this.#heading;
    if (blocks.has(tagName)) this.#break();
    if (tagName === 'sup') this.#raised -= 1;
    if (tagName === 'pre') this.#verbatim -= 1;
    if (/^(?:[uod]l)$/.test(tagName)) this.#lists.pop();
  }

  #enterTable(element: HtmlElement): void {
    const given = this.#given[Number(attribute(element, 'data-given') || -1)];
    const table: OpenTable = { title: this.#heading, given, rows: [], head: false, pieces: undefined };
    if (this.#open.length === 0) this.blocks.push({ kind: 'table', depth: 0, list: 0, text: '' });
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

  /** A table in a cell is one of its own; one without numbers is a part of what the cell says. */
  #leaveTable(table: OpenTable): void {
    this.#open.pop();
    const texts = table.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
    const pieces = this.#open.at(-1)?.pieces;
    if (pieces === undefined || texts.some((text) => /^\W*[1-9](?:\d\d|xx)\b/i.test(text))) return;
    pieces.push('\n', texts.join(' '), '\n');
    this.tables.splice(this.tables.indexOf(table), 1);
  }

  #break(): void {
    const table = this.#open.at(-1);
    if (table === undefined) this.endBlock();
    else table.pieces?.push('\n');
  }

  /** Ends a block outside of tables, and returns its text on one line. */
  endBlock(level?: number): string {
    const text = plainText(this.#block.join(''));
    this.#block = [];
    if (text === '') return '';
    const plain = this.#verbatim > 0 ? 'code' : this.#begins ? 'item' : 'text';
    this.blocks.push({
      kind: level === undefined ? plain : 'heading',
      depth: level ?? this.#lists.length,
      list: this.#lists.at(-1) ?? 0,
      text,
    });
    this.#begins = false;
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
