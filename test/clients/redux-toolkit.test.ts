import { configureStore } from '@reduxjs/toolkit';
import { createApi } from '@reduxjs/toolkit/query';
import axios, { type AxiosAdapter } from 'axios';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { type AnyOutcome, attachOutcomes, isOutcome, match, type OutcomeOptions } from '../../src/index.js';
import { outcomeBaseQuery, retryAt } from '../../src/query/index.js';
import { serializable } from '../../src/query/serializable.js';
import { countedApi } from './counted-api.js';
import { inTurn, scriptedServer } from './scripted-server.js';

interface Order {
  readonly id: number;
}

/** Redux tells of what cannot be serialized, and RTK Query of a wrong answer, by console.error alone. */
const complaints = vi.spyOn(console, 'error');
beforeEach(() => {
  complaints.mockReset().mockImplementation(() => {});
  vi.stubEnv('NODE_ENV', 'development');
});
afterEach(() => vi.unstubAllEnvs());

function storeOver(instance: ReturnType<typeof axios.create>, options?: OutcomeOptions<typeof dew>) {
  const client = attachOutcomes(instance, { catalogue: dew, ...options });
  const baseQuery = outcomeBaseQuery(client);
  const api = createApi({
    baseQuery,
    endpoints: (build) => ({
      order: build.query<Order, string>({ query: (id) => `/orders/${id}` }),
      add: build.mutation<Order | null, Order>({
        query: (data) => ({ url: '/orders', method: 'post', data }),
        transformResponse: (order: Order | null, meta) =>
          order && { id: (meta?.attempts.length ?? 0) * 100 + order.id },
      }),
    }),
  });
  const store = configureStore({
    reducer: { [api.reducerPath]: api.reducer },
    middleware: (defaults) => defaults().concat(api.middleware),
  });
  return { api, store };
}

describe('RTK Query, over outcomeBaseQuery', () => {
  it('a success gives its data, after the client’s retries', async () => {
    const { baseURL, seen } = await scriptedServer(inTurn(503, 200));
    const { api, store } = storeOver(axios.create({ baseURL }), { retry: { baseDelayMs: 1 } });
    const { data, error } = await store.dispatch(api.endpoints.order.initiate('7'));
    expect([data, error]).toEqual([{ id: 7 }, undefined]);
    expect(seen.map(({ path }) => path)).toEqual(['/orders/7', '/orders/7']);
    expect(complaints).not.toHaveBeenCalled();
  });

  it('an axios config is a call too, meta tells of its attempts, and no body is null', async () => {
    const { baseURL, seen } = await scriptedServer((number) => ({ status: number === 1 ? 200 : 204 }));
    const { api, store } = storeOver(axios.create({ baseURL }));
    const added = await store.dispatch(api.endpoints.add.initiate({ id: 7 }));
    expect(added.data).toEqual({ id: 107 });
    expect(await store.dispatch(api.endpoints.add.initiate({ id: 8 }))).toEqual({ data: null });
    expect(seen.map(({ body }) => body)).toEqual(['{"id":7}', '{"id":8}']);
    expect(complaints).not.toHaveBeenCalled();
  });

  it('a refusal is an error in the state: the outcome, typed by the catalogue, after one request', async () => {
    const body = { error: { error_code: 'KMS.0205', error_msg: 'Invalid key ID' } };
    const { baseURL, seen } = await scriptedServer(() => ({ status: 400, body }));
    const { api, store } = storeOver(
      axios.create({ baseURL, headers: { Authorization: 'Bearer s3cr3t-token' } }),
    );
    const { error } = await store.dispatch(api.endpoints.order.initiate('7'));
    if (error === undefined || !('kind' in error)) throw new Error('no outcome');
    const said = match(error, { rejected: ({ problem }) => problem.code, _: ({ kind }) => kind });
    expect(said).toBe('KMS.0205');
    expect(isOutcome(error)).toBe(true);
    expect(JSON.parse(JSON.stringify(error))).toEqual(error);
    expect(JSON.stringify(store.getState())).not.toContain('s3cr3t');
    expect(seen).toHaveLength(1);
    expect(complaints).not.toHaveBeenCalled();
  });

  it('a failure without an answer holds no Error, and a page may count down from a hint', async () => {
    const refused = storeOver(countedApi(() => 'ECONNREFUSED').instance, { retry: false });
    const lost = await refused.store.dispatch(refused.api.endpoints.order.initiate('7'));
    expect(lost.error).toMatchObject({
      kind: 'unreachable',
      cause: { name: 'AxiosError', message: 'ECONNREFUSED', code: 'ECONNREFUSED' },
    });
    const busy = storeOver(countedApi(() => ({ status: 503, headers: { 'Retry-After': '300' } })).instance);
    const { error } = await busy.store.dispatch(busy.api.endpoints.order.initiate('7'));
    expect(retryAt(error)).toBeGreaterThan(Date.now() + 290_000);
    expect(complaints).not.toHaveBeenCalled();
  });

  it('a query that is given up is a cancelled outcome, and nothing more is sent', async () => {
    const api = countedApi(() => ({ status: 503, headers: { 'Retry-After': '30' } }));
    const { api: queries, store } = storeOver(api.instance);
    const asked = store.dispatch(queries.endpoints.order.initiate('7'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    asked.abort();
    expect((await asked).isError).toBe(true);
    expect(api.askedAt).toHaveLength(1);
  });

  it('a task is an error that holds what follows it', async () => {
    const headers = { 'Operation-Location': '/operations/1' };
    const { api, store } = storeOver(countedApi(() => ({ status: 202, headers })).instance);
    const { error } = await store.dispatch(api.endpoints.add.initiate({ id: 7 }));
    expect(error).toMatchObject({ kind: 'delayed', task: { token: expect.any(String) } });
    expect(complaints).not.toHaveBeenCalled();
  });

  it('an error of the caller’s own code is thrown, and no outcome', async () => {
    const adapter: AxiosAdapter = () => Promise.reject(new TypeError('a bug'));
    const { api, store } = storeOver(axios.create({ adapter }));
    const { error } = await store.dispatch(api.endpoints.order.initiate('7'));
    expect(error).toMatchObject({ name: 'TypeError', message: 'a bug' });
  });
});

describe('an outcome made serializable', () => {
  const outcome = (data: unknown) =>
    ({
      kind: 'unexpected',
      ok: false,
      effect: 'none',
      request: {},
      attempts: [],
      data,
    }) as unknown as AnyOutcome;

  it('keeps what JSON can hold, and leaves out the rest', () => {
    const copy = serializable(
      outcome({
        date: new Date(0),
        url: new URL('https://a.example/x'),
        big: 10n,
        error: Object.assign(new TypeError('no'), { code: 'E', config: { secret: 1 } }),
        bytes: Buffer.alloc(1e6),
        typed: new Uint8Array(4),
        stream: new ReadableStream(),
        map: new Map([['a', 1]]),
        made() {},
        symbol: Symbol('s'),
        nothing: undefined,
        list: [1n, new Blob([]), null],
      }),
    );
    expect(copy).toMatchObject({ kind: 'unexpected', attempts: [] });
    expect(copy).toHaveProperty('data', {
      date: '1970-01-01T00:00:00.000Z',
      url: 'https://a.example/x',
      big: '10',
      error: { name: 'TypeError', message: 'no', code: 'E' },
      list: ['1', null, null],
    });
  });

  it('stays an outcome whatever its body is, without the body where that cannot be copied', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    const getter = {
      get x(): never {
        throw new Error('no');
      },
    };
    for (const body of [circle, deep, getter]) expect(isOutcome(serializable(outcome(body)))).toBe(true);
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
        (body) => {
          const copy = serializable(outcome(body));
          expect(isOutcome(copy)).toBe(true);
          expect(JSON.parse(JSON.stringify(copy))).toEqual(copy);
        },
      ),
    );
  });
});
