import type { Assessment } from '../classify/assessment.js';
import type { Exchange } from '../classify/exchange.js';
import type { Addressed } from '../classify/request-address.js';
import type { EventSource } from './events.js';

/** A logical request: all its attempts, and the waits between them. */
export interface RequestScope extends EventSource {
  readonly type: 'request';
  /** The task whose result the request fetches. */
  readonly within?: TaskScope | undefined;
}

/** A delayed task while it is followed. Its request is the one that started it. */
export interface TaskScope extends EventSource {
  readonly type: 'task';
}

/** One look at a task's monitor, through whatever redirects and retries. */
export interface PollScope {
  readonly type: 'poll';
  /** From 1. */
  readonly number: number;
  readonly within?: TaskScope | undefined;
}

/** The axios config of an attempt, as far as it is needed here: axios declares its types twice, for ESM and for CommonJS. */
export interface AttemptConfig extends Addressed {
  readonly headers: { set(name: string, value: string): unknown };
}

/** One transport call. */
export interface AttemptScope {
  readonly type: 'attempt';
  /** From 1, within its logical request. */
  readonly number: number;
  /** The attempt's own, after `beforeAttempt`: a header that is set here goes with this attempt alone. */
  readonly config: AttemptConfig;
  readonly within?: RequestScope | PollScope | undefined;
}

/** A part of a client's work. One object stands for it from its start to its end. */
export type Scope = RequestScope | TaskScope | PollScope | AttemptScope;

/** What an attempt came to, and what that means by the catalogue, which the engine finds where it is left out. */
export interface Made {
  readonly exchange: Exchange;
  readonly assessment?: Assessment | undefined;
}

/** How a part of the work ended, in the words that all parts have. */
export type Finding = Pick<Assessment, 'kind' | 'code'> & { readonly httpStatus?: number | undefined };

/** Reads how a part of the work ended; undefined where it was left before its end. */
export type FindingOf<T> = (result: T) => Finding | undefined;

/**
 * What is done around parts of a client's work. Each function is called when its part
 * begins, and does the work by calling `next`. What it throws is thrown to the caller.
 * Contexts that a platform hands along (AsyncLocalStorage) reach from `next` to all that
 * is within, except from a task to its polls; `within` names what each part belongs to.
 *
 * @internal
 */
export interface Around {
  /**
   * Around the sending of each attempt. It resolves to what the attempt came to: what
   * `next` resolves to, or something in its place. It is not called for an attempt that
   * was stopped before it could be sent.
   */
  readonly attempt?: (attempt: AttemptScope, next: () => Promise<Made>) => Promise<Made>;
  /** Around a logical request. It resolves to what `next` resolves to, as the others below do. */
  readonly request?: <T>(request: RequestScope, next: () => Promise<T>, found: FindingOf<T>) => Promise<T>;
  /** Around a task, from its first poll to its outcome, or until it is no longer watched. */
  readonly task?: <T>(task: TaskScope, next: () => Promise<T>, found: FindingOf<T>) => Promise<T>;
  /** Around one poll of a task. */
  readonly poll?: <T>(poll: PollScope, next: () => Promise<T>, found: FindingOf<T>) => Promise<T>;
}

/**
 * The option of `attachOutcomes` and `outcomeAdapter` that {@link Around} is given by. A
 * symbol, since it is between this library and its own subpaths.
 *
 * @internal
 */
export const around: unique symbol = /* @__PURE__ */ Symbol.for('axios-outcome.around');
