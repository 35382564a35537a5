import type { Attributes } from '@opentelemetry/api';
import type { RetryEvent } from '../axios/events.js';
import type { OutcomeLike } from '../outcome/facts.js';

/** The data that the listeners get. */
export interface Told {
  readonly retry: RetryEvent;
  readonly outcome: OutcomeLike;
}

/** RFC 9110, 9, and RFC 5789: the convention knows these methods, and calls every other method `_OTHER`. */
const knownMethods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
  'QUERY',
];

/** `http.request.method`, and the original method if the convention does not know it. */
export function methodAttributes(method: string): Attributes {
  if (knownMethods.includes(method)) return { 'http.request.method': method };
  return { 'http.request.method': '_OTHER', 'http.request.method_original': method };
}

const defaultPorts: { readonly [scheme: string]: number } = { 'http:': 80, 'https:': 443 };

/** `server.address` and `server.port`; no attributes for an address that is relative to a page. */
export function serverAttributes(origin: string): Attributes {
  if (!URL.canParse(origin)) return {};
  const { hostname, port, protocol } = new URL(origin);
  const number = port === '' ? defaultPorts[protocol] : Number(port);
  return {
    // The convention writes IPv6 addresses without the brackets of a URL.
    'server.address': hostname.replace(/^\[(.*)\]$/, '$1'),
    ...(number === undefined ? {} : { 'server.port': number }),
  };
}

/**
 * `error.type`: the status as a text, from 400 up; or the code of a failure without an answer; or
 * what is wrong with the answer, if that is known.
 */
export function errorType<T>(status: unknown, code: T, wrong?: T): T | string | undefined {
  if (typeof status !== 'number') return code ?? wrong;
  return status >= 400 ? String(status) : wrong;
}
