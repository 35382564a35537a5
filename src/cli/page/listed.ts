import { httpRow, isHttpName } from '../infer/http-names.js';
import type { UnreadRow } from '../report/report.js';
import { both, type Text } from '../text/locale.js';
import { oneLineOf } from '../text/plain-text.js';
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

/** How many paragraphs below a line that only names a status can be about it. */
const mostBelow = 3;

/**
 * Reads what stands outside of tables and begins with a status, each as a row of its own:
 * items of lists, terms, headings with the text below them, lines.
 */
export function listed({ blocks, title }: Page): { rows: DocumentedRow[]; unread: UnreadRow[] } {
  const items = itemsOf(blocks);
  const rows: DocumentedRow[] = [];
  const left: UnreadRow[] = [];
  for (const [index, item] of items.entries()) {
    const at = both(`outside of tables, item ${index + 1}`, `表外，第 ${index + 1} 项`);
    const because = whyNot(item, items, title);
    if (because === undefined && item.read !== undefined) rows.push(rowOf(item, item.read, at));
    else left.push(unread(at, [item.line, ...item.below].join('\n'), because ?? noStatus));
  }
  return { rows, unread: left };
}

const noStatus = both('it names no status, as others of its list do', '它没有写明状态码，而列表中其他项有');
const inCode = both('it stands in an example, and examples are not read', '它在示例中，示例不读');
const weak = both(
  'only its number says that it is a status: name status codes in the heading above it, or make a table of them',
  '只有其数字表明是状态码：在上方标题中写明“状态码”，或改成表格',
);

export function classReason({ classes }: StatusCell): Text {
  const list = classes.join(', ');
  return both(
    `${list} is a class or a wide range: a catalogue has a row for each single status`,
    `${list} 是一类或一大段状态码：目录中每个状态码各有一行`,
  );
}

function whyNot({ block, heading, read }: Item, items: readonly Item[], title: string): Text | undefined {
  if (read === undefined) return noStatus;
  if (block.kind === 'code') return inCode;
  if (read.statuses.length === 0) return classReason(read);
  const kin = items.filter((other) => other.heading === heading);
  const sure = kin.some((other) => other.read !== undefined && isSure(other.read));
  return sure || isAboutStatuses(heading) || isAboutStatuses(title) ? undefined : weak;
}

/** A word says that the number is a status (`HTTP 429`), or HTTP's own name does. */
function isSure(read: StatusCell): boolean {
  const { name = '' } = named(read.rest, read.statuses);
  return read.labelled || read.statuses.some((status) => isHttpName(name, status));
}

function rowOf({ below }: Item, read: StatusCell, at: Text): DocumentedRow {
  const { name, text = '' } = named(read.rest, read.statuses);
  return {
    at,
    statuses: read.statuses,
    codes: [],
    ...(name === undefined ? {} : { name }),
    meanings: [text, oneLineOf(below.join('\n'))].filter((each) => each !== ''),
    remedies: [],
    because: [],
    decide: [],
  };
}

function itemsOf(blocks: readonly Block[]): Item[] {
  const lists = listsOfStatuses(blocks);
  const items: Item[] = [];
  let heading = '';
  let open: Item | undefined;
  for (const block of blocks) {
    if (open !== undefined && ends(open, block)) open = undefined;
    let begins = true;
    for (const line of block.text.split('\n')) {
      const read: StatusCell | undefined = begins ? statusAt(line, block) : undefined;
      const isSibling = block.kind === 'item' && lists.has(block.list) && block.text.startsWith(line);
      if (read !== undefined || (isSibling && open?.block !== block)) {
        open = { block, heading, line, read, below: [] };
        items.push(open);
      } else if (block.kind !== 'code') open?.below.push(line);
      // Within a paragraph, a line begins with a status by chance, unless others do.
      begins = open?.block === block || /[.:。；;：]$/.test(line);
    }
    if (block.kind === 'heading' && open?.block !== block) heading = oneLineOf(block.text);
  }
  return items.filter(({ line }) => line !== '');
}

/** The lists of which at least every second item begins with a status. */
function listsOfStatuses(blocks: readonly Block[]): Set<number> {
  const counts = new Map<number, number>();
  for (const block of blocks.filter(({ kind }) => kind === 'item')) {
    const begins = statusAt(block.text.split('\n')[0] ?? '', block) !== undefined;
    counts.set(block.list, (counts.get(block.list) ?? 0) + (begins ? 1 : -1));
  }
  return new Set([...counts].filter(([, count]) => count >= 0).map(([list]) => list));
}

function ends({ block, read, below }: Item, next: Block): boolean {
  if (next.kind === 'table') return true;
  if (block.kind === 'heading') return next.kind === 'heading' && next.depth <= block.depth;
  if (next.kind === 'heading' || next.depth < block.depth) return true;
  if (block.kind === 'item') return next.kind === 'item' && next.depth === block.depth;
  const bare = read !== undefined && named(read.rest, read.statuses).text === undefined;
  return next.kind === 'item' || !bare || below.length >= mostBelow;
}

/** The status that a line begins with; `200 requests` is not one, `200 | OK` is. */
function statusAt(line: string, { kind }: Block): StatusCell | undefined {
  const text = line.replace(/^[\s|#>*+-]+/, '');
  if (kind === 'code' && /^HTTP\//i.test(text)) return undefined;
  const read = statusCell(text);
  if (read === undefined) return undefined;
  const own = named(read.rest, read.statuses).name ?? '';
  if (read.statuses.some((status) => isHttpName(own, status))) return read;
  const isKnown = read.classes.length > 0 || read.statuses.some((status) => httpRow(status) !== undefined);
  if (!(read.labelled || (isKnown && /^[("'`[]*[1-9](?:\d\d|xx)(?!\d)/i.test(text)))) return undefined;
  const apart =
    read.rest === '' || !/^\p{Ll}/u.test(read.rest) || /^\W*[1-9]\d\d\W*\s*[|:：,，–—-]/.test(text);
  return apart || (read.labelled && kind === 'item') ? read : undefined;
}
