import { request as httpRequest } from 'node:http';
import axios, { type AxiosAdapter, AxiosError, type AxiosRequestConfig } from 'axios';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AnyOutcome, attachOutcomes, isOutcome, outcomeOf } from '../../src/index.js';
import { virtualClock } from '../../src/testing/index.js';
import { anyCharacter } from '../any-character.js';
import { cpuTime } from '../cpu-time.js';
import { runs } from '../runs.js';
import { type Answer, type FaultServer, faultServer } from './fault-server.js';

const ends: (head: string, body?: string | Uint8Array) => Answer =
  (head, body = '') =>
  (socket) => {
    socket.write(`${head}\r\nConnection: close\r\n\r\n`, 'latin1');
    socket.end(body);
  };
const json = 'Content-Type: application/json';
const title = '<html><title>502 Bad Gateway</title>';
const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;

/** The outcome of one GET, by a client that tries once; nothing may be thrown, and no prototype may change. */
async function ask(server: FaultServer, config: AxiosRequestConfig = {}): Promise<AnyOutcome> {
  const client = attachOutcomes(axios.create({ timeout: 5_000, ...config }), { retry: false });
  const outcome = await client.get(server.origin);
  expectCleanPrototypes();
  return outcome;
}
const asked = async (answer: Answer, config?: AxiosRequestConfig) => ask(await faultServer(answer), config);

function expectCleanPrototypes(): void {
  for (const prototype of [Object.prototype, Array.prototype, Function.prototype]) {
    expect(Object.keys(prototype)).toEqual([]);
    expect('polluted' in prototype).toBe(false);
  }
}

describe('statuses that HTTP does not have, over a socket', () => {
  it.each([
    ['000', { kind: 'unexpected', status: 'other', httpStatus: 0 }],
    ['099', { kind: 'unexpected', httpStatus: 99 }],
    ['600', { kind: 'unexpected', httpStatus: 600 }],
    ['999', { kind: 'unexpected', httpStatus: 999 }],
    ['99999', { kind: 'unreachable', code: 'HPE_INVALID_STATUS' }],
    ['20', { kind: 'unreachable', code: 'HPE_INVALID_STATUS' }],
    ['-1', { kind: 'unreachable', code: 'HPE_INVALID_STATUS' }],
    ['OK', { kind: 'unreachable', code: 'HPE_INVALID_STATUS' }],
  ])('%s', async (status, expected) => {
    const outcome = await asked(ends(`HTTP/1.1 ${status} Status\r\nContent-Length: 2`, '{}'));
    expect(outcome).toMatchObject({ ok: false, ...expected });
    if (outcome.kind === 'unexpected') expect(outcome.headers).toMatchObject({ 'content-length': '2' });
  });

  it('199 is an interim answer: only a final answer counts (RFC 9110, 15.2)', async () => {
    const interim = 'HTTP/1.1 199 Early\r\n\r\n';
    expect(await asked(ends(`${interim}HTTP/1.1 200 OK\r\nContent-Length: 2`, '{}'))).toMatchObject({
      kind: 'success',
    });
    expect(await asked((socket) => socket.end(interim))).toMatchObject({
      kind: 'unreachable',
      code: 'ECONNRESET',
    });
  });
});

describe('bodies', () => {
  it.each<[string, string, string | Uint8Array, object]>([
    [
      'a 10 MB error page',
      '502 Bad Gateway',
      title + 'x'.repeat(10_000_000),
      { kind: 'unavailable', problem: { message: '502 Bad Gateway' } },
    ],
    [
      '10 MB of JSON that is none',
      `400 Bad\r\n${json}`,
      `{"message":"${'x'.repeat(10_000_000)}`,
      { kind: 'rejected' },
    ],
    ['100,000 levels of JSON', `200 OK\r\n${json}`, deep, { kind: 'success' }],
    ['100,000 levels of JSON in an error', `500 Oops\r\n${json}`, deep, { kind: 'failed' }],
    ['a million list brackets', `500 Oops\r\n${json}`, '['.repeat(1_000_000), { kind: 'failed' }],
  ])('%s, in bounded time', async (_, head, body, expected) => {
    const server = await faultServer(ends(`HTTP/1.1 ${head}`, body));
    const took = cpuTime();
    expect(await ask(server)).toMatchObject(expected);
    expect(took()).toBeLessThan(2_000);
  });

  it.each([200, 400])('`__proto__` in the JSON of a %d changes no prototype', async (status) => {
    const body =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"error":{"__proto__":{"code":"c"}},"errors":{"__proto__":["m"]}}';
    const outcome = await asked(ends(`HTTP/1.1 ${status} Status\r\n${json}`, body));
    expect(outcome).toMatchObject({ httpStatus: status });
    expect('polluted' in outcome).toBe(false);
  });

  const utf16 = Buffer.from('\uFEFF{"code":"c","message":"m"}', 'utf16le');
  it.each<[string, string, string | Uint8Array, object]>([
    ['a BOM before JSON', json, '\uFEFF{"code":"c","message":"m"}', { code: 'c', message: 'm' }],
    ['charset=utf-7', `${json}; charset=utf-7`, '{"code":"c","message":"m"}', { code: 'c', message: 'm' }],
    ['charset=nonsense', `${json}; charset="\xFF;;=`, '{"code":"c","message":"m"}', { code: 'c' }],
    ['UTF-16 said to be UTF-8', `${json}; charset=utf-8`, utf16, {}],
    ['bytes of no charset', 'Content-Type: text/plain', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc0]), {}],
    ['a page said to be JSON', json, title, { message: '502 Bad Gateway' }],
    ['JSON said to be a page', 'Content-Type: text/html', '{"code":"c","message":"m"}', { code: 'c' }],
    ['no Content-Type', 'X: y', '{"code":"c","message":"m"}', { code: 'c' }],
    ['numbers for texts', json, '{"code":7,"message":8,"title":[9]}', { code: '7' }],
    ['lone surrogates', json, '{"code":"\\ud800","message":"\\udfff"}', { message: '\udfff' }],
  ])('%s in an error', async (_, header, body, problem) => {
    expect(await asked(ends(`HTTP/1.1 400 Bad\r\n${header}`, body))).toMatchObject({
      kind: 'rejected',
      problem,
    });
  });

  it.each([
    ['UTF-16', utf16],
    ['text', 'OK'],
  ])('%s where a 200 promised JSON is malformed', async (_, body) => {
    const outcome = await asked(ends(`HTTP/1.1 200 OK\r\n${json}`, body));
    expect(outcome).toMatchObject({ kind: 'malformed', effect: 'applied', httpStatus: 200 });
  });

  it('a body that is not gzip, and a gzip body that unpacks to 10 MB of spaces', async () => {
    const { gzipSync } = await import('node:zlib');
    const gzip = 'Content-Encoding: gzip';
    expect(await asked(ends(`HTTP/1.1 200 OK\r\n${gzip}`, '{}'))).toMatchObject({ kind: 'malformed' });
    const bomb = gzipSync(Buffer.alloc(10_000_000, ' '));
    const bounded = { maxContentLength: 1_000_000 };
    expect(await asked(ends(`HTTP/1.1 200 OK\r\n${gzip}`, bomb), bounded)).toMatchObject({
      kind: 'malformed',
      retry: { stopped: 'not-retryable' },
    });
  });
});

describe('headers', () => {
  it('headers of 1 MB are refused by Node, and the outcome says so', async () => {
    const outcome = await asked(ends(`HTTP/1.1 200 OK\r\nX-Big: ${'x'.repeat(1_000_000)}`));
    expect(outcome).toMatchObject({ kind: 'unreachable', code: 'HPE_HEADER_OVERFLOW' });
  });

  it.each([
    ['X-Big', 'x'],
    ['Location', '/?a='],
    ['Location', '?token='],
    ['Location', '//a:'],
    ['Location', '//'],
    ['Location', '%25'],
    ['Location', ';a=b;'],
    ['Link', '<'],
    ['Link', '<a>; rel="alternate", '],
    ['Retry-After', '9'],
    ['RateLimit', ';r=0;t=9,'],
    ['Content-Type', 'application/json; charset='],
    ['X-Debug', 'Bearer '],
    ['Set-Cookie', 'a=b; '],
  ])('headers of 1 MB that Node accepts are read in bounded time: %s of %s', async (name, unit) => {
    const value = unit.repeat(1_000_000 / unit.length);
    const server = await faultServer(ends(`HTTP/1.1 300 Choices\r\n${name}: ${value}`, '{}'));
    const transport = {
      request: (options: object, callback: never) =>
        httpRequest({ ...options, maxHeaderSize: 4_000_000 }, callback),
    };
    const took = cpuTime();
    const outcome = await ask(server, { transport, maxRedirects: 0 });
    expect(outcome).toMatchObject({ kind: 'choices', httpStatus: 300 });
    expect('headers' in outcome && outcome.headers).toHaveProperty(name.toLowerCase());
    expect(took()).toBeLessThan(2_000);
  });

  it.each<[string, string, object]>([
    ['two Retry-After: the first counts', 'Retry-After: 3\r\nRetry-After: 9', { 'retry-after': '3' }],
    ['two Content-Type', `Content-Type: text/html\r\n${json}`, { 'content-type': 'text/html' }],
    ['a thousand of one name', `X: y${'\r\nX-Many: 1'.repeat(1_000)}`, { x: 'y' }],
    ['two cookies', 'Set-Cookie: a\r\nSet-Cookie: b', { 'set-cookie': '[redacted]' }],
    ['an empty value', 'Location:', { location: '' }],
    ['bytes that are no UTF-8', 'X-Latin: \xFF\xFE', { 'x-latin': '\xFF\xFE' }],
  ])('%s', async (_, headers, expected) => {
    const outcome = await asked(ends(`HTTP/1.1 503 Busy\r\n${headers}`, '{}'));
    expect(outcome).toMatchObject({ kind: 'unavailable', headers: expected });
  });

  it.each([
    ['two Content-Length', 'Content-Length: 2\r\nContent-Length: 3', 'HPE_UNEXPECTED_CONTENT_LENGTH'],
    ['a negative Content-Length', 'Content-Length: -2', 'HPE_INVALID_CONTENT_LENGTH'],
    ['a NUL', 'X: \0', 'HPE_INVALID_HEADER_TOKEN'],
  ])('%s is no HTTP', async (_, headers, code) => {
    const outcome = await asked(ends(`HTTP/1.1 200 OK\r\n${headers}`, '{}'));
    expect(outcome).toMatchObject({ kind: 'unreachable', code });
  });

  it("a name with a space is no HTTP either, but for Node 20.19.0's llhttp 8, which takes it as a name", async () => {
    const outcome = await asked(ends('HTTP/1.1 200 OK\r\nX Bad: 1', '{}'));
    const taken = Number.parseInt(process.versions['llhttp'] ?? '', 10) < 9;
    expect(outcome).toMatchObject(
      taken
        ? { kind: 'success', headers: { 'x bad': '1' } }
        : { kind: 'unreachable', code: 'HPE_INVALID_HEADER_TOKEN' },
    );
  });

  it.each([200, 202, 300, 302, 404, 503])(
    'named like the methods and prototypes of objects, with a %d',
    async (status) => {
      const names =
        '__proto__ constructor prototype toString valueOf hasOwnProperty then toJSON get set has delete clear normalize concat forEach status data headers'.split(
          ' ',
        );
      const lines = names.map((name) => `${name}: x`).join('\r\n');
      const outcome = await asked(ends(`HTTP/1.1 ${status} Status\r\n${lines}`, '{"id":1}'), {
        maxRedirects: 0,
      });
      expect(outcome).toMatchObject({
        httpStatus: status,
        headers: { constructor: 'x', normalize: 'x', get: 'x' },
      });
    },
  );

  it.each([
    '-1',
    '1e9',
    '0x10',
    'NaN',
    'Infinity',
    '1,2',
    '٣',
    '9'.repeat(400),
    '1.5.5',
    'Thu, 99 Foo 9999 99:99:99 GMT',
  ])('Retry-After: %s', async (value) => {
    const outcome = await asked(ends(`HTTP/1.1 503 Busy\r\nRetry-After: ${value}`, '{}'));
    expect(outcome).toMatchObject({ kind: 'unavailable' });
    const { retryAt } = ('retry' in outcome && outcome.retry) || {};
    if (retryAt !== undefined) expect(new Date(retryAt).getTime()).toBe(retryAt);
  });
});

describe('fuzzed: any bytes over the socket give an outcome', () => {
  const token = fc.stringMatching(/^[\w!#$%&'*+.^`|~-]{1,20}$/);
  const knownName = fc.constantFrom(
    'Content-Type',
    'Content-Length',
    'Content-Encoding',
    'Transfer-Encoding',
    'Retry-After',
    'Location',
    'Link',
    'RateLimit',
    'x-should-retry',
    '__proto__',
    'constructor',
  );
  const knownValue = fc.constantFrom(
    'application/json; charset=utf-16',
    'application/problem+json',
    'chunked',
    'gzip',
    '2',
    '</x?token=1>; rel=alternate',
    '//u:p@x?%74oken=%25%25',
    'false',
  );
  const header = fc.tuple(
    fc.oneof(knownName, token),
    fc.oneof(knownValue, fc.string({ unit: anyCharacter, maxLength: 40 })),
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => Buffer.from(text)),
    fc
      .constantFrom('', '{', '\uFEFF[]', '2\r\n{}\r\n0\r\n\r\n', title, 'ffffffffffffffff\r\n{}')
      .map((text) => Buffer.from(text)),
  );
  const status = fc.oneof(
    fc.integer({ min: 0, max: 1100 }).filter((number) => number !== 101),
    fc.constantFrom(200, 202, 204, 300, 304, 404, 500, 503),
    fc.string({ maxLength: 4 }),
  );

  it('raw bytes of a response, well or badly formed', async () => {
    let bytes: Buffer = Buffer.alloc(0);
    const server = await faultServer((socket) => socket.end(bytes));
    const client = attachOutcomes(axios.create({ timeout: 2_000, maxRedirects: 0 }), {
      retry: false,
      redact: ['a', 'b'],
    });
    await fc.assert(
      fc.asyncProperty(status, fc.array(header, { maxLength: 6 }), body, async (code, headers, tail) => {
        const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
        const head = `HTTP/1.1 ${code} Status\r\nConnection: close\r\n${lines}\r\n`;
        bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail]);
        const outcome = await client.get(`${server.origin}/?sig=1`);
        expect(isOutcome(outcome)).toBe(true);
        expect(outcome.attempts).toHaveLength(1);
        if ('httpStatus' in outcome) expect(outcome.httpStatus).toBeTypeOf('number');
        expectCleanPrototypes();
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('answers that only mocks can give', () => {
  /** A client of an adapter that answers with such fields, or throws them on an AxiosError. */
  async function answered(
    fields: object,
    thrown: boolean,
    way: 'client' | 'instance' | 'bare',
  ): Promise<AnyOutcome> {
    const adapter: AxiosAdapter = async (config) => {
      const response = { status: 200, statusText: '', data: '', headers: {}, config, ...fields };
      if (thrown) throw new AxiosError('refused', undefined, config, {}, response as never);
      return response as never;
    };
    const instance = axios.create({ adapter });
    if (way === 'bare') return outcomeOf(instance.get('/a'));
    const client = attachOutcomes(instance, { retry: { retries: 1, baseDelayMs: 0, throttleDelayMs: 0 } });
    return way === 'client' ? client.get('/a') : outcomeOf(instance.get('/a'));
  }
  const ways = ['client', 'instance', 'bare'] as const;
  const each = ways.flatMap((way) => [true, false].map((thrown) => [way, thrown] as const));

  it.each(each)('a status in digits is its number: %s, thrown: %s', async (way, thrown) => {
    expect(await answered({ status: '200' }, thrown, way)).toMatchObject({
      kind: 'success',
      status: 200,
      httpStatus: 200,
    });
    const outcome = await answered({ status: '404', data: { code: 'c' } }, thrown, way);
    expect(outcome).toMatchObject({ kind: 'rejected', httpStatus: 404, problem: { code: 'c' } });
    expect(outcome.attempts.at(-1)).toMatchObject({ status: 404 });
  });

  it.each(each)(
    'an answer without a status is unreachable, and says why: %s, thrown: %s',
    async (way, thrown) => {
      for (const status of [Number.NaN, Number.POSITIVE_INFINITY, -1, 200.5]) {
        const outcome = await answered({ status }, thrown, way);
        const cause = { message: 'the answer has no status' };
        expect(outcome).toMatchObject({
          kind: 'unreachable',
          code: 'ERR_BAD_RESPONSE',
          cause,
          effect: 'none',
        });
        expect('httpStatus' in outcome).toBe(false);
        if (way !== 'bare') expect(outcome.attempts).toHaveLength(2);
      }
    },
  );

  it.each([null, undefined, {}, '', 'OK', '2e2', [200], true, () => 200])(
    'a status that is %s, of an attached instance',
    async (status) => {
      for (const thrown of [true, false]) {
        expect(await answered({ status }, thrown, 'client')).toMatchObject({
          kind: 'unreachable',
          code: 'ERR_BAD_RESPONSE',
        });
      }
    },
  );

  it.each(each)('headers in a Map, whose names are case-sensitive: %s, thrown: %s', async (way, thrown) => {
    const headers = new Map([
      ['Retry-After', '0'],
      ['X-Auth-Token', 'secret'],
    ]);
    expect(await answered({ status: 503, headers }, thrown, way)).toMatchObject({
      kind: 'unavailable',
      headers: { 'retry-after': '0', 'x-auth-token': '[redacted]' },
    });
  });

  it('a hint in a Map is read in any case of its name', async () => {
    const outcome = await outcomeOf({ status: 202, headers: new Map([['Retry-After', '7']]), data: '' });
    expect(outcome).toMatchObject({ kind: 'delayed', task: { retryAfterMs: 7_000 } });
  });

  it('header values that are not texts', async () => {
    const headers = {
      'x-none': Object.create(null),
      'x-null': null,
      'x-number': 7,
      'x-list': ['a', 'b'],
      'x-deep': [[Object.create(null)]],
      'x-symbol': Symbol('s'),
      'retry-after': Object.create(null),
      'content-type': Object.create(null),
    };
    for (const status of [202, 302, 404, 503]) {
      const outcome = await outcomeOf({ status, headers, data: '{}' });
      expect(outcome).toMatchObject({ httpStatus: status, headers: { 'x-number': '7', 'x-list': 'a, b' } });
      expect(Object.keys('headers' in outcome ? outcome.headers : {})).toHaveLength(3);
    }
  });

  it.each(each)('data that is null, and data whose getters throw: %s, thrown: %s', async (way, thrown) => {
    for (const status of [200, 202, 300, 400, 500, 599]) {
      for (const data of [null, undefined, trap]) {
        expect(await answered({ status, data }, thrown, way)).toMatchObject({ httpStatus: status });
      }
    }
  });
  const trap = {
    get error(): never {
      throw new Error('trap');
    },
  };

  it('data whose every property throws', async () => {
    const data = new Proxy({}, { get: () => trap.error, has: () => trap.error, ownKeys: () => trap.error });
    for (const status of [200, 202, 300, 400, 500, 599]) {
      expect(await outcomeOf({ status, headers: {}, data }, { redact: ['a'] })).toMatchObject({
        httpStatus: status,
      });
    }
  });

  const anything = fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
  });
  const anyStatus = fc.oneof(
    fc.integer({ min: 0, max: 1000 }),
    fc.constantFrom(200, 202, 300, 302, 404, 503, '503'),
    anything,
  );
  const names = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('Location', 'link', 'Retry-After', 'content-type', '__proto__', 'get'),
  );

  it('fuzzed: any status and data, through axios', async () => {
    const clock = virtualClock();
    onTestFinished(clock.restore);
    const text = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
    const fields = fc.record({ status: anyStatus, headers: fc.dictionary(names, text), data: anything });
    await fc.assert(
      fc.asyncProperty(
        fields,
        fc.boolean(),
        fc.constantFrom('client', 'instance'),
        async (given, thrown, way) => {
          // A `Retry-After` that happens to be a good one is waited for.
          const outcome = await clock.run(() => answered(given, thrown, way));
          expect(isOutcome(outcome)).toBe(true);
          if ('httpStatus' in outcome) expect(outcome.httpStatus).toBeTypeOf('number');
          expectCleanPrototypes();
        },
      ),
      // A status that cannot even be compared with a number.
      {
        numRuns: runs(100),
        examples: [[{ status: [Object.create(null)], headers: {}, data: new Map() }, false, 'client']],
      },
    );
  });

  it('fuzzed: any headers, data and config, of a response that is given to outcomeOf', async () => {
    const headers = fc.oneof(fc.dictionary(names, anything), anything);
    const auth = fc.oneof(fc.record({ username: anything, password: fc.string() }), anything);
    const sent = fc.dictionary(
      fc.constantFrom('Authorization', 'Cookie', 'a'),
      fc.oneof(fc.string(), anything),
    );
    const params = fc.dictionary(fc.constantFrom('token', 'q'), fc.oneof(fc.string(), anything));
    const parts = { url: anything, baseURL: anything, method: anything, headers: sent, auth, params };
    const response = fc.record({
      status: fc.oneof(fc.nat(1000), fc.constantFrom(202, 300, 302, 404, 503)),
      headers,
      data: anything,
      config: fc.record(parts, { requiredKeys: [] }),
    });
    await fc.assert(
      fc.asyncProperty(response, async (given) => {
        const outcome = await outcomeOf<unknown>(given, { redact: ['a', 'b'] });
        expect(outcome).toMatchObject({ httpStatus: given.status });
        expectCleanPrototypes();
      }),
      { numRuns: runs(150) },
    );
  });
});
