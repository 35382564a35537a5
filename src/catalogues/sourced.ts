import type { CodeEntry, StatusEntry } from '../semantics/catalogue.js';

/** An entry of a table whose entries all have one source. */
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
  // Object.fromEntries forgets which key has which entry. Each kept its own, and gained the source.
  return Object.fromEntries(entries) as Sourced<Rows, Source>;
}
