// The body of an error answer that comes as a stream is read within its attempt.
import { getEventListeners, setMaxListeners } from 'node:events';
import type { Socket } from 'node:net';
import axios, { type AxiosRequestConfig } from 'axios';
import oldest from 'axios-oldest';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { attachOutcomes, outcomeOf, type RetryOptions } from '../../src/index.js';
import { stopwatch } from '../stopwatch.js';
import { type Answer, faultServer, reply } from './fault-server.js';

const limitMs = 60;
/** Far below the 5 s that such a body is read for where nothing says less. */
const soonMs = 2_000;

const head = (status: number) => `HTTP/1.1 ${status} x\r\nContent-Length: 1000\r\n\r\n`;
const stalling =
  (status: number): Answer =>
  (socket) =>
    socket.write(`${head(status)}{"half":"of it`);
const dripping =
  (status: number): Answer =>
  (socket) => {
    socket.write(head(status));
    const drops = setInterval(() => socket.write('x'), 5);
    socket.on('close', () => clearInterval(drops));
  };

/** A server that also shows the sockets of its requests. */
async function server(answer: Answer) {
  const sockets: Socket[] = [];
  const started = await faultServer((socket, seen) => {
    sockets.push(socket);
    answer(socket, seen);
  });
  const open = () => sockets.filter(({ destroyed }) => !destroyed).length;
  return { ...started, open };
}

function client(config: AxiosRequestConfig, retry: RetryOptions = {}, copy: unknown = axios) {
  // The two copies differ in their types alone.
  const { create } = copy as typeof axios;
  const instance = create({ proxy: false, responseType: 'stream', ...config });
  return attachOutcomes(instance, { retry: { baseDelayMs: 0, ...retry } });
}

const transports = [
  ['http', { adapter: 'http' }, axios],
  ['fetch', { adapter: 'fetch' }, axios],
  ['http, with maxContentLength', { adapter: 'http', maxContentLength: 1e6 }, axios],
  ['fetch, with maxContentLength', { adapter: 'fetch', maxContentLength: 1e6 }, axios],
  ['http, with progress', { adapter: 'http', onDownloadProgress() {} }, axios],
  ['axios 1.6.0', {}, oldest],
] as const;
const bodies = [
  ['drips', dripping],
  ['stalls', stalling],
] as const;

interface Row {
  readonly name: string;
  readonly status: number;
  readonly config?: AxiosRequestConfig;
  readonly retry?: RetryOptions;
}
const rows: readonly Row[] = [
  { name: 'attemptTimeoutMs', status: 404, retry: { attemptTimeoutMs: limitMs } },
  { name: 'timeout', status: 404, config: { timeout: limitMs } },
  { name: 'deadlineMs', status: 404, retry: { deadlineMs: limitMs } },
  {
    name: 'timeout, before deadlineMs',
    status: 404,
    config: { timeout: limitMs },
    retry: { deadlineMs: 9_000 },
  },
  { name: 'the limit of each attempt', status: 503, retry: { attemptTimeoutMs: limitMs } },
  { name: 'deadlineMs, in the attempts', status: 503, retry: { deadlineMs: limitMs } },
  { name: 'an abort', status: 500 },
];

describe.each(transports)('over %s', (_, transport, copy) => {
  it.each(bodies)(
    'the reading of a body that %s ends with its attempt, and its socket is free',
    async (_name, answer) => {
      await Promise.all(
        rows.map(async ({ name, status, config, retry }) => {
          const { origin, open } = await server(answer(status));
          const isAborted = name === 'an abort';
          const signal = isAborted ? { signal: AbortSignal.timeout(limitMs) } : {};
          const took = stopwatch();
          const outcome = await client({ baseURL: origin, ...transport, ...config }, retry, copy).get(
            '/a',
            signal,
          );
          expect(took(), name).toBeLessThan(soonMs);
          expect([name, outcome.ok, outcome.kind === 'cancelled']).toEqual([name, false, isAborted]);
          await vi.waitFor(() => expect(open(), name).toBe(0));
        }),
      );
    },
  );

  it('the status and a code at the start of the body count, although the body was cut at the limit', async () => {
    const { origin } = await server((socket) =>
      socket.write(
        `HTTP/1.1 404 x\r\nTransfer-Encoding: chunked\r\n\r\n1d\r\n{"code":"E.7","message":"no"}\r\n`,
      ),
    );
    const outcomes = await Promise.all(
      // A busy machine has to get the head through within it.
      [{ attemptTimeoutMs: 700 }, { deadlineMs: 700 }].map((retry) =>
        client({ baseURL: origin, ...transport }, retry, copy).get('/a'),
      ),
    );
    for (const outcome of outcomes) {
      const attempts = [{ status: 404 }];
      expect(outcome).toMatchObject({ kind: 'rejected', problem: { code: 'E.7', message: 'no' }, attempts });
    }
  });
});

describe.each(transports)('code that uses the instance, over %s', (_, transport, copy) => {
  it('a retry does not hold the socket of a 503 that stalls', async () => {
    const { create } = copy as typeof axios;
    const started = await server((socket, seen) =>
      (started.seen.length < 3 ? stalling(503) : reply(200))(socket, seen),
    );
    const instance = create({ baseURL: started.origin, proxy: false, responseType: 'stream', ...transport });
    attachOutcomes(instance, { retry: { baseDelayMs: 0 } });
    const took = stopwatch();
    const { status } = await instance.get('/a');
    expect([status, took() < soonMs]).toEqual([200, true]);
    await vi.waitFor(() => expect(started.open()).toBe(0));
  });
});

describe('a signal that lives long (as that of a page, or of a process that shuts down)', () => {
  const limits = { attemptTimeoutMs: 5_000, deadlineMs: 5_000 };

  it.each([
    ['http', undefined],
    ['fetch', undefined],
    ['http', 'stream'],
    ['fetch', 'stream'],
  ] as const)('has no listener left of 50 calls over %s, as a %s', async (adapter, responseType) => {
    const any = vi.spyOn(AbortSignal, 'any');
    onTestFinished(() => any.mockRestore());
    const { origin } = await faultServer(reply(200, '{}'));
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    const config = { baseURL: origin, adapter, ...(responseType ? { responseType } : {}) };
    const instance = axios.create({ proxy: false, ...config });
    const { get } = attachOutcomes(instance, { retry: limits });
    const calls = await Promise.all(Array.from({ length: 50 }, () => get('/a', { signal })));
    for (const outcome of calls) {
      expect(outcome.kind).toBe('success');
      const { data } = outcome as { data: unknown };
      // Node's stream and the platform's can be walked.
      if (responseType) for await (const _ of data as AsyncIterable<unknown>);
    }
    await vi.waitFor(() => expect(getEventListeners(signal, 'abort')).toEqual([]));
    // What Node 20 and 22 keep of each call for ever (nodejs/node 54614).
    expect(any).not.toHaveBeenCalled();
  });

  it('failed, retried and unsent calls leave no listener', async () => {
    const { origin } = await faultServer(reply(503), reply(404), reply(200));
    const { signal } = new AbortController();
    const { get } = client({ baseURL: origin, responseType: 'json' }, { ...limits, beforeAttempt() {} });
    await get('/a', { signal });
    await get('/a', { signal });
    await get('http://127.0.0.1:9/', { signal, outcome: { retry: { retries: 1 } } });
    await expect(
      get('/a', {
        signal,
        transformRequest: () => {
          throw new Error('a bug');
        },
      }),
    ).rejects.toThrow('a bug');
    await expect(
      get('/a', { signal, outcome: { retry: { beforeAttempt: () => Promise.reject(new Error('a bug')) } } }),
    ).rejects.toThrow('a bug');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('stops a call where the platform has no AbortSignal.any', async () => {
    const { any } = AbortSignal;
    Reflect.deleteProperty(AbortSignal, 'any');
    onTestFinished(() => void Object.assign(AbortSignal, { any }));
    const { origin } = await faultServer(() => {});
    const { get } = client({ baseURL: origin, responseType: 'json' }, limits);
    const controller = new AbortController();
    const outcome = get('/a', { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect((await outcome).kind).toBe('cancelled');
    expect((await get('/a', { outcome: { retry: { attemptTimeoutMs: 20, retries: 0 } } })).kind).toBe(
      'unreachable',
    );
  });

  it('an aborted signal sends nothing', async () => {
    const { origin, seen } = await faultServer(reply(200));
    const { get } = client({ baseURL: origin, responseType: 'json' }, limits);
    expect((await get('/a', { signal: AbortSignal.abort() })).kind).toBe('cancelled');
    expect(seen).toEqual([]);
  });
});

it('outcomeOf of plain code reads such a body for 5 s at most, and frees its socket', async () => {
  const { origin, open } = await server(stalling(500));
  const instance = axios.create({ baseURL: origin, proxy: false, responseType: 'stream' });
  const error: unknown = await instance.get('/a').catch((reason: unknown) => reason);
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const outcome = outcomeOf(error);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await outcome).toMatchObject({ kind: 'failed', status: 500 });
  vi.useRealTimers();
  await vi.waitFor(() => expect(open()).toBe(0));
});
