import type { TaskPoll } from '../delayed/follow.js';
import { recordOf } from '../outcome/facts.js';
import type { AnyOutcome, RequestSummary, RetryVerdict } from '../outcome/types.js';
import type { Attempt } from '../retry/attempt.js';
import type { Effect, Kind } from '../semantics/kinds.js';

/** The request that an event belongs to, without query, headers and body. */
export interface EventSource {
  /** Method and path. One object for all attempts and retries of a request. */
  readonly request: RequestSummary;
  /** Scheme, host and port, without credentials; an empty text for an address relative to a page. */
  readonly origin: string;
}

/** An attempt that has ended. */
export interface AttemptEvent extends Attempt, EventSource {}

/** A retry that is about to be waited for. */
export interface RetryEvent extends EventSource {
  /** The attempt that failed. */
  readonly attempt: Attempt;
  /** Milliseconds until the next one. */
  readonly waitMs: number;
}

/** One look at a task's monitor. The request is the one that started the task. */
export interface PollEvent extends TaskPoll, EventSource {}

/** How a request ended, without headers and bodies: what strangers to the call may know of it. */
export interface OutcomeEvent extends EventSource {
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

/** What is told of an outcome. */
export function outcomeEvent(outcome: AnyOutcome, origin: string): OutcomeEvent {
  const { kind, ok, effect, attempts, request } = outcome;
  const { httpStatus, code: failure, problem } = recordOf(outcome);
  // A schema may have put anything in the problem's place.
  const { code = failure, requestId } = recordOf(problem);
  return Object.freeze({
    request,
    origin,
    kind,
    ok,
    effect,
    attempts,
    ...(typeof httpStatus === 'number' ? { httpStatus } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...('retry' in outcome ? { retry: outcome.retry } : {}),
  });
}
