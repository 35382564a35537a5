import type { InternalAxiosRequestConfig } from 'axios';
import { expect } from '../semantics/configuration-error.js';
import type { RetryPolicy } from './policy.js';

const header = 'Idempotency-Key';

/**
 * Gives a non-idempotent call its key, once, before the first attempt (IETF
 * draft Idempotency-Key 07, 2.2), and says whether it has one. A key that the
 * caller set by hand is kept.
 */
export function applyIdempotencyKey(
  config: InternalAxiosRequestConfig,
  option: RetryPolicy['idempotencyKey'],
): boolean {
  if (config.headers.get(header)) return true;
  if (!option) return false;
  const key = typeof option === 'function' ? option(config) : option === true ? crypto.randomUUID() : option;
  // A call without its key, or with the same key as all others, must not pass for a keyed one.
  expect(typeof key === 'string' && key !== '', 'idempotencyKey', key, 'a text that is not empty');
  config.headers.set(header, key);
  return true;
}
