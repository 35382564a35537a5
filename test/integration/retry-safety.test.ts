// What the server saw is what counts.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import axios, { type AxiosRequestConfig, CanceledError } from 'axios';
import { describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import {
  attachOutcomes,
  grpcRetryBudget,
  outcomeOf,
  type RetryBudget,
  type RetryOptions,
  retryBudget,
} from '../../src/index.js';
import { stopwatch } from '../stopwatch.js';
import { type Answer, closedPort, faultServer, reply, reset } from './fault-server.js';

function client(config: AxiosRequestConfig, retry: RetryOptions = {}) {
  const instance = axios.create({ proxy: false, timeout: 3_000, ...config });
  return attachOutcomes(instance, {
    catalogue: dew,
    retry: { baseDelayMs: 1, throttleDelayMs: 1, ...retry },
  });
}
const posts = ({ seen }: { readonly seen: readonly { readonly method: string }[] }) =>
  seen.filter(({ method }) => method === 'POST').length;

describe('a POST that a redirect turned into a GET was answered (RFC 9110, 15.4)', () => {
  it.each([408, 425, 429, 503])('%i to the GET does not send the POST again', async (status) => {
    const toGet: Answer = (socket, { method }) =>
      method === 'POST'
        ? reply(303, '', { Location: '/orders/1' })(socket, {} as never)
        : reply(status, '', { 'Retry-After': '0' })(socket, {} as never);
    const server = await faultServer(toGet);
    const outcome = await client({ baseURL: server.origin }).post('/orders', { a: 1 });
    expect(posts(server)).toBe(1);
    expect(outcome).toMatchObject({ effect: 'unknown', attempts: [{ status }] });
  });
  it('401 to the GET does not send the POST again, although credentials could be renewed', async () => {
    const toGet: Answer = (socket, { method }) =>
      method === 'POST'
        ? reply(303, '', { Location: '/orders/1' })(socket, {} as never)
        : reply(401)(socket, {} as never);
    const server = await faultServer(toGet);
    await client({ baseURL: server.origin }, { reauthenticate: () => true }).post('/orders', {});
    expect(posts(server)).toBe(1);
  });
  it('over fetch, a refused connection of the second hop on the same port does not send the POST again', async () => {
    const { port } = await faultServer(reply(200));
    const server = await faultServer(reply(303, '', { Location: `http://127.0.0.9:${port}/x` }));
    const outcome = await client({ baseURL: server.origin, adapter: 'fetch' }).post('/orders', {});
    expect(posts(server)).toBe(1);
    expect(outcome).toMatchObject({ effect: 'unknown' });
  });
});

describe('the body of an error that comes as a stream', () => {
  const stalling: Answer = (socket) =>
    socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n{"half":"of it');
  it.each(['http', 'fetch'])(
    'over %s, deadlineMs and an abort end the reading of the body',
    async (adapter) => {
      const server = await faultServer(stalling);
      const { get } = client({ baseURL: server.origin, adapter, responseType: 'stream' });
      const took = stopwatch();
      await get('/a', { outcome: { retry: { deadlineMs: 200 } } });
      const aborted = await get('/a', { signal: AbortSignal.timeout(200) });
      expect(aborted.kind).toBe('cancelled');
      expect(took()).toBeLessThan(1_000);
    },
  );
  it.each(['http', 'fetch'])('over %s, its code counts: KMS.0303 renews the token', async (adapter) => {
    const expired = reply(403, '{"error":{"error_code":"KMS.0303","error_msg":"expired"}}');
    const server = await faultServer(expired, reply(200, 'fine'));
    const kms = client(
      { baseURL: server.origin, adapter, responseType: 'stream' },
      { reauthenticate: () => true },
    );
    expect(await kms.get('/a')).toMatchObject({
      kind: 'success',
      attempts: [{ status: 403 }, { status: 200 }],
    });
  });
});

describe('a body given as a function', () => {
  it('a function that returns the same stream twice throws, and no empty body is sent', async () => {
    const stream = Readable.from([Buffer.from('hello')]);
    const server = await faultServer(reply(503, '', { 'Retry-After': '0' }), reply(200));
    await expect(client({ baseURL: server.origin }).post('/a', () => stream)).rejects.toThrow(
      /the body that the function returned is .*Write a stream that was not read before/,
    );
    expect(server.seen).toHaveLength(1);
  });
  it('a function that returns a plain object is refused, since no transform makes a text of it', async () => {
    const server = await faultServer(reply(200));
    await expect(client({ baseURL: server.origin }).post('/a', () => ({ a: 1 }))).rejects.toThrow(
      /Write a text, bytes, a form or a stream/,
    );
  });
  it('the streams of failed attempts are closed', async () => {
    const made: Readable[] = [];
    const body = () => {
      const stream = createReadStream(import.meta.filename);
      made.push(stream);
      return stream;
    };
    await client({ baseURL: `http://127.0.0.1:${await closedPort()}` }, { retries: 2 }).post('/a', body);
    expect(made.map(({ destroyed }) => destroyed)).toEqual([true, true, true]);
  });
});

describe('budgets', () => {
  it('limit the retries that shouldRetry allows, with the budget of gRPC too', async () => {
    const server = await faultServer(reply(501));
    const budget = grpcRetryBudget();
    const { get } = client({ baseURL: server.origin }, { budget, shouldRetry: () => true, retries: 2 });
    for (let call = 0; call < 20; call++) await get('/a');
    expect(server.seen.length).toBeLessThan(30);
  });
  it('a custom budget with a state is used by requests and clients in the same way', async () => {
    const server = await faultServer(reply(503));
    const own = {
      left: 3,
      take() {
        return this.left-- > 0;
      },
      succeeded() {},
    } satisfies RetryBudget & { left: number };
    const { get } = client({ baseURL: server.origin }, { retries: 2 });
    for (let call = 0; call < 5; call++) await get('/a', { outcome: { retry: { budget: own } } });
    expect(server.seen).toHaveLength(5 + 3);
  });
  it('a retry that was stopped in its wait is refunded, and the record says so', async () => {
    const server = await faultServer(reply(503, '', { 'Retry-After': '5' }));
    const budget = retryBudget();
    const { get } = client({ baseURL: server.origin }, { budget });
    const outcome = await get('/a', { signal: AbortSignal.timeout(50) });
    expect(outcome).toMatchObject({ kind: 'cancelled', attempts: [{ status: 503 }] });
    expect(outcome.attempts[0]?.because).toMatch(/; the request was stopped before that attempt was sent$/);
    expect(budget.tokens(server.origin)).toBe(500);
  });
  it('count http://host:80 and http://host as one origin', async () => {
    const budget = retryBudget({ capacity: 28 });
    const adapter = () => Promise.reject(new axios.AxiosError('reset', 'ECONNRESET'));
    const { get } = client({ adapter }, { budget, retries: 1 });
    for (const origin of ['http://e.x', 'http://e.x:80', 'http://E.x?a=/b']) await get(`${origin}`);
    expect(budget.tokens('http://e.x')).toBe(0);
  });
});

describe('an error that a hook throws', () => {
  it.each([
    ['a cancellation', () => new CanceledError('mine')],
    ['an AxiosError', () => new axios.AxiosError('signing', 'ECONNREFUSED')],
  ])('%s: is thrown, by outcomeOf too', async (_, make) => {
    const server = await faultServer(reset);
    const own = make();
    const instance = axios.create({ baseURL: server.origin, proxy: false });
    const beforeAttempt = (_: unknown, number: number) => {
      if (number === 2) throw own;
    };
    const attached = attachOutcomes(instance, {
      retry: { baseDelayMs: 1, beforeAttempt, idempotencyKey: true },
    });
    await expect(attached.post('/a', {})).rejects.toBe(own);
    await expect(outcomeOf(instance.post('/a', {}))).rejects.toBe(own);
  });
});

describe('vetoes, keys and options', () => {
  it.each([
    ['shouldRetry: false', { shouldRetry: () => false }, {}],
    ['x-should-retry: false', {}, { 'X-Should-Retry': 'false' }],
  ])('%s holds for a 401 too', async (_, retry, headers) => {
    const server = await faultServer(reply(401, '', headers));
    await client({ baseURL: server.origin }, { reauthenticate: () => true, ...retry }).get('/a');
    expect(server.seen).toHaveLength(1);
  });
  it('a 401 whose request body was a stream says so', async () => {
    const server = await faultServer(reply(401));
    const outcome = await client({ baseURL: server.origin }, { reauthenticate: () => true }).post(
      '/a',
      Readable.from(['x']),
    );
    expect(outcome.attempts[0]?.because).toBe('the body was a stream and cannot be sent again');
  });
  it('a Retry-After that comes twice, which fetch joins, is waited for', async () => {
    const twice: Answer = (socket) =>
      socket.end(
        'HTTP/1.1 503 x\r\nRetry-After: 1\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      );
    const server = await faultServer(twice, reply(200));
    const outcome = await client({ baseURL: server.origin, adapter: 'fetch' }).get('/a');
    expect(outcome.attempts[1]?.waitedMs).toBeGreaterThanOrEqual(1_000);
  });
  it('`retries` of a call wins over `retry: false` of the instance', async () => {
    const server = await faultServer(reply(503));
    const instance = axios.create({ baseURL: server.origin, ...{ outcome: { retry: false } } });
    const { get } = attachOutcomes(instance, { retry: { baseDelayMs: 1 } });
    await get('/a', { outcome: { retry: { retries: 1 } } });
    expect(server.seen).toHaveLength(2);
  });
  it('one key for all requests of an instance is refused when it is attached', () => {
    const instance = axios.create({ timeout: 1, ...{ outcome: { retry: { idempotencyKey: 'k' } } } });
    expect(() => attachOutcomes(instance)).toThrow(/outcome\.retry\.idempotencyKey of the instance is "k"/);
  });
  it('idempotencyKey is sent with every method that is not idempotent (RFC 9110, 9.2.2)', async () => {
    const server = await faultServer(reply(200));
    await client({ baseURL: server.origin }, { idempotencyKey: true }).request({ url: '/a', method: 'LOCK' });
    expect(server.seen[0]?.head).toMatch(/idempotency-key: [\da-f-]{36}/i);
  });
});
