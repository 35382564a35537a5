import type { OutcomeLike } from '../outcome/facts.js';
import { at } from '../outcome/field.js';
import { outcomeIn } from '../outcome/outcome-in.js';
import type { AnyOutcome } from '../outcome/types.js';
import { type OwnStatus, statusFor } from './status.js';

/** A problem document (RFC 9457, 3.1), which may have extension members (3.2). */
export interface ProblemDocument {
  /** A URI that names the type of problem. Default: `about:blank`, which adds nothing to the status. */
  readonly type?: string;
  readonly title?: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly [member: string]: unknown;
}

/** An answer that is ready to be sent. It is a `ResponseInit` too: `new Response(answer.body, answer)`. */
export interface ProblemResponse {
  readonly status: number;
  /** `Content-Type`, and `Retry-After` if the upstream said when to ask again. */
  readonly headers: Readonly<Record<string, string>>;
  /** The problem document, as JSON. */
  readonly body: string;
}

/** Options of {@link problemResponse}. */
export interface ProblemResponseOptions {
  /**
   * Changes the answer for some outcomes. It returns a status and members of the problem document,
   * which replace those of the answer, or undefined to change nothing. The upstream's own words leave
   * this server only if this function returns them. Default: the answer is not changed.
   */
  readonly map?: (outcome: AnyOutcome) => Partial<ProblemDocument> | undefined;
}

/** RFC 9457, 4.2.1: without a type, the title is HTTP's phrase for the status. */
const documents: { readonly [S in OwnStatus]: { readonly title: string; readonly detail?: string } } = {
  500: { title: 'Internal Server Error' },
  502: { title: 'Bad Gateway', detail: 'An upstream service gave no answer that can be used.' },
  503: { title: 'Service Unavailable', detail: 'An upstream service is not available now.' },
  504: { title: 'Gateway Timeout', detail: 'An upstream service did not answer in time.' },
};

/**
 * Returns the answer of this server when its upstream failed: a problem document (RFC 9457,
 * `application/problem+json`). It takes an OutcomeError or an outcome. For any other error it
 * returns undefined.
 *
 * - `unavailable` becomes 503, with `Retry-After` if the upstream said when to ask again.
 * - A timeout, and a task that is not done, become 504.
 * - `cancelled` becomes 503, or 504 if `AbortSignal.timeout` cancelled the request.
 * - Every other kind becomes 502, also `rejected`.
 *
 * The answer has nothing of the upstream's body, headers and address, unless `map` adds it.
 *
 * An AxiosError is not an outcome: give it to `outcomeOf` first.
 *
 * @example
 * problemResponse(error, {
 *   map: (outcome) =>
 *     outcome.kind === 'rejected' && outcome.httpStatus === 404 ? { status: 404, title: 'No such order' } : undefined,
 * });
 */
export function problemResponse(outcome: OutcomeLike, options?: ProblemResponseOptions): ProblemResponse;
export function problemResponse(
  error: unknown,
  options?: ProblemResponseOptions,
): ProblemResponse | undefined;
export function problemResponse(
  error: unknown,
  { map }: ProblemResponseOptions = {},
): ProblemResponse | undefined {
  const outcome = outcomeIn(error);
  if (outcome === undefined) return undefined;
  const usual = statusFor(outcome);
  const mapped = map?.(outcome) ?? {};
  const status = mapped.status ?? usual;
  // The usual texts do not fit another status.
  const document = { ...(status === usual ? documents[usual] : {}), ...mapped, status };
  const waitS = retryAfter(outcome);
  // RFC 9110, 10.2.3, and RFC 6585, 4: the statuses to which Retry-After belongs.
  const hasRetryAfter = waitS !== undefined && (status === 503 || status === 429);
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(hasRetryAfter ? { 'Retry-After': String(waitS) } : {}),
    },
    body: JSON.stringify(document),
  };
}

/** RFC 9110, 10.2.3: delay-seconds are whole numbers. They are rounded up, so that no client comes too early. */
function retryAfter(outcome: AnyOutcome): number | undefined {
  const time = at(at(outcome, 'retry'), 'retryAt');
  if (typeof time !== 'number' || !Number.isFinite(time)) return undefined;
  return Math.max(0, Math.ceil((time - Date.now()) / 1_000));
}
