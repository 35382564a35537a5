import { at } from '../outcome/field.js';
import { isRetryable } from '../outcome/is-retryable.js';
import { outcomeIn } from '../outcome/outcome-in.js';
import { expect } from '../semantics/configuration-error.js';
import { retryAt } from './retry-at.js';

/** How often a query library asks again, and how long it waits for that. */
export interface AskAgainOptions {
  /**
   * How often a query is asked again. Default: 2 for an outcome, since its client has made several
   * attempts already; 3 for any other error (TanStack Query, Query Retries).
   */
  readonly retries?: number;
  /** The longest wait for a server's `retryAt`, in milliseconds. Default: 2,147,483,647, the longest time of a timer. */
  readonly maxWaitMs?: number;
}

/** Decides about a failed query, by the number of failures before it. It returns the wait in milliseconds, or undefined to stop. */
export type AskAgain = (failuresBefore: number, error: unknown) => number | undefined;

/** HTML Standard, Timers, and Node's timers: a longer wait overflows, and the timer fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** @throws ConfigurationError for a number out of its range. */
export function askAgain(options: AskAgainOptions = {}): AskAgain {
  const { retries, maxWaitMs = longestTimerMs } = options;
  expect(retries === undefined || retries >= 0, 'retries', retries, 'a number from 0 up');
  expect(maxWaitMs >= 0, 'maxWaitMs', maxWaitMs, 'milliseconds from 0 up');
  const longestMs = Math.min(maxWaitMs, longestTimerMs);
  return (failuresBefore, error) => {
    const outcome = outcomeIn(error);
    if (failuresBefore >= (retries ?? (outcome ? 2 : 3))) return undefined;
    if (outcome === undefined) return isFinal(error) ? undefined : backoffMs(failuresBefore);
    // A spent budget means that the origin is down for everybody. One more request is what the budget refused.
    if (!isRetryable(outcome) || outcome.retry.stopped === 'budget') return undefined;
    // A query that runs again gets a new key, and the server does not recognise the request by a new key.
    if (outcome.effect !== 'none' && outcome.request.idempotencyKey !== undefined) return undefined;
    const waitMs = waitFor(retryAt(outcome), failuresBefore);
    return waitMs > longestMs ? undefined : waitMs;
  };
}

/** A little after the server's time, so that not all clients come back in the same instant, and never before it. */
function waitFor(at: number | undefined, failuresBefore: number): number {
  const jittered = backoffMs(failuresBefore) * (0.5 + Math.random() / 2);
  const untilThenMs = at === undefined ? 0 : at - Date.now();
  return Math.ceil(untilThenMs > 0 ? untilThenMs + 1 + Math.random() * 1_000 : jittered);
}

/** TanStack Query, Query Retries: 1 s, then twice as long each time, up to 30 s. */
function backoffMs(failuresBefore: number): number {
  return Math.min(1_000 * 2 ** failuresBefore, 30_000);
}

/** The statuses 4xx after which the same request may work later: RFC 9110, 15.5.9, RFC 8470, 5.2, RFC 6585, 4. */
const passing = new Set<unknown>([408, 425, 429]);

/** Whether an error without an outcome is final: the caller stopped the request, or the server refused it (RFC 9110, 15.5). */
function isFinal(error: unknown): boolean {
  if (at(error, 'name') === 'AbortError' || at(error, 'code') === 'ERR_CANCELED') return true;
  const status = at(at(error, 'response'), 'status') ?? at(error, 'status');
  return typeof status === 'number' && status >= 400 && status < 500 && !passing.has(status);
}
