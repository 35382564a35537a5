import { handshakeFinished, mayHaveBeenRedirected } from './connection.js';
import { type Exchange, fieldsOf, isBodyCutShort } from './exchange.js';

/**
 * How far a request without an answer got.
 *
 * - `unsent`: the server cannot have seen the request.
 * - `maybe`: the server may have processed the request.
 * - `permanent`: the request was not sent, and a second try would fail in the same way.
 */
export type Reach = 'unsent' | 'maybe' | 'permanent';

/** A failure without an answer. */
export interface TransportFailure {
  readonly code: string;
  readonly reach: Reach;
}

// Codes that only connecting can give: connect(2), getaddrinfo(3), undici, Node's net and http2.
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'ERR_SOCKET_CONNECTION_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_HTTP2_GOAWAY_SESSION',
]);

/** System calls before the first byte is sent. `read` and `write` fail with the same codes later. */
const beforeSending = /^(connect|bind|getaddrinfo|getaddrinfo_a|query[A-Z]\w*|lookup)$/;

// OpenSSL's X509_V_ERR_* names as Node.js reports them, and other errors that a second try would repeat.
const permanent =
  /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_|ERR_INVALID_|ERR_UNESCAPED_|ERR_FR_MAX_BODY|ERR_NOT_SUPPORT$|UND_ERR_INVALID_ARG$|UND_ERR_NOT_SUPPORTED$|ENOENT$|EACCES$)/;

// The request was sent and answered, and would get the same answer again.
const answered = /^(ERR_FR_|HPE_HEADER_OVERFLOW)/;

/**
 * Reads the code of a failed axios call, and how far the request got. A request counts as unsent only if
 * that is proven; in doubt the result is `maybe`.
 */
export function readTransportFailure(
  exchange: Exchange,
): TransportFailure & { readonly repeatable: boolean } {
  const { error } = exchange;
  const failure = deepest(error);
  const { code, syscall, message } = failure;
  const text = typeof message === 'string' ? message : '';
  // undici reports too many redirects without a code.
  const loop = text === 'redirect count exceeded';
  const name = nameOf(loop, code, error);
  const reach = isBrokenTls(name) ? reachOfTls(error) : reachOf(name, syscall, text);
  const repeatable = reach !== 'permanent' && !isFinal(name, text);
  if (reach !== 'maybe' && mayHaveBeenRedirected(exchange, failure))
    return { code: name, reach: 'maybe', repeatable };
  return { code: name, reach, repeatable };
}

function nameOf(loop: boolean, code: unknown, error: unknown): string {
  if (loop) return 'ERR_FR_TOO_MANY_REDIRECTS';
  // axios uses this code for any other body that it does not send.
  if (isBodyCutShort(error)) return 'ERR_BAD_REQUEST';
  // A code is one word. A custom adapter may put a text there, and the text may quote the request.
  return typeof code === 'string' && /^[\w.:-]{1,64}$/.test(code) ? code : 'ERR_NETWORK';
}

/** Whether the TLS handshake or the TLS connection broke. A refused certificate has other codes. */
function isBrokenTls(code: string): boolean {
  return code === 'EPROTO' || code.startsWith('ERR_SSL_');
}

/** Before the handshake is finished, nothing was sent. After it, the server may have read the request. */
function reachOfTls(error: unknown): Reach {
  return handshakeFinished(error) ? 'maybe' : 'permanent';
}

function reachOf(code: string, syscall: unknown, message: string): Reach {
  if (typeof syscall === 'string' ? beforeSending.test(syscall) : unsent.has(code)) return 'unsent';
  // Node's _tls_wrap: the connection ended in the handshake, before any byte of the request.
  if (/before secure TLS connection was established/.test(message)) return 'unsent';
  // RFC 9113, 8.7: REFUSED_STREAM says that the request was not processed.
  if (/NGHTTP2_REFUSED_STREAM/.test(message)) return 'unsent';
  if (permanent.test(code)) return 'permanent';
  // Without a response, axios uses ERR_BAD_REQUEST only for a request that it does not send.
  if (code === 'ERR_BAD_REQUEST') return 'permanent';
  return 'maybe';
}

function isFinal(code: string, message: string): boolean {
  return answered.test(code) || /maxContentLength/.test(message);
}

/**
 * Finds the most precise error. axios keeps the system's error as `cause`, sometimes under a vague code
 * of its own: the fetch adapter says ERR_NETWORK for a refused connection. A timeout or a cancellation
 * that axios declared itself stays, whatever error the abort then caused.
 */
function deepest(error: unknown): ReturnType<typeof fieldsOf> {
  let fields = fieldsOf(error);
  for (let depth = 0; depth < 5; depth++) {
    const vague =
      fields.code === undefined || fields.code === 'ERR_NETWORK' || fields.code === 'ERR_BAD_REQUEST';
    const cause = fieldsOf(fields.cause ?? firstOf(fields.errors));
    if (!vague && cause.code !== fields.code) return fields;
    const codeless = typeof cause.code !== 'string' && cause.cause === undefined;
    if (codeless && (cause.message === undefined || fields.code === 'ERR_BAD_REQUEST')) return fields;
    fields = cause;
  }
  return fields;
}

/** The first error of Node's AggregateError, which lists one error per address (IPv4 and IPv6). */
function firstOf(errors: unknown): unknown {
  return Array.isArray(errors) ? errors[0] : undefined;
}
