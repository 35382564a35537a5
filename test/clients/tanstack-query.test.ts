import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/query-core';
import { queryOptions, QueryClient as ReactQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import axios from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, OutcomeError, type OutcomeOptions, retryBudget, unwrap } from '../../src/index.js';
import { type AskAgainOptions, queryRetry, retryAt } from '../../src/query/index.js';
import type { Catalogue } from '../../src/semantics/catalogue.js';
import { type CountedAnswer, countedApi } from './counted-api.js';

beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => vi.useRealTimers());

/** A query client over an API in memory; each query is one GET. */
function queries(
  answer: (number: number, path: string) => CountedAnswer | string,
  { again, client: options }: { again?: AskAgainOptions; client?: OutcomeOptions<Catalogue> } = {},
) {
  const api = countedApi(answer);
  const client = attachOutcomes(api.instance, options);
  const queryClient = new QueryClient({
    defaultOptions: { queries: queryRetry(again), mutations: queryRetry(again) },
  });
  const ask = (path = '/orders/7') =>
    queryClient
      .fetchQuery({
        queryKey: [path],
        queryFn: async ({ signal }) => unwrap(await client.get(path, { signal })),
      })
      .catch((error: unknown) => error);
  return { ...api, client, queryClient, ask };
}

/** The end of a promise, however long its waits are. */
async function elapse<T>(pending: Promise<T>): Promise<T> {
  let over = false;
  const ended = pending.finally(() => {
    over = true;
  });
  for (let turn = 0; turn < 50 && !over; turn++) await vi.advanceTimersByTimeAsync(10_000_000);
  return ended;
}

describe('TanStack Query, with queryRetry', () => {
  it.each([
    ['a refusal', { status: 403 }],
    ['a missing thing', { status: 404 }],
    ['a broken body', { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"id":' }],
    ['a 500 that HTTP calls final', { status: 500 }],
    ['a veto of the server', { status: 503, headers: { 'x-should-retry': 'false' } }],
    ['a redirect', { status: 302 }],
    ['an answer without a body', { status: 204 }],
    ['a task that was accepted', { status: 202 }],
  ])('%s costs one request', async (_, answer) => {
    const { ask, askedAt } = queries(() => answer);
    expect(await elapse(ask())).toBeInstanceOf(OutcomeError);
    expect(askedAt).toHaveLength(1);
  });

  it('a hint that the client does not wait for is asked again at its time or later, at most twice', async () => {
    const { ask, askedAt } = queries(() => ({ status: 503, headers: { 'Retry-After': '300' } }));
    const error = await elapse(ask());
    expect(error).toMatchObject({ outcome: { retry: { stopped: 'hint' } } });
    const waits = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0));
    expect(waits).toHaveLength(2);
    for (const wait of waits) {
      expect(wait).toBeGreaterThanOrEqual(300_000);
      expect(wait).toBeLessThan(302_000);
    }
    expect(retryAt(error)).toBe((askedAt.at(-1) ?? 0) + 300_000);
  });

  it('used attempts are asked again after a while, with success', async () => {
    const { ask, askedAt } = queries((number) => ({ status: number <= 3 ? 503 : 200 }));
    expect(await elapse(ask())).toEqual({ id: 7 });
    expect((askedAt[3] ?? 0) - (askedAt[2] ?? 0)).toBeGreaterThanOrEqual(500);
  });

  it('an outage costs one query nine requests at most, and not twelve', async () => {
    const { ask, askedAt } = queries(() => ({ status: 503 }));
    await elapse(ask());
    expect(askedAt).toHaveLength(9);
  });

  it('a deadline that passed is asked again', async () => {
    const { ask, askedAt } = queries(
      (number) => (number === 1 ? { status: 503, headers: { 'Retry-After': '20' } } : { status: 200 }),
      { client: { retry: { deadlineMs: 5_000 } } },
    );
    expect(await elapse(ask())).toEqual({ id: 7 });
    expect((askedAt[1] ?? 0) - (askedAt[0] ?? 0)).toBeGreaterThanOrEqual(20_000);
  });

  it('a spent budget is not asked again', async () => {
    const { ask, askedAt } = queries(() => ({ status: 503 }), {
      client: { retry: { budget: { take: () => false, succeeded: () => {} } } },
    });
    expect(await elapse(ask())).toMatchObject({ outcome: { retry: { stopped: 'budget' } } });
    expect(askedAt).toHaveLength(1);
  });

  it('an outage costs all queries of a client a tenth more than one request each (`npm run bench` has 1,000)', async () => {
    const budget = retryBudget({ capacity: 150 });
    const { ask, askedAt } = queries(() => ({ status: 503 }), { client: { retry: { budget } } });
    await elapse(Promise.all(Array.from({ length: 300 }, (_, number) => ask(`/orders/${number}`))));
    expect(askedAt.length).toBeGreaterThan(300);
    expect(askedAt.length).toBeLessThanOrEqual(330);
  });

  it('a wait beyond maxWaitMs, or beyond what a timer can wait for, is not begun', async () => {
    const busy = { status: 503, headers: { 'Retry-After': '300' } };
    const impatient = queries(() => busy, { again: { maxWaitMs: 60_000 } });
    expect(retryAt(await elapse(impatient.ask()))).toBe(1_700_000_000_000 + 300_000);
    expect(impatient.askedAt).toHaveLength(1);
    const decades = queries(() => ({ status: 503, headers: { 'Retry-After': '999999999' } }));
    await elapse(decades.ask());
    expect(decades.askedAt).toHaveLength(1);
  });

  it('a mutation whose effect nobody knows is sent once', async () => {
    const { client, queryClient, askedAt } = queries(() => ({ status: 502 }));
    const mutation = new MutationObserver(queryClient, {
      mutationFn: async () => unwrap(await client.post('/orders', {})),
    });
    await elapse(mutation.mutate().catch(() => {}));
    expect(askedAt).toHaveLength(1);
  });

  it('an aborted query is not asked again', async () => {
    const { ask, queryClient, askedAt } = queries(() => ({ status: 503, headers: { 'Retry-After': '30' } }));
    const asked = ask();
    await vi.advanceTimersByTimeAsync(10);
    await queryClient.cancelQueries();
    await elapse(asked);
    expect(askedAt).toHaveLength(1);
  });

  it('throwOnError and failureReason see the error as they do without it', async () => {
    const { client, queryClient } = queries(() => ({ status: 503, headers: { 'Retry-After': '300' } }));
    const thrown: unknown[] = [];
    const observer = new QueryObserver(queryClient, {
      queryKey: ['key'],
      queryFn: async () => unwrap(await client.get('/key')),
      throwOnError: (error) => thrown.push(error) > 0,
    });
    const stop = observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(1_000);
    const { isError, failureReason, failureCount } = observer.getCurrentResult();
    expect([isError, failureCount]).toEqual([false, 1]);
    // A page counts down while the query waits.
    expect(retryAt(failureReason)).toBe(1_700_000_300_000);
    stop();
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(observer.getOptimisticResult(queryClient.defaultQueryOptions(observer.options)).isError).toBe(
      true,
    );
  });
});

describe('an error that is no outcome', () => {
  async function calls(error: unknown, again?: AskAgainOptions): Promise<number> {
    const queryClient = new QueryClient({ defaultOptions: { queries: queryRetry(again) } });
    const queryFn = vi.fn(() => Promise.reject(error));
    await elapse(queryClient.fetchQuery({ queryKey: ['x'], queryFn }).catch(() => {}));
    return queryFn.mock.calls.length;
  }

  it('is asked as often as TanStack Query does by default', async () => {
    const queryFn = vi.fn(() => Promise.reject(new Error('x')));
    const byDefault = new QueryObserver(new QueryClient(), { queryKey: ['x'], queryFn, retry: 3 });
    byDefault.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(await calls(new Error('x'))).toBe(queryFn.mock.calls.length);
    expect(await calls(undefined)).toBe(4);
    expect(await calls(new Error('x'), { retries: 1 })).toBe(2);
  });

  it('is final where its caller stopped it, or the server refused it', async () => {
    const { instance } = countedApi((_, path) => ({ status: Number(path.slice(1)) }));
    const errorOf = (status: number) => instance.get(`/${status}`).catch((error: unknown) => error);
    for (const status of [400, 401, 403, 404, 409, 422])
      expect([status, await calls(await errorOf(status))]).toEqual([status, 1]);
    for (const status of [408, 425, 429, 500, 503])
      expect([status, await calls(await errorOf(status))]).toEqual([status, 4]);
    expect(await calls(new axios.CanceledError())).toBe(1);
    expect(await calls(new DOMException('stop', 'AbortError'))).toBe(1);
  });

  it('may be anything that code can throw', async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const getter = {
      get outcome(): never {
        throw new Error('no');
      },
      get response(): never {
        throw new Error('no');
      },
    };
    for (const odd of [null, 'text', 7n, Symbol('x'), proxy, getter, { outcome: {} }])
      expect(await calls(odd)).toBe(4);
  });
});

it('a number that cannot be is refused, and the name says which', () => {
  expect(() => queryRetry({ retries: -1 })).toThrow(/retries/);
  expect(() => queryRetry({ maxWaitMs: Number.NaN })).toThrow(/maxWaitMs/);
});

describe('its types', () => {
  it('are those of react-query’s options', () => {
    new ReactQueryClient({ defaultOptions: { queries: queryRetry(), mutations: queryRetry() } });
    const narrow: UseQueryOptions<number, OutcomeError> = { queryKey: [], queryFn: () => 1, ...queryRetry() };
    const wide: UseQueryOptions<number, unknown> = {
      queryKey: [],
      queryFn: () => 1,
      retry: queryRetry<unknown>().retry,
    };
    expect([typeof narrow.retry, typeof wide.retry]).toEqual(['function', 'function']);
  });

  it('leave a query’s error the Error that it is without them', () => {
    const options = queryOptions({ queryKey: [], queryFn: () => 1, ...queryRetry() });
    const message = (error: Parameters<Extract<typeof options.retry, (...given: never) => unknown>>[1]) =>
      error.message;
    expect(message(new Error('x'))).toBe('x');
  });
});
