import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosRequestConfig,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { http } from '../../src/catalogues/http/statuses.js';
import { attachOutcomes, type Outcome, type OutcomeClient } from '../../src/index.js';
import { stopwatch } from '../stopwatch.js';
import {
  type Answer,
  closedPort,
  cutByLength,
  cutChunked,
  droppingServer,
  faultServer,
  garbage,
  hangUp,
  reply,
  reset,
  resetInBody,
  selfSignedServer,
} from './fault-server.js';
import { fakeTimeouts, silencePastTimeout, stallPastTimeout, timeout } from './pass-timeout.js';

type Method = 'GET' | 'POST';
/** How a call ended: its kind, the code of its last attempt, and the effect. */
type End = readonly [kind: string, code: string | undefined, effect: string, requests: number];

afterEach(() => {
  vi.useRealTimers();
});

function client(config: AxiosRequestConfig): OutcomeClient<typeof http> {
  const retry = { retries: 2, baseDelayMs: 1, throttleDelayMs: 1 };
  return attachOutcomes(axios.create({ proxy: false, ...config }), { retry });
}

function call(method: Method, config: AxiosRequestConfig): Promise<Outcome<typeof http>> {
  const body = method === 'POST' ? { data: { id: 1 } } : {};
  return client(config).request({ url: '/work', ...config, method, ...body });
}

async function end(method: Method, config: AxiosRequestConfig): Promise<{ end: string[]; attempts: number }> {
  const outcome = await call(method, config);
  const last = outcome.attempts.at(-1);
  const code = outcome.kind === 'unreachable' ? outcome.code : last?.code;
  return { end: [outcome.kind, String(code), outcome.effect], attempts: outcome.attempts.length };
}

/** Each row: the fault, the config, how a GET ends and how a POST ends. */
const overTheWire: readonly [name: string, Answer, AxiosRequestConfig, get: End, post: End][] = [
  [
    'reset before the response',
    reset,
    {},
    ['unreachable', 'ECONNRESET', 'none', 3],
    ['unreachable', 'ECONNRESET', 'unknown', 1],
  ],
  [
    'closed before the response',
    hangUp,
    {},
    ['unreachable', 'ECONNRESET', 'none', 3],
    ['unreachable', 'ECONNRESET', 'unknown', 1],
  ],
  [
    '2xx cut by Content-Length',
    cutByLength(200),
    {},
    ['malformed', 'ERR_BAD_RESPONSE', 'applied', 3],
    ['malformed', 'ERR_BAD_RESPONSE', 'applied', 1],
  ],
  [
    '2xx cut in its chunks',
    cutChunked(201),
    {},
    ['malformed', 'ERR_BAD_RESPONSE', 'applied', 3],
    ['malformed', 'ERR_BAD_RESPONSE', 'applied', 1],
  ],
  [
    'reset in the middle of a 2xx',
    resetInBody(200),
    {},
    ['malformed', 'ECONNRESET', 'applied', 3],
    ['malformed', 'ECONNRESET', 'applied', 1],
  ],
  [
    'reset in the middle of a 2xx, redirects not followed',
    resetInBody(200),
    { maxRedirects: 0 },
    ['malformed', 'ECONNRESET', 'applied', 3],
    ['malformed', 'ECONNRESET', 'applied', 1],
  ],
  [
    'a 2xx whose body stalls until the timeout',
    stallPastTimeout(200),
    { timeout },
    ['malformed', 'ERR_BAD_RESPONSE', 'applied', 3],
    ['malformed', 'ERR_BAD_RESPONSE', 'applied', 1],
  ],
  [
    '404 cut: its head still stands',
    cutByLength(404),
    {},
    ['rejected', 'ERR_BAD_RESPONSE', 'none', 1],
    ['rejected', 'ERR_BAD_RESPONSE', 'none', 1],
  ],
  [
    '503 cut: its head still stands',
    cutChunked(503),
    {},
    ['unavailable', 'ERR_BAD_RESPONSE', 'none', 3],
    ['unavailable', 'ERR_BAD_RESPONSE', 'unknown', 1],
  ],
  [
    'garbage instead of HTTP',
    garbage,
    {},
    ['unreachable', 'HPE_INVALID_CONSTANT', 'none', 3],
    ['unreachable', 'HPE_INVALID_CONSTANT', 'unknown', 1],
  ],
  [
    'response timeout, by the code axios gives it',
    silencePastTimeout,
    { timeout },
    ['unreachable', 'ECONNABORTED', 'none', 3],
    ['unreachable', 'ECONNABORTED', 'unknown', 1],
  ],
  [
    'response timeout, with clarifyTimeoutError',
    silencePastTimeout,
    { timeout, transitional: { clarifyTimeoutError: true } },
    ['unreachable', 'ETIMEDOUT', 'none', 3],
    ['unreachable', 'ETIMEDOUT', 'unknown', 1],
  ],
  [
    'too many redirects: the same again would end the same',
    reply(307, '', { Location: '/work' }),
    { maxRedirects: 2 },
    ['unreachable', 'ERR_FR_TOO_MANY_REDIRECTS', 'none', 3],
    ['unreachable', 'ERR_FR_TOO_MANY_REDIRECTS', 'unknown', 3],
  ],
  [
    'maxContentLength exceeded: the work is done, its answer too long, and will be again',
    reply(200, 'x'.repeat(50)),
    { maxContentLength: 10 },
    ['malformed', 'ERR_BAD_RESPONSE', 'applied', 1],
    ['malformed', 'ERR_BAD_RESPONSE', 'applied', 1],
  ],
];

describe.each(['GET', 'POST'] as const)('a %s that fails on the wire (RFC 9110, 9.2.2)', (method) => {
  it.each(overTheWire)('%s', async (_name, answer, config, get, post) => {
    if (config.timeout !== undefined) fakeTimeouts();
    const server = await faultServer(answer);
    const [kind, code, effect, requests] = method === 'GET' ? get : post;

    const ended = await end(method, { baseURL: server.origin, ...config });

    expect(ended.end).toEqual([kind, code, effect]);
    expect(server.seen.map((seen) => `${seen.method} ${seen.path}`)).toEqual(
      Array.from({ length: requests }, () => `${method} /work`),
    );
    // Only a redirect makes more than one request of one attempt.
    expect(ended.attempts).toBe(config.maxRedirects ? 1 : requests);
  });
});

describe.each(['GET', 'POST'] as const)(
  'a %s that was never sent (docs/retry-safety.md, The table)',
  (method) => {
    it('a refused port is asked again, with effect none', async () => {
      const ended = await end(method, { baseURL: `http://127.0.0.1:${await closedPort()}` });
      expect(ended).toEqual({ end: ['unreachable', 'ECONNREFUSED', 'none'], attempts: 3 });
    });

    it('a name that is not found is looked up again, with effect none', async () => {
      const server = await faultServer(reply(200));
      const lookup = vi.fn(
        (hostname: string, _options: object, done: (error: Error, address: string) => void) => {
          // As Node's own resolver says it; the sandbox of a test run may have none.
          const fields = { code: 'ENOTFOUND', errno: -3008, syscall: 'getaddrinfo', hostname };
          done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), fields), '');
        },
      );
      const config = { baseURL: `http://nonexistent.invalid:${server.port}`, lookup };

      expect(await end(method, config)).toEqual({ end: ['unreachable', 'ENOTFOUND', 'none'], attempts: 3 });
      expect(lookup).toHaveBeenCalledTimes(3);
      expect(server.connections()).toBe(0);
    });

    it('a connection that ends within the TLS handshake is made again', async () => {
      const server = await droppingServer();
      const ended = await end(method, { baseURL: `https://127.0.0.1:${server.port}` });
      expect(ended).toEqual({ end: ['unreachable', 'ECONNRESET', 'none'], attempts: 3 });
      expect(server.connections()).toBe(3);
    });

    it('a server that speaks no TLS is not asked again (bad certificate: no)', async () => {
      const server = await faultServer(reply(200));
      const ended = await end(method, { baseURL: `https://127.0.0.1:${server.port}` });
      expect(ended).toEqual({ end: ['unreachable', 'EPROTO', 'none'], attempts: 1 });
      expect(server.connections()).toBe(1);
      expect(server.seen).toEqual([]);
    });

    it('a self-signed certificate is not asked again', async () => {
      const server = await selfSignedServer(reply(200));
      const ended = await end(method, { baseURL: server.origin });
      expect(ended).toEqual({ end: ['unreachable', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'none'], attempts: 1 });
      expect(server.connections()).toBe(1);
      expect(server.seen).toEqual([]);
    });

    it('an unsupported protocol is not tried again', async () => {
      const ended = await end(method, { baseURL: 'gopher://127.0.0.1' });
      expect(ended).toEqual({ end: ['unreachable', 'ERR_BAD_REQUEST', 'none'], attempts: 1 });
    });

    it('a bad URL is not tried again, and rejects as bare axios does', async () => {
      const bare = axios.create({ baseURL: 'http://[half' });
      const attached = axios.create({ baseURL: 'http://[half' });
      const attempts: number[] = [];
      attachOutcomes(attached, {
        retry: { baseDelayMs: 1, beforeAttempt: (_, number) => attempts.push(number) },
      });
      const [byBare, byAttached] = await Promise.all(
        [bare, attached].map((instance) => instance.request({ method }).catch((error: unknown) => error)),
      );
      expect(byBare).toMatchObject({ code: 'ERR_INVALID_URL' });
      expect(byAttached).toEqual(byBare);
      expect(attempts).toEqual([1]);
      expect(await client({ baseURL: 'http://[half' }).request({ method })).toMatchObject({
        kind: 'unreachable',
        code: 'ERR_INVALID_URL',
        effect: 'none',
        retry: { stopped: 'not-retryable' },
      });
    });
  },
);

describe.each(['GET', 'POST'] as const)(
  'a %s that the caller stops is cancelled, and not sent again (README, Kinds)',
  (method) => {
    const stops: readonly [name: string, () => { config: AxiosRequestConfig; stop: () => void }][] = [
      [
        'AbortSignal',
        () => {
          const controller = new AbortController();
          return { config: { signal: controller.signal }, stop: () => controller.abort('enough') };
        },
      ],
      [
        'CancelToken',
        () => {
          const source = axios.CancelToken.source();
          return { config: { cancelToken: source.token }, stop: () => source.cancel('enough') };
        },
      ],
    ];

    it.each(stops)('%s, before the call: nothing is sent', async (_name, make) => {
      const server = await faultServer(reply(200));
      const { config, stop } = make();
      stop();
      const outcome = await call(method, { baseURL: server.origin, ...config });
      expect(outcome).toMatchObject({
        kind: 'cancelled',
        ok: false,
        effect: 'none',
        reason: 'enough',
        attempts: [],
      });
      expect(server.connections()).toBe(0);
    });

    it.each(stops)('%s, during an attempt', async (_name, make) => {
      const { config, stop } = make();
      const server = await faultServer(() => stop());
      const outcome = await call(method, { baseURL: server.origin, ...config });
      const effect = method === 'GET' ? 'none' : 'unknown';
      expect(outcome).toMatchObject({ kind: 'cancelled', effect, reason: 'enough' });
      expect(outcome.attempts).toMatchObject([{ number: 1, code: 'ERR_CANCELED' }]);
      expect(server.seen).toHaveLength(1);
    });

    it.each(stops)('%s, during a wait of 30 s: settled within 50 ms', async (_name, make) => {
      const { config, stop } = make();
      const server = await faultServer(reply(429, '', { 'Retry-After': '30' }));
      const instance = axios.create({ baseURL: server.origin, proxy: false });
      let sinceStop = () => Number.NaN;
      const attached = attachOutcomes(instance, {
        onRetry: () =>
          setTimeout(() => {
            sinceStop = stopwatch();
            stop();
          }, 5),
      });
      const outcome = await attached.request({ url: '/work', method, ...config });
      expect(sinceStop()).toBeLessThan(50);
      // The one attempt that was made was turned away.
      expect(outcome).toMatchObject({ kind: 'cancelled', effect: 'none', reason: 'enough' });
      expect(outcome.attempts).toMatchObject([{ number: 1, status: 429 }]);
      expect(server.seen).toHaveLength(1);
    });

    it.each(stops)('%s, during a wait: leaves no timer and no listener', async (_name, make) => {
      vi.useFakeTimers();
      const { config, stop } = make();
      const { signal } = config;
      const added = signal && vi.spyOn(signal as AbortSignal, 'addEventListener');
      const removed = signal && vi.spyOn(signal as AbortSignal, 'removeEventListener');
      const call = client({ adapter: unavailable }).request({ url: '/work', method, ...config });
      await vi.advanceTimersByTimeAsync(100);
      expect(vi.getTimerCount()).toBe(1);
      stop();
      // Settles although no time passes.
      expect(await call).toMatchObject({ kind: 'cancelled', effect: 'none' });
      expect(vi.getTimerCount()).toBe(0);
      expect(removed?.mock.calls.length).toBe(added?.mock.calls.length);
      expect(subscribers(config)).toEqual([]);
    });
  },
);

describe('no timer and no listener stays', () => {
  it('when a call with a signal, a token and a deadline succeeds', async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const added = vi.spyOn(controller.signal, 'addEventListener');
    const removed = vi.spyOn(controller.signal, 'removeEventListener');
    const { token } = axios.CancelToken.source();
    const config = { signal: controller.signal, cancelToken: token };
    const outcome = await client({ adapter: ok }).get('/work', {
      ...config,
      outcome: { retry: { deadlineMs: 1000 } },
    });
    expect(outcome.kind).toBe('success');
    expect(vi.getTimerCount()).toBe(0);
    expect(added).toHaveBeenCalled();
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
    expect(subscribers(config)).toEqual([]);
  });
});

describe('a body', () => {
  it.each([
    ['an object', { key: 'ключ', n: 1 }, '{"key":"ключ","n":1}'],
    ['a text', 'plain\r\n\r\ntext', 'plain\r\n\r\ntext'],
    ['a buffer', Buffer.from([0, 255, 13, 10]), Buffer.from([0, 255, 13, 10])],
    ['parameters', new URLSearchParams({ a: '1 2' }), 'a=1+2'],
  ])('%s: the bytes of a PUT are the same on every attempt (axios-retry 295)', async (_name, data, bytes) => {
    const server = await faultServer(reply(503), reply(503), reply(200, 'done'));
    const outcome = await client({ baseURL: server.origin }).put('/work', data);
    expect(outcome).toMatchObject({ kind: 'success', data: 'done', effect: 'applied' });
    expect(outcome.attempts.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(server.seen).toHaveLength(3);
    for (const { method, body } of server.seen) {
      expect(method).toBe('PUT');
      expect(body.equals(Buffer.from(bytes))).toBe(true);
    }
  });

  it.each(['http', 'fetch'])('a FormData is whole on every attempt, over %s', async (adapter) => {
    const server = await faultServer(reply(503), reply(503), reply(200));
    const form = new FormData();
    form.append('field', 'value');
    await client({ baseURL: server.origin, adapter }).put('/work', form);
    expect(server.seen).toHaveLength(3);
    for (const { head, body } of server.seen) {
      const text = body.toString();
      const boundary = /^--(\S+)\r\n/.exec(text)?.[1];
      expect(text).toMatch(/name="field"\r\n\r\nvalue\r\n/);
      expect(text.trimEnd().endsWith(`--${boundary}--`)).toBe(true);
      // The fetch adapter of axios 1.21 names the boundary in no header on Node.js, attached or not.
      if (adapter === 'http') expect(head).toContain(`boundary=${boundary}\r\n`);
    }
  });

  it('a FormData keeps its boundary, and with it its bytes, on every attempt', async () => {
    const server = await faultServer(reply(503), reply(503), reply(200));
    const form = new FormData();
    form.append('field', 'value');
    await client({ baseURL: server.origin }).put('/work', form);
    const bodies = server.seen.map(({ body }) => body.toString());
    expect(bodies).toEqual(Array(3).fill(bodies[0]));
  });

  it.each([
    ['with redirects', {}],
    ['without', { maxRedirects: 0 }],
  ])('a body over maxBodyLength is not sent and not tried again, %s', async (_name, config) => {
    const server = await faultServer(reply(200));
    const limited = client({ baseURL: server.origin, maxBodyLength: 10, ...config });
    const outcome = await limited.post('/work', 'x'.repeat(11));
    expect(outcome).toMatchObject({
      kind: 'unreachable',
      effect: 'none',
      retry: { stopped: 'not-retryable' },
    });
    expect(outcome.attempts).toHaveLength(1);
    expect(server.seen).toEqual([]);
  });
});

describe.each(['GET', 'POST'] as const)('a %s over the fetch adapter fails by the same table', (method) => {
  const unknown = method === 'GET' ? 'none' : 'unknown';
  const requests = method === 'GET' ? 3 : 1;

  it('refused port', async () => {
    const config = { baseURL: `http://127.0.0.1:${await closedPort()}`, adapter: 'fetch' };
    expect(await end(method, config)).toEqual({ end: ['unreachable', 'ECONNREFUSED', 'none'], attempts: 3 });
  });

  it('reset before the response', async () => {
    const server = await faultServer(reset);
    const ended = await end(method, { baseURL: server.origin, adapter: 'fetch' });
    expect(ended).toEqual({ end: ['unreachable', 'ECONNRESET', unknown], attempts: requests });
    expect(server.seen).toHaveLength(requests);
  });

  it('503, then 200: a POST that may have been carried out is not sent twice', async () => {
    const server = await faultServer(reply(503), reply(200, 'done'));
    const outcome = await call(method, { baseURL: server.origin, adapter: 'fetch' });
    expect(outcome).toMatchObject(
      method === 'GET' ? { kind: 'success', data: 'done' } : { kind: 'unavailable', effect: 'unknown' },
    );
    expect(server.seen).toHaveLength(method === 'GET' ? 2 : 1);
  });

  it.each([
    ['by Content-Length', cutByLength(200)],
    ['in its chunks', cutChunked(200)],
  ])('2xx cut %s: a GET goes again, a POST does not', async (_name, answer) => {
    const server = await faultServer(answer);
    const ended = await end(method, { baseURL: server.origin, adapter: 'fetch' });
    expect(ended.attempts).toBe(requests);
    expect(server.seen).toHaveLength(requests);
    // fetch rejects a cut body without its head, so that nobody can tell that it was a 2xx.
    expect(ended.end).toEqual(['unreachable', 'UND_ERR_SOCKET', unknown]);
  });

  it('response timeout, by the code that axios gives it here', async () => {
    fakeTimeouts();
    const server = await faultServer(silencePastTimeout);
    const ended = await end(method, { baseURL: server.origin, adapter: 'fetch', timeout });
    expect(ended).toEqual({ end: ['unreachable', 'ETIMEDOUT', unknown], attempts: requests });
    expect(server.seen).toHaveLength(requests);
  });

  it('abort during an attempt', async () => {
    const controller = new AbortController();
    const server = await faultServer(() => controller.abort('enough'));
    const config = { baseURL: server.origin, adapter: 'fetch', signal: controller.signal };
    expect(await call(method, config)).toMatchObject({
      kind: 'cancelled',
      effect: unknown,
      reason: 'enough',
    });
    expect(server.seen).toHaveLength(1);
  });
});

const ok: AxiosAdapter = async (config) => answer(200, config);
const unavailable: AxiosAdapter = async (config) => {
  const response = answer(429, config, { 'Retry-After': '30' });
  throw new AxiosError('status', 'ERR_BAD_REQUEST', config, {}, response);
};

function answer(
  status: number,
  config: InternalAxiosRequestConfig,
  headers: Record<string, string> = {},
): AxiosResponse {
  return { status, statusText: '', data: '', headers: new AxiosHeaders(headers), config };
}

/** Who still listens to a CancelToken; axios keeps them in a field that its types do not show. */
function subscribers({ cancelToken }: AxiosRequestConfig): unknown[] {
  const listeners: unknown = cancelToken && Reflect.get(cancelToken, '_listeners');
  return Array.isArray(listeners) ? listeners : [];
}
