// RFC 9110, 15.4: a redirect turns a POST into a GET, or is followed with the POST itself.
// What the server carried out is what counts.
import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import axios, { type AxiosAdapter, AxiosHeaders, type AxiosRequestConfig } from 'axios';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { attachOutcomes, type RetryOptions } from '../../src/index.js';
import { type Answer, cutByLength, faultServer, reply } from './fault-server.js';

const quick = { baseDelayMs: 0, throttleDelayMs: 0 };

function client(config: object, retry: RetryOptions = {}) {
  return attachOutcomes(axios.create({ proxy: false, timeout: 3_000, ...config } as AxiosRequestConfig), {
    retry: { ...quick, ...retry },
  });
}

/** Carries out each write that it redirects, and gives whatever comes to `/after` the last answer. */
function redirecting(status: number, after: Answer, location = '/after'): Answer {
  return (socket, seen) =>
    seen.path === '/after'
      ? after(socket, seen)
      : seen.method === 'GET' && location === '/write'
        ? after(socket, seen)
        : reply(status, '', { Location: location })(socket, seen);
}
const writes = ({ seen }: Awaited<ReturnType<typeof faultServer>>) =>
  seen.filter(({ method, path }) => method !== 'GET' && path === '/write').length;

/** What makes a POST go again where it was not redirected. */
const busy: readonly (readonly [status: number, headers: Readonly<Record<string, string>>])[] = [
  [503, { 'Retry-After': '0' }],
  [429, {}],
  [408, {}],
  [425, {}],
  [401, {}],
];
const transports: readonly (readonly [name: string, config: object])[] = [
  ['http', { adapter: 'http' }],
  ['fetch', { adapter: 'fetch' }],
  ['fetch by a name in capitals', { adapter: 'Fetch' }],
  ['a fetch of the caller’s', { adapter: 'fetch', env: { fetch: (...call: [Request]) => fetch(...call) } }],
  [
    'a fetch without a class Request',
    { adapter: 'fetch', env: { fetch: (...call: [string]) => fetch(...call), Request: null } },
  ],
  [
    'a fetch that builds its Response anew',
    {
      adapter: 'fetch',
      env: {
        async fetch(...call: [Request]) {
          const { body, status, headers } = await fetch(...call);
          return new Response(body, { status, headers });
        },
      },
    },
  ],
];

/** Of a PATCH, 303 alone makes a GET (Fetch Standard, HTTP-redirect fetch). */
const turning = [
  [301, 'post'],
  [302, 'post'],
  [303, 'post'],
  [303, 'patch'],
] as const;

describe.each(transports)('over %s', (_, transport) => {
  it.each(turning)(
    '%d to a %s, then any answer that asks for another attempt: carried out once',
    async (...row) => {
      const [redirect, method] = row;
      await Promise.all(
        busy.map(async ([status, headers]) => {
          const server = await faultServer(redirecting(redirect, reply(status, '', headers)));
          const { request } = client(
            { baseURL: server.origin, ...transport },
            { reauthenticate: () => true },
          );
          const outcome = await request({ method, url: '/write', data: { a: 1 } });
          expect([status, outcome.effect, writes(server)]).toEqual([status, 'unknown', 1]);
        }),
      );
    },
  );

  it('303 to its own address (post, redirect, get), then 503: carried out once', async () => {
    const server = await faultServer(redirecting(303, reply(503, '', { 'Retry-After': '0' }), '/write'));
    const outcome = await client({ baseURL: server.origin, ...transport }).post('/write', {});
    expect([outcome.effect, writes(server)]).toEqual(['unknown', 1]);
  });

  it.each([307, 308])('%d, then 503: a PUT is repeatable, and goes again', async (redirect) => {
    const after = reply(503, '', { 'Retry-After': '0' });
    const server = await faultServer(redirecting(redirect, after));
    const outcome = await client({ baseURL: server.origin, ...transport }).put('/write', {});
    expect(outcome).toMatchObject({ kind: 'unavailable', attempts: [{}, {}, {}] });
  });

  it('303, then a 503 that is cut: carried out once', async () => {
    const cut: Answer = (socket) =>
      socket.end('HTTP/1.1 503 x\r\nRetry-After: 0\r\nContent-Length: 100\r\n\r\n{"half":"of it');
    const server = await faultServer(redirecting(303, cut));
    const outcome = await client({ baseURL: server.origin, ...transport }).post('/write', {});
    expect([outcome.effect, writes(server)]).toEqual(['unknown', 1]);
  });

  it('303, then a 200 that is cut: carried out once', async () => {
    const server = await faultServer(redirecting(303, cutByLength(200)));
    const outcome = await client({ baseURL: server.origin, ...transport }).post('/write', {});
    expect(outcome.effect).not.toBe('none');
    expect(writes(server)).toBe(1);
  });

  it('303, then a final 4xx: the effect is not `none`', async () => {
    const server = await faultServer(redirecting(303, reply(404)));
    const outcome = await client({ baseURL: server.origin, ...transport }).post('/write', {});
    expect(outcome).toMatchObject({ kind: 'rejected', effect: 'unknown' });
  });

  it('a grant of shouldRetry without `unsafe` does not send it again', async () => {
    const server = await faultServer(redirecting(303, reply(404)));
    const { post } = client({ baseURL: server.origin, ...transport }, { shouldRetry: () => true });
    expect(await post('/write', {})).toMatchObject({ kind: 'rejected', effect: 'unknown' });
    expect(writes(server)).toBe(1);
  });

  it('with an idempotency key, it is sent again', async () => {
    const server = await faultServer(redirecting(303, reply(503)));
    const { post } = client({ baseURL: server.origin, ...transport }, { idempotencyKey: true, retries: 1 });
    await post('/write', {});
    expect(writes(server)).toBe(2);
  });
});

const proving = transports.filter(([name]) => !/without|anew/.test(name));

describe.each(proving)('over %s, which proves that no redirect was followed', (_, transport) => {
  it('a POST that was not redirected goes again', async () => {
    for (const [status, headers] of busy) {
      const server = await faultServer(reply(status, '', headers), reply(201));
      const { post } = client({ baseURL: server.origin, ...transport }, { reauthenticate: () => true });
      const outcome = await post('/write?a=1#part', { a: 1 });
      expect(outcome.attempts.map((attempt) => attempt.status)).toEqual([status, 201]);
      expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'POST']);
    }
  });

  it('a 4xx has effect none', async () => {
    const server = await faultServer(reply(422));
    const outcome = await client({ baseURL: server.origin, ...transport }).post('/write', {});
    expect(outcome).toMatchObject({ kind: 'rejected', effect: 'none' });
  });
});

it.each([
  ['fetchOptions: { redirect: "manual" }', { fetchOptions: { redirect: 'manual' } }],
  ['fetchOptions: { redirect: "error" }', { fetchOptions: { redirect: 'error' } }],
])('a fetch without a class Request proves it by %s', async (_, config) => {
  const server = await faultServer(reply(429), reply(201));
  const env = { fetch: (...call: [string]) => fetch(...call), Request: null };
  const { post } = client({ baseURL: server.origin, adapter: 'fetch', env, ...config });
  expect(await post('/write', {})).toMatchObject({ kind: 'success' });
});

describe('transports that follow no redirect, or do not tell', () => {
  it('Node’s HTTP/2 follows no redirect: a POST is sent again', async () => {
    const seen: unknown[] = [];
    const server = http2.createServer();
    server.on('stream', (stream, { ':method': method }) => {
      seen.push(method);
      stream.respond({ ':status': seen.length < 2 ? 429 : 201 });
      stream.end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    // A server that listens on a port has an address with one.
    const { port } = server.address() as AddressInfo;
    const http2Options = { sessionTimeout: 1 };
    const { post } = client({ baseURL: `http://127.0.0.1:${port}`, httpVersion: 2, http2Options });
    expect(await post('/write', {})).toMatchObject({ kind: 'success', attempts: [{ status: 429 }, {}] });
    expect(seen).toEqual(['POST', 'POST']);
  });

  class XMLHttpRequestLike {
    readonly responseURL = 'https://api.example/write';
  }
  it.each([
    [
      'an XMLHttpRequest (XHR Standard: it follows, and says where it came to, not how)',
      new XMLHttpRequestLike(),
      1,
    ],
    ['a transport that nobody knows', new (class Transport {})(), 1],
    ['the plain object of a mock', { responseURL: '/write' }, 2],
    ['nothing, as of a mock', undefined, 2],
  ])('%s', async (_name, request, calls) => {
    const adapter = vi.fn<AxiosAdapter>(async (config) => {
      const response = {
        status: 429,
        statusText: '',
        data: '',
        headers: new AxiosHeaders(),
        config,
        request,
      };
      throw new axios.AxiosError('429', 'ERR_BAD_REQUEST', config, request, response);
    });
    await client({ adapter }, { retries: 1 }).post('/write', {});
    expect(adapter).toHaveBeenCalledTimes(calls);
  });
});
