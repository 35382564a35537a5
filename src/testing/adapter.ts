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

/** An axios adapter that answers from memory, and is as late, as broken and as unreachable as it is told to be. */
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

/** Waits as the network would: no longer than axios's `timeout`, and not once the caller has stopped. */
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

/** As axios's adapters say it, `transitional.clarifyTimeoutError` included. */
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
    // axios's http adapter has a response without data where the stream was aborted.
    const head = { ...response, data: undefined };
    throw new AxiosError('stream has been aborted', AxiosError.ERR_BAD_RESPONSE, config, {}, head);
  }
  const { validateStatus } = config;
  if (!validateStatus || validateStatus(status)) return response;
  const code = status >= 500 ? AxiosError.ERR_BAD_RESPONSE : AxiosError.ERR_BAD_REQUEST;
  throw new AxiosError(`Request failed with status code ${status}`, code, config, {}, response);
}

/** The body as the fetch adapter hands it over; texts are axios's transforms' to parse. */
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
