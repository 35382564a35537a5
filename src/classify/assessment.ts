import type { Problem, StatusEntry } from '../semantics/catalogue.js';
import type { Kind, Retryability } from '../semantics/kinds.js';

/**
 * Whether the server can have done what the request asks.
 *
 * - `yes`: the server said so, or answered 2xx.
 * - `accepted`: the server will do it.
 * - `no`: the server refused, or the request was not sent.
 * - `maybe`: nobody can tell.
 */
export type Processed = 'yes' | 'accepted' | 'no' | 'maybe';

/** What the end of one attempt means, according to the catalogue. */
export interface Assessment {
  readonly kind: Kind;
  readonly processed: Processed;
  readonly retry: Retryability;
  /** The HTTP status. Absent if there was no response. */
  readonly httpStatus?: number;
  /** The catalogue's entry for the status, if the status is documented. */
  readonly documented?: StatusEntry;
  /** True if the catalogue says that the error code in the body asks for fresh credentials. */
  readonly reauthenticate?: boolean;
  /** Milliseconds that the documentation asks to wait after this throttling. */
  readonly retryAfterMs?: number;
  /** Milliseconds to wait, as the catalogue's `readHint` read them from the answer. */
  readonly hintMs?: number;
  /** The value of the header that the catalogue names in `retryHeader`: true if the server allows a retry. */
  readonly serverSays?: boolean;
  /** The error code of a failure: `ECONNRESET`, `ETIMEDOUT`, … */
  readonly code?: string;
  /** True if the body of the answer ended early. */
  readonly truncated?: boolean;
  /** True if a redirect turned the request into a GET, and this is the answer to that GET. */
  readonly turnedIntoGet?: boolean;
  readonly problem?: Problem;
}
