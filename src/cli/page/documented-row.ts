/** A row of a page, read but not yet interpreted. */
export interface DocumentedRow {
  /** `table 1, row 3`. */
  readonly at: string;
  readonly statuses: readonly number[];
  /** Error codes, where the row documents some. */
  readonly codes: readonly string[];
  /** The name as printed; absent where the row has none. */
  readonly name?: string;
  /** What the row says it means. */
  readonly meanings: readonly string[];
  /** What it says one can do. */
  readonly remedies: readonly string[];
  /** What a person must know or decide about the reading itself. */
  readonly because: readonly string[];
  readonly decide: readonly string[];
}

/** All that a row says in words. */
export function wordsOf({ name, meanings, remedies }: DocumentedRow): string {
  return [name, ...meanings, ...remedies].filter(Boolean).join('\n');
}
