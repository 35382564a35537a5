import type { CodeEntry, StatusEntry } from '../semantics/catalogue.js';

/** An entry of a table in which all entries have the same source. */
export type CodeRow = Omit<CodeEntry, 'source'>;
export type StatusRow = Omit<StatusEntry, 'source'>;

/** A table's entries with their source. Codes, statuses and texts stay literal. */
export type Sourced<Rows, Source extends string> = {
  readonly [C in keyof Rows]: Rows[C] & { readonly source: Source };
};

/** Gives every entry of a table the source that the table has. */
export function sourced<
  Rows extends { readonly [row: string | number]: CodeRow | StatusRow },
  Source extends string,
>(rows: Rows, source: Source): Sourced<Rows, Source> {
  const entries = Object.entries(rows).map(([code, row]) => [code, { ...row, source }] as const);
  // The type of Object.fromEntries does not say which key has which entry. Each entry kept its key, and got the source.
  return Object.fromEntries(entries) as Sourced<Rows, Source>;
}
