import type { CodeEntry, StatusEntry } from '../../semantics/catalogue.js';
import { inferCode } from '../infer/infer-code.js';
import type { Language } from '../infer/vocabulary.js';
import type { Read, ReportRow } from '../report/report.js';
import { distinct, say } from '../text/say.js';
import { type DocumentedRow, meaningOf, quotesOf, textsOf } from './documented-row.js';

/** One error code from the rows that document it, refining the statuses that it comes with. */
export function codeEntry(
  code: string,
  rows: readonly DocumentedRow[],
  documented: ReadonlyMap<number, StatusEntry>,
  source: string,
  languageOf: (text: string) => Language,
): Read<CodeEntry> {
  const statuses = [...new Set(rows.flatMap((row) => row.statuses))];
  const read = rows.map((row) => ({
    statuses: row.statuses,
    words: { texts: textsOf(row), ...(row.answer && { answer: row.answer }), languageOf },
  }));
  const { kind, retry, against = false, because, decide } = inferCode(code, read, documented);
  const { meaning } = meaningOf(
    rows.flatMap(({ meanings, name }) => [...(name === undefined ? [] : [name]), ...meanings]),
  );
  const { meaning: remedy } = meaningOf(rows.flatMap(({ remedies }) => remedies));
  const entry: CodeEntry = {
    ...(kind && { kind }),
    ...(retry && { retry }),
    ...(statuses.length > 0 ? { statuses } : {}),
    ...(meaning && { meaning }),
    ...(remedy && { remedy }),
    source,
  };
  const asked = distinct([...rows.flatMap((row) => row.decide), ...decide]);
  const retries = retry === undefined ? statuses.map((status) => documented.get(status)?.retry) : [retry];
  const report: ReportRow = {
    at: say`${distinct(rows.map(({ at }) => at))}`,
    subject: statuses.length > 0 ? `${code} (${statuses.join(', ')})` : code,
    result: [kind, retry].filter(Boolean).join(', ') || say`as its status`,
    ...(asked.length > 0 || retries.some((each) => each !== 'never') ? { says: quotesOf(rows) } : {}),
    against,
    because: distinct([...rows.flatMap((row) => row.because), ...because]),
    decide: asked,
  };
  return { entry, report };
}

/** The statuses, each with the kinds that codes move it to. */
export function withKinds(
  entries: ReadonlyMap<number, StatusEntry>,
  codes: readonly CodeEntry[],
): { readonly [status: number]: StatusEntry } {
  const moved = [...entries].map(([status, entry]) => {
    const { name, kind, or: own = [], ...rest } = entry;
    const kinds = codes.flatMap((code) => (code.statuses?.includes(status) ? (code.kind ?? []) : []));
    const or = [...new Set([...own, ...kinds])].filter((each) => each !== kind);
    return [status, or.length === 0 ? entry : { name, kind, or, ...rest }] as const;
  });
  return Object.fromEntries(moved);
}
