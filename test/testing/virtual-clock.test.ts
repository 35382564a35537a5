import axios from 'axios';
import { http as on } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes } from '../../src/index.js';
import {
  outcomeMatchers,
  type Step,
  sequence,
  type VirtualClock,
  virtualClock,
} from '../../src/testing/index.js';

expect.extend(outcomeMatchers);

const real = { setTimeout, setInterval, Date, now: performance.now.bind(performance) };
let clock: VirtualClock;
beforeEach(() => {
  clock = virtualClock();
});
afterEach(() => clock.restore());

const clientOf = (...steps: Step[]) => attachOutcomes(axios.create({ adapter: sequence(steps).adapter }));

describe('run', () => {
  it('takes no real time for hints, latencies and backoffs', async () => {
    const startedAt = real.now();
    const client = clientOf({ status: 503, retryAfterSeconds: 50 }, { status: 429, latencyMs: 9_000 }, 200);
    const outcome = await clock.run(() => client.get('/', { outcome: { throttleDelayMs: 0 } }));
    expect(outcome).toHaveRetried(2);
    expect(outcome.attempts).toMatchObject([{}, { waitedMs: 50_000, tookMs: 9_000 }, {}]);
    expect(clock.elapsedMs).toBe(59_000);
    expect(real.now() - startedAt).toBeLessThan(5_000);
  });

  it('lets Date and performance pass together', async () => {
    const [date, now] = [Date.now(), performance.now()];
    await clock.run(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    expect([Date.now() - date, performance.now() - now, clock.elapsedMs]).toEqual([1_000, 1_000, 1_000]);
  });

  it('resolves and rejects as the work does, also where it fails at once', async () => {
    expect(await clock.run(() => Promise.resolve(7))).toBe(7);
    await expect(clock.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const atOnce = () => {
      throw new Error('at once');
    };
    await expect(clock.run(atOnce)).rejects.toThrow('at once');
    expect(clock.elapsedMs).toBe(0);
  });

  it('does not let time pass that nobody waits for', async () => {
    const late = vi.fn();
    setTimeout(late, 5);
    await clock.run(async () => 'done');
    expect(late).not.toHaveBeenCalled();
  });

  it('does many things at once', async () => {
    const client = clientOf({ status: 200, latencyMs: 100 });
    const outcomes = await clock.run(() => Promise.all(Array.from({ length: 50 }, () => client.get('/'))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(50).fill('success'));
    expect(clock.elapsedMs).toBe(100);
  });

  it('ends with the clock', async () => {
    const pending = clock.run(() => new Promise(() => undefined));
    clock.restore();
    await expect(Promise.race([pending, new Promise((go) => real.setTimeout(go, 20, 'left'))])).resolves.toBe(
      'left',
    );
  });
});

describe('advance', () => {
  it('lets a part of the time pass', async () => {
    const api = sequence([{ status: 503, retryAfterSeconds: 10 }, 200]);
    const pending = attachOutcomes(axios.create({ adapter: api.adapter })).get('/');
    await clock.advance(9_999);
    expect(api.requests).toHaveLength(1);
    await clock.advance(1);
    expect(await pending).toHaveRetried(1);
  });
});

describe('restore', () => {
  it('gives the platform its own clock back', () => {
    expect(globalThis.setTimeout).not.toBe(real.setTimeout);
    clock.restore();
    clock.restore();
    expect([globalThis.setTimeout, globalThis.setInterval, globalThis.Date]).toEqual([
      real.setTimeout,
      real.setInterval,
      real.Date,
    ]);
  });

  it('and a clock over another, or over fake timers of the runner, is refused', () => {
    expect(() => virtualClock()).toThrow(/fake timers twice/);
    clock.restore();
    vi.useFakeTimers();
    try {
      expect(() => virtualClock()).toThrow(/fake timers/);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('over msw', () => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());

  it.each(['http', 'fetch'])('time does not overtake a request of the %s adapter', async (adapter) => {
    const { resolver } = sequence([
      503,
      { status: 200, latencyMs: 300, body: { text: 'x'.repeat(100_000) } },
    ]);
    server.use(on.post('https://api.example/', resolver));
    const client = attachOutcomes(axios.create({ adapter, baseURL: 'https://api.example', timeout: 2_000 }));
    const outcome = await clock.run(() =>
      client.post('/', { a: 1 }, { outcome: { deadlineMs: 5_000, idempotencyKey: true, jitter: 'none' } }),
    );
    expect(outcome).toHaveOutcome({ kind: 'success' });
    // The first backoff and the latency; a timeout or the deadline would be later.
    expect(clock.elapsedMs).toBe(350);
  });
});
