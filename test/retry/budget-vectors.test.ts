import axios, { type AxiosAdapter, AxiosError, AxiosHeaders } from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  attachOutcomes,
  defineCatalogue,
  finagleRetryBudget,
  grpcRetryBudget,
  type RetryBudget,
  type RetryOptions,
  retryBudget,
} from '../../src/index.js';

const row = { name: 'x', source: 'the AWS table counts it so' };
/** As AWS counts: 500 and 502 are transient, 429 is throttling. */
const aws = defineCatalogue({
  name: 'AWS',
  source: 'standard retry mode, revision 2.1',
  statuses: {
    200: { ...row, kind: 'success', retry: 'never' },
    429: { ...row, kind: 'unavailable', retry: 'throttle' },
    500: { ...row, kind: 'failed', retry: 'transient' },
    502: { ...row, kind: 'unavailable', retry: 'transient' },
  },
});

/** Answers the statuses in turn; 0 is a connection that was refused. */
function client(statuses: readonly number[], retry: RetryOptions, origin = 'https://a.x') {
  let calls = 0;
  const adapter = vi.fn<AxiosAdapter>(async (config) => {
    const status = statuses[Math.min(calls++, statuses.length - 1)] ?? 200;
    if (status === 0) throw new AxiosError('refused', 'ECONNREFUSED', config);
    const response = { status, statusText: '', data: '', headers: new AxiosHeaders(), config };
    if (status === 200) return response;
    throw new AxiosError('status', 'ERR_BAD_RESPONSE', config, {}, response);
  });
  const instance = axios.create({ adapter, baseURL: origin });
  const attached = attachOutcomes(instance, { catalogue: aws, retry: { jitter: 'none', ...retry } });
  async function get() {
    const outcome = attached.get('/');
    await vi.runAllTimersAsync();
    const { kind, attempts, ...rest } = await outcome;
    const delays = attempts.slice(1).map(({ waitedMs }) => waitedMs);
    return { kind, delays, stopped: 'retry' in rest ? rest.retry.stopped : undefined };
  }
  return { get, adapter };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('AWS standard retry mode, revision 2.1: the published table', () => {
  it.each`
    statuses           | capacity | policy                             | delays                 | tokens | stopped
    ${[500, 500, 200]} | ${500}   | ${{}}                              | ${[50, 100]}           | ${486} | ${undefined}
    ${[502, 502, 502]} | ${500}   | ${{}}                              | ${[50, 100]}           | ${472} | ${'attempts'}
    ${[500, 500]}      | ${14}    | ${{}}                              | ${[50]}                | ${0}   | ${'budget'}
    ${[500]}           | ${0}     | ${{}}                              | ${[]}                  | ${0}   | ${'budget'}
    ${[500, 502]}      | ${20}    | ${{}}                              | ${[50]}                | ${6}   | ${'budget'}
    ${[500]}           | ${500}   | ${{ retries: 4 }}                  | ${[50, 100, 200, 400]} | ${444} | ${'attempts'}
    ${[500]}           | ${500}   | ${{ retries: 4, maxDelayMs: 200 }} | ${[50, 100, 200, 200]} | ${444} | ${'attempts'}
    ${[429, 200]}      | ${500}   | ${{}}                              | ${[1000]}              | ${500} | ${undefined}
  `(
    '$statuses with $capacity tokens, $policy',
    async ({ statuses, capacity, policy, delays, tokens, stopped }) => {
      const budget = retryBudget({ capacity });
      expect(await client(statuses, { budget, ...policy }).get()).toMatchObject({ delays, stopped });
      expect(budget.tokens('https://a.x')).toBe(tokens);
    },
  );

  it('30 tokens: 500, 500, 200, then 500, 200: both succeed, and 16 are left', async () => {
    const budget = retryBudget({ capacity: 30 });
    const { get } = client([500, 500, 200, 500, 200], { budget });
    expect(await get()).toMatchObject({ kind: 'success', delays: [50, 100] });
    expect(budget.tokens('https://a.x')).toBe(16);
    expect(await get()).toMatchObject({ kind: 'success', delays: [50] });
    expect(budget.tokens('https://a.x')).toBe(16);
  });
});

describe('gRPC retry throttling (A6): 10 tokens, ratio 0.1', () => {
  it('5 failures leave 5 tokens: no retry; one success (5.1) allows them again', async () => {
    const budget = grpcRetryBudget();
    expect(await client([502], { budget, retries: 10 }).get()).toMatchObject({
      delays: [50, 100, 200, 400],
      stopped: 'budget',
    });
    expect(await client([502], { budget, retries: 10 }).get()).toMatchObject({ delays: [] });
    const good = client([200], { budget });
    for (let success = 0; success < 11; success++) await good.get();
    expect(budget.take('https://a.x', 'transient')).toBe(true);
  });
  it('exactly 5 tokens refuse a retry, 5.1 tokens allow it', () => {
    const budget = grpcRetryBudget({ maxTokens: 10, tokenRatio: 0.1 });
    for (let failure = 0; failure < 5; failure++) budget.failed?.('a');
    expect(budget.take('a', 'transient')).toBe(false);
    budget.succeeded('a', undefined);
    expect(budget.take('a', 'transient')).toBe(true);
  });
  it('a request that was never sent costs nothing', async () => {
    const budget = grpcRetryBudget();
    expect(await client([0], { budget, retries: 20 }).get()).toMatchObject({ stopped: 'attempts' });
    expect(budget.take('https://a.x', 'transient')).toBe(true);
  });
  it('a failure that is not retried counts too', async () => {
    const budget = grpcRetryBudget();
    const { get } = client([502], { budget, retries: 0 });
    for (let call = 0; call < 5; call++) await get();
    expect(budget.take('https://a.x', 'transient')).toBe(false);
  });
});

describe('Finagle RetryBudget', () => {
  it.each([
    [1_000, 10, 0.1, 1010],
    [2_000, 5, 0.5, 5010],
    [1_000, 0, 0, 0],
    [5_000, 2, 0, 10],
  ])(
    'ttl %i ms, %i/s, p %d: 10,000 rounds of deposit and withdraw allow %i',
    (ttlMs, perSecond, p, wanted) => {
      const budget = finagleRetryBudget({ ttlMs, minRetriesPerSecond: perSecond, percentCanRetry: p });
      let allowed = 0;
      for (let round = 0; round < 10_000; round++) {
        budget.started?.('a');
        while (budget.take('a', 'transient')) allowed++;
      }
      expect(Math.abs(allowed - wanted)).toBeLessThanOrEqual(1);
    },
  );
  it('requests and retries that are older than ttlMs no longer count', () => {
    const budget = finagleRetryBudget({ ttlMs: 1_000, minRetriesPerSecond: 1, percentCanRetry: 0.5 });
    for (let request = 0; request < 10; request++) budget.started?.('a');
    const drain = () => {
      let taken = 0;
      while (budget.take('a', 'transient')) taken++;
      return taken;
    };
    expect(drain()).toBe(6);
    vi.advanceTimersByTime(1_100);
    expect(drain()).toBe(1);
  });
  it('every request of a client counts, also if it succeeds', async () => {
    const budget = finagleRetryBudget({ ttlMs: 60_000, minRetriesPerSecond: 0, percentCanRetry: 0.5 });
    const good = client([200], { budget });
    for (let request = 0; request < 4; request++) await good.get();
    expect([1, 2, 3].map(() => budget.take('https://a.x', 'transient'))).toEqual([true, true, false]);
  });
});

describe('every budget', () => {
  const budgets: readonly (readonly [string, () => RetryBudget])[] = [
    ['retryBudget', () => retryBudget({ capacity: 14 })],
    ['grpcRetryBudget', () => grpcRetryBudget({ maxTokens: 3 })],
    ['finagleRetryBudget', () => finagleRetryBudget({ ttlMs: 1_000, minRetriesPerSecond: 1 })],
  ];
  it.each(budgets)('%s: an empty bucket refuses at once, and affects no other origin', async (_, make) => {
    const budget = make();
    await client([502], { budget, retries: 5 }).get();
    expect(await client([502], { budget }).get()).toMatchObject({ delays: [], stopped: 'budget' });
    const other = client([502, 200], { budget }, 'https://b.x');
    expect(await other.get()).toMatchObject({ kind: 'success', delays: [50] });
  });
  it.each([
    [() => grpcRetryBudget({ maxTokens: 0 }), 'budget.maxTokens is 0. Write a number above 0, up to 1000'],
    [() => grpcRetryBudget({ tokenRatio: Number.NaN }), 'budget.tokenRatio is NaN'],
    [() => finagleRetryBudget({ ttlMs: 10 }), 'budget.ttlMs is 10. Write milliseconds from 1000 to 60000'],
    [() => finagleRetryBudget({ percentCanRetry: -1 }), 'budget.percentCanRetry is -1'],
    [() => finagleRetryBudget({ minRetriesPerSecond: -1 }), 'budget.minRetriesPerSecond is -1'],
  ])('refuses a number out of range: %#', (make, message) => {
    expect(make).toThrow(message);
  });
});

describe('the numbers of a budget are checked when it is made', () => {
  const finagle = (options: object) => () => finagleRetryBudget(options);
  const grpc = (options: object) => () => grpcRetryBudget(options);
  it.each([
    finagle({ ttlMs: 1000 }),
    finagle({ ttlMs: 60_000 }),
    finagle({ minRetriesPerSecond: 0 }),
    finagle({ minRetriesPerSecond: 999_999 }),
    finagle({ percentCanRetry: 0 }),
    finagle({ percentCanRetry: 1000 }),
    grpc({ maxTokens: 0.001 }),
    grpc({ maxTokens: 1000 }),
    grpc({ tokenRatio: 0.001 }),
    grpc({ tokenRatio: 1000 }),
  ])('accepted at the limits (%#)', (make) => expect(make).not.toThrow());
  it.each<[() => unknown, string]>([
    [finagle({ ttlMs: 999 }), 'budget.ttlMs'],
    [finagle({ ttlMs: 60_001 }), 'budget.ttlMs'],
    [finagle({ ttlMs: Number.NaN }), 'budget.ttlMs'],
    [finagle({ minRetriesPerSecond: -1 }), 'budget.minRetriesPerSecond'],
    [finagle({ minRetriesPerSecond: 1e6 }), 'budget.minRetriesPerSecond'],
    [finagle({ percentCanRetry: -0.1 }), 'budget.percentCanRetry'],
    [finagle({ percentCanRetry: 1001 }), 'budget.percentCanRetry'],
    [grpc({ maxTokens: 0 }), 'budget.maxTokens'],
    [grpc({ maxTokens: 1001 }), 'budget.maxTokens'],
    [grpc({ tokenRatio: 0 }), 'budget.tokenRatio'],
    [grpc({ tokenRatio: 1001 }), 'budget.tokenRatio'],
  ])('refused beyond the limits, by name (%#)', (make, name) => expect(make).toThrow(name));
});

describe('gRPC (A6-client-retries, Throttling Retry Attempts and Hedged RPCs)', () => {
  const origin = 'https://a.example';
  it('a success adds tokenRatio, at most up to maxTokens, and a full bucket is forgotten', () => {
    const budget = grpcRetryBudget({ maxTokens: 4, tokenRatio: 1 });
    expect(budget.idle?.()).toBe(true);
    budget.failed?.(origin);
    expect(budget.idle?.()).toBe(false);
    budget.succeeded(origin, 'transient');
    expect(budget.idle?.()).toBe(true);
    // A success of an origin that never failed changes nothing.
    budget.succeeded('https://b.example', undefined);
    expect(budget.idle?.()).toBe(true);
    for (let failures = 0; failures < 3; failures++) budget.failed?.(origin);
    budget.succeeded(origin, 'transient');
    expect(budget.idle?.()).toBe(false);
    expect(budget.take(origin, 'transient')).toBe(false);
    budget.succeeded(origin, 'transient');
    expect(budget.take(origin, 'transient')).toBe(true);
  });
});
