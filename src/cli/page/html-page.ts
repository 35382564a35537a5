import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { oneLineOf, plainText } from '../text/plain-text.js';
import { say } from '../text/say.js';
import { type Block, type Page, spread, type Table, type WrittenCell } from './page.js';

const blockNames =
  /^(?:address|article|aside|blockquote|br|caption|d[dlt]|details|div|fieldset|figure|foot(?:er)|form|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|table|t(?:body|d|foot|h|head|r))$/;

interface OpenTable {
  title: string;
  readonly given: Table | undefined;
  readonly rows: { readonly cells: WrittenCell[]; readonly head: boolean }[];
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
  const [opened, closed] = [/<table[\s>]/gi, /<\/table\s*>/gi].map((tag) => html.match(tag)?.length ?? 0);
  const isCut = (opened ?? 0) > (closed ?? 0);
  return {
    title: reader.title || reader.tab,
    tables: reader.tables.map(({ title, rows, given: own }) => ({
      title: own?.title || title,
      rows: own?.rows ?? spread(rows),
    })),
    blocks: reader.blocks,
    notes: isCut ? [say`the page ends inside a table: it may be cut short`] : [],
  };
}

class Reader {
  readonly tables: OpenTable[] = [];
  readonly blocks: Block[] = [];
  /** The page's first `h1`; and its `<title>`. */
  title = '';
  tab = '';
  readonly #given: readonly Table[];
  readonly #open: OpenTable[] = [];
  /** How many elements of each name are open; and the lists among them, each by its number. */
  readonly #depths = new Map<string, number>();
  readonly #lists: number[] = [];
  #heading = '';
  #block = '';
  #lastList = 0;
  /** An item of a list begins. */
  #begins = false;

  constructor(given: readonly Table[]) {
    this.#given = given;
  }

  text(text: string): void {
    // A footnote's mark is no digit of a status.
    if (this.#isIn('sup') && /^\s*[[(]?[\d*†‡a-z]{1,3}[\])]?\s*$/i.test(text)) return;
    const table = this.#open.at(-1);
    // Between cells, browsers show nothing of a table but moved text, which is a block by then.
    // Outside of tables a line's end is kept: lines may be rows.
    if (table === undefined) this.#block += text;
    else table.pieces?.push(this.#isIn('pre') ? text : text.replace(/\s+/g, ' '));
  }

  enter(element: HtmlElement): void {
    const { tagName } = element;
    if (blockNames.test(tagName)) this.#break();
    this.#depths.set(tagName, (this.#depths.get(tagName) ?? 0) + 1);
    if (tagName === 'img') this.text(attribute(element, 'alt'));
    if (tagName === 'table') this.#enterTable(element);
    const table = this.#open.at(-1);
    if (table === undefined && /^[uod]l$/.test(tagName)) this.#lists.push(++this.#lastList);
    if (table === undefined && (tagName === 'li' || tagName === 'dt')) this.#begins = true;
    if (tagName === 'tr') table?.rows.push({ cells: [], head: this.#isIn('thead') });
    if (table !== undefined && /^(?:td|th|caption)$/.test(tagName)) table.pieces = [];
  }

  leave(element: HtmlElement): void {
    const { tagName } = element;
    const table = this.#open.at(-1);
    if (table !== undefined) this.#leaveIn(table, element);
    const level = table === undefined ? /^h([1-6])$/.exec(tagName)?.[1] : undefined;
    if (level !== undefined) this.#heading = this.endBlock(Number(level)) || this.#heading;
    if (tagName === 'h1') this.title ||= this.#heading;
    if (tagName === 'title') {
      this.tab ||= oneLineOf(plainText(this.#block));
      this.#block = '';
    }
    if (blockNames.test(tagName)) this.#break();
    this.#depths.set(tagName, (this.#depths.get(tagName) ?? 1) - 1);
    if (table === undefined && /^[uod]l$/.test(tagName)) this.#lists.pop();
  }

  #isIn(tagName: string): boolean {
    return (this.#depths.get(tagName) ?? 0) > 0;
  }

  #enterTable(element: HtmlElement): void {
    const given = this.#given[Number(attribute(element, 'data-given') || -1)];
    const table: OpenTable = { title: this.#heading, given, rows: [], pieces: undefined };
    if (this.#open.length === 0) this.blocks.push({ kind: 'table', depth: 0, list: 0, text: '' });
    this.tables.push(table);
    this.#open.push(table);
  }

  #leaveIn(table: OpenTable, element: HtmlElement): void {
    if (element.tagName === 'table') this.#leaveTable(table);
    if (table.pieces === undefined || !/^(?:td|th|caption)$/.test(element.tagName)) return;
    const text = plainText(table.pieces.join(''));
    table.pieces = undefined;
    if (element.tagName === 'caption') table.title = oneLineOf(text) || table.title;
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
    if (this.#open.length === 0) this.endBlock();
    else this.#open.at(-1)?.pieces?.push('\n');
  }

  /** Ends a block outside of tables, and returns its text on one line. */
  endBlock(level?: number): string {
    const text = plainText(this.#block);
    this.#block = '';
    if (text === '') return '';
    const plain = this.#isIn('pre') ? 'code' : this.#begins ? 'item' : 'text';
    const kind = level === undefined ? plain : 'heading';
    this.blocks.push({ kind, depth: level ?? this.#lists.length, list: this.#lists.at(-1) ?? 0, text });
    this.#begins = false;
    return oneLineOf(text);
  }
}

function cellOf(element: HtmlElement, text: string): WrittenCell {
  const [columns = 1, rows = 1] = ['colspan', 'rowspan'].map((name) => {
    const value = attribute(element, name).trim();
    return /^\d+$/.test(value) ? Number(value) : 1;
  });
  return { text, header: element.tagName === 'th', columns: columns || 1, rows };
}

export type HtmlElement = DefaultTreeAdapterTypes.Element;

export type Step =
  | { readonly enter: HtmlElement }
  | { readonly leave: HtmlElement }
  | { readonly text: string };

const unseen = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg']);

/** A tree in document order, without recursion: a page may nest as deep as it likes. */
export function* walk(root: DefaultTreeAdapterTypes.Document): Generator<Step> {
  // What comes next is at the end.
  const waiting: (DefaultTreeAdapterTypes.ChildNode | { readonly leave: HtmlElement })[] =
    root.childNodes.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('leave' in next) yield next;
    else if ('value' in next) yield { text: next.value };
    else if ('tagName' in next && !unseen.has(next.tagName)) {
      yield { enter: next };
      waiting.push({ leave: next }, ...next.childNodes.toReversed());
    }
  }
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}
