import type { Text } from '../text/say.js';

/** One row of a catalogue, and how it came to be so. */
export interface ReportRow {
  /** Where it was read: `table 1, row 3`, `GET /orders/{id}`. */
  readonly at: Text;
  /** What it is about: `503`, `KMS.0303 (400)`. */
  readonly subject: string;
  /** What it became: `unavailable, transient`. */
  readonly result: Text;
  /** The very words of the documentation, where the verdict rests on them. */
  readonly says?: readonly string[];
  /** The documentation decides otherwise than HTTP does: such a row stands first. */
  readonly against?: boolean;
  /** Why, a reason for each inference. */
  readonly because: readonly Text[];
  /** What a person must decide. What several rows ask in the same words is one question. */
  readonly decide: readonly Text[];
}

/** An entry of a catalogue, and its row. */
export interface Read<Entry> {
  readonly entry: Entry;
  readonly report: ReportRow;
}

/** Something that could not be read. Listed, never dropped. */
export interface UnreadRow {
  readonly at: Text;
  /** What stood there, on one line. */
  readonly text: string;
  readonly because: Text;
  /** How many rows it stands for. Default 1. */
  readonly rows?: number;
}

/** Every row of a page by number: those on it are those read and those left out. */
export interface Counts {
  readonly rows: number;
  readonly read: number;
  readonly leftOut: number;
  readonly statuses: number;
  readonly codes: number;
}

/** What was inferred of a document, and why. */
export interface Report {
  /** The document. */
  readonly source: string;
  readonly counts?: Counts;
  readonly rows: readonly ReportRow[];
  readonly unread: readonly UnreadRow[];
  /** What is to be known of the document as a whole. */
  readonly notes: readonly Text[];
}
