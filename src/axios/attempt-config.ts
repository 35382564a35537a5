import type { InternalAxiosRequestConfig } from 'axios';
import type { RetryPolicy } from '../retry/policy.js';
import type { Interruption } from './interruption.js';

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
  if (typeof config.data === 'function') copy.data = await config.data();
  await beforeAttempt?.(copy, number);
  return copy;
}
