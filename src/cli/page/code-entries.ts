import type { CodeEntry, StatusEntry } from '../../semantics/catalogue.js';
import { inferCode } from '../infer/infer-code.js';
import type { ReportRow } from '../report/report.js';
import { type DocumentedRow, wordsOf } from './documented-row.js';
import { meaningOf } from './meaning.js';

export interface ReadCode {
  readonly entry: CodeEntry;
  readonly report: ReportRow;
}

/** One error code from the rows that document it, refining the statuses that it comes with. */
export function codeEntry(
  code: string,
  rows: readonly DocumentedRow[],
  documented: ReadonlyMap<number, StatusEntry>,
  source: string,
): ReadCode {
  const statuses = [...new Set(rows.flatMap((row) => row.statuses))];
  const own = statuses.flatMap((status) => documented.get(status) ?? []);
  const inferred = inferCode(code, rows.map(wordsOf).join('\n'), own);
  // Without a status to move, a kind would hold for any status.
  const kind = statuses.length > 0 ? inferred.kind : undefined;
  const { meaning } = meaningOf(
    rows.flatMap(({ meanings, name }) => (name === undefined ? meanings : [name, ...meanings])),
  );
  const { meaning: remedy } = meaningOf(rows.flatMap(({ remedies }) => remedies));
  const entry: CodeEntry = {
    ...(kind === undefined ? {} : { kind }),
    ...(inferred.retry === undefined ? {} : { retry: inferred.retry }),
    ...(statuses.length > 0 ? { statuses } : {}),
    ...(meaning === undefined ? {} : { meaning }),
    ...(remedy === undefined ? {} : { remedy }),
    source,
  };
  const report: ReportRow = {
    at: rows.map(({ at }) => at).join('; '),
    subject: statuses.length > 0 ? `${code} (${statuses.join(', ')})` : code,
    result: [kind, inferred.retry].filter(Boolean).join(', ') || 'as its status',
    because: inferred.because,
    decide: [...new Set([...rows.flatMap(({ decide }) => decide), ...inferred.decide])],
  };
  return { entry, report };
}

/** A status with the kinds that its codes move it to. */
export function withKinds(status: number, entry: StatusEntry, codes: readonly CodeEntry[]): StatusEntry {
  const moved = codes.flatMap(({ kind, statuses }) =>
    kind !== undefined && statuses?.includes(status) ? [kind] : [],
  );
  const or = [...new Set([...(entry.or ?? []), ...moved])].filter((kind) => kind !== entry.kind);
  if (or.length === 0) return entry;
  const { name, kind, or: _, ...rest } = entry;
  return { name, kind, or, ...rest };
}
