import type { StatusEntry } from '../../semantics/catalogue.js';
import type { DocumentedKind, Retryability } from '../../semantics/kinds.js';
import { httpRow } from '../infer/http-names.js';
import { inferStatus } from '../infer/infer-status.js';
import type { Inference } from '../infer/inference.js';
import type { ReportRow } from '../report/report.js';
import { type DocumentedRow, wordsOf } from './documented-row.js';
import { meaningOf } from './meaning.js';

export interface ReadEntry {
  readonly entry: StatusEntry;
  readonly report: ReportRow;
}

/** One status from the rows that document it: most often one, sometimes several. */
export function statusEntry(status: number, rows: readonly DocumentedRow[], source: string): ReadEntry {
  const inferred = rows.map((row) => inferStatus(status, wordsOf(row)));
  const merged = mergeInferences(status, inferred);
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
  const report: ReportRow = {
    at: [...new Set(rows.map(({ at }) => at))].join('; '),
    subject: `${status} ${name.name}`,
    result: [entry.kind, ...(entry.or ?? []).map((kind) => `or ${kind}`), entry.retry].join(', '),
    because: [...new Set([...name.because, ...rows.flatMap(({ because }) => because), ...merged.because])],
    decide: [...new Set([...name.decide, ...rows.flatMap(({ decide }) => decide), ...merged.decide])],
  };
  return { entry, report };
}

export interface Merged extends Inference {
  readonly or?: readonly DocumentedKind[];
}

const order: readonly Retryability[] = ['never', 'transient', 'throttle'];

/** Rows that disagree: the one that retries least holds, since a retry too many is the worse mistake. */
export function mergeInferences(status: number, inferred: readonly Inference[]): Merged {
  const because = inferred.flatMap((each) => each.because);
  const decide = inferred.flatMap((each) => each.decide);
  const [first, ...others] = [...inferred].sort((a, b) => order.indexOf(a.retry) - order.indexOf(b.retry));
  // A status is here because a row documents it.
  if (first === undefined) throw new RangeError(`no row documents ${status}`);
  const kinds = [...new Set(others.map(({ kind }) => kind))].filter((kind) => kind !== first.kind);
  const agree = kinds.length === 0 && others.every(({ retry }) => retry === first.retry);
  if (agree) return { ...first, because, decide };
  const told = [...new Set(inferred.map(({ kind, retry }) => `${kind}, ${retry}`))].join(' / ');
  return {
    kind: first.kind,
    retry: first.retry,
    ...(kinds.length > 0 ? { or: kinds } : {}),
    because: [...because, `its rows disagree (${told}): taken is the one that retries least`],
    decide: [
      ...decide,
      `what tells the ${inferred.length} rows of ${status} apart: an error code? Give it in codes`,
    ],
  };
}

interface Named {
  readonly name: string;
  readonly because: readonly string[];
  readonly decide: readonly string[];
}

/** The page's own name, exactly as it prints it; else HTTP's; else a short meaning, or the number. */
function nameOf(status: number, rows: readonly DocumentedRow[]): Named {
  const names = [...new Set(rows.flatMap(({ name }) => (name === undefined ? [] : [name])))];
  const [first, ...others] = names;
  if (first !== undefined) {
    const decide =
      others.length === 0
        ? []
        : [`the page calls ${status} ${names.map((name) => `“${name}”`).join(' and ')}: which is its name?`];
    return { name: first, because: [], decide };
  }
  const own = httpRow(status)?.name;
  if (own !== undefined)
    return { name: own, because: [`the page gives ${status} no name: it has HTTP's`], decide: [] };
  const meanings = rows.flatMap((row) => row.meanings);
  const short = meanings
    .map((text) => text.replace(/[.。]$/, ''))
    .find((text) => text !== '' && text.length <= 40);
  return {
    name: short ?? `Status ${status}`,
    because: [
      `the page gives ${status} no name, and HTTP has none: ${short === undefined ? 'its number' : 'its meaning'} was taken`,
    ],
    decide: [`what is ${status} to be called?`],
  };
}
