// Which failures become an outcome, and which are a bug in the caller's code and are thrown.
import { Readable } from 'node:stream';
import axios, { AxiosError } from 'axios';
import { describe, expect, it } from 'vitest';
import { faultOfBody, isAdaptersMatter, isHttpMatter } from '../../src/classify/http-matter.js';

const ofAxios = (fields: object = {}, message = 'failed') =>
  Object.assign(new Error(message), { isAxiosError: true, config: {}, ...fields });
const ofNode = (fields: object, message = 'failed') => Object.assign(new Error(message), fields);
const typeError = (fields: object, message = 'failed') => Object.assign(new TypeError(message), fields);

/** A body stream that ended with this error, as Node's Readable keeps it. */
const streamWith = (errored: unknown) => Object.defineProperty(new Readable(), 'errored', { value: errored });

describe('isHttpMatter: a failure of axios is an outcome, anything else is thrown', () => {
  it.each<[string, unknown]>([
    ['a refused status', ofAxios({ code: 'ERR_BAD_REQUEST', response: { status: 404 } })],
    ['a broken connection', ofAxios({ code: 'ECONNRESET' })],
    ['a timeout', ofAxios({ code: 'ECONNABORTED' })],
    ['a cancellation', ofNode({ code: 'ERR_CANCELED' })],
    ['a CanceledError of another copy of axios', { __CANCEL__: true }],
    ['an error with a config, without a code', ofAxios()],
    ['an error with a code, without a config', ofAxios({ config: undefined, code: 'ERR_NETWORK' })],
    ['an error with a response alone', ofAxios({ config: undefined, response: { status: 500 } })],
    ['a body over maxBodyLength of axios', ofAxios({ code: 'ERR_BAD_REQUEST' }, 'Request body larger')],
    ['an address that cannot be parsed', Object.assign(typeError({}, 'Invalid URL'), ofAxios())],
    ['a TypeError with a code', Object.assign(typeError({}), ofAxios({ code: 'ERR_NETWORK' }))],
    ['a TypeError of a request that was made', Object.assign(typeError({}), ofAxios({ request: {} }))],
    [
      'a TypeError of fetch about the connection',
      Object.assign(typeError({}), ofAxios({ cause: { code: 'ECONNREFUSED' } })),
    ],
    [
      'a TypeError of fetch, with the connection beneath',
      Object.assign(typeError({}), ofAxios({ cause: { cause: { code: 'ECONNREFUSED' } } })),
    ],
    [
      'a status that came for a stream that failed',
      ofAxios({ response: {}, config: { data: streamWith(new Error('bug')) } }),
    ],
  ])('%s', (_name, error) => {
    expect(isHttpMatter(error)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['an error of the caller', new Error('bug')],
    ['a TypeError of the caller', new TypeError('x is not a function')],
    ['an unknown adapter, which axios reports with a message only', ofAxios({ config: undefined })],
    ['a wrong option', ofAxios({ code: 'ERR_BAD_OPTION' })],
    ['a wrong value of an option', ofAxios({ code: 'ERR_BAD_OPTION_VALUE' })],
    ['a feature that is missing', ofAxios({ code: 'ERR_NOT_SUPPORT' })],
    ['an option that was removed', ofAxios({ code: 'ERR_DEPRECATED' })],
    ['an object that is too deep for a form', ofAxios({ code: 'ERR_FORM_DATA_DEPTH_EXCEEDED' })],
    [
      'data that cannot be sent',
      ofAxios({ code: 'ERR_BAD_REQUEST' }, 'Data after transformation must be a string'),
    ],
    ['a Request that fetch could not make', Object.assign(typeError({}, 'body is locked'), ofAxios())],
    [
      'a body stream that failed',
      ofAxios({ code: 'ERR_NETWORK', config: { data: streamWith(new Error('bug')) } }),
    ],
    ['nothing', undefined],
    ['a text', 'failed'],
  ])('not %s', (_name, error) => {
    expect(isHttpMatter(error)).toBe(false);
  });

  it('a message of axios about data counts only at its start, and only with its code', () => {
    const quoted = 'The server said: Data after transformation must be a string';
    expect(isHttpMatter(ofAxios({ code: 'ERR_BAD_REQUEST' }, quoted))).toBe(true);
    expect(isHttpMatter(ofAxios({ code: 'ECONNRESET' }, 'Data after transformation must be'))).toBe(true);
  });

  it('an error that another copy of axios made is a failure of axios', () => {
    expect(isHttpMatter(new AxiosError('failed', 'ECONNRESET', axios.defaults as never))).toBe(true);
  });
});

describe('faultOfBody: the error of the request’s own body stream', () => {
  const sending = (errored: unknown) => ofAxios({ config: { data: streamWith(errored) } });
  const missing = ofNode({ code: 'ENOENT', syscall: 'open' });

  it.each<[string, Error]>([
    ['a bug of the generator', new Error('bug')],
    ['a missing file', missing],
    [
      'a file under a code of the network, since `open` is no call of the network',
      ofNode({ code: 'ENETUNREACH', syscall: 'open' }),
    ],
    ['a code that is no text', ofNode({ code: 7 })],
    ['a code that only contains a code of the network', ofNode({ code: 'MY_ECONNRESET' })],
  ])('%s', (_name, error) => {
    expect(faultOfBody(sending(error))).toBe(error);
  });

  it.each<[string, unknown]>([
    ['the connection broke', ofNode({ code: 'ECONNRESET', syscall: 'read' })],
    ['the name of the host is unknown', ofNode({ code: 'ENOTFOUND' })],
    ['the pipe broke', ofNode({ code: 'EPIPE', syscall: 'write' })],
    ['TLS failed', ofNode({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })],
    ['HTTP/2 failed', ofNode({ code: 'ERR_HTTP2_STREAM_ERROR' })],
    ['undici failed', ofNode({ code: 'UND_ERR_SOCKET' })],
    ['the stream was destroyed early', ofNode({ code: 'ERR_STREAM_PREMATURE_CLOSE' })],
    ['the request was aborted', ofNode({ name: 'AbortError' })],
    ['the request was cancelled', ofNode({ __CANCEL__: true })],
    ['axios failed', ofAxios()],
    ['the stream keeps a value that is no error', 'broken'],
    ['the stream has no error', null],
  ])('none: %s', (_name, errored) => {
    expect(faultOfBody(sending(errored))).toBeUndefined();
  });

  it('none where reading the stream throws', () => {
    const data = {
      get errored() {
        throw new Error('no');
      },
    };
    expect(faultOfBody(ofAxios({ config: { data } }))).toBeUndefined();
  });
});

describe('isAdaptersMatter: what an adapter threw', () => {
  it.each<[string, unknown]>([
    ['an AxiosError', ofAxios({ code: 'ECONNRESET' })],
    ['a cancellation', { __CANCEL__: true }],
    ['fetch failed in Node', new TypeError('fetch failed')],
    ['fetch failed in Chromium', new TypeError('Failed to fetch')],
    ['fetch failed in Safari', new TypeError('Load failed')],
    ['fetch failed in Firefox', new TypeError('NetworkError when attempting to fetch resource.')],
    ['a system error', ofNode({ code: 'EWHATEVER', syscall: 'connect' })],
    ['an address that Node cannot parse', ofNode({ code: 'ERR_INVALID_URL' })],
    ['undici’s error without a system call', ofNode({ code: 'UND_ERR_HEADERS_TIMEOUT' })],
    ['a refused certificate', ofNode({ code: 'SELF_SIGNED_CERT_IN_CHAIN' })],
  ])('%s', (_name, error) => {
    expect(isAdaptersMatter(error)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a bug', new Error('bug')],
    ['a TypeError of a bug', new TypeError('x is not a function')],
    ['a TypeError that quotes fetch', new TypeError('my fetch failed')],
    ['an error that has the words of fetch, and is no TypeError', new Error('fetch failed')],
    ['a TypeError whose message is no text', typeError({ message: ['fetch failed'] })],
    ['a code of the caller', ofNode({ code: 'MY_ECONNRESET' })],
    ['a system call without a code', ofNode({ syscall: 'connect' })],
    ['a code that is no text', ofNode({ code: 7, syscall: 'connect' })],
    ['a system call that is no text', ofNode({ code: 'EWHATEVER', syscall: 7 })],
    ['a wrong option of axios', ofAxios({ code: 'ERR_BAD_OPTION' })],
    ['nothing', undefined],
  ])('not %s', (_name, error) => {
    expect(isAdaptersMatter(error)).toBe(false);
  });
});
