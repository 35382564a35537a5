import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import { type Exchange, fieldsOf, statusOf } from '../classify/exchange.js';
import { isAdaptersMatter } from '../classify/http-matter.js';
import type { RetryPolicy } from '../retry/policy.js';
import { discardBody } from '../retry/replay.js';
import { attemptConfig } from './attempt-config.js';
import { sendWithin } from './attempt-limit.js';
import type { Interruption } from './cancellation.js';
import type { EngineConfig } from './engine-config.js';
import { readErrorBody } from './error-body.js';
import { recordedOf } from './recorded-result.js';

/** Makes one transport call, or stops before or during it where the request is interrupted. */
export async function sendAttempt(
  config: EngineConfig,
  inner: AxiosAdapter,
  number: number,
  policy: RetryPolicy,
  interruption: Interruption | undefined,
): Promise<Exchange> {
  const prepared = await unlessInterrupted(
    interruption,
    () => attemptConfig(config, number, policy, interruption),
    (late) => letGoOfBody(config, late),
  );
  if ('error' in prepared) return { error: prepared.error, unsent: true };
  const own = prepared.value;
  // As it stands on the attempt's own config, where `beforeAttempt` may have changed it.
  const limitMs = policy.attemptTimeoutMs && !config.timeout ? own.timeout : undefined;
  const send: AxiosAdapter = limitMs ? () => sendWithin(limitMs, own, inner) : inner;
  const exchange = await callAdapter(config, own, send, interruption);
  if (!isGoodAnswer(exchange)) letGoOfBody(config, own);
  if (!config.outcomeSink) return exchange;
  const read = await unlessInterrupted(interruption, () => readErrorBody(exchange));
  return 'error' in read ? { error: read.error } : exchange;
}

async function callAdapter(
  config: EngineConfig,
  own: InternalAxiosRequestConfig,
  inner: AxiosAdapter,
  interruption: Interruption | undefined,
): Promise<Exchange> {
  const unsent = interruption?.ended !== undefined;
  try {
    const response = await (interruption ? interruption.race(() => inner(own), discardLate) : inner(own));
    if (response.config === own) response.config = config;
    return { ...answered(response), sent: own };
  } catch (error) {
    if (!isAdaptersMatter(error)) throw error;
    // Reflect's does not throw where an adapter froze its error.
    if (fieldsOf(error).config === own) Reflect.set(error as object, 'config', config);
    return { error, unsent, sent: own };
  }
}

function isGoodAnswer(exchange: Exchange): boolean {
  // A mock's status may be anything.
  const status = statusOf(exchange.response?.status);
  return status !== undefined && status < 300;
}

/** A stream that a function made for an attempt is nobody else's to close. */
function letGoOfBody(config: EngineConfig, own: InternalAxiosRequestConfig): void {
  if (typeof config.data === 'function') discardBody(own.data);
}

/** An adapter may answer although the request was given up. */
function discardLate(response: AxiosResponse): void {
  discardBody(response.data);
}

/**
 * Does work that is the caller's own (a hook), but waits no longer than until the
 * request is interrupted. What the work itself throws is thrown.
 */
export async function unlessInterrupted<T>(
  interruption: Interruption | undefined,
  work: () => Promise<T>,
  late?: (result: T) => void,
): Promise<{ readonly value: T } | { readonly error: unknown }> {
  if (interruption === undefined) return { value: await work() };
  try {
    return { value: await interruption.race(work, late) };
  } catch (error) {
    if (interruption.ended?.error !== error) throw error;
    return { error };
  }
}

export async function wait(
  ms: number,
  interruption: Interruption | undefined,
): Promise<Exchange | undefined> {
  if (interruption === undefined) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return undefined;
  }
  const error = await interruption.sleep(ms);
  return error === undefined ? undefined : { error };
}

export function answered(response: AxiosResponse): Exchange {
  const rawLength = typeof response.data === 'string' ? response.data.length : undefined;
  return { response: ownOf(response), rawLength };
}

/** A response that has a record is one that the adapter gave to another request too, as mocks and caches do. */
export function ownOf(response: AxiosResponse): AxiosResponse {
  return recordedOf(response) ? { ...response } : response;
}
