/**
 * What a difference is worth. `meaning`: a status (or a code, or an operation)
 * changed its kind, or became more or less retryable; clients behave otherwise.
 * `words`: only its name or texts changed.
 */
export type Weight = 'meaning' | 'words';

/** One difference between two catalogues. */
export interface Change {
  /** `503 Service Unavailable`, `KMS.0303`, `POST /orders`, `retry`. */
  readonly subject: string;
  readonly weight: Weight;
  /** What changed, one sentence each. */
  readonly changes: readonly string[];
}
