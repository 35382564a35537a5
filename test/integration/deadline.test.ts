import { getEventListeners } from 'node:events';
import type { Socket } from 'node:net';
import axios, { type AxiosRequestConfig } from 'axios';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { http } from '../../src/catalogues/http/statuses.js';
import {
  attachOutcomes,
  type Outcome,
  type OutcomeRequestConfig,
  type RetryOptions,
} from '../../src/index.js';
import { stopwatch } from '../stopwatch.js';
import { type Answer, faultServer, reply, silence, stallInBody } from './fault-server.js';

const deadlineMs = 150;
/** How much later than its deadline a call may settle. */
const graceMs = 50;

interface Timed {
  readonly outcome: Outcome<typeof http>;
  readonly tookMs: number;
  /** Without what the machine took: by it lateness is judged, by the other earliness. */
  readonly ownMs: number;
}

async function timed(config: OutcomeRequestConfig, retry: RetryOptions, onRetry = () => {}): Promise<Timed> {
  const options = { retry: { jitter: 'none', ...retry }, onRetry } as const;
  const client = attachOutcomes(axios.create({ proxy: false }), options);
  const startedAt = performance.now();
  const stop = stopwatch();
  const outcome = await client.request({ url: '/work', ...config });
  const ownMs = stop();
  return { outcome, ownMs, tookMs: performance.now() - startedAt };
}

/** A head, and then a byte every 10 ms for as long as the client listens. */
const drip: Answer = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
  const timer = setInterval(() => socket.write('x'), 10);
  socket.on('close', () => clearInterval(timer));
};

describe('deadlineMs is met within 50 ms', () => {
  const stalls: readonly [name: string, Answer][] = [
    ['a server that never answers', silence],
    ['a body that stalls', stallInBody(200)],
    ['a failed answer whose body stalls', stallInBody(503)],
    ['a body that drips', drip],
  ];

  describe.each(['http', 'fetch'])('over %s', (adapter) => {
    it.each(stalls)('by %s', async (_name, answer) => {
      const sockets: Socket[] = [];
      const server = await faultServer((socket, seen) => {
        sockets.push(socket);
        answer(socket, seen);
      });
      const config = { baseURL: server.origin, adapter };
      const { outcome, tookMs, ownMs } = await timed(config, { deadlineMs });

      expect(ownMs).toBeLessThan(deadlineMs + graceMs);
      // A timer may fire a millisecond early.
      expect(tookMs).toBeGreaterThan(deadlineMs - 2);
      expect(outcome).toMatchObject({ kind: 'unreachable', code: 'ETIMEDOUT', effect: 'none' });
      expect(outcome).toMatchObject({ attempts: [{ number: 1 }], retry: { stopped: 'deadline' } });
      await vi.waitFor(() => expect(sockets.every(({ destroyed }) => destroyed)).toBe(true), { interval: 5 });
    });

    it('by attempts that each reach the timeout of one attempt', async () => {
      const server = await faultServer(silence);
      const config = { baseURL: server.origin, adapter, timeout: 60 };
      const retry = { deadlineMs, retries: 100, baseDelayMs: 0 };
      const { outcome, tookMs, ownMs } = await timed(config, retry);

      expect(ownMs).toBeLessThan(deadlineMs + graceMs);
      expect(tookMs).toBeGreaterThan(deadlineMs - 2);
      expect(outcome).toMatchObject({ kind: 'unreachable', retry: { stopped: 'deadline' } });
      // Two whole timeouts fit, and a part of a third; fewer where a timer fires late.
      const whole = outcome.attempts.slice(0, -1);
      expect(whole.filter((attempt) => attempt.tookMs < 59)).toEqual([]);
      expect(whole.length).toBeLessThanOrEqual(2);
    });

    it('by attempts that each reach the timeout, with exact times of a virtual clock', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
      onTestFinished(() => void vi.useRealTimers());
      const server = await faultServer(() => void vi.advanceTimersByTimeAsync(60));
      const client = attachOutcomes(axios.create({ baseURL: server.origin, proxy: false, adapter }));
      const outcome = await client.get('/work', {
        timeout: 60,
        outcome: { retry: { deadlineMs, retries: 100, baseDelayMs: 0 } },
      });

      expect(outcome).toMatchObject({ kind: 'unreachable', retry: { stopped: 'deadline' } });
      expect(outcome.attempts.map((attempt) => attempt.tookMs)).toEqual([60, 60, 30]);
      expect(server.seen).toHaveLength(3);
    });
  });

  it('by waits: no wait ends after the deadline', async () => {
    const server = await faultServer(reply(503));
    const config = { baseURL: server.origin };
    const { outcome, ownMs } = await timed(config, { deadlineMs, retries: 100, baseDelayMs: 30 });

    expect(ownMs).toBeLessThan(deadlineMs + graceMs);
    expect(outcome.attempts.reduce((sum, { waitedMs }) => sum + waitedMs, 0)).toBeLessThan(deadlineMs);
    expect(outcome).toMatchObject({ ok: false, retry: { stopped: 'deadline' } });
  });
});

it('the deadline counts from before the key is made: a slow key function earns no further attempt', async () => {
  const server = await faultServer(silence);
  const idempotencyKey = () => {
    const until = performance.now() + 40;
    while (performance.now() < until);
    return 'key-1';
  };
  const config = { baseURL: server.origin, method: 'post', data: {} };
  const { outcome } = await timed(config, { deadlineMs, idempotencyKey, retries: 5, baseDelayMs: 0 });

  expect(outcome).toMatchObject({ ok: false, retry: { stopped: 'deadline' } });
  expect(outcome.attempts.map(({ because }) => because)).toEqual([`deadlineMs (${deadlineMs}) passed`]);
});

it("axios's timeout is for each attempt, and no deadline by itself", async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const server = await faultServer(() => void vi.advanceTimersByTimeAsync(40));
  const client = attachOutcomes(axios.create({ baseURL: server.origin, proxy: false, timeout: 40 }));
  const outcome = await client.get('/work', { outcome: { retry: { baseDelayMs: 0 } } });
  expect(outcome).toMatchObject({ kind: 'unreachable', retry: { stopped: 'attempts' } });
  expect(outcome.attempts.map(({ tookMs }) => tookMs)).toEqual([40, 40, 40]);
  expect(server.seen).toHaveLength(3);
});

describe('the call does not wait for an attempt that cannot change its outcome', () => {
  it.each([
    ['GET', 503],
    ['POST', 503],
    ['POST', 429],
  ])(
    '%s, %i with a hint longer than the deadline: it stops at once, with retryAt',
    async (method, status) => {
      const server = await faultServer(reply(status, '', { 'Retry-After': '5' }), reply(200));
      const before = Date.now();
      const { outcome, ownMs } = await timed({ baseURL: server.origin, method }, { deadlineMs: 4_000 });

      expect(ownMs).toBeLessThan(1_000);
      expect(outcome).toMatchObject({ kind: 'unavailable', retry: { stopped: 'deadline' } });
      const retryAt = (outcome.kind === 'unavailable' && outcome.retry.retryAt) || 0;
      expect(retryAt).toBeGreaterThanOrEqual(before + 5_000);
      expect(retryAt).toBeLessThanOrEqual(Date.now() + 5_000);
      expect(server.seen).toHaveLength(1);
    },
  );

  it('a wait that is longer than the deadline ends the call at once', async () => {
    const server = await faultServer(reply(503), reply(200));
    const retry = { deadlineMs: 4_000, baseDelayMs: 5_000 };
    const { outcome, ownMs } = await timed({ baseURL: server.origin }, retry);
    expect(ownMs).toBeLessThan(1_000);
    expect(outcome).toHaveProperty('retry', { stopped: 'deadline' });
    expect(server.seen).toHaveLength(1);
  });
});

const stops: readonly [name: string, () => { config: AxiosRequestConfig; stop: () => void }][] = [
  [
    'an AbortSignal',
    () => {
      const controller = new AbortController();
      return { config: { signal: controller.signal }, stop: () => controller.abort('enough') };
    },
  ],
  [
    'a CancelToken',
    () => {
      const source = axios.CancelToken.source();
      return { config: { cancelToken: source.token }, stop: () => source.cancel('enough') };
    },
  ],
];

describe.each(stops)('%s stops a call at once, and leaves no timer and no socket', (_name, make) => {
  /** An answer on a connection that stays, with more of a body than is read unless somebody asks. */
  const comeBack: Answer = (socket) =>
    socket.write(
      `HTTP/1.1 429 Status\r\nRetry-After: 30\r\nContent-Length: 300000\r\n\r\n${'x'.repeat(300_000)}`,
    );

  it.each([
    ['in a wait', comeBack, 'none'],
    ['in an attempt', silence, 'unknown'],
  ])('%s', async (_where, answer, effect) => {
    const { config, stop } = make();
    let open: Socket | undefined;
    let sinceStop = () => Number.NaN;
    const stopSoon = () => {
      setTimeout(() => {
        sinceStop = stopwatch();
        stop();
      }, 5);
    };
    const server = await faultServer((socket, seen) => {
      open = socket;
      answer(socket, seen);
      if (answer === silence) stopSoon();
    });
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const { outcome } = await timed(
      { baseURL: server.origin, method: 'POST', data: {}, responseType: 'stream', ...config },
      { deadlineMs: 60_000 },
      stopSoon,
    );

    expect(sinceStop()).toBeLessThan(graceMs);
    expect(outcome).toMatchObject({ kind: 'cancelled', reason: 'enough', effect });
    expect(timers()).toBeLessThanOrEqual(before);
    if (config.signal) expect(getEventListeners(config.signal as AbortSignal, 'abort')).toEqual([]);
    await vi.waitFor(() => expect(open?.destroyed).toBe(true));
    expect(server.seen).toHaveLength(1);
  });
});

describe('attemptTimeoutMs is the limit of a whole attempt', () => {
  /** The first over http, where `clarifyTimeoutError` is not set; the second over fetch. */
  const timeoutCode = expect.stringMatching(/^(ECONNABORTED|ETIMEDOUT)$/);

  it.each(['http', 'fetch'])(
    'over %s: an answer that drips is given up, and asked for again',
    async (adapter) => {
      const server = await faultServer(drip, reply(200, '{}'));
      const config = { baseURL: server.origin, adapter };
      const { outcome } = await timed(config, { attemptTimeoutMs: 100, baseDelayMs: 0 });
      expect(outcome).toMatchObject({
        kind: 'success',
        attempts: [{ code: timeoutCode }, { status: 200 }],
      });
      expect(server.seen).toHaveLength(2);
    },
  );

  it.each(['http', 'fetch'])(
    'over %s: a POST that the limit ended may have been carried out',
    async (adapter) => {
      const server = await faultServer(drip);
      const config = { method: 'post', data: {}, baseURL: server.origin, adapter };
      const { outcome } = await timed(config, { attemptTimeoutMs: 100 });
      expect(outcome).toMatchObject({ code: timeoutCode, retry: { stopped: 'unsafe' } });
      expect(outcome.effect).not.toBe('none');
      expect(server.seen).toHaveLength(1);
    },
  );

  it('a stream that the caller got in time is not cut, and the caller can still stop it', async () => {
    const server = await faultServer(drip);
    const stop = new AbortController();
    const config = { baseURL: server.origin, responseType: 'stream', signal: stop.signal } as const;
    const { outcome } = await timed(config, { attemptTimeoutMs: 100 });
    expect(outcome.kind).toBe('success');
    // Node's own stream, which axios hands over.
    const stream = ('data' in outcome ? outcome.data : undefined) as NodeJS.ReadableStream;
    const ended = new Promise((resolve) => stream.on('error', resolve));
    let bytes = 0;
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes === 20) stop.abort();
    });
    await ended;
    expect(bytes).toBeGreaterThanOrEqual(20);
  });
});
