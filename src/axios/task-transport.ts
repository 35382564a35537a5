import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { type Exchange, isCancellation, responseOf } from '../classify/exchange.js';
import { plainHeaders } from '../classify/headers.js';
import { decodeBody } from '../classify/problem/body.js';
import type { Asked } from '../delayed/follow.js';
import { originOfAddress } from '../delayed/origin.js';
import type { TaskRecord } from '../delayed/token.js';
import { readHint } from '../retry/hint.js';
import type { RetryPolicy } from '../retry/policy.js';
import { wrapAdapter } from './engine.js';
import type { RequestOutcomeOptions, Settings } from './options.js';

/** What a poll of a task came to. */
export type AskedOverAxios = Asked<Exchange>;

/** Where polls go: to the task's own origin through the instance, elsewhere without anything of its own. */
export interface TaskTransport {
  readonly instance: AxiosInstance;
  readonly settings: Settings;
  readonly record: TaskRecord;
  /** Headers for the task's own origin. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  readonly leftMs: () => number;
}

/** Asks an address with GET, by the retry policy. Redirects are left to the caller, who knows where they may lead. */
export async function askTask(address: string, transport: TaskTransport): Promise<AskedOverAxios> {
  const { instance, settings, record, headers, signal } = transport;
  const atHome = originOfAddress(address) === record.origin;
  const sender = atHome ? instance : strangersInstance(instance, settings);
  const exchange = await exchangeWith(sender, {
    method: 'get',
    url: address,
    baseURL: '',
    maxRedirects: 0,
    // The fetch adapter does not know maxRedirects.
    fetchOptions: { redirect: 'manual' },
    validateStatus: () => true,
    ...(atHome ? { headers: { ...headers } } : {}),
    ...(signal ? { signal } : {}),
    ...{ outcome: limitedTo(transport.leftMs()) },
  });
  const response = responseOf(exchange)?.response;
  const stopped = isCancellation(exchange.error) || signal?.aborted === true;
  if (response === undefined) return { exchange, stopped };
  const answer = {
    method: record.method,
    url: address,
    status: response.status,
    headers: plainHeaders(response.headers),
    body: decodeBody(response.data, response.headers).details,
  };
  return { answer, exchange, hintMs: readHint(response.headers, Date.now(), false)?.afterMs, stopped };
}

async function exchangeWith(instance: AxiosInstance, config: AxiosRequestConfig): Promise<Exchange> {
  try {
    return { response: await instance.request(config) };
  } catch (error) {
    return { error };
  }
}

/** A deadline is a whole number from 1, and none where there is no limit. */
function limitedTo(leftMs: number): RequestOutcomeOptions {
  return Number.isFinite(leftMs) ? { deadlineMs: Math.max(1, Math.ceil(leftMs)) } : {};
}

/**
 * An instance for an origin that is trusted, but not the task's own: it sends
 * through the same adapter and agents, and has nothing of the instance's headers,
 * cookies, credentials, parameters, interceptors and hooks.
 */
function strangersInstance({ defaults }: AxiosInstance, settings: Settings): AxiosInstance {
  const { adapter, timeout, httpAgent, httpsAgent, proxy } = defaults;
  const {
    beforeAttempt: _,
    reauthenticate: __,
    idempotencyKey: ___,
    ...policy
  }: RetryPolicy = settings.policy;
  const given = adapter || axios.defaults.adapter;
  const inner = wrapAdapter(
    (config) => axios.getAdapter(given, config)(config),
    { ...settings, policy },
    false,
  );
  return axios.create({
    adapter: inner,
    withCredentials: false,
    withXSRFToken: false,
    ...(timeout === undefined ? {} : { timeout }),
    ...(httpAgent === undefined ? {} : { httpAgent }),
    ...(httpsAgent === undefined ? {} : { httpsAgent }),
    ...(proxy === undefined ? {} : { proxy }),
  });
}
