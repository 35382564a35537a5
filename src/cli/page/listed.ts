import { httpRow, isHttpName } from '../infer/by-http.js';
import { oneLineOf } from '../text/plain-text.js';
import { looksLikeCode } from './columns.js';
import { type Block, rowsOf, type Table } from './page.js';
import { named, type StatusCell, statusCell } from './status-cell.js';

/** A text outside of tables that begins with a status, and what is said of it below. */
interface Item {
  readonly block: Block;
  readonly line: string;
  readonly below: string[];
  /** What looks like an error code at the top of an item that ends with its status. */
  readonly code: string;
}

/** How many paragraphs below a line that only names a status can be about it. */
const mostBelow = 3;

/**
 * What stands outside of tables and begins with a status, as tables of two columns, one a
 * heading: items of lists, terms, headings with the text below them, lines.
 */
export function listed(blocks: readonly Block[]): Table[] {
  const lists = listsOfStatuses(blocks);
  const found = new Map<string, Item[]>();
  let heading = '';
  let open: Item | undefined;
  /** What stands in an item or a section before its status, which may come last: `HTTP status code: 400`. */
  let lead: string[] = [];
  for (const block of blocks) {
    if (open !== undefined && ends(open, block)) open = undefined;
    const isSibling = block.kind === 'item' && lists.has(block.list);
    let begins = block.kind !== 'table';
    if (block.kind !== 'text' && block.kind !== 'code') lead = [];
    for (const [at, line] of block.text.split('\n').entries()) {
      const read = begins ? statusAt(line, block) : undefined;
      if (read !== undefined || (isSibling && at === 0)) {
        const below = read?.labelled && read.rest === '' && block.kind === 'text' ? lead : [];
        const [code = ''] = below.filter(looksLikeCode);
        open = { block, line, below: below.filter((each) => each !== code), code };
        found.set(heading, [...(found.get(heading) ?? []), open]);
        lead = [];
      } else if (block.kind !== 'code') (open?.below ?? lead).push(line);
      // Within a paragraph, a line begins with a status by chance, unless others do.
      begins = open?.block === block || /[.:。；;：]$/.test(line);
    }
    if (block.kind === 'heading' && open?.block !== block) heading = oneLineOf(block.text);
  }
  return [...found].map(([title, items]) => {
    const texts = items.map(({ line, below, code }) => [line, below.join('\n'), code]);
    const cells = texts.map((row) => row.map((text) => ({ text, merged: false })));
    return { title, rows: rowsOf(cells, 0), isList: true };
  });
}

/** The lists of which at least every second item begins with a status. */
function listsOfStatuses(blocks: readonly Block[]): Set<number> {
  const counts = new Map<number, number>();
  for (const block of blocks.filter(({ kind }) => kind === 'item')) {
    const begins = statusAt(block.text.split('\n')[0] ?? '', block) !== undefined;
    counts.set(block.list, (counts.get(block.list) ?? 0) + (begins ? 1 : -1));
  }
  return new Set([...counts].flatMap(([list, count]) => (count >= 0 ? list : [])));
}

function ends({ block, line, below }: Item, next: Block): boolean {
  if (next.kind === 'table') return true;
  if (block.kind === 'heading') return next.kind === 'heading' && next.depth <= block.depth;
  if (next.kind === 'heading' || next.depth < block.depth) return true;
  if (block.kind === 'item') return next.kind === 'item' && next.depth === block.depth;
  const { rest = '', statuses = [] } = statusCell(line) ?? {};
  return next.kind === 'item' || named(rest, statuses).text !== undefined || below.length >= mostBelow;
}

/** The status that a line begins with; `200 requests` is not one, `200 | OK` is. */
function statusAt(line: string, { kind }: Block): StatusCell | undefined {
  const text = line.replace(/^[\s|#>*+-]+/, '');
  const read = kind === 'code' && /HTTP\/\d/i.test(text) ? undefined : statusCell(text);
  if (read === undefined || hasOwnName(read)) return read;
  const isKnown = read.classes.length > 0 || read.statuses.some((status) => httpRow(status) !== undefined);
  // `Timeouts (504)` is a heading or an item: in a text, the number may be anything.
  if (isKnown && (kind === 'heading' || kind === 'item') && /\p{L}.*[(（]\d{3}[)）]$/u.test(text))
    return read;
  if (!(read.labelled || (isKnown && /^[("'`[]*[1-9](?:\d\d|xx)(?!\d)/i.test(text)))) return undefined;
  if (read.labelled && kind === 'item') return read;
  const isApart = !/^\p{Ll}/u.test(read.rest) || /^\D*[1-9]\d\d[^\d|:：,，–—-]{0,14}[|:：,，–—-]/.test(text);
  return isApart ? read : undefined;
}

/** Whether a number has the name that HTTP gives it. */
export function hasOwnName({ rest, statuses }: StatusCell): boolean {
  const { name = '' } = named(rest, statuses);
  return statuses.some((status) => isHttpName(name, status));
}
