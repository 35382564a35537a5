import { httpRow, isHttpName } from '../infer/http-names.js';
import { both, type Text } from '../text/locale.js';
import { bodyOf, type Columns, columnsOf, isKnown, textAt } from './columns.js';
import { headerSays, isAboutStatuses } from './headers.js';
import type { Table } from './page.js';
import { statusCell } from './status-cell.js';

/** Whether a table is about statuses, and why, or why not. */
export type Verdict =
  | { readonly columns: Columns; readonly because: Text; readonly doubt: boolean }
  | { readonly columns: undefined; readonly because: Text };

/** Numbers of three digits are not yet statuses: a table of limits has them too. */
export function verdictOn(table: Table, elsewhere: boolean): Verdict {
  const out = (en: string, zh: string): Verdict => ({ columns: undefined, because: both(en, zh) });
  if (isMatrix(table))
    return out(
      'its statuses are the headers of a matrix, and no row is about one',
      '其状态码是矩阵的列标题，没有哪一行关于单个状态码',
    );
  const columns = columnsOf(table, elsewhere);
  if (columns === undefined) return out('no column of it holds status codes', '没有哪一列是状态码');
  const say = (en: string, zh: string, doubt = false): Verdict => ({ columns, because: both(en, zh), doubt });
  if (columns.status === undefined) {
    if (!elsewhere)
      return out(
        'its error codes come without a status, and no other table has one',
        '其错误码没有状态码，其他表也没有',
      );
    return say('its header says that it has error codes', '标题表明是错误码');
  }
  const header = columns.headers[columns.status] ?? '';
  if (columns.headers.some(isAboutStatuses)) return say('a header says so', '某列标题这样表明');
  if (hasHttpNames(table, columns))
    return say('its names are those of HTTP’s statuses', '其名称是 HTTP 状态码的名称');
  if (['number', 'other'].includes(headerSays(header)))
    return out(
      `column ${columns.status + 1} (“${header}”) holds other numbers`,
      `第 ${columns.status + 1} 列（“${header}”）是其他数字`,
    );
  if (isAboutStatuses(table.title))
    return say(`its title (“${table.title}”) says so`, `其标题（“${table.title}”）这样表明`);
  if (['status', 'code'].includes(headerSays(header)) && knownShare(table, columns) >= 0.5)
    return say(`header “${header}” and its numbers say so`, `列标题“${header}”及其数字这样表明`);
  if (knownShare(table, columns) >= 0.5 && isVaried(table, columns))
    return say('most of its numbers are HTTP’s statuses', '其数字大多是 HTTP 状态码', true);
  return out(
    'neither its headers nor its title nor its names speak of statuses',
    '其列标题、标题和名称都未提到状态码',
  );
}

/** Statuses that stand beside each other, and none below. */
function isMatrix({ rows }: Table): boolean {
  const [first, ...others] = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const columns = (first?.cells ?? []).flatMap(({ text, merged }, at) =>
    !merged && isKnown(text) ? at : [],
  );
  return columns.length > 1 && !others.some((row) => row.cells.some(({ text }) => isKnown(text)));
}

function hasHttpNames(table: Table, columns: Columns): boolean {
  const body = bodyOf(table);
  const named = body.filter((row) => {
    const read = statusCell(textAt(row, columns.status));
    const names = [read?.rest ?? '', textAt(row, columns.name)];
    return read?.statuses.some((status) => names.some((name) => isHttpName(name, status))) ?? false;
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
  const statuses = new Set(statusesOf(table, columns));
  const texts = bodyOf(table).filter((row) =>
    [columns.name, columns.code, ...columns.texts].some((column) => /\p{L}{2}/u.test(textAt(row, column))),
  );
  const isRound = [...statuses].every((status) => status % 100 === 0);
  return statuses.size > 1 && !isRound && texts.length * 2 > bodyOf(table).length;
}
