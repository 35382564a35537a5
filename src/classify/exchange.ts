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
  /** The config that was really sent, where it is not the request's own. */
  readonly sent?: unknown;
  /** True where the body was a stream, and was read for the outcome after the last attempt. */
  readonly bodyRead?: boolean;
  /** The length of the body's text as it came, before axios's transforms ran over it. */
  readonly rawLength?: number | undefined;
}

/** The fields of anything, each unknown until looked at. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  // Reading a field that an object does not have gives undefined, which is unknown too.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The config as it was sent, with what hooks put into it. */
export function sentConfig({ response, error, sent }: Exchange): unknown {
  return (
    sent ?? fieldsOf(response).config ?? fieldsOf(error).config ?? fieldsOf(fieldsOf(error).response).config
  );
}

/** Whether the caller stopped the call. By its mark: ESM and CJS copies have other classes. */
export function isCancellation(error: unknown): boolean {
  const { __CANCEL__: mark, code } = fieldsOf(error);
  return (mark === true || code === 'ERR_CANCELED') && !isBodyCutShort(error);
}

/** axios says of a body that was closed before its end, as a form over maxBodyLength is, that it was cancelled. */
export function isBodyCutShort(error: unknown): boolean {
  return fieldsOf(error)['message'] === 'Request stream has been aborted';
}

export function isAxiosFailure(error: unknown): boolean {
  const { isAxiosError, name, config } = fieldsOf(error);
  return isAxiosError === true || (name === 'AxiosError' && config !== undefined) || isRestored(error);
}

/** What JSON leaves of an AxiosError has no mark, and where it was of a system error, that one's name. */
function isRestored(error: unknown): boolean {
  const { message, name, config } = fieldsOf(error);
  if (typeof message !== 'string' || typeof name !== 'string') return false;
  const ofAxios = typeof config === 'object' && config !== null && 'headers' in config;
  // An error that is still one has its mark, or is somebody else's.
  return ofAxios && Object.prototype.toString.call(error) !== '[object Error]';
}

export function isResponseLike(value: unknown): value is ResponseLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    // An AxiosError of axios 1.7 and later has a status and a config too.
    !isAxiosFailure(value) &&
    'status' in value &&
    (typeof value.status === 'number' || statusOf(value.status) !== undefined) &&
    ('config' in value || 'headers' in value)
  );
}

/**
 * A status as a number: any whole number as it stands, also one that HTTP does
 * not have (RFC 9110, 15: 100 to 599), since it is what the answer said; and one
 * in digits, as mocks and restored responses have it. Anything else is no status.
 */
export function statusOf(status: unknown): number | undefined {
  const number = typeof status === 'string' && /^\d{1,9}$/.test(status) ? Number(status) : status;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** The same response with its status as a number; undefined where it has none. */
function withStatus(response: ResponseLike): ResponseLike | undefined {
  const status = statusOf(response.status);
  if (status === undefined) return undefined;
  return status === response.status ? response : { ...response, status };
}

/** Whether there was an answer, but one without a status: see {@link statusOf}. */
export function isWithoutStatus({ response, error }: Exchange): boolean {
  const answer = response ?? fieldsOf(error).response;
  return typeof answer === 'object' && answer !== null && statusOf(fieldsOf(answer).status) === undefined;
}

/**
 * The response of an attempt, also where only its head arrived: axios 1.21 puts
 * a truncated response on the error without `data`, older ones leave it on the
 * request (`request.res`, Node's IncomingMessage).
 */
export function responseOf(exchange: Exchange): { response: ResponseLike; truncated: boolean } | undefined {
  if (exchange.response) {
    const { response } = exchange;
    const { status } = response;
    return Number.isInteger(status) && status >= 0
      ? { response, truncated: false }
      : answered(response, false);
  }
  const { response, request, code, config, status: kept } = fieldsOf(exchange.error);
  if (isResponseLike(response)) return answered(response, cutShort(response, exchange.error));
  // A JSON-restored AxiosError has lost its response, but kept its status.
  const status = statusOf(kept);
  if (status !== undefined) return { response: { status }, truncated: cutShort({ status }, exchange.error) };
  // follow-redirects gave up on the way: the head that it saw last was not the answer.
  if (typeof code === 'string' && code.startsWith('ERR_FR_')) return undefined;
  const head = headOf(request);
  if (typeof head !== 'object' || head === null || !('statusCode' in head)) return undefined;
  if (typeof head.statusCode !== 'number' || config === undefined) return undefined;
  const headers = 'headers' in head && typeof head.headers === 'object' ? head.headers : undefined;
  // Of several hops, the head has the request that it answers.
  const seen = { status: head.statusCode, headers, request: fieldsOf(head)['req'] ?? request, config };
  return { response: seen, truncated: true };
}

function answered(given: ResponseLike, truncated: boolean): ReturnType<typeof responseOf> {
  const response = withStatus(given);
  return response && { response, truncated };
}

/** Node's IncomingMessage of a request, also where follow-redirects wraps it. */
function headOf(request: unknown): unknown {
  if (typeof request !== 'object' || request === null) return undefined;
  if ('res' in request) return request.res;
  return '_currentRequest' in request ? headOf(request._currentRequest) : undefined;
}

function cutShort(response: ResponseLike, error: unknown): boolean {
  const { code, message } = fieldsOf(error);
  // axios says ERR_BAD_REQUEST only of a status that it refused, never of a cut body.
  if (response.data !== undefined || code === 'ERR_BAD_REQUEST') return false;
  // A cut body has a code; the refused status of a mock adapter may have none, and no body.
  if (code === undefined && 'data' in response) return false;
  if (!('data' in response) || code !== 'ERR_BAD_RESPONSE') return true;
  // axios's own transforms have set `data` by now, and mock adapters do; ERR_BAD_RESPONSE stands
  // for a refused 2xx or 5xx too, which says so.
  return /aborted|maxContentLength/.test(String(message));
}
