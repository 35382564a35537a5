import type { Assessment } from '../classify/assessment.js';
import type { Exchange } from '../classify/exchange.js';
import type { Addressed } from '../classify/request-address.js';
import type { EventSource } from './events.js';

/** A request with all its attempts, and the waits between them. */
export interface RequestScope extends EventSource {
  readonly type: 'request';
  /** The task whose result the request fetches. */
  readonly within?: TaskScope | undefined;
}

/** A delayed task while it is followed. Its request is the request that started the task. */
export interface TaskScope extends EventSource {
  readonly type: 'task';
}

/** One poll of a task's monitor, with its redirects and retries. */
export interface PollScope {
  readonly type: 'poll';
  /** The number of the poll, from 1. */
  readonly number: number;
  readonly within?: TaskScope | undefined;
}

/** The fields of an attempt's axios config that are needed here. axios declares its types twice, for ESM and for CommonJS. */
export interface AttemptConfig extends Addressed {
  readonly headers: { set(name: string, value: string): unknown };
}

/** One attempt. */
export interface AttemptScope {
  readonly type: 'attempt';
  /** The number of the attempt in its request, from 1. */
  readonly number: number;
  /** The config of this attempt, after `beforeAttempt`. A header that is set here is sent with this attempt only. */
  readonly config: AttemptConfig;
  readonly within?: RequestScope | PollScope | undefined;
}

/** A part of a client's work. The same object stands for the part from its start to its end. */
export type Scope = RequestScope | TaskScope | PollScope | AttemptScope;

/** The exchange of an attempt, and its assessment. Without an assessment, the engine classifies the exchange. */
export interface Made {
  readonly exchange: Exchange;
  readonly assessment?: Assessment | undefined;
}

/** How a part of the work ended. */
export type Finding = Pick<Assessment, 'kind' | 'code'> & { readonly httpStatus?: number | undefined };

/** Reads how a part of the work ended. Undefined if the part was left before its end. */
export type FindingOf<T> = (result: T) => Finding | undefined;

/**
 * Functions that run around parts of a client's work. Each function is called when its part begins, and
 * calls `next` to do the work. An error that it throws is thrown to the caller. A context of the platform
 * (AsyncLocalStorage) reaches from `next` to everything inside, except from a task to its polls. `within`
 * names the part that a part belongs to.
 *
 * @internal
 */
export interface Around {
  /**
   * Runs around the sending of each attempt. It resolves to the result of `next`, or to a replacement. It
   * is not called for an attempt that was stopped before it could be sent.
   */
  readonly attempt?: (attempt: AttemptScope, next: () => Promise<Made>) => Promise<Made>;
  /** Runs around a request. It resolves to the result of `next`, as the functions below do. */
  readonly request?: <T>(request: RequestScope, next: () => Promise<T>, found: FindingOf<T>) => Promise<T>;
  /** Runs around a task, from its first poll to its outcome, or until it is no longer followed. */
  readonly task?: <T>(task: TaskScope, next: () => Promise<T>, found: FindingOf<T>) => Promise<T>;
  /** Runs around one poll of a task. */
  readonly poll?: <T>(poll: PollScope, next: () => Promise<T>, found: FindingOf<T>) => Promise<T>;
}

/**
 * The option of `attachOutcomes` and `outcomeAdapter` for {@link Around}. It is a symbol, since only this
 * library's own subpaths use it.
 *
 * @internal
 */
export const around: unique symbol = /* @__PURE__ */ Symbol.for('axios-outcome.around');
