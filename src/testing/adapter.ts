import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import { plainHeaders } from '../classify/headers.js';
import type { Answer, NoAnswer, ReceivedRequest, Reply } from './reply.js';
import { transportFailures } from './transport-failures.js';

/** An axios adapter that answers from memory. Its answers may be late, broken or missing, as the test asks. */
export function adapterOf(receive: (request: ReceivedRequest) => Reply): AxiosAdapter {
  return async (config) => {
    const reply = receive(requestOf(config));
    await wait(reply.latencyMs, config);
    if ('failure' in reply) throw failureOf(reply, config);
    return settle(reply, config);
  };
}

function requestOf(config: InternalAxiosRequestConfig): ReceivedRequest {
  const url = new URL(axios.getUri(config), 'http://localhost').href;
  const headers = plainHeaders(config.headers);
  const method = (config.method ?? 'get').toUpperCase();
  return { method, url, headers, body: config.data, receivedAt: Date.now() };
}

/** Waits as the network would. The wait ends at axios's `timeout`, or when the caller stops the request. */
function wait(latencyMs: number, config: InternalAxiosRequestConfig): Promise<void> {
  const { signal, cancelToken, timeout = 0 } = config;
  const late = timeout > 0 && latencyMs >= timeout;
  return new Promise((resolve, reject) => {
    const stop = (error: unknown) => {
      end();
      reject(error);
    };
    const onAbort = () => stop(new axios.CanceledError(undefined, config));
    const onTime = () => (late ? stop(timeoutOf(config)) : resolve(end()));
    const timer = latencyMs > 0 ? setTimeout(onTime, late ? timeout : latencyMs) : undefined;
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener?.('abort', onAbort);
      cancelToken?.unsubscribe(stop);
    }
    if (signal?.aborted) return onAbort();
    signal?.addEventListener?.('abort', onAbort);
    cancelToken?.subscribe(stop);
    if (timer === undefined) resolve(end());
  });
}

/** The same error as axios's adapters, also with `transitional.clarifyTimeoutError`. */
function timeoutOf(config: InternalAxiosRequestConfig): AxiosError {
  const code = config.transitional?.clarifyTimeoutError ? AxiosError.ETIMEDOUT : AxiosError.ECONNABORTED;
  return new AxiosError(`timeout of ${config.timeout}ms exceeded`, code, config);
}

function failureOf({ failure }: NoAnswer, config: InternalAxiosRequestConfig): AxiosError {
  if (failure === 'abort') return new axios.CanceledError(undefined, config);
  const { code, message, syscall, byAxios } = transportFailures[failure];
  if (byAxios) return new AxiosError(message, code, config, {});
  const cause = Object.assign(new Error(message), { code, ...(syscall === undefined ? {} : { syscall }) });
  return AxiosError.from(cause, code, config, {});
}

function settle(answer: Answer, config: InternalAxiosRequestConfig): AxiosResponse {
  const { status, statusText, headers, body, cut } = answer;
  const response: AxiosResponse = {
    status,
    statusText,
    headers: new AxiosHeaders({ ...headers }),
    data: config.method?.toLowerCase() === 'head' ? '' : asAskedFor(body, config.responseType),
    config,
    request: {},
  };
  if (cut) {
    // After an abort of the stream, axios's http adapter has a response without data.
    const head = { ...response, data: undefined };
    throw new AxiosError('stream has been aborted', AxiosError.ERR_BAD_RESPONSE, config, {}, head);
  }
  const { validateStatus } = config;
  if (!validateStatus || validateStatus(status)) return response;
  const code = status >= 500 ? AxiosError.ERR_BAD_RESPONSE : AxiosError.ERR_BAD_REQUEST;
  throw new AxiosError(`Request failed with status code ${status}`, code, config, {}, response);
}

/** The body as the fetch adapter returns it. axios's transforms parse a text. */
function asAskedFor(body: string, responseType: InternalAxiosRequestConfig['responseType']): unknown {
  switch (responseType) {
    case 'arraybuffer':
      return new TextEncoder().encode(body).buffer;
    case 'blob':
      return new Blob([body]);
    case 'stream':
      return new Blob([body]).stream();
    default:
      return body;
  }
}
