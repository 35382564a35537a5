import { handshakeFinished, mayHaveBeenRedirected } from './connection.js';
import { type Exchange, fieldsOf, isBodyCutShort } from './exchange.js';

/**
 * How far a request without an answer got.
 *
 * - `unsent`: the server cannot have seen it.
 * - `maybe`: it may have been processed.
 * - `permanent`: it was not sent, and never will be as it is.
 */
export type Reach = 'unsent' | 'maybe' | 'permanent';

/** A failure without an answer. */
export interface TransportFailure {
  readonly code: string;
  readonly reach: Reach;
}

// Codes that come from connecting and from nothing else: connect(2), getaddrinfo(3), undici, Node's net and http2.
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

/** The calls of a system before any byte is sent. `read` and `write` fail with the same codes after it. */
const beforeSending = /^(connect|bind|getaddrinfo|getaddrinfo_a|query[A-Z]\w*|lookup)$/;

// OpenSSL's X509_V_ERR_* names as Node.js reports them, and what no second try mends.
const permanent =
  /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_|ERR_INVALID_|ERR_UNESCAPED_|ERR_FR_MAX_BODY|ERR_NOT_SUPPORT$|ENOENT$|EACCES$)/;

// Sent and answered in a way that the same request would get again.
const answered = /^(ERR_FR_|HPE_HEADER_OVERFLOW)/;

/**
 * Reads the code of a failed axios call and how far the request got. Unsure
 * means `maybe`: only what is proven not to have been sent counts as unsent.
 */
export function readTransportFailure(
  exchange: Exchange,
): TransportFailure & { readonly repeatable: boolean } {
  const { error } = exchange;
  const failure = deepest(error);
  const { code, syscall, message } = failure;
  const text = typeof message === 'string' ? message : '';
  // undici gives up on redirects without a code.
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
  // As axios says of any other body that it does not send.
  if (isBodyCutShort(error)) return 'ERR_BAD_REQUEST';
  // A code is a word. An adapter of somebody's may put a text there, which may quote the request.
  return typeof code === 'string' && /^[\w.:-]{1,64}$/.test(code) ? code : 'ERR_NETWORK';
}

/** What is not TLS, or not whole: a certificate that was refused has other codes. */
function isBrokenTls(code: string): boolean {
  return code === 'EPROTO' || code.startsWith('ERR_SSL_');
}

/** In the handshake nothing was sent, and nothing will be; after it, the request may have been read. */
function reachOfTls(error: unknown): Reach {
  return handshakeFinished(error) ? 'maybe' : 'permanent';
}

function reachOf(code: string, syscall: unknown, message: string): Reach {
  if (typeof syscall === 'string' ? beforeSending.test(syscall) : unsent.has(code)) return 'unsent';
  // Node's _tls_wrap: the connection ended in the handshake, before any request byte.
  if (/before secure TLS connection was established/.test(message)) return 'unsent';
  // RFC 9113, 8.7: REFUSED_STREAM says that the request was not processed.
  if (/NGHTTP2_REFUSED_STREAM/.test(message)) return 'unsent';
  if (permanent.test(code)) return 'permanent';
  // axios says ERR_BAD_REQUEST without a response only of what it would not send.
  if (code === 'ERR_BAD_REQUEST') return 'permanent';
  return 'maybe';
}

function isFinal(code: string, message: string): boolean {
  return answered.test(code) || /maxContentLength/.test(message);
}

/**
 * axios wraps the system's error and keeps it as `cause`, sometimes under a
 * vaguer code of its own (the fetch adapter says ERR_NETWORK for a refused
 * connection). The most precise code wins; a timeout or cancellation that axios
 * itself declared is not overruled by what the abort then caused.
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

/** Node's AggregateError of a dual-stack connect: each address failed, the first speaks for all. */
function firstOf(errors: unknown): unknown {
  return Array.isArray(errors) ? errors[0] : undefined;
}
