import { httpRow, isHttpName } from '../infer/http-names.js';
import { bodyOf, type Columns, columnsOf, textAt } from './columns.js';
import { headerSays, isAboutStatuses } from './headers.js';
import type { Table } from './page.js';
import { statusCell } from './status-cell.js';

/** Whether a table is about statuses, and why, or why not. */
export type Verdict =
  | { readonly columns: Columns; readonly because: string; readonly doubt: boolean }
  | { readonly columns: undefined; readonly because: string };

/** Numbers of three digits are not yet statuses: a table of limits has them too. */
export function verdictOn(table: Table): Verdict {
  const columns = columnsOf(table);
  if (columns === undefined) return { columns, because: 'no column of it holds status codes' };
  const header = columns.headers[columns.status] ?? '';
  const say = (because: string, doubt = false): Verdict => ({ columns, because, doubt });
  if (columns.headers.some(isAboutStatuses)) return say('a header says so');
  if (hasHttpNames(table, columns)) return say('its names are those of HTTP’s statuses');
  if (headerSays(header) === 'number')
    return { columns: undefined, because: `column ${columns.status + 1} (“${header}”) holds other numbers` };
  if (isAboutStatuses(table.title)) return say(`its title (“${table.title}”) says so`);
  if (['status', 'code'].includes(headerSays(header)) && knownShare(table, columns) >= 0.5)
    return say(`header “${header}” and its numbers say so`);
  if (knownShare(table, columns) >= 0.5 && isVaried(table, columns))
    return say('most of its numbers are HTTP’s statuses', true);
  return { columns: undefined, because: 'neither its headers nor its title nor its names speak of statuses' };
}

function hasHttpNames(table: Table, columns: Columns): boolean {
  const body = bodyOf(table);
  const named = body.filter((row) => {
    const read = statusCell(textAt(row, columns.status));
    return (
      read?.statuses.some(
        (status) => isHttpName(read.rest, status) || isHttpName(textAt(row, columns.name), status),
      ) ?? false
    );
  });
  return named.length > 0 && named.length * 4 >= body.length;
}

function statusesOf(table: Table, columns: Columns): number[] {
  return bodyOf(table).flatMap((row) => statusCell(textAt(row, columns.status))?.statuses ?? []);
}

function knownShare(table: Table, columns: Columns): number {
  const statuses = statusesOf(table, columns);
  const known = statuses.filter((status) => httpRow(status) !== undefined).length;
  const classes = bodyOf(table).filter(
    (row) => (statusCell(textAt(row, columns.status))?.classes.length ?? 0) > 0,
  ).length;
  return statuses.length + classes === 0 ? 0 : (known + classes) / (statuses.length + classes);
}

/** Statuses are not all round; and cells of text stand beside them. */
function isVaried(table: Table, columns: Columns): boolean {
  const distinct = new Set(statusesOf(table, columns));
  const texts = bodyOf(table).filter((row) =>
    [columns.name, columns.code, ...columns.texts].some((column) => /\p{L}{2}/u.test(textAt(row, column))),
  );
  return (
    distinct.size > 1 &&
    [...distinct].some((status) => status % 100 !== 0) &&
    texts.length * 2 > bodyOf(table).length
  );
}
