import { type AxiosAdapter, AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { maxTimerMs } from '../retry/longest-timer.js';
import { discardBody } from '../retry/replay.js';
import { eitherSignal } from './cancellation.js';

/**
 * axios's own timer goes first: its error tells how far the request got. Over
 * Node's http it counts the silence between two bytes, so that an answer which
 * drips needs a limit for the whole.
 */
const graceMs = 20;

/** Sends an attempt, and gives it up once it has taken `ms`, with the error that axios has for that. */
export function sendWithin(
  ms: number,
  own: InternalAxiosRequestConfig,
  inner: AxiosAdapter,
): Promise<AxiosResponse> {
  const stop = new AbortController();
  const { signal } = own;
  const onAbort = () => stop.abort();
  own.signal = eitherSignal(signal, stop.signal);
  // A signal that is not the platform's is none that ours can be joined with.
  if (own.signal === stop.signal) signal?.addEventListener?.('abort', onAbort);
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(
      () => {
        late = true;
        reject(timeoutOf(ms, own));
        stop.abort();
      },
      Math.min(ms + graceMs, maxTimerMs),
    );
    // An adapter may return a thenable that is not a promise, or throw at once.
    Promise.resolve()
      .then(() => inner(own))
      .then((response) => (late ? discardBody(response.data) : resolve(response)), reject)
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener?.('abort', onAbort);
      });
  });
}

function timeoutOf(ms: number, own: InternalAxiosRequestConfig): AxiosError {
  const code = own.transitional?.clarifyTimeoutError ? AxiosError.ETIMEDOUT : AxiosError.ECONNABORTED;
  return new AxiosError(`timeout of ${ms}ms exceeded`, code, own);
}
