import type { StatusEntry } from '../../semantics/catalogue.js';
import { type DocumentedKind, retryabilities } from '../../semantics/kinds.js';
import { httpRow } from '../infer/http-names.js';
import { inferStatus } from '../infer/infer-status.js';
import type { Inference } from '../infer/inference.js';
import type { Language } from '../infer/language.js';
import { questions } from '../infer/questions.js';
import type { ReportRow } from '../report/report.js';
import { both, distinct, joined, type Text } from '../text/locale.js';
import { type DocumentedRow, quoted, textsOf } from './documented-row.js';
import { meaningOf } from './meaning.js';

export interface ReadEntry {
  readonly entry: StatusEntry;
  readonly report: ReportRow;
}

/** One status from the rows that document it: most often one, sometimes several. */
export function statusEntry(
  status: number,
  rows: readonly DocumentedRow[],
  source: string,
  languageOf: (text: string) => Language,
): ReadEntry {
  // A name alone, in a table of contents, says nothing against a row that says something.
  const telling = rows.filter(
    ({ meanings, remedies, answer }) => meanings.length + remedies.length > 0 || answer !== undefined,
  );
  const read = (telling.length > 0 ? telling : rows).map((row) => ({
    row,
    inference: inferRow(status, row, languageOf),
  }));
  const merged = mergeInferences(
    status,
    read.map(({ inference }) => inference),
  );
  const name = nameOf(status, rows);
  const { meaning } = meaningOf(rows.flatMap(({ meanings, remedies }) => [...meanings, ...remedies]));
  const entry: StatusEntry = {
    name: name.name,
    kind: merged.kind,
    ...(merged.or === undefined ? {} : { or: merged.or }),
    retry: merged.retry,
    ...(meaning === undefined ? {} : { meaning }),
    source,
  };
  const decide = distinct([...name.decide, ...rows.flatMap((row) => row.decide), ...merged.decide]);
  const report: ReportRow = {
    at: joined(distinct(rows.map(({ at }) => at)), '; ', '；'),
    subject: `${status} ${name.name}`,
    result: [entry.kind, ...(entry.or ?? []).map((kind) => `or ${kind}`), entry.retry].join(', '),
    against: merged.against ?? false,
    because: distinct([...name.because, ...rows.flatMap(({ because }) => because), ...merged.because]),
    decide,
    ...quoted(rows, entry.retry !== 'never' || merged.against === true || decide.length > 0),
  };
  return { entry, report };
}

function inferRow(status: number, row: DocumentedRow, languageOf: (text: string) => Language): Inference {
  const { answer } = row;
  const inferred = inferStatus(status, {
    texts: textsOf(row),
    ...(answer === undefined ? {} : { answer }),
    languageOf,
  });
  const asks = row.short === true && inferred.retry !== 'never';
  return asks ? { ...inferred, decide: [...inferred.decide, questions.short] } : inferred;
}

export interface Merged extends Inference {
  readonly or?: readonly DocumentedKind[];
}

/** Rows that disagree: the one that retries least holds, since a retry too many is the worse mistake. */
export function mergeInferences(status: number, inferred: readonly Inference[]): Merged {
  const because = inferred.flatMap((each) => each.because);
  const decide = inferred.flatMap((each) => each.decide);
  const [first, ...others] = [...inferred].sort(
    (a, b) => retryabilities.indexOf(a.retry) - retryabilities.indexOf(b.retry),
  );
  // A status is here because a row documents it.
  if (first === undefined) throw new RangeError(`no row documents ${status}`);
  const kinds = [...new Set(others.map(({ kind }) => kind))].filter((kind) => kind !== first.kind);
  const agree = kinds.length === 0 && others.every(({ retry }) => retry === first.retry);
  if (agree) return { ...first, because, decide };
  const told = [...new Set(inferred.map(({ kind, retry }) => `${kind}, ${retry}`))].join(' / ');
  const differ = both(
    `its rows disagree (${told}): taken is the one that retries least`,
    `各行不一致（${told}）：取重试最少的一行`,
  );
  return {
    kind: first.kind,
    retry: first.retry,
    against: first.against ?? false,
    ...(kinds.length > 0 ? { or: kinds } : {}),
    because: [...because, differ],
    decide: [...decide, questions.rowsDisagree],
  };
}

interface Named {
  readonly name: string;
  readonly because: readonly Text[];
  readonly decide: readonly Text[];
}

/** The page's own name, exactly as it prints it; else HTTP's; else a short meaning, or the number. */
function nameOf(status: number, rows: readonly DocumentedRow[]): Named {
  const names = [...new Set(rows.flatMap(({ name }) => (name === undefined ? [] : [name])))];
  const [first, ...others] = names;
  if (first !== undefined) {
    if (others.length === 0) return { name: first, because: [], decide: [] };
    const list = names.map((name) => `“${name}”`);
    const because = both(
      `the page calls ${status} ${list.join(' and ')}`,
      `页面称 ${status} 为${list.join('和')}`,
    );
    return { name: first, because: [because], decide: [questions.names] };
  }
  const own = httpRow(status)?.name;
  if (own !== undefined) {
    const because = both(
      `the page gives ${status} no name: it has HTTP's`,
      `页面没有给 ${status} 名称：用 HTTP 的`,
    );
    return { name: own, because: [because], decide: [] };
  }
  const short = rows
    .flatMap((row) => row.meanings)
    .map((text) => text.replace(/[.。]$/, ''))
    .find((text) => text !== '' && text.length <= 40);
  const because =
    short === undefined
      ? both(
          `the page gives ${status} no name, and HTTP has none: its number was taken`,
          `页面和 HTTP 都没有给 ${status} 名称：用其数字`,
        )
      : both(
          `the page gives ${status} no name, and HTTP has none: its meaning was taken`,
          `页面和 HTTP 都没有给 ${status} 名称：用其含义`,
        );
  return { name: short ?? `Status ${status}`, because: [because], decide: [questions.name] };
}
