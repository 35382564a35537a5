import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { http } from '../../src/catalogues/http/index.js';
import { classify, defineCatalogue } from '../../src/index.js';

const answer = (status: number, data?: unknown, headers: Record<string, string> = {}) => ({
  response: { status, data, headers },
});
const axiosError = (code: string | undefined, rest: object = {}) => ({
  error: Object.assign(new Error('failed'), { isAxiosError: true, config: {}, code, ...rest }),
});
const huawei = (code: string) => ({ error: { error_code: code, error_msg: 'message' } });

describe('a response means what its catalogue says', () => {
  it.each(
    Object.entries(dew.statuses).map(([status, row]) => [Number(status), row.kind, row.retry] as const),
  )('DEW %d is %s, retry %s (dew_02_0301)', (status, kind, retry) => {
    expect(classify(answer(status), dew)).toMatchObject({ kind, retry, httpStatus: status });
  });

  it('a status outside the catalogue is unexpected, whatever its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (status) => {
        const documented = Object.hasOwn(dew.statuses, status);
        expect(classify(answer(status), dew).kind === 'unexpected').toBe(!documented);
      }),
    );
  });

  it('an undocumented 503 is still transient (RFC 9110, 15.6.4), unless the user says never', () => {
    const bare = defineCatalogue({ name: 'Bare', source: 'docs', statuses: { 200: http.statuses[200] } });
    expect(classify(answer(503), bare)).toMatchObject({ kind: 'unexpected', retry: 'transient' });
    expect(classify(answer(429), bare)).toMatchObject({ kind: 'unexpected', retry: 'throttle' });
    expect(classify(answer(500), bare)).toMatchObject({ kind: 'unexpected', retry: 'never' });
    expect(classify(answer(503), bare, 'never')).toMatchObject({ kind: 'unexpected', retry: 'never' });
  });

  it('a status that HTTP does not know either is retried as the API says for the x00 of its class (RFC 9110, 15)', () => {
    // DEW documents 500 as transient, HTTP does not; a Cloudflare edge answers with 520.
    expect(classify(answer(520), dew)).toMatchObject({ kind: 'unexpected', retry: 'transient' });
    expect(classify(answer(520), http)).toMatchObject({ kind: 'unexpected', retry: 'never' });
    expect(classify(answer(520), dew, 'never').retry).toBe('never');
    expect(classify(answer(505), dew).retry).toBe('never');
    expect(classify(answer(499), dew).retry).toBe('never');
  });
});

describe('an error code refines the status that it comes with', () => {
  it('DEW KMS.0303 on a 403 asks for fresh credentials, KMS.0207 on a 404 does not', () => {
    expect(classify(answer(403, huawei('KMS.0303')), dew)).toMatchObject({
      kind: 'rejected',
      reauthenticate: true,
    });
    expect(classify(answer(404, huawei('KMS.0207')), dew).reauthenticate).toBeUndefined();
  });
  it('DEW KMS.1108 makes a 400 unavailable, which `or` of the 400 allows', () => {
    expect(classify(answer(400, huawei('KMS.1108')), dew)).toMatchObject({
      kind: 'unavailable',
      retry: 'transient',
    });
    expect(classify(answer(400, huawei('KMS.0205')), dew)).toMatchObject({
      kind: 'rejected',
      retry: 'never',
    });
  });
  it('a code changes nothing under a status for which it is not documented', () => {
    expect(classify(answer(404, huawei('KMS.1108')), dew)).toMatchObject({
      kind: 'rejected',
      retry: 'never',
    });
  });
  it.each(['__proto__', 'constructor', 'toString'])('a code named %s is a text like any other', (code) => {
    expect(classify(answer(400, huawei(code)), dew)).toMatchObject({ kind: 'rejected', problem: { code } });
  });
});

describe('a call without a response: its code, and whether the server can have seen it', () => {
  it.each([
    ['ECONNREFUSED', 'no', 'transient'],
    ['ENOTFOUND', 'no', 'transient'],
    ['EAI_AGAIN', 'no', 'transient'],
    // Also of a read or write: only with the syscall of a connect it proves that nothing was sent.
    ['EHOSTUNREACH', 'maybe', 'transient'],
    ['UND_ERR_CONNECT_TIMEOUT', 'no', 'transient'],
    ['ECONNRESET', 'maybe', 'transient'],
    ['EPIPE', 'maybe', 'transient'],
    ['ECONNABORTED', 'maybe', 'transient'],
    ['ETIMEDOUT', 'maybe', 'transient'],
    ['ERR_NETWORK', 'maybe', 'transient'],
    ['HPE_INVALID_CONSTANT', 'maybe', 'transient'],
    ['ERR_FR_TOO_MANY_REDIRECTS', 'maybe', 'never'],
    ['CERT_HAS_EXPIRED', 'no', 'never'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'no', 'never'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'no', 'never'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'no', 'never'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'no', 'never'],
    ['ERR_INVALID_URL', 'no', 'never'],
    ['ERR_BAD_REQUEST', 'no', 'never'],
  ])('%s: processed %s, retry %s', (code, processed, retry) => {
    expect(classify(axiosError(code), dew)).toMatchObject({ kind: 'unreachable', code, processed, retry });
  });

  it('a connect timeout means never sent; a response timeout means maybe processed', () => {
    const connect = Object.assign(new Error('connect'), { code: 'ETIMEDOUT', syscall: 'connect' });
    expect(classify(axiosError('ETIMEDOUT', { cause: connect }), dew).processed).toBe('no');
    expect(classify(axiosError('ETIMEDOUT'), dew).processed).toBe('maybe');
  });

  // Node.js Errors, Common system errors: one errno comes from many calls of the system.
  const errnos = [
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENETDOWN',
    'EHOSTDOWN',
    'ETIMEDOUT',
    'ECONNREFUSED',
    'EADDRNOTAVAIL',
  ];
  it.each(errnos)('%s: never sent only if its syscall is a connect, a bind or a look-up', (code) => {
    const processed = (syscall: string | undefined, wrap: boolean) => {
      const cause = Object.assign(new Error(`${syscall} ${code}`), { code, ...(syscall ? { syscall } : {}) });
      const failed = wrap ? axiosError('ERR_NETWORK', { cause }) : axiosError(code, { syscall, cause });
      return classify(failed, dew).processed;
    };
    for (const wrap of [true, false]) {
      for (const syscall of ['connect', 'bind', 'getaddrinfo', 'queryA', 'queryAaaa']) {
        expect([syscall, processed(syscall, wrap)]).toEqual([syscall, 'no']);
      }
      for (const syscall of ['read', 'write', 'writev', 'shutdown', 'recv', 'connected']) {
        expect([syscall, processed(syscall, wrap)]).toEqual([syscall, 'maybe']);
      }
    }
  });
  it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL'])(
    '%s without a syscall, as a proxy’s agent gives it, proves nothing',
    (code) => expect(classify(axiosError(code), dew).processed).toBe('maybe'),
  );

  it('the code of a dual-stack connect is that of its first address', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const both = Object.assign(new AggregateError([refused]), { code: 'ECONNREFUSED' });
    expect(classify(axiosError('ECONNREFUSED', { cause: both }), dew)).toMatchObject({ processed: 'no' });
  });

  it("the system's own code replaces ERR_NETWORK of the fetch adapter", () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });
    expect(classify(axiosError('ERR_NETWORK', { cause }), dew)).toMatchObject({
      code: 'ECONNREFUSED',
      processed: 'no',
    });
  });

  it('a broken handshake means never sent (Node.js, _tls_wrap)', () => {
    const message = 'Client network socket disconnected before secure TLS connection was established';
    expect(classify(axiosError('ECONNRESET', { message }), dew).processed).toBe('no');
  });

  it('a cancellation is recognised by its mark, from any copy of axios', () => {
    expect(classify({ error: { __CANCEL__: true, message: 'old' } }, dew).kind).toBe('cancelled');
    expect(classify(axiosError('ERR_CANCELED'), dew).kind).toBe('cancelled');
  });
});

describe('a body that ended early', () => {
  const response = { status: 200, headers: {}, config: {} };
  it('a 2xx was carried out, and is malformed', () => {
    const found = classify(axiosError('ECONNRESET', { response }), dew);
    expect(found).toMatchObject({ kind: 'malformed', processed: 'yes', truncated: true, retry: 'transient' });
  });
  it('a 503 is still a 503', () => {
    const found = classify(axiosError('ECONNRESET', { response: { ...response, status: 503 } }), dew);
    expect(found).toMatchObject({ kind: 'unavailable', httpStatus: 503, truncated: true });
  });
  it('is found on the request, where axios 1.6 leaves it', () => {
    const request = { res: { statusCode: 200, headers: {} } };
    expect(classify(axiosError('ERR_BAD_RESPONSE', { request }), dew)).toMatchObject({ kind: 'malformed' });
  });
});
