import axios, {
  type AxiosAdapter,
  AxiosError,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import { type Exchange, fieldsOf, isCancellation, statusOf } from '../classify/exchange.js';
import { isAdaptersMatter } from '../classify/http-matter.js';
import type { Clock } from '../retry/clock.js';
import type { RetryPolicy } from '../retry/policy.js';
import { discardBody, isSendable, isSpent } from '../retry/replay.js';
import { expect } from '../semantics/configuration-error.js';
import type { Cancellation, Uninterrupted } from './cancellation.js';
import { readErrorBody, unreadError } from './error-body.js';
import { answered, type EngineConfig } from './recorded-result.js';
import { noteAddress } from './redirects.js';

/** The content type of a body from a function, until the function has returned the body. */
export const unknownType = 'application/octet-stream';

/** What is needed to send an attempt. */
export interface Sending {
  readonly config: EngineConfig;
  readonly inner: AxiosAdapter;
  readonly policy: RetryPolicy;
  /** True if each attempt needs a copy of the headers, since a function may add to them. */
  readonly ownHeaders: boolean;
  readonly cancellation: Cancellation | undefined;
  readonly clock: Clock;
}

/**
 * Prepares the config of one attempt, and calls the caller's `beforeAttempt`. Errors of `beforeAttempt`
 * are thrown. If the request is stopped meanwhile, it resolves to the reason.
 */
export async function prepareAttempt(
  sending: Sending,
  number: number,
): Promise<Uninterrupted<InternalAxiosRequestConfig>> {
  const { config, cancellation } = sending;
  const prepare = () => attemptConfig(sending, number);
  if (cancellation) return cancellation.run(prepare, (late) => closeFunctionBody(config, late));
  return { value: await prepare() };
}

/**
 * Sends one attempt: calls the adapter, and reads the body of an error answer. Both count towards the
 * limits of the attempt. It rejects only with errors of the caller's own code.
 */
export async function sendAttempt(sending: Sending, own: InternalAxiosRequestConfig): Promise<Exchange> {
  const { config, clock } = sending;
  const startedAt = clock.now();
  const exchange = await callAdapter(sending, own);
  // The status of a mock may be any value.
  const status = statusOf(exchange.response?.status);
  if (status === undefined || status >= 300) closeFunctionBody(config, own);
  return readUnread(sending, exchange, own.timeout, startedAt);
}

/**
 * Reads the body of an error answer if it is a stream, so that an error code in it counts. The answer
 * then has the read body. This is done only for the client's own methods, which return outcomes. Plain
 * axios code gets the stream.
 */
export async function readUnread(
  { config, cancellation, clock }: Pick<Sending, 'config' | 'cancellation' | 'clock'>,
  exchange: Exchange,
  timeoutMs: number | undefined,
  startedAt: number,
): Promise<Exchange> {
  const unread = config.outcomeSink && unreadError(exchange);
  if (!unread) return exchange;
  const leftMs = timeoutMs ? timeoutMs - (clock.now() - startedAt) : Number.POSITIVE_INFINITY;
  const data = await readErrorBody(unread, leftMs, clock, (stop) => cancellation?.onStop(stop));
  const { stopped } = cancellation ?? {};
  // After the deadline, the answer stays with the part of its body that was read.
  if (stopped && isCancellation(stopped.error)) return { error: stopped.error };
  if (data !== undefined) Reflect.set(unread, 'data', data);
  return exchange;
}

/**
 * The config of one attempt. The first attempt uses the config of the request if nothing changes it. Each
 * other attempt gets a copy. Otherwise a header that is added for one attempt (a signature, a date) would
 * be there twice in the next attempt.
 */
async function attemptConfig(
  { config, policy, ownHeaders }: Sending,
  number: number,
): Promise<InternalAxiosRequestConfig> {
  const { attemptTimeoutMs, attemptHeader, beforeAttempt, deadlineMs } = policy;
  const limited = !config.timeout && attemptTimeoutMs;
  const changed = ownHeaders || limited || attemptHeader || beforeAttempt || deadlineMs !== undefined;
  const untouched = number === 1 && !changed;
  if (untouched && typeof config.data !== 'function') return config;

  const copy: InternalAxiosRequestConfig = { ...config, headers: config.headers.concat() };
  if (limited) copy.timeout = limited;
  if (attemptHeader) copy.headers.set(attemptHeader, String(number));
  if (typeof config.data === 'function') setBody(copy, fresh(await config.data()));
  await beforeAttempt?.(copy, number);
  return copy;
}

/** Refuses a body that cannot be sent: an object that needs a transform, or a stream that was read. */
function fresh(body: unknown): unknown {
  expect(isSendable(body), 'the body that the function returned', body, 'a text, bytes, a form or a stream');
  expect(!isSpent(body), 'the body that the function returned', body, 'a stream that was not read before');
  return body;
}

/** Sets a body that a function returned, as axios's transforms would: with its content type, and as bytes that every adapter accepts. */
function setBody(config: InternalAxiosRequestConfig, body: unknown): void {
  const isForm = body instanceof URLSearchParams;
  config.data = isForm ? body.toString() : plainBytes(body);
  if (config.headers.get('Content-Type') !== unknownType) return;
  // Only the adapter knows the boundary of a form.
  if (isFormData(body)) config.headers.delete('Content-Type');
  if (isForm) config.headers.setContentType('application/x-www-form-urlencoded;charset=utf-8');
  if (body instanceof Blob && body.type !== '') config.headers.setContentType(body.type);
}

/** Node's http adapter accepts an ArrayBuffer and a Buffer, but no other view of bytes. */
function plainBytes(body: unknown): unknown {
  if (!ArrayBuffer.isView(body) || 'readUInt8' in body) return body;
  const { buffer, byteOffset, byteLength } = body;
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

/** Closes a stream that a function made for this attempt. Nobody else uses that stream. */
function closeFunctionBody(config: EngineConfig, own: InternalAxiosRequestConfig): void {
  if (typeof config.data === 'function') discardBody(own.data);
}

async function callAdapter(sending: Sending, own: InternalAxiosRequestConfig): Promise<Exchange> {
  const { config, cancellation } = sending;
  const unsent = cancellation?.stopped !== undefined;
  try {
    const response = await withinLimits(sending, own);
    if (response.config === own) response.config = config;
    noteAddress(response, own);
    return { ...answered(response), sent: own };
  } catch (error) {
    if (!isAdaptersMatter(error)) throw error;
    noteAddress(error, own);
    // Reflect.set does not throw if an adapter froze its error.
    if (fieldsOf(error).config === own) Reflect.set(error as object, 'config', config);
    return { error, unsent, sent: own };
  }
}

/**
 * How much longer this timer waits than axios's own timer. The error of axios tells how far the request
 * got, so it should come first. But over Node's http, axios's timer counts the silence between two bytes;
 * an answer that drips needs this timer.
 */
const graceMs = 20;

/** Calls the adapter, and gives up when the time is over or the request is stopped. */
function withinLimits(sending: Sending, own: InternalAxiosRequestConfig): Promise<AxiosResponse> {
  const { config, inner, policy, cancellation, clock } = sending;
  // `beforeAttempt` may have changed the timeout of the attempt's own config.
  const limitMs = policy.attemptTimeoutMs && !config.timeout ? own.timeout : undefined;
  if (!limitMs && cancellation === undefined) return inner(own);
  const stopper = limitMs || policy.deadlineMs !== undefined ? joinLimits(own) : undefined;
  return new Promise((resolve, reject) => {
    let isOver = false;
    const giveUp = (error: unknown) => {
      isOver = true;
      reject(error);
      stopper?.stop();
      // An adapter that ignores signals may never settle, so the listener on the caller's signal must go.
      stopper?.dispose();
    };
    const unlisten = cancellation?.onStop(giveUp);
    const cancelTimer = limitMs && clock.after(limitMs + graceMs, () => giveUp(timeoutOf(limitMs, own)));
    // An adapter may return a thenable that is not a promise, throw synchronously, or answer after it was
    // given up.
    Promise.resolve()
      .then(() => inner(own))
      .then((response) => (isOver ? discardBody(response.data) : resolve(response)), reject)
      .finally(() => {
        unlisten?.();
        if (cancelTimer) cancelTimer();
        stopper?.dispose();
      });
  });
}

/** A function that ends an attempt, besides the caller's own signal. */
interface Stopper {
  readonly stop: () => void;
  readonly dispose: () => void;
}

/**
 * Gives the adapter a signal or token for the deadline and the attempt limit. The caller's own signal
 * still works.
 */
function joinLimits(own: InternalAxiosRequestConfig): Stopper {
  const { signal } = own;
  if (signal && own.responseType === 'stream' && !own.cancelToken) {
    // The adapter must hear the caller's signal for as long as the stream is read.
    const { token, cancel } = axios.CancelToken.source();
    own.cancelToken = token;
    return { stop: cancel, dispose() {} };
  }
  const limits = new AbortController();
  const stop = () => limits.abort();
  own.signal = limits.signal;
  signal?.addEventListener?.('abort', stop);
  if (signal?.aborted) stop();
  return { stop, dispose: () => signal?.removeEventListener?.('abort', stop) };
}

function timeoutOf(ms: number, own: InternalAxiosRequestConfig): AxiosError {
  const code = own.transitional?.clarifyTimeoutError ? AxiosError.ETIMEDOUT : AxiosError.ECONNABORTED;
  return new AxiosError(`timeout of ${ms}ms exceeded`, code, own);
}

/**
 * Sets the boundary of a FormData body once per request, so that every attempt sends the same bytes.
 * axios's http adapter would choose a new boundary for each attempt. The boundary of fetch cannot be set.
 */
export function keepBoundary(config: InternalAxiosRequestConfig, adapter: AxiosAdapter): void {
  if (!isFormData(config.data) || !('adapterName' in adapter) || adapter.adapterName !== 'http') return;
  const type = config.headers.get('Content-Type');
  if (typeof type === 'string' && type.includes('boundary=')) return;
  config.headers.setContentType(`multipart/form-data; boundary=axios-outcome-${crypto.randomUUID()}`);
}

export function isFormData(body: unknown): boolean {
  return typeof body === 'object' && typeof FormData === 'function' && body instanceof FormData;
}
