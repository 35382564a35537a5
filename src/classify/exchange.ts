import type { HeaderBag } from './headers.js';

/**
 * The fields of an AxiosResponse that this library needs. Every version of axios, every adapter and every
 * mock has them.
 */
export interface ResponseLike {
  readonly status: number;
  readonly headers?: HeaderBag;
  readonly data?: unknown;
}

/** The end of one attempt: a response, or an error with or without a response. */
export interface Exchange {
  readonly response?: ResponseLike | undefined;
  readonly error?: unknown;
  /** True if the attempt was stopped before anything was sent. */
  readonly unsent?: boolean;
  /** The config that was sent, if it differs from the config of the request. */
  readonly sent?: unknown;
  /** True if the body was a stream, and was read for the outcome after the last attempt. */
  readonly bodyRead?: boolean;
  /** The length of the body's text before axios's transforms changed it. */
  readonly rawLength?: number | undefined;
}

/** The fields of any value. Each field has the type `unknown`. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  // Reading a missing field gives undefined, which `unknown` includes.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The config as it was sent, with the changes of hooks. */
export function sentConfig({ response, error, sent }: Exchange): unknown {
  return (
    sent ?? fieldsOf(response).config ?? fieldsOf(error).config ?? fieldsOf(fieldsOf(error).response).config
  );
}

/**
 * Whether the caller cancelled the request. It checks the mark, since the ESM copy and the CJS copy of
 * axios have different classes.
 */
export function isCancellation(error: unknown): boolean {
  const { __CANCEL__: mark, code } = fieldsOf(error);
  return (mark === true || code === 'ERR_CANCELED') && !isBodyCutShort(error);
}

/**
 * Whether the request's body closed before its end, such as a form over maxBodyLength. axios reports this
 * as a cancellation.
 */
export function isBodyCutShort(error: unknown): boolean {
  return fieldsOf(error)['message'] === 'Request stream has been aborted';
}

export function isAxiosFailure(error: unknown): boolean {
  const { isAxiosError, name, config } = fieldsOf(error);
  return isAxiosError === true || (name === 'AxiosError' && config !== undefined) || isRestored(error);
}

/**
 * Whether this is an AxiosError that went through JSON. It has lost its mark; if it wrapped a system
 * error, it has that error's name.
 */
function isRestored(error: unknown): boolean {
  const { message, name, config } = fieldsOf(error);
  if (typeof message !== 'string' || typeof name !== 'string') return false;
  const ofAxios = typeof config === 'object' && config !== null && 'headers' in config;
  // A real error object without the mark is not from axios.
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
 * A status as a number. Any whole number counts, also outside 100 to 599 (RFC 9110, 15), since the answer
 * said it. A text of digits counts too: mocks and restored responses have such texts. Undefined for
 * anything else.
 */
export function statusOf(status: unknown): number | undefined {
  const number = typeof status === 'string' && /^\d{1,9}$/.test(status) ? Number(status) : status;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** The same response, with its status as a number. Undefined if it has no status. */
function withStatus(response: ResponseLike): ResponseLike | undefined {
  const status = statusOf(response.status);
  if (status === undefined) return undefined;
  return status === response.status ? response : { ...response, status };
}

/** Whether there was a response without a valid status: see {@link statusOf}. */
export function isWithoutStatus({ response, error }: Exchange): boolean {
  const answer = response ?? fieldsOf(error).response;
  return typeof answer === 'object' && answer !== null && statusOf(fieldsOf(answer).status) === undefined;
}

/**
 * The response of an attempt, also if only its head arrived. axios 1.21 puts a truncated response on the
 * error without `data`. Older versions leave it in `request.res`, Node's IncomingMessage.
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
  // An AxiosError that went through JSON has lost its response, but kept its status.
  const status = statusOf(kept);
  if (status !== undefined) return { response: { status }, truncated: cutShort({ status }, exchange.error) };
  // follow-redirects stopped after a redirect. The last head is not the answer.
  if (typeof code === 'string' && code.startsWith('ERR_FR_')) return undefined;
  const head = headOf(request);
  if (typeof head !== 'object' || head === null || !('statusCode' in head)) return undefined;
  if (typeof head.statusCode !== 'number' || config === undefined) return undefined;
  const headers = 'headers' in head && typeof head.headers === 'object' ? head.headers : undefined;
  // After redirects, `req` of the head is the request that the head answers.
  const seen = { status: head.statusCode, headers, request: fieldsOf(head)['req'] ?? request, config };
  return { response: seen, truncated: true };
}

function answered(given: ResponseLike, truncated: boolean): ReturnType<typeof responseOf> {
  const response = withStatus(given);
  return response && { response, truncated };
}

/** Node's IncomingMessage of a request, also inside a request of follow-redirects. */
function headOf(request: unknown): unknown {
  if (typeof request !== 'object' || request === null) return undefined;
  if ('res' in request) return request.res;
  return '_currentRequest' in request ? headOf(request._currentRequest) : undefined;
}

function cutShort(response: ResponseLike, error: unknown): boolean {
  const { code, message } = fieldsOf(error);
  // axios uses ERR_BAD_REQUEST only for a refused status, never for a cut body.
  if (response.data !== undefined || code === 'ERR_BAD_REQUEST') return false;
  // An error for a cut body has a code. A mock adapter that refuses a status may give neither code nor
  // body.
  if (code === undefined && 'data' in response) return false;
  if (!('data' in response) || code !== 'ERR_BAD_RESPONSE') return true;
  // Here `data` is set, by axios's transforms or by a mock adapter. ERR_BAD_RESPONSE may also mean a
  // refused status, so the message decides.
  return /aborted|maxContentLength/.test(String(message));
}
