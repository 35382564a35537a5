/** One row of a catalogue, and how it came to be so. */
export interface ReportRow {
  /** Where it was read: `table 1, row 3`, `GET /orders/{id}`. */
  readonly at: string;
  /** What it is about: `503`, `KMS.0303 (400)`. */
  readonly subject: string;
  /** What it became: `unavailable, transient`. */
  readonly result: string;
  /** Why, a reason for each inference. */
  readonly because: readonly string[];
  /** What a person must decide. */
  readonly decide: readonly string[];
}

/** Something that could not be read. Listed, never dropped. */
export interface UnreadRow {
  readonly at: string;
  /** What stood there, on one line. */
  readonly text: string;
  readonly because: string;
}

/** What was inferred of a document, and why. */
export interface Report {
  /** The document. */
  readonly source: string;
  readonly rows: readonly ReportRow[];
  readonly unread: readonly UnreadRow[];
  /** What is to be known of the document as a whole. */
  readonly notes: readonly string[];
}
