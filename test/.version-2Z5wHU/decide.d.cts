import { c as StatusEntry, d as Kind, f as Retryability, o as Problem } from "./catalogue.cjs";

//#region src/classify/assessment.d.ts
/**
* Whether the server can have done what it was asked.
*
* - `yes`: it said so, or answered 2xx.
* - `accepted`: it will.
* - `no`: it refused, or the request was not sent.
* - `maybe`: nobody can tell.
*/
type Processed = "yes" | "accepted" | "no" | "maybe";
/** What one attempt's end means, by the catalogue. */
interface Assessment {
  readonly kind: Kind;
  readonly processed: Processed;
  readonly retry: Retryability;
  /** The number on the wire; absent where there was no response. */
  readonly httpStatus?: number;
  /** The catalogue's row, where the status is documented. */
  readonly documented?: StatusEntry;
  /** The error code of the body asks for fresh credentials, as the catalogue documents. */
  readonly reauthenticate?: boolean;
  /** Milliseconds that the documentation asks to wait after this throttling. */
  readonly retryAfterMs?: number;
  /** Milliseconds to wait that the catalogue's `readHint` found in the answer. */
  readonly hintMs?: number;
  /** What the server said in the catalogue's `retryHeader`. */
  readonly serverSays?: boolean;
  /** The code of a failure: `ECONNRESET`, `ETIMEDOUT`, … */
  readonly code?: string;
  /** The answer's body ended early. */
  readonly truncated?: boolean;
  /** The answer is that to a GET elsewhere, to which a redirect turned the request. */
  readonly turnedIntoGet?: boolean;
  readonly problem?: Problem;
}
//#endregion
//#region src/retry/decide.d.ts
/** Why no further attempt was made. */
type Stopped = "not-retryable" | "attempts" | "budget" | "unsafe" | "body" | "deadline" | "hint" | "vetoed";
/** A veto (`false`), a grant (`true`), or a grant that may send an unsafe request twice. */
type UserVerdict = boolean | {
  readonly retry: boolean;
  readonly unsafe?: boolean;
};
//#endregion
export { Processed as i, UserVerdict as n, Assessment as r, Stopped as t };