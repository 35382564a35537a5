import { httpRow, isHttpName } from '../infer/http-names.js';
import { say, type Text } from '../text/say.js';
import { bodyOf, type Columns, columnsOf, isKnown, listColumns, textAt } from './columns.js';
import { headerSays, isAboutStatuses } from './headers.js';
import { hasOwnName } from './listed.js';
import type { Table } from './page.js';
import { type StatusCell, statusCell } from './status-cell.js';

/** The columns of a table about statuses, and whether only its numbers say that it is one; or why it is none. */
export type Verdict = { readonly columns: Columns; readonly doubt: boolean } | { readonly because: Text };

/** Numbers of three digits are not yet statuses: a table of limits has them too. */
export function verdictOn(table: Table, pageTitle: string, elsewhere: boolean): Verdict {
  if (table.isList) return verdictOnList(table, pageTitle);
  if (isMatrix(table))
    return { because: say`its statuses are the headers of a matrix, and no row is about one` };
  const columns = columnsOf(table, elsewhere);
  if (columns === undefined) return { because: say`no column of it holds status codes` };
  const certain: Verdict = { columns, doubt: false };
  if (columns.status === undefined)
    return elsewhere
      ? certain
      : { because: say`its error codes have no status, and no other table of the page has one` };
  const header = columns.headers[columns.status] ?? '';
  const cells = bodyOf(table).map((row) => ({ row, read: statusCell(textAt(row, columns.status)) }));
  const named = cells.filter(({ row, read }) => isNamed(read, textAt(row, columns.name)));
  if (columns.headers.some(isAboutStatuses) || named.length * 4 >= Math.max(cells.length, 1)) return certain;
  const says = headerSays(header);
  if (says === 'number' || says === 'other')
    return { because: say`column ${columns.status + 1} (“${header}”) holds other numbers` };
  if (isAboutStatuses(table.title)) return certain;
  const isMostlyKnown = knownShare(cells.flatMap(({ read }) => read ?? [])) >= 0.5;
  if (isMostlyKnown && (says === 'status' || says === 'code')) return certain;
  if (isMostlyKnown && isVaried(table, columns)) return { columns, doubt: true };
  return { because: say`neither its headers nor its title nor its names speak of statuses` };
}

/** Each row of a list begins with a number: a word must say that it is a status (`HTTP 429`), or HTTP's own name. */
function verdictOnList(list: Table, pageTitle: string): Verdict {
  const reads = list.rows.flatMap((row) => statusCell(textAt(row, 0)) ?? []);
  if (
    reads.some((read) => read.labelled || hasOwnName(read)) ||
    [list.title, pageTitle].some(isAboutStatuses)
  )
    return { columns: listColumns, doubt: false };
  return { because: say`only its numbers speak of statuses` };
}

/** Statuses that stand beside each other, and none below. */
function isMatrix({ rows }: Table): boolean {
  const [first, ...others] = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const known = first?.cells.filter(({ text, merged }) => !merged && isKnown(text)) ?? [];
  return known.length > 1 && !others.some(({ cells }) => cells.some(({ text }) => isKnown(text)));
}

function isNamed(read: StatusCell | undefined, name: string): boolean {
  return read?.statuses.some((status) => isHttpName(read.rest, status) || isHttpName(name, status)) ?? false;
}

function knownShare(cells: readonly StatusCell[]): number {
  const statuses = cells.flatMap((read) => read.statuses);
  const known = statuses.filter((status) => httpRow(status) !== undefined).length;
  const classes = cells.filter((read) => read.classes.length > 0).length;
  return (known + classes) / Math.max(statuses.length + classes, 1);
}

/** Statuses are not all round; and cells of text stand beside them. */
function isVaried(table: Table, { status, name, code, texts }: Columns): boolean {
  const body = bodyOf(table);
  const statuses = new Set(body.flatMap((row) => statusCell(textAt(row, status))?.statuses ?? []));
  const told = body.filter((row) => [name, code, ...texts].some((at) => /\p{L}{2}/u.test(textAt(row, at))));
  const isRound = [...statuses].every((each) => each % 100 === 0);
  return statuses.size > 1 && !isRound && told.length * 2 > body.length;
}
