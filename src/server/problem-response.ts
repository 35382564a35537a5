import type { OutcomeLike } from '../outcome/facts.js';
import { at } from '../outcome/field.js';
import { outcomeIn } from '../outcome/outcome-in.js';
import type { AnyOutcome } from '../outcome/types.js';
import { type OwnStatus, statusFor } from './status.js';

/** A problem document (RFC 9457, 3.1), with members of one's own (3.2). */
export interface ProblemDocument {
  /** A URI that names the type of problem. Left out, it is `about:blank`: no more than the status says. */
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
  /** `Content-Type`, and `Retry-After` where the upstream said when. */
  readonly headers: Readonly<Record<string, string>>;
  /** The problem document, as JSON. */
  readonly body: string;
}

/** Options of {@link problemResponse}. */
export interface ProblemResponseOptions {
  /**
   * What to answer instead, for some outcomes: a status, and members of the problem document. They
   * replace those of the answer; undefined changes nothing. Only what is returned here leaves this
   * server of what its upstream said. Default: nothing.
   */
  readonly map?: (outcome: AnyOutcome) => Partial<ProblemDocument> | undefined;
}

/** RFC 9457, 4.2.1: without a type, the title is the status's phrase of HTTP. */
const documents: { readonly [S in OwnStatus]: { readonly title: string; readonly detail?: string } } = {
  500: { title: 'Internal Server Error' },
  502: { title: 'Bad Gateway', detail: 'An upstream service gave no answer that can be used.' },
  503: { title: 'Service Unavailable', detail: 'An upstream service is not available now.' },
  504: { title: 'Gateway Timeout', detail: 'An upstream service did not answer in time.' },
};

/**
 * What this server answers where its upstream failed, as a problem document (RFC 9457,
 * `application/problem+json`), for an OutcomeError or an outcome; undefined for any other error.
 *
 * `unavailable` is 503, with `Retry-After` where the upstream said when; a timeout and a task that
 * is not done are 504; `cancelled` is 503, or 504 where `AbortSignal.timeout` did it; every other
 * kind is 502, a refusal included. Nothing of the upstream's body, headers and address is in it,
 * unless `map` puts it there.
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
  // Texts about the usual status say nothing of another one.
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

/** RFC 9110, 10.2.3: delay-seconds are whole. Rounded up, so that no client comes too early. */
function retryAfter(outcome: AnyOutcome): number | undefined {
  const time = at(at(outcome, 'retry'), 'retryAt');
  if (typeof time !== 'number' || !Number.isFinite(time)) return undefined;
  return Math.max(0, Math.ceil((time - Date.now()) / 1_000));
}
