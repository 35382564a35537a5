import { Agent } from 'node:http';
import axios, { type AxiosInstance } from 'axios';
import { dew } from '../../src/catalogues/dew/statuses.js';
import type { http } from '../../src/catalogues/http/statuses.js';
import { attachOutcomes, type OutcomeClient, type RetryOptions } from '../../src/index.js';
import type { ProxyServer } from './proxy-server.js';

const quick: RetryOptions = { baseDelayMs: 5, throttleDelayMs: 5 };

/** A client of whatever stands behind the proxy. */
export function behind(
  front: ProxyServer,
  retry: RetryOptions = {},
  agent?: Agent,
): OutcomeClient<typeof http> {
  return attachOutcomes(instance(front, agent), { retry: { ...quick, ...retry } });
}

/** The same with DEW's documentation, and its advice of 3 retries. */
export function dewBehind(front: ProxyServer, retry: RetryOptions = {}): OutcomeClient<typeof dew> {
  return attachOutcomes(instance(front), { catalogue: dew, retry: { ...quick, ...retry } });
}

/** With a connection per request: HAProxy answers some faults on a kept one by closing it. */
function instance(
  { origin }: ProxyServer,
  httpAgent: Agent = new Agent({ keepAlive: false }),
): AxiosInstance {
  return axios.create({ baseURL: origin, proxy: false, httpAgent });
}

interface WithAttempts {
  readonly attempts: readonly { readonly status?: number; readonly code?: string }[];
}

/** How each attempt ended: its status, or the code of its failure. */
export function ends({ attempts }: WithAttempts): unknown[] {
  return attempts.map(({ status, code }) => status ?? code);
}

export function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}
