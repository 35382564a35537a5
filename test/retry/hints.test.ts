import axios from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { http } from '../../src/catalogues/http/statuses.js';
import { attachOutcomes, type Outcome, type RetryOptions } from '../../src/index.js';
import { sequence } from '../../src/testing/index.js';

/** What a client did with a server's hint, told by a clock that only the test moves. */
interface Told {
  readonly outcome: Outcome<typeof http>;
  /** Milliseconds between the requests. */
  readonly waits: number[];
}

type Headers = Readonly<Record<string, string>>;
const start = 1_000_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Answers every request with this status, and lets as much time pass as the client wants. */
async function ask(
  status: number,
  headers: Headers,
  retry: RetryOptions = {},
  method = 'GET',
): Promise<Told> {
  const { adapter, requests } = sequence([{ status, headers }]);
  const client = attachOutcomes(axios.create({ adapter }), {
    retry: { retries: 1, baseDelayMs: 0, throttleDelayMs: 0, ...retry },
  });
  const pending = client.request({ url: '/', method });
  await vi.runAllTimersAsync();
  const outcome = await pending;
  const sentAt = requests.map(({ receivedAt }) => receivedAt);
  const waits = sentAt.slice(1).map((at, before) => at - (sentAt[before] ?? Number.NaN));
  return { outcome, waits };
}

/** When the outcome says to come back, in milliseconds from now; undefined where no hint was read. */
async function comeBackIn(headers: Headers, status = 429): Promise<number | undefined> {
  const { outcome } = await ask(status, headers, { retries: 0 });
  const { retryAt } = retryOf(outcome);
  return retryAt === undefined ? undefined : retryAt - start;
}

function retryOf(outcome: Outcome<typeof http>): { readonly stopped: string; readonly retryAt?: number } {
  if (!('retry' in outcome)) throw new Error(`a ${outcome.kind} has no retry verdict`);
  return outcome.retry;
}

describe('a Retry-After is never undercut (RFC 9110, 10.2.3)', () => {
  it.each([
    ['GET', 429, '2', 2000],
    ['GET', 503, '2', 2000],
    ['POST', 429, '2', 2000],
    ['POST', 503, '2', 2000],
    ['GET', 429, '0', 0],
    ['GET', 503, '60', 60_000],
  ])(
    '%s answered %i, Retry-After: %s: the next request goes after %i ms',
    async (method, status, value, ms) => {
      const { waits, outcome } = await ask(status, { 'Retry-After': value }, {}, method);
      expect(waits).toEqual([ms]);
      expect(outcome.attempts).toMatchObject([{ waitedMs: 0 }, { waitedMs: ms }]);
    },
  );

  it('and no jitter shortens it, nor is it the wait where the backoff is longer', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0);
    expect((await ask(429, { 'Retry-After': '2' }, { throttleDelayMs: 3000 })).waits).toEqual([2000]);
    random.mockReturnValue(1);
    expect((await ask(429, { 'Retry-After': '2' }, { throttleDelayMs: 3000 })).waits).toEqual([3000]);
    random.mockRestore();
  });

  it('not even by the cap on the backoff', async () => {
    expect((await ask(429, { 'Retry-After': '30' }, { maxDelayMs: 100 })).waits).toEqual([30_000]);
  });

  it('each answer is waited for by its own', async () => {
    expect((await ask(503, { 'Retry-After': '3' }, { retries: 3 })).waits).toEqual([3000, 3000, 3000]);
  });
});

describe('an HTTP-date is UTC in all three forms (RFC 9110, 5.6.7)', () => {
  const instant = 784_111_777_000;
  let zone: string | undefined;
  beforeEach(() => {
    zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
  });
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each([
    ['IMF-fixdate', 'Sun, 06 Nov 1994 08:49:37 GMT'],
    ['RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT'],
    ['asctime', 'Sun Nov  6 08:49:37 1994'],
  ])('%s, in New York', async (_form, date) => {
    // Otherwise the zone did not take, and the test would prove nothing.
    expect(new Date(instant).getHours()).toBe(3);
    vi.setSystemTime(instant - 10_000);
    expect((await ask(429, { 'Retry-After': date })).waits).toEqual([10_000]);
  });

  it('Fri, 31 Dec 1999 23:59:59 GMT is 946684799 s since the epoch', async () => {
    vi.setSystemTime(946_684_799_000 - 7000);
    expect((await ask(503, { 'Retry-After': 'Fri, 31 Dec 1999 23:59:59 GMT' })).waits).toEqual([7000]);
  });

  it("counts from the response's own Date where the local clock is off", async () => {
    const headers = { Date: 'Sun, 06 Nov 1994 08:49:32 GMT', 'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT' };
    for (const clock of [instant - 3_600_000, instant + 3_600_000]) {
      vi.setSystemTime(clock);
      expect((await ask(429, headers)).waits).toEqual([5000]);
    }
  });

  it('gone by, it says: now', async () => {
    vi.setSystemTime(instant + 10_000);
    expect((await ask(429, { 'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT' })).waits).toEqual([0]);
  });

  it('of a two-digit year over 50 years ahead, it is of the past century', async () => {
    vi.setSystemTime(Date.UTC(2026, 0, 1));
    const { waits, outcome } = await ask(429, { 'Retry-After': 'Sunday, 06-Nov-94 08:49:37 GMT' });
    expect(waits).toEqual([0]);
    expect(retryOf(outcome).stopped).toBe('attempts');
  });
});

describe('a hint that is too long is not waited for (docs/retry-safety.md, Waits and hints)', () => {
  it('over maxHintMs: one request, stopped by the hint, with retryAt', async () => {
    const { outcome, waits } = await ask(503, { 'Retry-After': '61' });
    expect(waits).toEqual([]);
    expect(retryOf(outcome)).toEqual({ stopped: 'hint', retryAt: start + 61_000 });
    expect(outcome.attempts).toHaveLength(1);
    expect(outcome.attempts[0]?.because).toContain('maxHintMs (60000)');
    expect(Date.now()).toBe(start);
  });

  it("the limit is the user's to set", async () => {
    expect((await ask(503, { 'Retry-After': '61' }, { maxHintMs: 61_000 })).waits).toEqual([61_000]);
    expect((await ask(503, { 'Retry-After': '2' }, { maxHintMs: 1999 })).waits).toEqual([]);
  });

  it.each([
    ['999999999', start + 999_999_999_000],
    // The last instant that a Date can hold.
    ['9'.repeat(400), 8.64e15],
  ])('%.12s neither overflows a timer nor spins', async (value, retryAt) => {
    const { outcome, waits } = await ask(429, { 'Retry-After': value });
    expect(waits).toEqual([]);
    expect(retryOf(outcome)).toEqual({ stopped: 'hint', retryAt });
  });

  it('also where maxHintMs is the most that a timer holds', async () => {
    const { outcome, waits } = await ask(429, { 'Retry-After': '999999999' }, { maxHintMs: 2 ** 31 - 1 });
    expect(waits).toEqual([]);
    expect(retryOf(outcome).stopped).toBe('hint');
  });

  it('past the deadline: stopped at once by the deadline, with retryAt', async () => {
    const { outcome, waits } = await ask(503, { 'Retry-After': '10' }, { deadlineMs: 5000 });
    expect(waits).toEqual([]);
    expect(retryOf(outcome)).toEqual({ stopped: 'deadline', retryAt: start + 10_000 });
    expect(outcome.attempts[0]?.tookMs).toBe(0);
  });
});

describe('what is no hint is not waited for', () => {
  it.each(['-5', '-1.5', '+5', '1e3', '0x10', 'soon', '', 'NaN', 'Infinity', '06 Nov 1994', '5 s', '1,5'])(
    'Retry-After: %s',
    async (value) => {
      const { outcome, waits } = await ask(
        429,
        { 'Retry-After': value },
        { throttleDelayMs: 250, jitter: 'none' },
      );
      expect(waits).toEqual([250]);
      expect(retryOf(outcome)).toEqual({ stopped: 'attempts' });
    },
  );

  it('and a 503 to a POST without a hint is not sent again', async () => {
    const { outcome, waits } = await ask(503, { 'Retry-After': 'soon' }, {}, 'POST');
    expect(waits).toEqual([]);
    expect(retryOf(outcome)).toEqual({ stopped: 'unsafe' });
    expect(outcome.effect).toBe('unknown');
  });
});

describe('the hints have an order (docs/retry-safety.md, Waits and hints)', () => {
  const rateLimit = { RateLimit: '"default";r=0;t=5' };
  const reset = { 'X-RateLimit-Reset': '7' };
  it.each<[string, Headers, number]>([
    [
      'retry-after-ms',
      { 'retry-after-ms': '1500', 'x-ms-retry-after-ms': '2500', 'Retry-After': '10' },
      1500,
    ],
    ['x-ms-retry-after-ms', { 'x-ms-retry-after-ms': '2500', 'Retry-After': '10', ...rateLimit }, 2500],
    ['Retry-After', { 'Retry-After': '10', ...rateLimit, ...reset }, 10_000],
    ['RateLimit', { ...rateLimit, ...reset }, 5000],
    ['x-ratelimit-reset', reset, 7000],
    [
      'the next one, where one says nothing usable',
      { 'retry-after-ms': 'soon', 'Retry-After': '10' },
      10_000,
    ],
  ])('%s', async (_name, headers, ms) => {
    expect((await ask(429, headers)).waits).toEqual([ms]);
  });
});

describe('RateLimit header fields (IETF draft ratelimit-headers)', () => {
  it('Retry-After 20 with r=15, t=40 waits 20 s', async () => {
    const headers = { 'Retry-After': '20', RateLimit: '"default";r=15;t=40' };
    expect((await ask(429, headers)).waits).toEqual([20_000]);
  });
  it('r=0, t=5 without a Retry-After waits 5 s', async () => {
    expect((await ask(429, { RateLimit: '"default";r=0;t=5' })).waits).toEqual([5000]);
  });
  it('with something remaining it says nothing', async () => {
    expect(await comeBackIn({ RateLimit: '"default";r=15;t=40' })).toBeUndefined();
  });
});

describe("x-ratelimit-reset by Envoy's reset parser (now = 1000000000 s)", () => {
  it.each<[string, number | undefined]>([
    ['5', 5000],
    ['2.5', undefined],
    ['1000000007', 7000],
    ['999999999', undefined],
    ['1000000000', 0],
  ])('%s on a 429', async (value, ms) => {
    expect(await comeBackIn({ 'X-RateLimit-Reset': value })).toBe(ms);
    expect((await ask(429, { 'X-RateLimit-Reset': value })).waits).toEqual([ms ?? 0]);
  });

  it('says nothing on an answer that is not about a rate', async () => {
    expect(await comeBackIn({ 'X-RateLimit-Reset': '5' }, 502)).toBeUndefined();
    expect(await comeBackIn({ 'X-RateLimit-Reset': '5', 'X-RateLimit-Remaining': '0' }, 503)).toBe(5000);
  });
});

describe('x-should-retry (OpenAI and Anthropic SDKs)', () => {
  it('false vetoes a retry that the status allows, whatever the hint', async () => {
    const { outcome, waits } = await ask(503, { 'x-should-retry': 'false', 'Retry-After': '1' });
    expect(waits).toEqual([]);
    expect(retryOf(outcome)).toEqual({ stopped: 'vetoed', retryAt: start + 1000 });
  });
  it('true allows nothing that the safety table forbids', async () => {
    const { outcome, waits } = await ask(502, { 'x-should-retry': 'true' }, {}, 'POST');
    expect(waits).toEqual([]);
    expect(retryOf(outcome).stopped).toBe('unsafe');
  });
});

describe('timers and clocks that do not agree', () => {
  it('a wait ends where fake timers leave the clock alone, as those of Vitest 2 do', async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: start });
    expect((await ask(429, { 'Retry-After': '2' })).waits).toEqual([2000]);
  });

  it('a timer that fires a millisecond early, as those of Node do, does not undercut the hint', async () => {
    const { setTimeout: fake } = globalThis;
    vi.stubGlobal('setTimeout', (run: () => void, ms: number) => fake(run, Math.max(0, ms - 1)));
    const { waits } = await ask(429, { 'Retry-After': '2' }).finally(() => vi.unstubAllGlobals());
    expect(waits[0]).toBeGreaterThanOrEqual(2000);
    expect(waits[0]).toBeLessThan(2003);
  });
});
