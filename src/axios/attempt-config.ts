import type { InternalAxiosRequestConfig } from 'axios';
import type { RetryPolicy } from '../retry/policy.js';
import { isSendable, isSpent } from '../retry/replay.js';
import { expect } from '../semantics/configuration-error.js';
import type { Interruption } from './cancellation.js';

/**
 * The config of one attempt. The first uses the request's own where nothing
 * changes it; every other gets a copy, so that what one attempt adds to its
 * headers (a signature, a date) is not there twice in the next.
 */
export async function attemptConfig(
  config: InternalAxiosRequestConfig,
  number: number,
  policy: RetryPolicy,
  interruption: Interruption | undefined,
): Promise<InternalAxiosRequestConfig> {
  const { attemptTimeoutMs, attemptHeader, beforeAttempt } = policy;
  const limited = !config.timeout && attemptTimeoutMs;
  const untouched = number === 1 && !limited && !attemptHeader && !beforeAttempt && !interruption?.signal;
  if (untouched && typeof config.data !== 'function') return config;

  const copy: InternalAxiosRequestConfig = { ...config, headers: config.headers.concat() };
  if (limited) copy.timeout = limited;
  if (attemptHeader) copy.headers.set(attemptHeader, String(number));
  if (interruption?.signal) copy.signal = interruption.signal;
  // A body given as a function is made anew for each attempt.
  if (typeof config.data === 'function') copy.data = fresh(await config.data());
  await beforeAttempt?.(copy, number);
  return copy;
}

/** What a function gave as body, unless it cannot be sent: an object without its transform, or a stream that is spent. */
function fresh(body: unknown): unknown {
  expect(isSendable(body), 'the body that the function returned', body, 'a text, bytes, a form or a stream');
  expect(!isSpent(body), 'the body that the function returned', body, 'a stream that nobody has read');
  return body;
}
