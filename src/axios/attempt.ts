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

/** The type of a body that a function makes, as long as nobody has seen the body. */
export const unknownType = 'application/octet-stream';

/** What an attempt is made with. */
export interface Sending {
  readonly config: EngineConfig;
  readonly inner: AxiosAdapter;
  readonly policy: RetryPolicy;
  /** Each attempt gets headers of its own, to which somebody may add. */
  readonly ownHeaders: boolean;
  readonly cancellation: Cancellation | undefined;
  readonly clock: Clock;
}

/**
 * Prepares the config of one attempt, with the caller's `beforeAttempt`, whose errors are
 * thrown. Resolves to what stopped the request where something did meanwhile.
 */
export async function prepareAttempt(
  sending: Sending,
  number: number,
): Promise<Uninterrupted<InternalAxiosRequestConfig>> {
  const { config, cancellation } = sending;
  const prepare = () => attemptConfig(sending, number);
  if (cancellation) return cancellation.run(prepare, (late) => letGoOfBody(config, late));
  return { value: await prepare() };
}

/**
 * Makes one transport call: calls the adapter, and reads the body of an error answer, both
 * within the limits of an attempt. It rejects only with what the caller's own code threw.
 */
export async function sendAttempt(sending: Sending, own: InternalAxiosRequestConfig): Promise<Exchange> {
  const { config, clock } = sending;
  const startedAt = clock.now();
  const exchange = await callAdapter(sending, own);
  // A mock's status may be anything.
  const status = statusOf(exchange.response?.status);
  if (status === undefined || status >= 300) letGoOfBody(config, own);
  return readUnread(sending, exchange, own.timeout, startedAt);
}

/**
 * Reads the body of an error answer that is a stream, so that an error code in it counts
 * too. The answer then has the body that was read: this is done for the client's own calls
 * only, which end in outcomes; plain axios code gets the stream.
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
  // Past the deadline, what came of the answer stands.
  if (stopped && isCancellation(stopped.error)) return { error: stopped.error };
  if (data !== undefined) Reflect.set(unread, 'data', data);
  return exchange;
}

/**
 * The config of one attempt. The first uses the request's own where nothing changes it;
 * every other gets a copy, so that what one attempt adds to its headers (a signature, a
 * date) is not there twice in the next.
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

/** What a function gave as body, unless it cannot be sent: an object without its transform, or a stream that is spent. */
function fresh(body: unknown): unknown {
  expect(isSendable(body), 'the body that the function returned', body, 'a text, bytes, a form or a stream');
  expect(!isSpent(body), 'the body that the function returned', body, 'a stream that nobody has read');
  return body;
}

/** What a function gave goes out as axios's own transforms would have it: with the type that it names, and as bytes that every adapter takes. */
function setBody(config: InternalAxiosRequestConfig, body: unknown): void {
  const isForm = body instanceof URLSearchParams;
  config.data = isForm ? body.toString() : plainBytes(body);
  if (config.headers.get('Content-Type') !== unknownType) return;
  // Only its adapter can tell the boundary.
  if (isFormData(body)) config.headers.delete('Content-Type');
  if (isForm) config.headers.setContentType('application/x-www-form-urlencoded;charset=utf-8');
  if (body instanceof Blob && body.type !== '') config.headers.setContentType(body.type);
}

/** Over Node's http, axios sends an ArrayBuffer and Node's Buffer, and no other view of bytes. */
function plainBytes(body: unknown): unknown {
  if (!ArrayBuffer.isView(body) || 'readUInt8' in body) return body;
  const { buffer, byteOffset, byteLength } = body;
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

/** A stream that a function made for an attempt is nobody else's to close. */
function letGoOfBody(config: EngineConfig, own: InternalAxiosRequestConfig): void {
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
    // Reflect's does not throw where an adapter froze its error.
    if (fieldsOf(error).config === own) Reflect.set(error as object, 'config', config);
    return { error, unsent, sent: own };
  }
}

/**
 * axios's own timer goes first: its error tells how far the request got. Over Node's http
 * it counts the silence between two bytes, so that an answer which drips needs a limit for
 * the whole.
 */
const graceMs = 20;

/** Calls the adapter, and gives it up once its time is over or the request is stopped. */
function withinLimits(sending: Sending, own: InternalAxiosRequestConfig): Promise<AxiosResponse> {
  const { config, inner, policy, cancellation, clock } = sending;
  // As it stands on the attempt's own config, where `beforeAttempt` may have changed it.
  const limitMs = policy.attemptTimeoutMs && !config.timeout ? own.timeout : undefined;
  if (!limitMs && cancellation === undefined) return inner(own);
  const stopper = limitMs || policy.deadlineMs !== undefined ? joinLimits(own) : undefined;
  return new Promise((resolve, reject) => {
    let isOver = false;
    const giveUp = (error: unknown) => {
      isOver = true;
      reject(error);
      stopper?.stop();
      // An adapter that does not listen may never settle, and the caller's signal lives on.
      stopper?.dispose();
    };
    const unlisten = cancellation?.onStop(giveUp);
    const cancelTimer = limitMs && clock.after(limitMs + graceMs, () => giveUp(timeoutOf(limitMs, own)));
    // An adapter may return a thenable that is not a promise, throw at once, or answer although it was given up.
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

/** Something that ends an attempt, beside the caller's own signal. */
interface Stopper {
  readonly stop: () => void;
  readonly dispose: () => void;
}

/** Gives the attempt what the deadline and the limit end it by. The caller's own signal goes on being heard. */
function joinLimits(own: InternalAxiosRequestConfig): Stopper {
  const { signal } = own;
  if (signal && own.responseType === 'stream' && !own.cancelToken) {
    // The caller's signal is the adapter's to hear, for as long as the stream is read.
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
 * Chooses the boundary of a FormData body once per request, so that every attempt sends
 * the same bytes: axios's http adapter would choose a new one for each. The fetch adapter's
 * is the platform's own, and cannot be chosen.
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
