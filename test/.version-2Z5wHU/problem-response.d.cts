import { t as AnyOutcome } from "./types.cjs";
import { t as OutcomeLike } from "./facts.cjs";

//#region src/server/problem-response.d.ts
/** A problem document (RFC 9457, 3.1), with members of one's own (3.2). */
interface ProblemDocument {
  /** A URI that names the type of problem. Left out, it is `about:blank`: no more than the status says. */
  readonly type?: string;
  readonly title?: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly [member: string]: unknown;
}
/** An answer that is ready to be sent. It is a `ResponseInit` too: `new Response(answer.body, answer)`. */
interface ProblemResponse {
  readonly status: number;
  /** `Content-Type`, and `Retry-After` where the upstream said when. */
  readonly headers: Readonly<Record<string, string>>;
  /** The problem document, as JSON. */
  readonly body: string;
}
/** Options of {@link problemResponse}. */
interface ProblemResponseOptions {
  /**
  * What to answer instead, for some outcomes: a status, and members of the problem document. They
  * replace those of the answer; undefined changes nothing. Only what is returned here leaves this
  * server of what its upstream said. Default: nothing.
  */
  readonly map?: (outcome: AnyOutcome) => Partial<ProblemDocument> | undefined;
}
/**
* What this server answers where its upstream failed, as a problem document (RFC 9457,
* `application/problem+json`), for an OutcomeError or an outcome; undefined for any other error.
*
* `unavailable` is 503, with `Retry-After` where the upstream said when; a timeout and a task that
* is not done are 504; `cancelled` is 503, or 504 where `AbortSignal.timeout` did it; every other
* kind is 502, a refusal included. Nothing of the upstream's body, headers and address is in it,
* unless `map` puts it there.
*
* An AxiosError is none of them: give it to `outcomeOf` first.
*
* @example
* problemResponse(error, {
*   map: (outcome) =>
*     outcome.kind === 'rejected' && outcome.httpStatus === 404 ? { status: 404, title: 'No such order' } : undefined,
* });
*/
declare function problemResponse(outcome: OutcomeLike, options?: ProblemResponseOptions): ProblemResponse;
declare function problemResponse(error: unknown, options?: ProblemResponseOptions): ProblemResponse | undefined;
//#endregion
export { problemResponse as i, ProblemResponse as n, ProblemResponseOptions as r, ProblemDocument as t };