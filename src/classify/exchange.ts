import type { HeaderBag } from './headers.js';

/** What this library needs of an AxiosResponse, of any version, adapter or mock. */
export interface ResponseLike {
  readonly status: number;
  readonly headers?: HeaderBag;
  readonly data?: unknown;
}

/** One attempt's end: a response, or an error with or without one. */
export interface Exchange {
  readonly response?: ResponseLike | undefined;
  readonly error?: unknown;
  /** True where the attempt was stopped before anything was sent. */
  readonly unsent?: boolean;
  /** The length of the body's text as it came, before axios's transforms ran over it. */
  readonly rawLength?: number | undefined;
}

interface ErrorFields {
  readonly isAxiosError?: unknown;
  readonly __CANCEL__?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly name?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
  readonly config?: unknown;
  readonly request?: unknown;
  readonly response?: unknown;
  readonly status?: unknown;
  readonly syscall?: unknown;
}

/** The fields of whatever was thrown; every one is unknown until looked at. */
export function fieldsOf(error: unknown): ErrorFields {
  return typeof error === 'object' && error !== null ? error : {};
}

/** Whether the caller stopped the call. By its mark: ESM and CJS copies have other classes. */
export function isCancellation(error: unknown): boolean {
  return fieldsOf(error).__CANCEL__ === true || fieldsOf(error).code === 'ERR_CANCELED';
}

export function isAxiosFailure(error: unknown): boolean {
  const fields = fieldsOf(error);
  // A JSON-restored AxiosError has lost its mark but has its name and config.
  return fields.isAxiosError === true || (fields.name === 'AxiosError' && 'config' in fields);
}

export function isResponseLike(value: unknown): value is ResponseLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    // An AxiosError of axios 1.7 and later has a status and a config too.
    !isAxiosFailure(value) &&
    'status' in value &&
    typeof value.status === 'number' &&
    ('config' in value || 'headers' in value)
  );
}

/**
 * The response of an attempt, also where only its head arrived: axios 1.21 puts
 * a truncated response on the error without `data`, older ones leave it on the
 * request (`request.res`, Node's IncomingMessage).
 */
export function responseOf(exchange: Exchange): { response: ResponseLike; truncated: boolean } | undefined {
  if (exchange.response) return { response: exchange.response, truncated: false };
  const { response, request, code, config, status } = fieldsOf(exchange.error);
  if (isResponseLike(response)) return { response, truncated: cutShort(response, code) };
  // A JSON-restored AxiosError has lost its response, but kept its status.
  if (typeof status === 'number') return { response: { status }, truncated: cutShort({ status }, code) };
  // follow-redirects gave up on the way: the head that it saw last was not the answer.
  if (typeof code === 'string' && code.startsWith('ERR_FR_')) return undefined;
  const head = headOf(request);
  if (typeof head !== 'object' || head === null || !('statusCode' in head)) return undefined;
  if (typeof head.statusCode !== 'number' || config === undefined) return undefined;
  const headers = 'headers' in head && typeof head.headers === 'object' ? head.headers : undefined;
  return { response: { status: head.statusCode, headers }, truncated: true };
}

/** Node's IncomingMessage of a request, also where follow-redirects wraps it. */
function headOf(request: unknown): unknown {
  if (typeof request !== 'object' || request === null) return undefined;
  if ('res' in request) return request.res;
  return '_currentRequest' in request ? headOf(request._currentRequest) : undefined;
}

function cutShort(response: ResponseLike, code: unknown): boolean {
  // axios says ERR_BAD_REQUEST only of a status that it refused, never of a cut body.
  return response.data === undefined && code !== 'ERR_BAD_REQUEST';
}
