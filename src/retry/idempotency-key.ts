import type { InternalAxiosRequestConfig } from 'axios';
import { fieldsOf } from '../classify/exchange.js';
import { type HeaderBag, readHeader } from '../classify/headers.js';
import { unlessItThrows } from '../classify/problem/shapes.js';
import { expect } from '../semantics/configuration-error.js';
import type { RetryPolicy } from './policy.js';

const header = 'Idempotency-Key';

/** IETF draft Idempotency-Key 07, 2.1: the key is a String of RFC 9651. Only visible ASCII characters reach the server unchanged. */
const visible = /^[\x21-\x7e]+$/;

/** Configs whose key is a default of the instance. All requests of the instance have this key, so the server cannot tell them apart. */
const shared = new WeakSet<object>();

/** Notes that the key of a config is a default of the instance. */
export function noteSharedKey(config: InternalAxiosRequestConfig, defaults: unknown): void {
  const key = keyIn(config);
  if (key === undefined) return;
  const { headers } = fieldsOf(defaults);
  const groups = [headers, ...Object.values(fieldsOf(headers))];
  if (groups.some((group) => keyIn({ headers: group }) === key)) shared.add(config);
}

/** The key in the headers of a request. */
export function keyIn(config: unknown): string | undefined {
  const { headers } = fieldsOf(config);
  // readHeader accepts any object as headers, so the cast is safe.
  return readHeader(headers as HeaderBag, header.toLowerCase()) || undefined;
}

/** The key of one request. */
export interface IdempotencyKey {
  readonly value: string;
  /** True if the caller did not give the key with the call. The library or an interceptor made it, and the next call gets another key. */
  readonly isNew: boolean;
  /** Calls the caller's function again, if that function made the key. */
  readonly remake?: () => unknown;
}

const allowed = 'a text of visible ASCII characters, without spaces';

/**
 * Sets the key of a call that is not idempotent, before the first attempt (IETF draft Idempotency-Key 07,
 * 2.2). Returns the key, or undefined if the call has no key. A key that the caller has set is kept.
 * `own` is the key that the caller gave with the call.
 *
 * @throws ConfigurationError if the key has other characters than visible ASCII.
 */
export function applyIdempotencyKey(
  config: InternalAxiosRequestConfig,
  option: RetryPolicy['idempotencyKey'],
  own?: string,
): IdempotencyKey | undefined {
  const set = shared.has(config) ? undefined : keyIn(config);
  if (set !== undefined) return { value: checked(set), isNew: set !== own };
  if (!option) return undefined;
  const remake = typeof option === 'function' ? () => option(config) : undefined;
  const value = checked(remake ? remake() : option === true ? crypto.randomUUID() : option);
  config.headers.set(header, value);
  return { value, isNew: option === true, ...(remake ? { remake } : {}) };
}

function checked(key: unknown): string {
  expect(typeof key === 'string' && visible.test(key), 'idempotencyKey', key, allowed);
  // The check above accepts only a string.
  return key as string;
}

/** Whether the key cannot be made again: the caller's function now returns another key. */
export function isForgotten({ value, remake }: IdempotencyKey): boolean {
  return remake !== undefined && unlessItThrows(remake) !== value;
}
