import type { CodeEntry, StatusEntry } from '../../semantics/catalogue.js';
import { inferCode } from '../infer/infer-code.js';
import type { Language } from '../infer/language.js';
import type { ReportRow } from '../report/report.js';
import { both, distinct, joined } from '../text/locale.js';
import { type DocumentedRow, quoted, textsOf } from './documented-row.js';
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
  languageOf: (text: string) => Language,
): ReadCode {
  const statuses = [...new Set(rows.flatMap((row) => row.statuses))];
  const read = rows.map((row) => ({
    statuses: row.statuses,
    words: { texts: textsOf(row), ...(row.answer === undefined ? {} : { answer: row.answer }), languageOf },
  }));
  const { kind, retry, against, because, decide } = inferCode(code, read, documented);
  const { meaning } = meaningOf(
    rows.flatMap(({ meanings, name }) => (name === undefined ? meanings : [name, ...meanings])),
  );
  const { meaning: remedy } = meaningOf(rows.flatMap(({ remedies }) => remedies));
  const entry: CodeEntry = {
    ...(kind === undefined ? {} : { kind }),
    ...(retry === undefined ? {} : { retry }),
    ...(statuses.length > 0 ? { statuses } : {}),
    ...(meaning === undefined ? {} : { meaning }),
    ...(remedy === undefined ? {} : { remedy }),
    source,
  };
  const asked = distinct([...rows.flatMap((row) => row.decide), ...decide]);
  const effective =
    retry === undefined ? statuses.map((status) => documented.get(status)?.retry ?? 'never') : [retry];
  const report: ReportRow = {
    at: joined(distinct(rows.map(({ at }) => at)), '; ', '；'),
    subject: statuses.length > 0 ? `${code} (${statuses.join(', ')})` : code,
    result: [kind, retry].filter(Boolean).join(', ') || both('as its status', '同其状态码'),
    against: against ?? false,
    because,
    decide: asked,
    ...quoted(rows, asked.length > 0 || effective.some((each) => each !== 'never')),
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
