import { fieldsOf, isAxiosFailure, isCancellation } from './exchange.js';
import { unlessItThrows } from './problem/shapes.js';

/** axios says these of a wrong option, and not of the network. */
const callersOwn = new Set<unknown>([
  'ERR_BAD_OPTION',
  'ERR_BAD_OPTION_VALUE',
  'ERR_NOT_SUPPORT',
  'ERR_DEPRECATED',
  'ERR_FORM_DATA_DEPTH_EXCEEDED',
]);

/** What Node, Chromium, Safari and Firefox say where `fetch` itself could not reach the server. */
const fetchFailure = /^(fetch failed|Failed to fetch|Load failed|NetworkError when attempting)/;

/** Node's and undici's codes of a connection or its TLS that come without a `syscall`. */
const networkCode =
  /^(ECONN|EPIPE|ETIMEDOUT|EAI_|ENOTFOUND|EHOST|ENET|HPE_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|ERR_HTTP2_|UND_ERR_)/;

/** Whether a failure is axios's word on the exchange, and not a bug in the caller's code. */
export function isHttpMatter(error: unknown): boolean {
  if (isOfBody(error)) return false;
  if (isCancellation(error)) return true;
  const { code, config, response } = fieldsOf(error);
  // Of an adapter that it does not know, axios says nothing but that.
  const bare = code === undefined && config === undefined && response === undefined;
  return isAxiosFailure(error) && !bare && !callersOwn.has(code);
}

/** Whether the request's own body failed: a file that is missing, a generator that throws, data that cannot be sent. */
function isOfBody(error: unknown): boolean {
  const { message, code, name, response, request, cause } = fieldsOf(error);
  if (response !== undefined) return false;
  const text = String(message);
  // axios says ERR_BAD_REQUEST of a body that is too long as well, which depends on its size and is told.
  if (code === 'ERR_BAD_REQUEST' && /^Data after transformation must be/.test(text)) return true;
  // What a Request cannot be made of, such as a stream that is locked. An address that is none is told.
  // Under axios's error is fetch's, and under that Node's own where a connection broke.
  const { code: ofFetch, cause: beneath } = fieldsOf(cause);
  const told = code ?? request ?? ofFetch ?? fieldsOf(beneath)['code'];
  const isUnmade = name === 'TypeError' && told === undefined;
  return (isUnmade && isAxiosFailure(error) && !/\burl\b/i.test(text)) || faultOfBody(error) !== undefined;
}

/** The error that the request's own body ended with, in the place of what axios makes of it: `Network Error`, or a timeout. */
export function faultOfBody(error: unknown): Error | undefined {
  // Node's Readable keeps it. Where the connection broke, that error is the connection's.
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
 * The same of what an adapter threw: a custom one may let a system error of
 * Node's through. Elsewhere such an error is the caller's own, as of a file that
 * an interceptor reads.
 */
export function isAdaptersMatter(error: unknown): boolean {
  const { code, syscall, name, message } = fieldsOf(error);
  if (isAxiosFailure(error) || isCancellation(error)) return isHttpMatter(error);
  if (name === 'TypeError' && typeof message === 'string' && fetchFailure.test(message)) return true;
  // axios's http adapter throws Node's own error for an address that is none.
  if (typeof code !== 'string') return false;
  return typeof syscall === 'string' || code === 'ERR_INVALID_URL' || networkCode.test(code);
}
