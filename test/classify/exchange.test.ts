// Reading what an attempt ended with: any response, any error, of any copy of axios.
import { AxiosError, AxiosHeaders, CanceledError } from 'axios';
import { describe, expect, it } from 'vitest';
import {
  isAxiosFailure,
  isBodyCutShort,
  isCancellation,
  isResponseLike,
  isWithoutStatus,
  responseOf,
  sentConfig,
  statusOf,
} from '../../src/classify/exchange.js';

const config = { headers: new AxiosHeaders(), url: '/x' };
const ofAxios = (fields: object = {}, message = 'failed') =>
  Object.assign(new Error(message), { isAxiosError: true, config, ...fields });

describe('isAxiosFailure', () => {
  it.each<[string, unknown]>([
    ['an AxiosError', new AxiosError('failed')],
    ['the mark of another copy of axios', { isAxiosError: true }],
    ['the name and a config, without the mark', { name: 'AxiosError', config: {} }],
    [
      'an AxiosError that went through JSON',
      JSON.parse(JSON.stringify(new AxiosError('failed', 'X', config))),
    ],
    [
      'one that wrapped a system error, and has its name',
      { message: 'connect', name: 'Error', config: { headers: {} }, code: 'ECONNREFUSED' },
    ],
  ])('%s', (_name, error) => {
    expect(isAxiosFailure(error)).toBe(true);
  });
  it.each<[string, unknown]>([
    ['an error of the caller', new Error('bug')],
    ['a mark that is not true', { isAxiosError: 'yes' }],
    ['the name alone', Object.assign(new Error('x'), { name: 'AxiosError' })],
    ['a real error with a config', Object.assign(new Error('x'), { config: { headers: {} } })],
    ['an object without a message', { name: 'Error', config: { headers: {} } }],
    ['an object without a name', { message: 'x', config: { headers: {} } }],
    ['a config without headers', { message: 'x', name: 'Error', config: {} }],
    ['a config of null', { message: 'x', name: 'Error', config: null }],
    ['a config that is no object', { message: 'x', name: 'Error', config: 'headers' }],
    ['null', null],
  ])('not %s', (_name, error) => {
    expect(isAxiosFailure(error)).toBe(false);
  });
});

describe('isCancellation', () => {
  it.each<[string, unknown, boolean]>([
    ['a CanceledError', new CanceledError(), true],
    ['the mark alone', { __CANCEL__: true }, true],
    ['the code alone', { code: 'ERR_CANCELED' }, true],
    ['another code', { code: 'ECONNABORTED' }, false],
    ['a mark that is not true', { __CANCEL__: 1 }, false],
    [
      'a form over maxBodyLength, which nobody cancelled',
      { code: 'ERR_CANCELED', message: 'Request stream has been aborted' },
      false,
    ],
    ['nothing', undefined, false],
  ])('%s', (_name, error, expected) => {
    expect(isCancellation(error)).toBe(expected);
  });
  it('a message that contains the one of a cut body is not that message', () => {
    expect(isBodyCutShort({ message: 'Request stream has been aborted' })).toBe(true);
    expect(isBodyCutShort({ message: 'Request stream has been aborted by a proxy' })).toBe(false);
  });
});

describe('statusOf: any whole number from 0 is a status, also as a text of digits (RFC 9110, 15)', () => {
  it.each<[unknown, number | undefined]>([
    [200, 200],
    [0, 0],
    [999, 999],
    [1234, 1234],
    ['404', 404],
    ['0', 0],
    ['123456789', 123_456_789],
    ['1234567890', undefined],
    ['', undefined],
    ['4xx', undefined],
    ['x4', undefined],
    ['-1', undefined],
    [-1, undefined],
    [200.5, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [null, undefined],
    [undefined, undefined],
    [['404'], undefined],
    [{}, undefined],
  ])('%j is %j', (status, expected) => {
    expect(statusOf(status)).toBe(expected);
  });
});

describe('isResponseLike', () => {
  it.each<[string, unknown, boolean]>([
    ['a response of axios', { status: 200, config: {}, headers: {} }, true],
    ['a status and a config', { status: 200, config: {} }, true],
    ['a status and headers', { status: 200, headers: {} }, true],
    ['a status as text', { status: '200', headers: {} }, true],
    ['a status that is no whole number', { status: Number.NaN, headers: {} }, true],
    ['a status that is a word', { status: 'ok', headers: {} }, false],
    ['a status alone', { status: 200 }, false],
    ['no status', { headers: {} }, false],
    ['an AxiosError with a status', ofAxios({ status: 404 }), false],
    ['null', null, false],
    ['a number', 200, false],
  ])('%s', (_name, value, expected) => {
    expect(isResponseLike(value)).toBe(expected);
  });
});

describe('isWithoutStatus: there was a response, and its status is no number', () => {
  it.each<[string, object, boolean]>([
    ['a response without a status', { response: { headers: {} } }, true],
    ['a response whose status is a word', { response: { status: 'ok' } }, true],
    ['the same on an error', { error: { response: { status: 'ok' } } }, true],
    ['a response with a status', { response: { status: 200 } }, false],
    ['an error without a response', { error: {} }, false],
    ['an error whose response is null', { error: { response: null } }, false],
    ['an error whose response is a text', { error: { response: 'x' } }, false],
  ])('%s', (_name, exchange, expected) => {
    expect(isWithoutStatus(exchange)).toBe(expected);
  });
});

describe('sentConfig: the config that was sent, then those of response and error', () => {
  const [a, b, c, d] = [{ url: 'a' }, { url: 'b' }, { url: 'c' }, { url: 'd' }];
  const all = {
    sent: a,
    response: { status: 200, config: b },
    error: { config: c, response: { config: d } },
  };
  it('in this order', () => {
    expect(sentConfig(all)).toBe(a);
    expect(sentConfig({ ...all, sent: undefined })).toBe(b);
    expect(sentConfig({ error: all.error })).toBe(c);
    expect(sentConfig({ error: { response: { config: d } } })).toBe(d);
    expect(sentConfig({})).toBeUndefined();
  });
});

describe('responseOf: the response of an attempt, also if only its head arrived', () => {
  const response = (status: unknown, more: object = {}) => ({ status, headers: {}, config, ...more });

  it.each<[string, object, { status: number; truncated: boolean } | undefined]>([
    ['a response', { response: response(200) }, { status: 200, truncated: false }],
    ['its status as text', { response: response('200') }, { status: 200, truncated: false }],
    ['a status of 0', { response: response(0) }, { status: 0, truncated: false }],
    ['a status that is no status', { response: response('ok') }, undefined],
    ['a status below 0', { response: response(-1) }, undefined],
    [
      'an error with a refused status',
      { error: ofAxios({ code: 'ERR_BAD_REQUEST', response: response(404) }) },
      { status: 404, truncated: false },
    ],
    [
      'any error with a body',
      { error: ofAxios({ code: 'ECONNRESET', response: response(404, { data: '' }) }) },
      { status: 404, truncated: false },
    ],
    [
      'the mock of a refused status, without code and body',
      { error: ofAxios({ response: response(404, { data: undefined }) }) },
      { status: 404, truncated: false },
    ],
    [
      'a head without a body',
      { error: ofAxios({ response: response(404) }) },
      { status: 404, truncated: true },
    ],
    [
      'a reset in the body',
      { error: ofAxios({ code: 'ECONNRESET', response: response(200) }) },
      { status: 200, truncated: true },
    ],
    [
      'a reset, and data that transforms set to undefined',
      { error: ofAxios({ code: 'ECONNRESET', response: response(200, { data: undefined }) }) },
      { status: 200, truncated: true },
    ],
    [
      'ERR_BAD_RESPONSE of a refused 500 without a body',
      { error: ofAxios({ code: 'ERR_BAD_RESPONSE', response: response(500, { data: undefined }) }) },
      { status: 500, truncated: false },
    ],
    [
      'ERR_BAD_RESPONSE of an aborted body',
      {
        error: ofAxios(
          { code: 'ERR_BAD_RESPONSE', response: response(500, { data: undefined }) },
          'stream has been aborted',
        ),
      },
      { status: 500, truncated: true },
    ],
    [
      'ERR_BAD_RESPONSE of a body over maxContentLength',
      {
        error: ofAxios(
          { code: 'ERR_BAD_RESPONSE', response: response(200, { data: undefined }) },
          'maxContentLength size of 5 exceeded',
        ),
      },
      { status: 200, truncated: true },
    ],
    [
      'an error that went through JSON keeps its status',
      { error: { ...JSON.parse(JSON.stringify(ofAxios())), status: 503 } },
      { status: 503, truncated: true },
    ],
    [
      '… of a refused status',
      { error: { status: '404', code: 'ERR_BAD_REQUEST' } },
      { status: 404, truncated: false },
    ],
    ['an error alone', { error: ofAxios() }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_name, exchange, expected) => {
    const found = responseOf(exchange);
    expect(found && { status: found.response.status, truncated: found.truncated }).toEqual(expected);
  });

  describe('the head in the request, where axios before 1.21 leaves it', () => {
    const head = { statusCode: 503, headers: { 'retry-after': '1' }, req: { method: 'GET' } };
    const cut = (fields: object) => responseOf({ error: { code: 'ECONNRESET', config, ...fields } });

    it('is found, with headers, config and the request that it answers', () => {
      expect(cut({ request: { res: head } })).toEqual({
        response: { status: 503, headers: head.headers, request: head.req, config },
        truncated: true,
      });
    });
    it('is found inside a request of follow-redirects', () => {
      expect(cut({ request: { _currentRequest: { res: head } } })?.response.status).toBe(503);
    });
    it('belongs to the request of the error if it names none', () => {
      const request = { res: { statusCode: 200 } };
      expect(cut({ request })).toEqual({
        response: { status: 200, headers: undefined, request, config },
        truncated: true,
      });
    });
    it.each<[string, object]>([
      [
        'of a redirect that follow-redirects stopped at',
        { code: 'ERR_FR_TOO_MANY_REDIRECTS', request: { res: head } },
      ],
      ['without a config', { config: undefined, request: { res: head } }],
      ['whose status is no number', { request: { res: { statusCode: '503' } } }],
      ['without a status', { request: { res: {} } }],
      ['that is null', { request: { res: null } }],
      ['that is a text', { request: { res: 'x' } }],
      ['of no request', { request: null }],
      ['of a request that is a text', { request: 'x' }],
      ['of a request without one', { request: {} }],
    ])('none %s', (_name, fields) => {
      expect(cut(fields)).toBeUndefined();
    });
    it('headers that are a text are left out', () => {
      expect(cut({ request: { res: { statusCode: 200, headers: 'x' } } })?.response.headers).toBeUndefined();
    });
  });

  it('the code ERR_FR_ counts only where it begins', () => {
    const request = { res: { statusCode: 200 } };
    expect(responseOf({ error: { code: 'MY_ERR_FR_', config, request } })?.response.status).toBe(200);
    expect(responseOf({ error: { code: 7, config, request } })?.response.status).toBe(200);
  });
});
