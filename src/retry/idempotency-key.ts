import type { InternalAxiosRequestConfig } from 'axios';
import { fieldsOf } from '../classify/exchange.js';
import { type HeaderBag, readHeader } from '../classify/headers.js';
import { unlessItThrows } from '../classify/problem/shapes.js';
import { expect } from '../semantics/configuration-error.js';
import type { RetryPolicy } from './policy.js';

const header = 'Idempotency-Key';

/** IETF draft Idempotency-Key 07, 2.1: a String of RFC 9651, here of visible characters alone; others do not survive the wire. */
const visible = /^[\x21-\x7e]+$/;

/** Configs whose key stands in the defaults of their instance: the same for all of its requests, it tells none of them apart. */
const shared = new WeakSet<object>();

/** Notes a key that a config has from the defaults of its instance. */
export function noteSharedKey(config: InternalAxiosRequestConfig, defaults: unknown): void {
  const key = keyIn(config);
  if (key === undefined) return;
  const { headers } = fieldsOf(defaults);
  const groups = [headers, ...Object.values(fieldsOf(headers))];
  if (groups.some((group) => keyIn({ headers: group }) === key)) shared.add(config);
}

/** The key that a request carries. */
export function keyIn(config: unknown): string | undefined {
  const { headers } = fieldsOf(config);
  // It is looked at as a bag of headers, which may be anything.
  return readHeader(headers as HeaderBag, header.toLowerCase()) || undefined;
}

/** The key of one request. */
export interface IdempotencyKey {
  readonly value: string;
  /** The caller did not give it with the call: the library made it, or an interceptor did. Sent again, the same call gets another. */
  readonly isNew: boolean;
  /** Makes it once more, where a function of the caller's did: of what, nobody else knows. */
  readonly remake?: () => unknown;
}

const allowed = 'a text of visible ASCII characters, without spaces';

/**
 * Gives a non-idempotent call its key, once, before the first attempt (IETF draft
 * Idempotency-Key 07, 2.2), and returns it; undefined where the call has none. A key that
 * the call was given by hand is kept, `own` if it is.
 *
 * @throws ConfigurationError for a key with other characters than visible ASCII.
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
  // Nothing else gets past the check.
  return key as string;
}

/** Whether nobody could send the same key again: the caller's function makes another one. */
export function isForgotten({ value, remake }: IdempotencyKey): boolean {
  return remake !== undefined && unlessItThrows(remake) !== value;
}
