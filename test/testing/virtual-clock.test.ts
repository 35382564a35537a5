import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import axios from 'axios';
import { http as on } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, ConfigurationError } from '../../src/index.js';
import {
  delayedTask,
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

/** Without jitter: the wait is then the server's word to the millisecond. */
const retry = { jitter: 'none' } as const;
const clientOf = (...steps: Step[]) =>
  attachOutcomes(axios.create({ adapter: sequence(steps).adapter }), { retry });

describe('run', () => {
  it('takes no real time for hints, latencies and backoffs', async () => {
    const startedAt = real.now();
    const client = clientOf({ status: 503, retryAfterSeconds: 50 }, { status: 429, latencyMs: 9_000 }, 200);
    const outcome = await clock.run(() => client.get('/', { outcome: { retry: { throttleDelayMs: 0 } } }));
    expect(outcome).toHaveRetried(2);
    expect(outcome.attempts).toMatchObject([{}, { waitedMs: 50_000, tookMs: 9_000 }, {}]);
    expect(clock.elapsedMs).toBe(59_000);
    // Real ones would be 59 s.
    expect(real.now() - startedAt).toBeLessThan(25_000);
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

  it('does not overtake a mock that answers some turns of the event loop later', async () => {
    const client = clientOf(200);
    const yielding = async () => {
      for (let turn = 0; turn < 50; turn++) await new Promise((next) => setImmediate(next));
    };
    const call = () =>
      client.get('/', { outcome: { retry: { deadlineMs: 1_000, beforeAttempt: yielding } } });
    expect(await clock.run(call)).toHaveOutcome({ kind: 'success' });
    expect(clock.elapsedMs).toBe(0);
  });

  it('does not overtake a file that a hook reads, however late the file is', async () => {
    // The threads that read files are busy for a while.
    for (let job = 0; job < 8; job++) pbkdf2('a', 'b', 40_000, 64, 'sha512', () => undefined);
    const client = clientOf(200);
    const token = () => readFile(import.meta.filename, 'utf8');
    const beforeAttempt = async () => void (await token());
    const call = () => client.get('/', { outcome: { retry: { deadlineMs: 1_000, beforeAttempt } } });
    expect(await clock.run(call)).toHaveOutcome({ kind: 'success' });
    expect(clock.elapsedMs).toBe(0);
  });

  it('ends with the clock', async () => {
    const pending = clock.run(() => new Promise(() => undefined));
    clock.restore();
    await expect(Promise.race([pending, new Promise((go) => real.setTimeout(go, 20, 'left'))])).resolves.toBe(
      'left',
    );
  });
});

describe('a platform without setImmediate', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['browsers', ['setImmediate']],
    ["jest's jsdom", ['setImmediate', 'MessageChannel']],
  ])('such as %s, has a virtual clock too', async (_, missing) => {
    clock.restore();
    for (const name of missing) vi.stubGlobal(name, undefined);
    clock = virtualClock();
    const client = clientOf({ status: 503, retryAfterSeconds: 50 }, { status: 200, latencyMs: 300 });
    const outcome = await clock.run(() => client.get('/', { outcome: { retry: { deadlineMs: 60_000 } } }));
    expect(outcome).toHaveRetried(1);
    expect(clock.elapsedMs).toBe(50_300);
  });
});

describe('work that does not end', () => {
  it('is given up, with what can be done: a task that runs for ever', async () => {
    clock.restore();
    clock = virtualClock({ maxTimers: 300 });
    const { adapter } = delayedTask('location', { states: ['running'] });
    const client = attachOutcomes(axios.create({ adapter, baseURL: 'https://api.example' }));
    const accepted = await client.post('/reports');
    const endless = clock.run(() => client.complete(accepted));
    await expect(endless).rejects.toThrow(
      /not ended after 300 timers and \d+ s of virtual time.*last state is "running".*deadlineMs/,
    );
  });

  it('so is what waits for no time at all', async () => {
    let rang = 0;
    const again = (): void => {
      setTimeout(() => {
        rang++;
        again();
      }, 0);
    };
    const endless = clock.run(() => new Promise(() => again()));
    await expect(endless).rejects.toThrow(/not ended after 3000 timers/);
    expect(rang).toBe(3_000);
  });

  it('and what rings as often as it may ends well', async () => {
    clock.restore();
    clock = virtualClock({ maxTimers: 3 });
    const ring = (times: number) => async () => {
      for (let n = 0; n < times; n++) await new Promise((resolve) => setTimeout(resolve, 10));
      return 'done';
    };
    expect(await clock.run(ring(3))).toBe('done');
    expect(await clock.run(ring(3))).toBe('done');
    await expect(clock.run(ring(4))).rejects.toThrow(/raise maxTimers/);
  });
});

describe('a wrong argument is named', () => {
  it.each([
    [{ maxTimers: 0 }, 'maxTimers of virtualClock is 0. Write a whole number from 1'],
    [
      { maxTimer: 5 },
      'maxTimer of virtualClock is 5. There is no field "maxTimer". Did you mean "maxTimers"?',
    ],
    [null, 'the options of virtualClock is null. Write an object with some of: maxTimers'],
  ])('of virtualClock: %j', (options, message) => {
    clock.restore();
    // Callers without types may pass anything.
    expect(() => virtualClock(options as object)).toThrow(message);
    expect(globalThis.setTimeout).toBe(real.setTimeout);
  });

  it('of run: a call that has begun already, in the place of a function', async () => {
    const begun = clientOf(200).get('/');
    const wrong = clock.run(begun as unknown as () => Promise<unknown>);
    await expect(wrong).rejects.toThrow(ConfigurationError);
    await expect(wrong).rejects.toThrow('Write a function, such as () => client.get(url)');
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '5'])('of advance: %s', async (ms) => {
    await expect(clock.advance(ms as number)).rejects.toThrow(/ms is .*Write a number from 0/);
  });
});

describe('advance', () => {
  it('lets a part of the time pass', async () => {
    const api = sequence([{ status: 503, retryAfterSeconds: 10 }, 200]);
    const pending = attachOutcomes(axios.create({ adapter: api.adapter }), { retry }).get('/');
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
      client.post(
        '/',
        { a: 1 },
        { outcome: { retry: { deadlineMs: 5_000, idempotencyKey: true, jitter: 'none' } } },
      ),
    );
    expect(outcome).toHaveOutcome({ kind: 'success' });
    // The first backoff and the latency; a timeout or the deadline would be later.
    expect(clock.elapsedMs).toBe(350);
  });
});
