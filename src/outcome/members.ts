import type { Attempt } from '../retry/attempt.js';
import type { Stopped } from '../retry/decide.js';
import type { StatusEntry } from '../semantics/catalogue.js';
import type { Effect } from '../semantics/kinds.js';
import type { EndedTask, Task } from './task.js';

/** What was asked, without query or secrets. */
export interface RequestSummary {
  readonly method: string;
  readonly path: string;
  /**
   * The Idempotency-Key that all attempts carried, where the call was not given it by hand: the
   * library made it (`idempotencyKey: true`), or an interceptor set it. Whoever sends the
   * request again gives the same key:
   * `{ outcome: { retry: { idempotencyKey: outcome.request.idempotencyKey ?? true } } }`.
   */
  readonly idempotencyKey?: string;
}

/** Why no further attempt was made, and when the server wants to be asked again. */
export interface RetryVerdict {
  readonly stopped: Stopped;
  /** Milliseconds since the epoch; present where the server said when. */
  readonly retryAt?: number;
}

/** One way in which a body is not what was promised. */
export interface Issue {
  readonly message: string;
  /** Where in the body, from the outside in. */
  readonly path?: readonly (string | number)[];
}

interface Common {
  readonly effect: Effect;
  readonly request: RequestSummary;
  /** Every transport call, the last one last. */
  readonly attempts: readonly Attempt[];
}

export interface Answered<K extends string, S> extends Common {
  readonly kind: K;
  /** The documented status; `other` where it is not documented. */
  readonly status: S;
  /** The number on the wire, also where HTTP has no such status. */
  readonly httpStatus: number;
  /** Names in lower case; the values of credentials are `[redacted]`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The server answered a request that it had carried out before, by its Idempotency-Key: `Idempotent-Replayed: true`. */
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
  /** The addresses of the `Link` header's alternates and of `Location`, without the secrets of their queries. */
  readonly alternatives: readonly string[];
}
export interface Redirected<S> extends Answered<'redirected', S> {
  readonly ok: false;
  /** Without the secrets of its query; the AxiosResponse of the instance has it whole. */
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
/** A delayed task that has ended, and not well. Its monitor said so, with a status of its own. */
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
/** A body that is not what was promised: cut, not JSON, or of another shape than its schema. */
export interface Malformed extends Answered<'malformed', 'other'> {
  readonly ok: false;
  readonly data: unknown;
  readonly issues: readonly Issue[];
  readonly retry: RetryVerdict;
  /** The task that the answer began all the same: `client.resume` follows its token. */
  readonly task?: Task;
}
/** No response. */
export interface Unreachable extends Common {
  readonly kind: 'unreachable';
  readonly ok: false;
  readonly status?: undefined;
  readonly code: string;
  readonly cause: Error;
  readonly retry: RetryVerdict;
}
/** The caller stopped it. */
export interface Cancelled extends Common {
  readonly kind: 'cancelled';
  readonly ok: false;
  readonly status?: undefined;
  readonly reason: unknown;
}
