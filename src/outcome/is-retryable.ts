import type { Stopped } from '../retry/decide.js';
import { isIdempotentMethod } from '../retry/safety.js';
import type { AnyOutcome, RetryVerdict } from './types.js';

/** The reasons to stop that were limits, and not a word on the request itself. */
export type Limit = Extract<Stopped, 'attempts' | 'budget' | 'deadline' | 'hint' | 'body'>;

const limits: { readonly [limit in Limit]: true } = {
  attempts: true,
  budget: true,
  deadline: true,
  hint: true,
  // A new call makes a new body.
  body: true,
};

/** The kinds of O that may have been tried again, stopped by a limit. */
export type Retryable<O> = Extract<O, { readonly retry: RetryVerdict }> & {
  readonly retry: { readonly stopped: Limit };
};

/**
 * Whether sending the same request again later is safe and may work: it was
 * given up by a limit (attempts, budget, deadline, the server's hint, a body that
 * was a stream) and not because it could be done twice, or would fail again. `retry.retryAt`
 * says when, where the server did. A request that had an Idempotency-Key is safe with the same
 * key alone: the one that you gave it, or `outcome.request.idempotencyKey` where you gave none.
 *
 * @example
 * const key = outcome.request.idempotencyKey;
 * if (isRetryable(outcome)) queue.add({ ...job, key }, { at: outcome.retry.retryAt ?? Date.now() + 60_000 });
 */
export function isRetryable<O extends { readonly kind: string }>(outcome: O): outcome is O & Retryable<O> {
  // Every outcome is a member of AnyOutcome with narrower types.
  const any = outcome as unknown as AnyOutcome;
  if (!('retry' in any) || !Object.hasOwn(limits, any.retry.stopped)) return false;
  // A deadline may pass before anybody has asked whether the request is safe to repeat.
  if (any.retry.stopped !== 'deadline') return true;
  const { method, idempotencyKey } = any.request;
  return any.effect === 'none' || isIdempotentMethod(method) || idempotencyKey !== undefined;
}
