// How far a request without an answer got, read from errors of Node, undici, follow-redirects and axios.
import { describe, expect, it } from 'vitest';
import { readTransportFailure } from '../../src/classify/transport-failure.js';

const ofNode = (fields: object, message = 'failed') => Object.assign(new Error(message), fields);
const read = (error: unknown) => readTransportFailure({ error });

describe('the code of the failure', () => {
  const refused = ofNode({ code: 'ECONNREFUSED', syscall: 'connect' });
  it.each<[string, unknown, string]>([
    ['its own', { code: 'ECONNRESET' }, 'ECONNRESET'],
    ['ERR_NETWORK without a cause', { code: 'ERR_NETWORK' }, 'ERR_NETWORK'],
    ['none', {}, 'ERR_NETWORK'],
    ['no error at all', undefined, 'ERR_NETWORK'],
    ['a code that is no text', { code: 7 }, 'ERR_NETWORK'],
    ['a text that is no code', { code: 'failed for token=1' }, 'ERR_NETWORK'],
    ['an empty code', { code: '' }, 'ERR_NETWORK'],
    ['a code of 64 characters', { code: 'E'.repeat(64) }, 'E'.repeat(64)],
    ['a longer one', { code: 'E'.repeat(65) }, 'ERR_NETWORK'],
    ['the system’s beneath ERR_NETWORK', { code: 'ERR_NETWORK', cause: refused }, 'ECONNREFUSED'],
    ['the system’s beneath ERR_BAD_REQUEST', { code: 'ERR_BAD_REQUEST', cause: refused }, 'ECONNREFUSED'],
    ['the system’s beneath an error without a code', { cause: refused }, 'ECONNREFUSED'],
    [
      'the system’s beneath a TypeError of fetch',
      { code: 'ERR_NETWORK', cause: { cause: refused } },
      'ECONNREFUSED',
    ],
    [
      'the first of several addresses',
      { code: 'ERR_NETWORK', cause: new AggregateError([refused, {}]) },
      'ECONNREFUSED',
    ],
    ['errors that are no list', { code: 'ERR_NETWORK', errors: { 0: refused } }, 'ERR_NETWORK'],
    [
      'a timeout that axios declared, whatever then broke',
      { code: 'ETIMEDOUT', cause: refused },
      'ETIMEDOUT',
    ],
    [
      'a cause without a code, whose message says why',
      { code: 'ERR_NETWORK', cause: { message: 'x' } },
      'ERR_NETWORK',
    ],
    [
      'a body that axios does not send',
      { code: 'ERR_BAD_REQUEST', cause: { message: 'x' } },
      'ERR_BAD_REQUEST',
    ],
    [
      'a body that closed early',
      { code: 'ERR_CANCELED', message: 'Request stream has been aborted' },
      'ERR_BAD_REQUEST',
    ],
    [
      'undici’s redirects without an end',
      { code: 'ERR_NETWORK', cause: { message: 'redirect count exceeded' } },
      'ERR_FR_TOO_MANY_REDIRECTS',
    ],
    [
      'a cause five levels deep',
      { cause: { cause: { cause: { cause: { cause: refused } } } } },
      'ECONNREFUSED',
    ],
    ['a cause of itself', circular(), 'ERR_NETWORK'],
  ])('%s', (_name, error, code) => {
    expect(read(error).code).toBe(code);
  });

  function circular(): unknown {
    const error: { cause?: unknown } = {};
    error.cause = error;
    return error;
  }
});

describe('how far it got', () => {
  it.each<[string, object, string, boolean]>([
    // name, error, reach, whether a second try may succeed
    ['a refused connection', { code: 'ECONNREFUSED' }, 'unsent', true],
    ['a name that is not found', { code: 'ENOTFOUND' }, 'unsent', true],
    ['a name server that is busy', { code: 'EAI_AGAIN' }, 'unsent', true],
    ['a name server that fails', { code: 'EAI_FAIL' }, 'unsent', true],
    ['a name without an address', { code: 'EAI_NODATA' }, 'unsent', true],
    ['a name that getaddrinfo does not know', { code: 'EAI_NONAME' }, 'unsent', true],
    ['Node’s connect timeout', { code: 'ERR_SOCKET_CONNECTION_TIMEOUT' }, 'unsent', true],
    ['undici’s connect timeout', { code: 'UND_ERR_CONNECT_TIMEOUT' }, 'unsent', true],
    ['a session that went away (RFC 9113, 6.8)', { code: 'ERR_HTTP2_GOAWAY_SESSION' }, 'unsent', true],
    ['a connect', { code: 'EWHATEVER', syscall: 'connect' }, 'unsent', true],
    ['a look-up of dns.lookup', { code: 'EWHATEVER', syscall: 'lookup' }, 'unsent', true],
    ['an asynchronous look-up', { code: 'EWHATEVER', syscall: 'getaddrinfo_a' }, 'unsent', true],
    ['a query of c-ares', { code: 'EWHATEVER', syscall: 'queryA' }, 'unsent', true],
    ['a query of another kind', { code: 'EWHATEVER', syscall: 'queryNaptr' }, 'unsent', true],
    ['a call that only ends like a connect', { code: 'EWHATEVER', syscall: 'reconnect' }, 'maybe', true],
    ['a call that only begins like a look-up', { code: 'EWHATEVER', syscall: 'lookups' }, 'maybe', true],
    ['a call that is no query', { code: 'EWHATEVER', syscall: 'query' }, 'maybe', true],
    ['a read that was refused', { code: 'ECONNREFUSED', syscall: 'read' }, 'maybe', true],
    [
      'a stream that was refused (RFC 9113, 8.7)',
      { code: 'ERR_HTTP2_STREAM_ERROR', message: 'Stream closed with error code NGHTTP2_REFUSED_STREAM' },
      'unsent',
      true,
    ],
    [
      'another error of a stream',
      { code: 'ERR_HTTP2_STREAM_ERROR', message: 'Stream closed with error code NGHTTP2_INTERNAL_ERROR' },
      'maybe',
      true,
    ],
    ['a file that is missing', { code: 'ENOENT' }, 'permanent', false],
    ['a socket file that may not be opened', { code: 'EACCES' }, 'permanent', false],
    ['a code that begins like it', { code: 'ENOENTX' }, 'maybe', true],
    ['a code that contains one', { code: 'X_CERT_' }, 'maybe', true],
    ['an adapter that cannot do it', { code: 'ERR_NOT_SUPPORT' }, 'permanent', false],
    [
      'a body over maxBodyLength of follow-redirects',
      { code: 'ERR_FR_MAX_BODY_LENGTH_EXCEEDED' },
      'permanent',
      false,
    ],
    ['characters that must be escaped', { code: 'ERR_UNESCAPED_CHARACTERS' }, 'permanent', false],
    ['a wrong argument', { code: 'ERR_INVALID_ARG_TYPE' }, 'permanent', false],
    ['a name that is not in the certificate', { code: 'HOSTNAME_MISMATCH' }, 'permanent', false],
    ['a certificate with a wrong purpose', { code: 'INVALID_PURPOSE' }, 'permanent', false],
    ['redirects without an end', { code: 'ERR_FR_TOO_MANY_REDIRECTS' }, 'maybe', false],
    ['a header that is too long', { code: 'HPE_HEADER_OVERFLOW' }, 'maybe', false],
    ['a header that is broken', { code: 'HPE_INVALID_HEADER_TOKEN' }, 'maybe', true],
    [
      'a body over maxContentLength',
      { code: 'ERR_BAD_RESPONSE', message: 'maxContentLength size of 5 exceeded' },
      'maybe',
      false,
    ],
    ['a message that is no text', { code: 'ERR_BAD_RESPONSE', message: ['maxContentLength'] }, 'maybe', true],
  ])('%s', (_name, error, reach, repeatable) => {
    expect(read(error)).toMatchObject({ reach, repeatable });
  });

  const tls = (code: string, secureConnecting: boolean | undefined) => ({
    code,
    request: { socket: { secureConnecting } },
  });
  it.each(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER'])(
    '%s: only before the end of the handshake nothing was sent',
    (code) => {
      expect(read(tls(code, true))).toMatchObject({ reach: 'permanent', repeatable: false });
      expect(read(tls(code, undefined))).toMatchObject({ reach: 'permanent', repeatable: false });
      expect(read(tls(code, false))).toMatchObject({ reach: 'maybe', repeatable: true });
    },
  );
  it('a code that only contains ERR_SSL_ is no failure of TLS', () => {
    expect(read(tls('MY_ERR_SSL_', true))).toMatchObject({ reach: 'maybe' });
  });

  it('after a redirect, the first server may have processed the request', () => {
    const redirected = { request: { _redirectCount: 1 } };
    expect(read({ code: 'ECONNREFUSED', ...redirected })).toMatchObject({ reach: 'maybe', repeatable: true });
    expect(read({ code: 'CERT_HAS_EXPIRED', ...redirected })).toMatchObject({
      reach: 'maybe',
      repeatable: false,
    });
  });
});
