import axios from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { http } from '../../src/catalogues/http/statuses.js';
import {
  attachOutcomes,
  type Catalogue,
  extendCatalogue,
  type Outcome,
  type RetryOptions,
} from '../../src/index.js';
import { sequence } from '../../src/testing/index.js';

/** What a client did with a server's hint, told by a clock that only the test moves. */
interface Told {
  readonly outcome: Outcome<Catalogue>;
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
  { data = '', catalogue = http }: { readonly data?: unknown; readonly catalogue?: Catalogue } = {},
): Promise<Told> {
  const { adapter, requests } = sequence([{ status, headers, body: data }]);
  const client = attachOutcomes(axios.create({ adapter }), {
    catalogue,
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

function retryOf(outcome: Outcome<Catalogue>): { readonly stopped: string; readonly retryAt?: number } {
  if (!('retry' in outcome)) throw new Error(`a ${outcome.kind} has no retry verdict`);
  return outcome.retry;
}

describe('no retry is sent before Retry-After (RFC 9110, 10.2.3)', () => {
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

  it('jitter does not shorten it, and a longer backoff replaces it', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0);
    expect((await ask(429, { 'Retry-After': '2' }, { throttleDelayMs: 3000 })).waits).toEqual([2000]);
    random.mockReturnValue(1);
    expect((await ask(429, { 'Retry-After': '2' }, { throttleDelayMs: 3000 })).waits).toEqual([3000]);
    random.mockRestore();
  });

  it('maxDelayMs does not shorten it', async () => {
    expect((await ask(429, { 'Retry-After': '30' }, { maxDelayMs: 100 })).waits).toEqual([30_000]);
  });

  it('each wait follows the Retry-After of the last answer', async () => {
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

  it("counts from the response's own Date if the local clock is wrong", async () => {
    const headers = { Date: 'Sun, 06 Nov 1994 08:49:32 GMT', 'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT' };
    for (const clock of [instant - 3_600_000, instant + 3_600_000]) {
      vi.setSystemTime(clock);
      expect((await ask(429, headers)).waits).toEqual([5000]);
    }
  });

  it('a date in the past means now', async () => {
    vi.setSystemTime(instant + 10_000);
    expect((await ask(429, { 'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT' })).waits).toEqual([0]);
  });

  it('a two-digit year more than 50 years ahead belongs to the past century', async () => {
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

  it('maxHintMs sets the limit', async () => {
    expect((await ask(503, { 'Retry-After': '61' }, { maxHintMs: 61_000 })).waits).toEqual([61_000]);
    expect((await ask(503, { 'Retry-After': '2' }, { maxHintMs: 1999 })).waits).toEqual([]);
  });

  it.each([
    ['999999999', start + 999_999_999_000],
    // The last instant that a Date can hold.
    ['9'.repeat(400), 8.64e15],
  ])('%.12s does not overflow a timer', async (value, retryAt) => {
    const { outcome, waits } = await ask(429, { 'Retry-After': value });
    expect(waits).toEqual([]);
    expect(retryOf(outcome)).toEqual({ stopped: 'hint', retryAt });
  });

  it('also if maxHintMs is the longest delay of a timer', async () => {
    const { outcome, waits } = await ask(429, { 'Retry-After': '999999999' }, { maxHintMs: 2 ** 31 - 1 });
    expect(waits).toEqual([]);
    expect(retryOf(outcome).stopped).toBe('hint');
  });

  it('after the deadline: stopped at once by the deadline, with retryAt', async () => {
    const { outcome, waits } = await ask(503, { 'Retry-After': '10' }, { deadlineMs: 5000 });
    expect(waits).toEqual([]);
    expect(retryOf(outcome)).toEqual({ stopped: 'deadline', retryAt: start + 10_000 });
    expect(outcome.attempts[0]?.tookMs).toBe(0);
  });
});

describe('values that are not hints', () => {
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

  it('a POST with 503 and such a value is not sent again', async () => {
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
  it('it does not count while something remains', async () => {
    expect(await comeBackIn({ RateLimit: '"default";r=15;t=40' })).toBeUndefined();
  });
});

describe('x-ratelimit-reset, in seconds or since the epoch (now = 1000000000 s)', () => {
  it.each<[string, number | undefined]>([
    ['5', 5000],
    ['2.5', 2500],
    ['1000000007000', 7000],
    // The year 58871, and one that is nearer: no hint, so that the call goes on.
    ['1795645284000000', undefined],
    ['4000000000', undefined],
    ['1000000007', 7000],
    ['999999999', undefined],
    ['1000000000', 0],
  ])('%s on a 429', async (value, ms) => {
    expect(await comeBackIn({ 'X-RateLimit-Reset': value })).toBe(ms);
    expect((await ask(429, { 'X-RateLimit-Reset': value })).waits).toEqual([ms ?? 0]);
  });

  it('does not count if the answer is not about a rate limit', async () => {
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

describe('timers and clocks that differ', () => {
  it('a wait ends if fake timers do not move the clock, as in Vitest 2', async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: start });
    expect((await ask(429, { 'Retry-After': '2' })).waits).toEqual([2000]);
  });

  it('no retry is early if a timer fires a millisecond early, as in Node', async () => {
    const { setTimeout: fake } = globalThis;
    vi.stubGlobal('setTimeout', (run: () => void, ms: number) => fake(run, Math.max(0, ms - 1)));
    const { waits } = await ask(429, { 'Retry-After': '2' }).finally(() => vi.unstubAllGlobals());
    expect(waits[0]).toBeGreaterThanOrEqual(2000);
    expect(waits[0]).toBeLessThan(2003);
  });
});

describe('a hint in the body: google.rpc.RetryInfo (AIP-193, error_details.proto)', () => {
  const info = (retryDelay: unknown, name = 'retryDelay') => ({
    '@type': 'type.googleapis.com/google.rpc.RetryInfo',
    [name]: retryDelay,
  });
  const help = { '@type': 'type.googleapis.com/google.rpc.Help', links: [] };
  const error = (...details: object[]) => ({
    error: { code: 429, message: 'Quota exceeded.', status: 'RESOURCE_EXHAUSTED', details },
  });
  const waitsOf = async (data: unknown, headers: Headers = {}, status = 429) => {
    const { outcome } = await ask(status, headers, { retries: 0 }, 'GET', { data });
    const { retryAt } = retryOf(outcome);
    return retryAt === undefined ? undefined : retryAt - start;
  };

  it.each<[string, unknown, number | undefined]>([
    ['a duration in JSON', error(help, info('34.4s')), 34_400],
    ['whole seconds', error(info('7s')), 7_000],
    ['none', error(info('0s')), 0],
    ['seconds and nanos', error(info({ seconds: 3, nanos: 250_000_000 })), 3_250],
    ['seconds in a text, as JSON has an int64', error(info({ seconds: '3' })), 3_000],
    ['nanos alone, rounded up', error(info({ nanos: 1 })), 1],
    ['under the name that the .proto file has', error(info('7s', 'retry_delay')), 7_000],
    ['in the list that a stream of JSON is', [error(info('7s'))], 7_000],
    ['of a google.rpc.Status without a wrapper', { code: 8, message: 'm', details: [info('7s')] }, 7_000],
    ['text', JSON.stringify(error(info('7s'))), 7_000],
    ['negative', error(info('-7s')), undefined],
    ['of more than a year, as the .proto file allows', error(info('315576000000s')), undefined],
    ['no duration', error(info('soon')), undefined],
    ['a list', error(info([7])), undefined],
    ['not there', error(help), undefined],
    ['no detail', error(...([null, 5, 'x'] as unknown as object[])), undefined],
    ['no list', { error: { details: info('7s') } }, undefined],
  ])('%s', async (_, data, ms) => {
    expect(await waitsOf(data)).toBe(ms);
    expect(await waitsOf(data, {}, 503)).toBe(ms);
  });

  it('sets the wait, and counts as a hint for a POST that got 503', async () => {
    const data = error(info('34.4s'));
    expect((await ask(429, {}, {}, 'POST', { data })).waits).toEqual([34_400]);
    expect((await ask(503, {}, {}, 'POST', { data })).waits).toEqual([34_400]);
  });

  it('comes after every header', async () => {
    expect(await waitsOf(error(info('7s')), { 'Retry-After': '3' })).toBe(3_000);
    expect(await waitsOf(error(info('7s')), { 'x-ratelimit-reset': '9' })).toBe(9_000);
    expect(await waitsOf(error(info('7s')), { 'x-ratelimit-reset': '9', 'x-ratelimit-remaining': '1' })).toBe(
      7_000,
    );
  });
});

describe("a catalogue's own hint", () => {
  const reading = (readHint: unknown): { catalogue: Catalogue } => ({
    // Callers without types may return anything.
    catalogue: extendCatalogue(http, {
      name: 'Own',
      readHint: readHint as NonNullable<Catalogue['readHint']>,
    }),
  });

  it('is called last, with lower-case header names and the parsed body', async () => {
    const seen: unknown[] = [];
    const options = reading((...given: unknown[]) => {
      seen.push(...given);
      return 4_000;
    });
    const step = { data: '{"wait":4}', ...options };
    expect((await ask(429, { 'X-Wait': '4' }, {}, 'GET', step)).waits).toEqual([4_000]);
    expect(seen.slice(0, 2)).toMatchObject([{ 'x-wait': '4' }, { wait: 4 }]);
    expect((await ask(429, { 'Retry-After': '3' }, {}, 'GET', step)).waits).toEqual([3_000]);
    expect((await ask(503, {}, {}, 'POST', step)).waits).toEqual([4_000]);
    expect((await ask(404, {}, {}, 'GET', step)).waits).toEqual([]);
  });

  it('goes before the wait that the documentation names', async () => {
    const rows = { 429: { ...http.statuses[429], retryAfterMs: 9_000 } };
    const documented = extendCatalogue(http, { name: 'Documented', statuses: rows });
    const both = extendCatalogue(documented, { readHint: () => 4_000 });
    expect((await ask(429, {}, {}, 'GET', { catalogue: documented })).waits).toEqual([9_000]);
    expect((await ask(429, {}, {}, 'GET', { catalogue: both })).waits).toEqual([4_000]);
  });

  it('applies to a status that the catalogue does not document', async () => {
    const bare = {
      name: 'Bare',
      source: 'test',
      statuses: { 200: { name: 'OK', kind: 'success', retry: 'never', source: 'test' } },
      readHint: () => 4_000,
    } as const;
    expect((await ask(503, {}, {}, 'GET', { catalogue: bare })).waits).toEqual([4_000]);
  });

  it.each<[string, () => unknown, number]>([
    ['a fraction is rounded up', () => 1_000.2, 1_001],
    ['0', () => 0, 0],
  ])('%s', async (_, read, ms) => {
    expect((await ask(429, {}, {}, 'GET', reading(read))).waits).toEqual([ms]);
  });

  it.each<[string, () => unknown]>([
    ['undefined', () => undefined],
    ['a text', () => '4000'],
    ['a negative number', () => -1],
    ['NaN', () => Number.NaN],
    ['Infinity', () => Number.POSITIVE_INFINITY],
    ['more than a year', () => 1e12],
    ['a promise', () => Promise.resolve(4_000)],
    [
      'an exception',
      () => {
        throw new Error('bug');
      },
    ],
  ])('%s is no hint, and the call goes on', async (_, read) => {
    const { waits, outcome } = await ask(
      429,
      {},
      { throttleDelayMs: 250, jitter: 'none' },
      'GET',
      reading(read),
    );
    expect(waits).toEqual([250]);
    expect(retryOf(outcome)).toEqual({ stopped: 'attempts' });
  });
});

describe('clients with the same hint', () => {
  const random = (value: number) => vi.spyOn(Math, 'random').mockReturnValue(value);
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('do not retry at the same time: a little later, never earlier', async () => {
    const { adapter, requests } = sequence([{ status: 429, headers: { 'x-ratelimit-reset': '1000000030' } }]);
    const calls = Array.from({ length: 300 }, () =>
      attachOutcomes(axios.create({ adapter }), { retry: { retries: 1 } }).get('/'),
    );
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    const cameAt = requests.slice(300).map(({ receivedAt }) => receivedAt - start);
    expect(cameAt).toHaveLength(300);
    expect(Math.min(...cameAt)).toBeGreaterThanOrEqual(30_000);
    expect(Math.max(...cameAt)).toBeLessThanOrEqual(31_002);
    // 300 of 1,000 milliseconds at random: about 260 of them are taken.
    expect(new Set(cameAt).size).toBeGreaterThan(150);
  });

  it.each([
    ['a fifth of the wait', '2', {}, 2_400],
    ['throttleDelayMs at most', '30', {}, 31_000],
    ['throttleDelayMs at most, also after a fault', '30', { throttleDelayMs: 100 }, 30_100],
    ['not at all without jitter', '30', { jitter: 'none' }, 30_000],
  ] as const)('%s', async (_, value, options, ms) => {
    random(1);
    const retry = { baseDelayMs: 50, throttleDelayMs: 1_000, ...options };
    expect((await ask(503, { 'Retry-After': value }, retry)).waits).toEqual([ms]);
    random(0);
    expect((await ask(503, { 'Retry-After': value }, retry)).waits).toEqual([Number(value) * 1000]);
  });

  it('the random delay is cut at the deadline, and the retry is made', async () => {
    random(1);
    const retry = { throttleDelayMs: 1_000, deadlineMs: 30_500 };
    expect((await ask(503, { 'Retry-After': '30' }, retry)).waits).toEqual([30_499]);
    expect((await ask(503, { 'Retry-After': '30' }, { ...retry, deadlineMs: 30_001 })).waits).toEqual([
      30_000,
    ]);
    expect((await ask(503, { 'Retry-After': '30' }, { ...retry, deadlineMs: 30_000 })).waits).toEqual([]);
  });

  it('a hint of maxHintMs is allowed, and the random delay does not count', async () => {
    random(1);
    expect((await ask(503, { 'Retry-After': '60' }, { throttleDelayMs: 1_000 })).waits).toEqual([61_000]);
  });
});
