import { httpRow, isHttpName } from '../infer/by-http.js';
import { say, type Text } from '../text/say.js';
import { bodyOf, type Columns, columnsOf, isKnown, listColumns, textAt } from './columns.js';
import { headerSays, isAboutStatuses } from './headers.js';
import { hasOwnName } from './listed.js';
import type { Table } from './page.js';
import { type StatusCell, statusCell } from './status-cell.js';

/** The columns of a table about statuses, and whether only its numbers say so; or why the table was left out. */
export type Verdict = { readonly columns: Columns; readonly doubt: boolean } | { readonly because: Text };

/** Numbers of three digits are not yet statuses: a table of limits has them too, and a list of ports. */
export function verdictOn(table: Table, pageTitle: string, elsewhere: boolean): Verdict {
  const { title, isList = false } = table;
  if (isMatrix(table))
    return { because: say`its statuses are the headers of columns, and no row is about one status` };
  const columns = isList ? listColumns : columnsOf(table, elsewhere);
  if (columns === undefined) return { because: say`no column of it holds status codes` };
  const certain: Verdict = { columns, doubt: false };
  if (columns.status === undefined && elsewhere) return certain;
  if (columns.status === undefined)
    return { because: say`its error codes have no status, and no other table of the page has one` };
  const cells = bodyOf(table).map((row) => ({ row, read: statusCell(textAt(row, columns.status)) }));
  const reads = cells.flatMap(({ read }) => read ?? []);
  const named = cells.filter(({ row, read }) => isNamed(read, textAt(row, columns.name)));
  // A word before one number of a list (`HTTP 429`) tells what all of them are.
  const isTold = isList && (named.length > 0 || reads.some(({ labelled }) => labelled));
  if (isTold || columns.headers.some(isAboutStatuses) || named.length * 4 >= Math.max(cells.length, 1))
    return certain;
  const header = isList ? title : (columns.headers[columns.status] ?? '');
  const says = headerSays(header);
  if (says === 'number' || says === 'other') return { because: say`“${header}” is about other numbers` };
  if (isAboutStatuses(title) || (isList && isAboutStatuses(pageTitle))) return certain;
  const isMostlyKnown = knownShare(reads) >= (isList ? 1 : 0.5);
  if (isMostlyKnown && !isList && (says === 'status' || says === 'code')) return certain;
  // Limits are round, ports are not of one kind.
  const statuses = reads.flatMap((read) => read.statuses);
  const isLikely = isList ? statuses.every((of) => of >= 400) : statuses.some((of) => of % 100 !== 0);
  if (isMostlyKnown && isLikely) return { columns, doubt: true };
  return { because: say`its headers, title and names do not mention statuses` };
}

/** Statuses stand beside each other in the first row, and no other row has a status. */
function isMatrix({ rows }: Table): boolean {
  const [first, ...others] = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const known = first?.cells.filter(({ text, merged }) => !merged && isKnown(text)) ?? [];
  return known.length > 1 && !others.some(({ cells }) => cells.some(({ text }) => isKnown(text)));
}

function isNamed(read: StatusCell | undefined, name: string): boolean {
  return read !== undefined && (hasOwnName(read) || read.statuses.some((status) => isHttpName(name, status)));
}

function knownShare(cells: readonly StatusCell[]): number {
  const statuses = cells.flatMap((read) => read.statuses);
  const known = statuses.filter((status) => httpRow(status) !== undefined).length;
  const classes = cells.filter((read) => read.classes.length > 0).length;
  return (known + classes) / Math.max(statuses.length + classes, 1);
}
