import type { Attempt } from '../retry/attempt.js';
import type { Stopped } from '../retry/decide.js';
import type { StatusEntry } from '../semantics/catalogue.js';
import type { Effect } from '../semantics/kinds.js';
import type { EndedTask, Task } from './task.js';

/** The request, without its query and without secrets. */
export interface RequestSummary {
  readonly method: string;
  readonly path: string;
  /**
   * The Idempotency-Key of all attempts, when the library made it (`idempotencyKey: true`) or an
   * interceptor set it. It is absent when the call itself gave the key. To send the request again,
   * give the same key:
   * `{ outcome: { retry: { idempotencyKey: outcome.request.idempotencyKey ?? true } } }`.
   */
  readonly idempotencyKey?: string;
}

/** Why the library made no further attempt, and when the server allows the next request. */
export interface RetryVerdict {
  readonly stopped: Stopped;
  /** Milliseconds since the epoch. It is present when the server said when to ask again. */
  readonly retryAt?: number;
}

/** One place where a body does not fit its schema or its content type. */
export interface Issue {
  readonly message: string;
  /** The place in the body, from the outermost key to the innermost key. */
  readonly path?: readonly (string | number)[];
}

interface Common {
  readonly effect: Effect;
  readonly request: RequestSummary;
  /** Every attempt, in the order in which the attempts were made. */
  readonly attempts: readonly Attempt[];
}

export interface Answered<K extends string, S> extends Common {
  readonly kind: K;
  /** The status, if the catalogue documents it; otherwise `other`. */
  readonly status: S;
  /** The status that the server sent, also a status that HTTP does not define. */
  readonly httpStatus: number;
  /** The headers of the answer. Names are in lower case, and credentials are `[redacted]`. */
  readonly headers: Readonly<Record<string, string>>;
  /** True when the server knew the Idempotency-Key and repeated an earlier answer (`Idempotent-Replayed: true`). */
  readonly replayed?: true;
  /** The catalogue's row: name, meaning, and where it is documented. */
  readonly documented?: StatusEntry;
}

export interface Success<D, S> extends Answered<'success', S> {
  readonly ok: true;
  readonly data: D;
}
export interface Delayed<D, S, T extends Task<unknown, unknown> = Task> extends Answered<'delayed', S> {
  readonly ok: true;
  readonly data: D;
  readonly task: T;
}
export interface Empty<S> extends Answered<'empty', S> {
  readonly ok: true;
}
export interface Unmodified<S> extends Answered<'unmodified', S> {
  readonly ok: true;
}
export interface Choices<D, S> extends Answered<'choices', S> {
  readonly ok: false;
  readonly data: D;
  /** The addresses of the alternates in `Link` and of `Location`. Secrets in their queries are redacted. */
  readonly alternatives: readonly string[];
}
export interface Redirected<S> extends Answered<'redirected', S> {
  readonly ok: false;
  /** The address, with the secrets of its query redacted. The AxiosResponse has the whole address. */
  readonly location?: string;
}
export interface Rejected<P, S> extends Answered<'rejected', S> {
  readonly ok: false;
  readonly problem: P;
}
export interface Unavailable<P, S> extends Answered<'unavailable', S> {
  readonly ok: false;
  readonly problem: P;
  readonly retry: RetryVerdict;
}
export interface Failed<P, S> extends Answered<'failed', S> {
  readonly ok: false;
  readonly problem: P;
  readonly retry: RetryVerdict;
}
/** A delayed task that failed, was cancelled or expired. `httpStatus` is the status of the monitor's answer. */
export interface TaskFailed<P> extends Answered<'failed', 'other'> {
  readonly ok: false;
  readonly problem: P;
  readonly retry: RetryVerdict;
  readonly task: EndedTask;
}
/** A status that the catalogue does not document. */
export interface Unexpected extends Answered<'unexpected', 'other'> {
  readonly ok: false;
  readonly data: unknown;
  readonly retry: RetryVerdict;
}
/** A body that cannot be used: it is cut, is not JSON, or does not fit its schema. */
export interface Malformed extends Answered<'malformed', 'other'> {
  readonly ok: false;
  readonly data: unknown;
  readonly issues: readonly Issue[];
  readonly retry: RetryVerdict;
  /** The task, if the answer began a task although its body cannot be used. `client.resume` follows its token. */
  readonly task?: Task;
}
/** No answer came. */
export interface Unreachable extends Common {
  readonly kind: 'unreachable';
  readonly ok: false;
  readonly status?: undefined;
  readonly code: string;
  readonly cause: Error;
  readonly retry: RetryVerdict;
}
/** The caller stopped the request. */
export interface Cancelled extends Common {
  readonly kind: 'cancelled';
  readonly ok: false;
  readonly status?: undefined;
  readonly reason: unknown;
}
