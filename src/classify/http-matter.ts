import { fieldsOf, isAxiosFailure, isCancellation } from './exchange.js';
import { unlessItThrows } from './problem/shapes.js';

/** The codes with which axios reports a wrong option. */
const wrongOptionCodes = new Set<unknown>([
  'ERR_BAD_OPTION',
  'ERR_BAD_OPTION_VALUE',
  'ERR_NOT_SUPPORT',
  'ERR_DEPRECATED',
  'ERR_FORM_DATA_DEPTH_EXCEEDED',
]);

/** The messages of Node, Chromium, Safari and Firefox when `fetch` could not reach the server. */
const fetchFailure = /^(fetch failed|Failed to fetch|Load failed|NetworkError when attempting)/;

/** Codes of Node and undici for connection errors and TLS errors that have no `syscall`. */
const networkCode =
  /^(ECONN|EPIPE|ETIMEDOUT|EAI_|ENOTFOUND|EHOST|ENET|HPE_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|ERR_HTTP2_|UND_ERR_)/;

/** Whether a failure is about the HTTP exchange. Otherwise it is a bug in the caller's code, and is thrown. */
export function isHttpMatter(error: unknown): boolean {
  if (isBodyFailure(error)) return false;
  if (isCancellation(error)) return true;
  const { code, config, response } = fieldsOf(error);
  // For an unknown adapter, axios throws an error with a message only.
  const bare = code === undefined && config === undefined && response === undefined;
  return isAxiosFailure(error) && !bare && !wrongOptionCodes.has(code);
}

/** Whether the request's own body or parameters failed: a missing file, a generator that throws, data that cannot be sent. */
function isBodyFailure(error: unknown): boolean {
  const { message, code, name, response, request, cause } = fieldsOf(error);
  if (response !== undefined) return false;
  const text = String(message);
  // axios uses ERR_BAD_REQUEST also for a body that is too long. That depends on the size of the data, so
  // it becomes an outcome.
  if (code === 'ERR_BAD_REQUEST' && /^Data after transformation must be/.test(text)) return true;
  // axios's http adapter adds `exists` to what the function in `paramsSerializer` threw.
  if (fieldsOf(error)['exists'] === true && isAxiosFailure(error)) return true;
  // A TypeError without a code means that `Request` refused its input, such as a locked stream. An
  // invalid URL becomes an outcome. If a connection broke, a code is in the error of fetch or in its
  // cause.
  const { code: ofFetch, cause: beneath } = fieldsOf(cause);
  const codeOrRequest = code ?? request ?? ofFetch ?? fieldsOf(beneath)['code'];
  const isUnmade = name === 'TypeError' && codeOrRequest === undefined;
  return (isUnmade && isAxiosFailure(error) && !/\burl\b/i.test(text)) || faultOfBody(error) !== undefined;
}

/** The error of the request's own body stream. axios reports it as `Network Error` or as a timeout. */
export function faultOfBody(error: unknown): Error | undefined {
  // Node's Readable keeps the error in `errored`. If the connection broke, `errored` is the connection's
  // error.
  const errored = unlessItThrows(() => fieldsOf(fieldsOf(fieldsOf(error)['config'])['data'])['errored']);
  const isOwn = errored instanceof Error && !isAxiosFailure(errored) && !isOfConnection(errored);
  return isOwn ? errored : undefined;
}

function isOfConnection(error: object): boolean {
  const { code, syscall, name } = fieldsOf(error);
  if (name === 'AbortError' || code === 'ERR_STREAM_PREMATURE_CLOSE' || isCancellation(error)) return true;
  return typeof code === 'string' && networkCode.test(code) && syscall !== 'open';
}

/**
 * Whether an error that an adapter threw is about the HTTP exchange. A custom adapter may throw a system
 * error of Node. Outside an adapter, a system error comes from the caller's code, such as an interceptor
 * that reads a file.
 */
export function isAdaptersMatter(error: unknown): boolean {
  const { code, syscall, name, message } = fieldsOf(error);
  if (isAxiosFailure(error) || isCancellation(error)) return isHttpMatter(error);
  if (name === 'TypeError' && typeof message === 'string' && fetchFailure.test(message)) return true;
  // axios's http adapter throws Node's error for an invalid URL.
  if (typeof code !== 'string') return false;
  return typeof syscall === 'string' || code === 'ERR_INVALID_URL' || networkCode.test(code);
}
