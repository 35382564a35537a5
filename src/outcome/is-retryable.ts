import type { Stopped } from '../retry/decide.js';
import { isIdempotentMethod } from '../retry/safety.js';
import type { AnyOutcome, RetryVerdict } from './types.js';

/** The reasons to stop that are limits, and say nothing about the request itself. */
export type Limit = Extract<Stopped, 'attempts' | 'budget' | 'deadline' | 'hint' | 'body'>;

const limits: { readonly [limit in Limit]: true } = {
  attempts: true,
  budget: true,
  deadline: true,
  hint: true,
  // A new call brings a new body.
  body: true,
};

/** The kinds of O whose retries a limit may have stopped. */
export type Retryable<O> = Extract<O, { readonly retry: RetryVerdict }> & {
  readonly retry: { readonly stopped: Limit };
};

/**
 * Whether it is safe to send the same request again later, and whether that may work. It is
 * true when a limit stopped the retries: attempts, budget, deadline, the server's hint, or a
 * body that was a stream. It is false when the work could be done twice, or would fail again.
 *
 * `retry.retryAt` says when to send, if the server said so. A request with an Idempotency-Key
 * is safe only with the same key: your own key, or `outcome.request.idempotencyKey`.
 *
 * @example
 * const key = outcome.request.idempotencyKey;
 * if (isRetryable(outcome)) queue.add({ ...job, key }, { at: outcome.retry.retryAt ?? Date.now() + 60_000 });
 */
export function isRetryable<O extends { readonly kind: string }>(outcome: O): outcome is O & Retryable<O> {
  // Every outcome is a member of AnyOutcome with narrower types.
  const any = outcome as unknown as AnyOutcome;
  if (!('retry' in any) || !Object.hasOwn(limits, any.retry.stopped)) return false;
  // A deadline may pass before the policy looked whether the request is safe to repeat.
  if (any.retry.stopped !== 'deadline') return true;
  const { method, idempotencyKey } = any.request;
  return any.effect === 'none' || isIdempotentMethod(method) || idempotencyKey !== undefined;
}
