import type { InternalAxiosRequestConfig } from 'axios';
import { fieldsOf } from '../classify/exchange.js';
import { type HeaderBag, readHeader } from '../classify/headers.js';
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
  /** The library made it: nobody else knows it. */
  readonly isMade: boolean;
}

/**
 * Gives a non-idempotent call its key, once, before the first attempt (IETF draft
 * Idempotency-Key 07, 2.2), and returns it; undefined where the call has none. A key that
 * the caller set by hand is kept.
 *
 * @throws ConfigurationError for a key with other characters than visible ASCII.
 */
export function applyIdempotencyKey(
  config: InternalAxiosRequestConfig,
  option: RetryPolicy['idempotencyKey'],
): IdempotencyKey | undefined {
  const set = keyIn(config);
  if (set !== undefined && shared.has(config)) return undefined;
  if (set === undefined && !option) return undefined;
  const isMade = set === undefined && option === true;
  const given: unknown = set ?? (typeof option === 'function' ? option(config) : option);
  const value = isMade ? crypto.randomUUID() : given;
  const allowed = 'a text of visible ASCII characters, without spaces';
  expect(typeof value === 'string' && visible.test(value), 'idempotencyKey', value, allowed);
  if (set === undefined) config.headers.set(header, value);
  return { value, isMade };
}
