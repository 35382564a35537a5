import axios, { AxiosError, AxiosHeaders } from 'axios';
import fc from 'fast-check';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { type AnyOutcome, attachOutcomes, OutcomeError, unwrap } from '../../src/index.js';
import { toLog } from '../../src/logging/index.js';
import { countedApi } from './counted-api.js';

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');
const secret = 's3cr3t-t0ken-value';

/** An AxiosError of 240 kB, as a server that echoes makes it: the token is in every part of it. */
function bigAxiosError(): AxiosError {
  const config = {
    method: 'post',
    baseURL: `https://user:${secret}@api.example:8443/v1?key=${secret}`.replace(/\?.*/, ''),
    url: `/orders/8a7f/items?access_token=${secret}#${secret}`,
    data: 'x'.repeat(100_000),
    headers: new AxiosHeaders({ Authorization: `Bearer ${secret}`, Cookie: `session=${secret}` }),
  };
  const response = {
    status: 401,
    statusText: secret,
    data: `${secret} `.repeat(7_000),
    headers: new AxiosHeaders({ 'set-cookie': secret, 'x-request-id': 'r-1' }),
    config,
  };
  return new AxiosError(
    `Request failed: Authorization: Bearer ${secret}`,
    'ERR_BAD_REQUEST',
    config,
    { path: secret },
    response,
  );
}

describe('toLog', () => {
  it('of an outcome has the names of OpenTelemetry’s conventions, and the documented route', async () => {
    const { instance } = countedApi(() => ({
      status: 503,
      headers: { 'Retry-After': '300', 'X-Request-Id': 'r-1' },
      body: { error_code: 'APIG.0201', error_msg: 'Backend timeout' },
    }));
    const client = attachOutcomes(instance, { catalogue: dew });
    const outcome = await client.post('/v1.0/p7/kms/describe-key?token=x', {});
    const fields = toLog(outcome, { catalogue: dew });
    expect(fields).toEqual({
      'axios_outcome.kind': 'unavailable',
      'http.request.method': 'POST',
      'url.template': '/v1.0/{project_id}/kms/describe-key',
      'url.path': '/v1.0/p7/kms/describe-key',
      'http.response.status_code': 503,
      'error.type': '503',
      'axios_outcome.code': 'APIG.0201',
      'axios_outcome.effect': 'none',
      'axios_outcome.stopped': 'hint',
      'axios_outcome.retry_at': expect.any(Number),
      'axios_outcome.request_id': 'r-1',
    });
    expect(toLog(new OutcomeError(outcome as AnyOutcome))).toMatchObject({
      'url.template': '/v1.0/{id}/kms/describe-key',
      'exception.type': 'OutcomeError',
      'exception.message': expect.stringMatching(/^POST \/v1\.0\/p7\/kms\/describe-key: unavailable, 503/),
      'exception.stacktrace': expect.stringMatching(/^at /),
    });
  });

  it('counts attempts, and names what is wrong where no status says it', async () => {
    const retried = attachOutcomes(countedApi(() => 'ECONNRESET').instance, { retry: { baseDelayMs: 0 } });
    expect(toLog(await retried.get('/keys'))).toMatchObject({
      'http.request.resend_count': 2,
      'error.type': 'ECONNRESET',
      'axios_outcome.code': 'ECONNRESET',
      'axios_outcome.stopped': 'attempts',
    });
    const odd = { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{' };
    const fields = toLog(await attachOutcomes(countedApi(() => odd).instance, { retry: false }).get('/keys'));
    expect(fields).toMatchObject({ 'http.response.status_code': 200, 'error.type': 'malformed' });
    const good = toLog(
      await attachOutcomes(countedApi(() => ({ status: 200, body: { secret } })).instance).get('/keys'),
    );
    expect(good).toEqual({
      'axios_outcome.kind': 'success',
      'http.request.method': 'GET',
      'url.template': '/keys',
      'url.path': '/keys',
      'http.response.status_code': 200,
      'axios_outcome.effect': 'applied',
    });
  });

  it('of an AxiosError of 240 kB is small, and has none of its credentials', () => {
    const error = bigAxiosError();
    expect(
      JSON.stringify(error.toJSON()).length + JSON.stringify(error.response?.data).length,
    ).toBeGreaterThan(220_000);
    const fields = toLog(error);
    expect(bytes(fields)).toBeLessThan(2_000);
    expect(JSON.stringify(fields)).not.toContain(secret);
    expect(fields).toMatchObject({
      'http.request.method': 'POST',
      'url.path': '/v1/orders/8a7f/items',
      'server.address': 'api.example',
      'server.port': 8443,
      'http.response.status_code': 401,
      'error.type': '401',
      'axios_outcome.code': 'ERR_BAD_REQUEST',
      'axios_outcome.request_id': 'r-1',
      'exception.type': 'AxiosError',
    });
  });

  it.each([
    ['https://user:pa/ss@host.example/a/b', '/a/b', 'host.example'],
    ['https://host.example:81/users/me@home.example/items', '/users/…/items', 'host.example'],
    ['https://me@host.example/a', '/a', 'host.example'],
    ['//host.example:81/a?x=1', '/a', undefined],
    ['a/b#c', '/a/b', undefined],
    [`/reset/${'x'.repeat(41)}`, '/reset/…', undefined],
    ['/cart;jsessionid=1A/items', '/cart/items', undefined],
    ['/users/me@home.example', '/users/…', undefined],
    ['', '/', undefined],
  ])('of the address %s tells the path %s alone', (url, path, host) => {
    const fields = toLog(Object.assign(new AxiosError('x', 'ECONNRESET'), { config: { url } }));
    expect([fields['url.path'], fields['server.address']]).toEqual([path, host]);
  });

  it('of an error of one’s own has its message, without the credentials that its names give away', () => {
    const error = new TypeError(`no key at https://a.example/x?access_token=${secret}: Bearer ${secret}`);
    const fields = toLog(error);
    expect(fields).toMatchObject({
      'exception.type': 'TypeError',
      'exception.message': expect.stringMatching(/^no key at/),
    });
    expect(JSON.stringify(fields)).not.toContain(secret);
    expect(toLog('text')).toEqual({ 'exception.message': 'text' });
    expect(toLog(undefined)).toEqual({});
  });

  it('finds the request of the error that another one wraps', async () => {
    const client = attachOutcomes(countedApi(() => ({ status: 404 })).instance);
    const cause = await client
      .get('/orders/7')
      .then(unwrap)
      .catch((error: unknown) => error);
    const wrapped = new Error('no order', { cause: new Error('no data', { cause }) });
    expect(toLog(wrapped)).toMatchObject({
      'axios_outcome.kind': 'rejected',
      'http.response.status_code': 404,
      'exception.message': 'no order',
    });
    const circle = new Error('round');
    circle.cause = circle;
    expect(toLog(circle)).toMatchObject({ 'exception.message': 'round' });
  });

  const places = [
    'kind',
    'effect',
    'attempts',
    'httpStatus',
    'code',
    'name',
    'message',
    'stack',
    'cause',
    'reason',
  ];
  const parts = ['config', 'response', 'request', 'problem', 'retry', 'headers'];
  const inside = [
    'status',
    'url',
    'baseURL',
    'method',
    'path',
    'code',
    'stopped',
    'retryAt',
    'requestId',
    'headers',
  ];

  /** An outcome and an AxiosError at once, each field of which is what `next` gives. */
  function madeOf(next: () => unknown, isAxiosError: boolean): Record<string, unknown> {
    const part = () => Object.fromEntries(inside.map((name) => [name, next()]));
    const fields = Object.fromEntries([
      ...places.map((name) => [name, next()]),
      ...parts.map((name) => [name, part()]),
    ]);
    return isAxiosError ? { ...fields, isAxiosError } : { ...fields, kind: 'rejected', attempts: [next()] };
  }

  function expectSmall(given: unknown, options?: object): void {
    const fields = toLog(given, options);
    expect(bytes(fields)).toBeLessThanOrEqual(2_000);
    for (const value of Object.values(fields)) expect(typeof value).toMatch(/string|number/);
    expect(JSON.stringify(fields)).not.toMatch(/\\ud[89a-f]/i);
  }

  it('has at most 2,000 bytes, whatever texts it is given', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('键'.repeat(900), '"\\'.repeat(900), '/'.repeat(900)),
    );
    const texts = fc.array(fc.oneof(text, fc.anything({ withBigInt: true })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        texts,
        fc.boolean(),
        fc.constantFrom(undefined, { catalogue: dew }),
        (given, isAxiosError, options) => {
          let at = 0;
          expectSmall(
            madeOf(() => given[at++ % given.length], isAxiosError),
            options,
          );
          expectSmall(given[0], options);
        },
      ),
      { numRuns: 40 },
    );
    expectSmall(madeOf(() => '"\\\u0000\ud800键😀\n    at x (y:1:2)'.repeat(20_000), true));
  });

  it('never throws: not for getters, proxies, circles, and what is no text', () => {
    const no = (): never => {
      throw new Error('no');
    };
    const thrower = new Proxy(new Error('x'), { get: no, has: no, getPrototypeOf: no });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const circle: object = {};
    Object.assign(
      circle,
      madeOf(() => circle, true),
    );
    const getters = madeOf(() => 1, true);
    for (const name of Object.keys(getters)) Object.defineProperty(getters, name, { get: no });
    const text = { toString: () => secret, length: 7 };
    for (const odd of [
      thrower,
      proxy,
      circle,
      getters,
      text,
      Symbol('s'),
      7n,
      Number.NaN,
      () => {},
      [[]],
      null,
    ]) {
      expectSmall(odd);
      expectSmall({ cause: odd, message: odd });
      for (const isAxiosError of [true, false]) expectSmall(madeOf(() => odd, isAxiosError));
      expectSmall(new Error('x'), odd as object);
      expectSmall(new OutcomeError(madeOf(() => 'x', false) as unknown as AnyOutcome), {
        catalogue: undefined,
      });
    }
  });
});

describe('pino, with toLog as a serializer', () => {
  function logged(log: (logger: pino.Logger) => void): Record<string, unknown> {
    const lines: string[] = [];
    const logger = pino(
      { serializers: { err: toLog, outcome: toLog } },
      { write: (line: string) => lines.push(line) },
    );
    log(logger);
    expect(lines).toHaveLength(1);
    // Two fields of bookkeeping around 2 kB.
    expect(lines[0]?.length).toBeLessThan(2_300);
    return JSON.parse(lines[0] ?? '{}');
  }

  it('writes an OutcomeError, an AxiosError and an outcome in one small line each', async () => {
    const outcome = await attachOutcomes(countedApi(() => ({ status: 404 })).instance).get('/orders/7');
    expect(logged((logger) => logger.error(new OutcomeError(outcome as AnyOutcome)))).toMatchObject({
      msg: expect.stringContaining('GET /orders/7: rejected'),
      err: { 'axios_outcome.kind': 'rejected', 'url.template': '/orders/{id}' },
    });
    expect(logged((logger) => logger.warn({ outcome }, 'no order'))).toMatchObject({
      msg: 'no order',
      outcome: { 'http.response.status_code': 404 },
    });
    const line = logged((logger) => logger.error({ err: bigAxiosError() }, 'refused'));
    expect(line).toMatchObject({ err: { 'http.response.status_code': 401 } });
    expect(JSON.stringify(line)).not.toContain(secret);
  });
});

it('an AxiosError of a bare instance is told as one', async () => {
  const { instance } = countedApi(() => ({ status: 404 }));
  const error = await axios
    .create(instance.defaults as object)
    .get('/orders/7')
    .catch((thrown: unknown) => thrown);
  expect(toLog(error)).toMatchObject({ 'url.template': '/orders/{id}', 'error.type': '404' });
});
