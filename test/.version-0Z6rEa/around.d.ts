import { d as Kind, u as Effect } from "./catalogue.js";
import { r as Assessment } from "./decide.js";
import { F as Exchange, h as RetryVerdict, k as Attempt, m as RequestSummary } from "./types.js";
import { InternalAxiosRequestConfig } from "axios";

//#region src/delayed/token.d.ts
/** A token that cannot be used, and why. */
declare class TokenError extends TypeError {
  readonly name: string;
  /** True also for an error of another copy of this library: `import` and `require` load one each. */
  static [Symbol.hasInstance](value: unknown): boolean;
}
//#endregion
//#region src/delayed/follow.d.ts
/** One look at a task's monitor. */
interface TaskPoll {
  /** From 1. */
  readonly number: number;
  /** The server's own word for the task's state, where it has one. */
  readonly state?: string;
  /** From 0 to 100, where the server says. */
  readonly progress?: number;
  /** Milliseconds waited before it. */
  readonly waitedMs: number;
  /** Milliseconds until the next one; absent where none comes. */
  readonly nextPollMs?: number;
}
//#endregion
//#region src/axios/events.d.ts
/** The request that an event belongs to, without query, headers and body. */
interface EventSource {
  /** Method and path. One object for all attempts and retries of a request. */
  readonly request: RequestSummary;
  /** Scheme, host and port, without credentials; an empty text for an address relative to a page. */
  readonly origin: string;
}
/** An attempt that has ended. */
interface AttemptEvent extends Attempt, EventSource {}
/** A retry that is about to be waited for. */
interface RetryEvent extends EventSource {
  /** The attempt that failed. */
  readonly attempt: Attempt;
  /** Milliseconds until the next one. */
  readonly waitMs: number;
}
/** One look at a task's monitor. The request is the one that started the task. */
interface PollEvent extends TaskPoll, EventSource {}
/** How a request ended, without headers and bodies: what strangers to the call may know of it. */
interface OutcomeEvent extends EventSource {
  readonly kind: Kind;
  readonly ok: boolean;
  readonly effect: Effect;
  readonly attempts: readonly Attempt[];
  /** The status on the wire, where there was a response. */
  readonly httpStatus?: number;
  /** The error code of the problem, or that of the failure where there was no response. */
  readonly code?: string;
  /** The server's id of the request, where an error answer tells it. */
  readonly requestId?: string;
  readonly retry?: RetryVerdict;
}
//#endregion
//#region src/axios/around.d.ts
/** A logical request: all its attempts, and the waits between them. */
interface RequestScope extends EventSource {
  readonly type: "request";
  /** The task whose result the request fetches. */
  readonly within?: TaskScope | undefined;
}
/** A delayed task while it is followed. Its request is the one that started it. */
interface TaskScope extends EventSource {
  readonly type: "task";
}
/** One look at a task's monitor, through whatever redirects and retries. */
interface PollScope {
  readonly type: "poll";
  /** From 1. */
  readonly number: number;
  readonly within?: TaskScope | undefined;
}
/** One transport call. */
interface AttemptScope {
  readonly type: "attempt";
  /** From 1, within its logical request. */
  readonly number: number;
  /** The attempt's own, after `beforeAttempt`: a header that is set here goes with this attempt alone. */
  readonly config: InternalAxiosRequestConfig;
  readonly within?: RequestScope | PollScope | undefined;
}
/** What an attempt came to, and what that means by the catalogue, which the engine finds where it is left out. */
interface Made {
  readonly exchange: Exchange;
  readonly assessment?: Assessment | undefined;
}
/** How a part of the work ended, in the words that all parts have. */
type Finding = Pick<Assessment, "kind" | "code"> & {
  readonly httpStatus?: number | undefined;
};
/** Reads how a part of the work ended; undefined where it was left before its end. */
type FindingOf<T> = (result: T) => Finding | undefined;
/**
* What is done around parts of a client's work. Each function is called when its part
* begins, and does the work by calling `next`. What it throws is thrown to the caller.
* Contexts that a platform hands along (AsyncLocalStorage) reach from `next` to all that
* is within, except from a task to its polls; `within` names what each part belongs to.
*
* @internal
*/
interface Around {
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
declare const around: unique symbol;
//#endregion
export { OutcomeEvent as a, TaskPoll as c, EventSource as i, TokenError as l, around as n, PollEvent as o, AttemptEvent as r, RetryEvent as s, Around as t };