import { httpRow, isHttpName } from '../infer/http-names.js';
import type { UnreadRow } from '../report/report.js';
import { oneLineOf } from '../text/plain-text.js';
import { say, type Text } from '../text/say.js';
import { type DocumentedRow, unread } from './documented-row.js';
import { isAboutStatuses } from './headers.js';
import { named } from './named.js';
import type { Block, Page } from './page.js';
import { type StatusCell, statusCell } from './status-cell.js';

/** A text outside of tables that begins with a status, and what is said of it below. */
interface Item {
  readonly block: Block;
  readonly heading: string;
  readonly line: string;
  readonly read: StatusCell | undefined;
  readonly below: string[];
}

interface Listing {
  readonly count: number;
  readonly rows: readonly DocumentedRow[];
  readonly unread: readonly UnreadRow[];
}

/** How many paragraphs below a line that only names a status can be about it. */
const mostBelow = 3;

/**
 * Reads what stands outside of tables and begins with a status, each as a row of its own:
 * items of lists, terms, headings with the text below them, lines.
 */
export function listed({ blocks, title }: Page): Listing {
  const items = itemsOf(blocks);
  const rows: DocumentedRow[] = [];
  const left: UnreadRow[] = [];
  for (const [index, item] of items.entries()) {
    const at = say`outside of tables, item ${index + 1}`;
    const read = readItem(item, items, title);
    if ('because' in read) left.push(unread(at, [item.line, ...item.below].join('\n'), read.because));
    else rows.push(rowOf(item, read, at));
  }
  return { count: items.length, rows, unread: left };
}

export function classReason({ classes }: StatusCell): Text {
  return say`${classes.join(', ')} is a class or a wide range: a catalogue has a row for each single status`;
}

function readItem(
  { block, heading, read }: Item,
  items: readonly Item[],
  title: string,
): StatusCell | { readonly because: Text } {
  if (read === undefined) return { because: say`it names no status, as others of its list do` };
  if (block.kind === 'code') return { because: say`it stands in an example, and examples are not read` };
  if (read.statuses.length === 0) return { because: classReason(read) };
  const kin = items.flatMap((other) => (other.heading === heading ? (other.read ?? []) : []));
  if (kin.some((other) => other.labelled || hasOwnName(other)) || [heading, title].some(isAboutStatuses))
    return read;
  return {
    because: say`only its number says that it is a status: name status codes in the heading above it, or make a table of them`,
  };
}

/** Whether the number has the name that HTTP gives it. */
function hasOwnName({ rest, statuses }: StatusCell): boolean {
  const { name = '' } = named(rest, statuses);
  return statuses.some((status) => isHttpName(name, status));
}

function rowOf({ below }: Item, { rest, statuses }: StatusCell, at: Text): DocumentedRow {
  const { name, text = '' } = named(rest, statuses);
  const meanings = [text, oneLineOf(below.join('\n'))].filter((each) => each !== '');
  const own = name === undefined ? {} : { name };
  return { at, statuses, codes: [], ...own, meanings, remedies: [], because: [], decide: [] };
}

function itemsOf(blocks: readonly Block[]): Item[] {
  const lists = listsOfStatuses(blocks);
  const items: Item[] = [];
  let heading = '';
  let open: Item | undefined;
  for (const block of blocks) {
    if (open !== undefined && ends(open, block)) open = undefined;
    const [isSibling, lines] = [block.kind === 'item' && lists.has(block.list), block.text.split('\n')];
    let begins = block.kind !== 'table';
    for (const [at, line] of lines.entries()) {
      const read: StatusCell | undefined = begins ? statusAt(line, block) : undefined;
      if (read !== undefined || (isSibling && at === 0)) {
        open = { block, heading, line, read, below: [] };
        items.push(open);
      } else if (block.kind !== 'code') open?.below.push(line);
      // Within a paragraph, a line begins with a status by chance, unless others do.
      begins = open?.block === block || /[.:。；;：]$/.test(line);
    }
    if (block.kind === 'heading' && open?.block !== block) heading = oneLineOf(block.text);
  }
  return items;
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

function ends({ block, read, below }: Item, next: Block): boolean {
  if (next.kind === 'table') return true;
  if (block.kind === 'heading') return next.kind === 'heading' && next.depth <= block.depth;
  if (next.kind === 'heading' || next.depth < block.depth) return true;
  if (block.kind === 'item') return next.kind === 'item' && next.depth === block.depth;
  const isBare = read !== undefined && named(read.rest, read.statuses).text === undefined;
  return next.kind === 'item' || !isBare || below.length >= mostBelow;
}

/** The status that a line begins with; `200 requests` is not one, `200 | OK` is. */
function statusAt(line: string, { kind }: Block): StatusCell | undefined {
  const text = line.replace(/^[\s|#>*+-]+/, '');
  const read = kind === 'code' && /^HTTP\//i.test(text) ? undefined : statusCell(text);
  if (read === undefined || hasOwnName(read)) return read;
  const isKnown = read.classes.length > 0 || read.statuses.some((status) => httpRow(status) !== undefined);
  if (!(read.labelled || (isKnown && /^[("'`[]*[1-9](?:\d\d|xx)(?!\d)/i.test(text)))) return undefined;
  if (read.labelled && kind === 'item') return read;
  const isApart = !/^\p{Ll}/u.test(read.rest) || /^\W*[1-9]\d\d\W*\s*[|:：,，–—-]/.test(text);
  return isApart ? read : undefined;
}
