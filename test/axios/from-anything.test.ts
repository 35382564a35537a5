// An application may hold several copies of axios: outcomes may depend on none of
// their classes. This library's own is the latest, as an ES module.
import { createRequire } from 'node:module';
import axios, { type AxiosInstance, type AxiosResponse, type AxiosStatic } from 'axios';
import oldest from 'axios-oldest';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, isOutcome, outcomeOf, unwrap } from '../../src/index.js';
import {
  type Answer,
  closedPort,
  cutByLength,
  type FaultServer,
  faultServer,
  reply,
  silence,
} from '../integration/fault-server.js';
import { fakeTimeouts, silencePastTimeout, timeout } from '../integration/pass-timeout.js';

const require = createRequire(import.meta.url);
// They are the same modules in their other format, and `default` is there in all.
const cjs = require('axios') as AxiosStatic;
const oldestCjs = require('axios-oldest') as AxiosStatic;
// The two have the same face; their types are of other declarations.
const oldestEsm = oldest as unknown as AxiosStatic;

const copies = [
  ['the latest axios, ESM', axios],
  ['the latest axios, CJS', cjs],
  ['axios 1.6.0, ESM', oldestEsm],
  ['axios 1.6.0, CJS', oldestCjs],
] as const;

const json = { 'Content-Type': 'application/json' };
const fine = reply(200, '{"id":1}', json);
const missing = reply(404, '{"error":{"code":"X.1","message":"no such key"}}', json);
const retry = { baseDelayMs: 0, throttleDelayMs: 0 };
const reasonOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable('it was to reject'),
    (error: unknown) => error,
  );
const restored = (error: unknown): unknown => JSON.parse(JSON.stringify(error));
/** Answers by the path: `/404` is missing, all else is fine. */
const byPath: Answer = (socket, seen) => (seen.path === '/404' ? missing : fine)(socket, seen);

it('there are four copies', () => {
  expect(new Set(copies.map(([, copy]) => copy.AxiosError)).size).toBe(4);
  expect(copies.map(([, { VERSION }]) => VERSION.startsWith('1.6.'))).toEqual([false, false, true, true]);
});

describe.each(copies)('%s', (_, copy) => {
  describe.each([
    ['bare', false],
    ['attached', true],
  ])('%s', (_, attached) => {
    function instance({ origin }: Pick<FaultServer, 'origin'>, config: object = {}): AxiosInstance {
      const made = copy.create({ baseURL: origin, ...config });
      if (attached) attachOutcomes(made, { retry });
      return made;
    }

    it('a response, and its promise', async () => {
      const server = await faultServer(fine);
      const wanted = {
        kind: 'success',
        status: 200,
        data: { id: 1 },
        effect: 'applied',
        request: { method: 'POST', path: '/key' },
        attempts: [{ number: 1, status: 200 }],
      };
      expect(await outcomeOf(await instance(server).post('/key?sig=1'))).toMatchObject(wanted);
      expect(await outcomeOf(instance(server).post('/key?sig=1'))).toMatchObject(wanted);
    });

    it('an error with a response, its response, its promise, and its JSON', async () => {
      const http = instance(await faultServer(missing));
      const wanted = { kind: 'rejected', status: 404, effect: 'none', request: { path: '/key' } };
      const problem = { code: 'X.1', message: 'no such key' };
      const error = await reasonOf(http.get('/key'));
      for (const from of [error, Reflect.get(error as object, 'response'), http.get('/key')]) {
        expect(await outcomeOf(from)).toMatchObject({ ...wanted, problem });
      }
      // axios's toJSON leaves the response out.
      expect(await outcomeOf(restored(error))).toMatchObject(wanted);
      expect(await outcomeOf(Promise.reject(restored(error)))).toMatchObject(wanted);
    });

    it('an error without a response, also from JSON', async () => {
      const http = instance({ origin: `http://127.0.0.1:${await closedPort()}` });
      const error = await reasonOf(http.post('/key', {}));
      for (const from of [error, restored(error)]) {
        expect(await outcomeOf(from)).toMatchObject({
          kind: 'unreachable',
          code: 'ECONNREFUSED',
          effect: 'none',
          request: { method: 'POST', path: '/key' },
        });
      }
    });

    it('a timeout of a POST, also from JSON: its effect is unknown', async () => {
      fakeTimeouts();
      const http = instance(await faultServer(silencePastTimeout), { timeout });
      const error = await reasonOf(http.post('/key', {}));
      for (const from of [error, restored(error)]) {
        expect(await outcomeOf(from)).toMatchObject({ kind: 'unreachable', effect: 'unknown' });
      }
    });

    it('a cut body', async () => {
      const http = instance(await faultServer(cutByLength(200)));
      expect(await outcomeOf(http.post('/key', {}))).toMatchObject({
        kind: 'malformed',
        httpStatus: 200,
        effect: 'applied',
      });
    });

    it('a call that was stopped, by signal and by token, also from JSON', async () => {
      const http = instance(await faultServer(silence));
      const source = copy.CancelToken.source();
      const byToken = reasonOf(http.get('/key', { cancelToken: source.token }));
      const bySignal = reasonOf(http.get('/key', { signal: AbortSignal.timeout(20) }));
      setTimeout(() => source.cancel('enough'), 20);
      for (const error of [await byToken, await bySignal]) {
        expect(await outcomeOf(error)).toMatchObject({ kind: 'cancelled' });
        expect(await outcomeOf(restored(error))).toMatchObject({ kind: 'cancelled' });
      }
    });

    it('an error of an interceptor or a transform is thrown as the same object', async () => {
      const server = await faultServer(fine);
      const bug = new TypeError('a bug');
      const fail = () => {
        throw bug;
      };
      const ofRequest = instance(server);
      ofRequest.interceptors.request.use(fail);
      const ofResponse = instance(server);
      ofResponse.interceptors.response.use(fail);
      await expect(outcomeOf(ofRequest.get('/key'))).rejects.toBe(bug);
      await expect(outcomeOf(ofResponse.get('/key'))).rejects.toBe(bug);
      for (const transform of ['transformRequest', 'transformResponse']) {
        const call = instance(server).get('/key', { [transform]: fail });
        await expect(outcomeOf(call)).rejects.toBe(bug);
      }
    });

    it.each([
      ['nothing', /Unknown adapter/],
      [['xhr'], /no suitable adapter/],
    ])("axios's error for a wrong option is thrown as the same object: %s", async (adapter, message) => {
      const http = instance(await faultServer(fine));
      // What types refuse, code without types may still give.
      const error = await reasonOf(http.get('/key', { adapter } as object));
      expect(error).toMatchObject({ name: 'AxiosError', message: expect.stringMatching(message) });
      await expect(outcomeOf(error)).rejects.toBe(error);
      await expect(outcomeOf(Promise.reject(error))).rejects.toBe(error);
    });

    it('in Promise.all and Promise.allSettled', async () => {
      const http = instance(await faultServer(byPath));
      const all = await Promise.all(['/a', '/404', '/b'].map((path) => outcomeOf(http.get(path))));
      expect(all.map(({ kind }) => kind)).toEqual(['success', 'rejected', 'success']);
      const settled = await Promise.allSettled([http.get('/a'), http.get('/404')]);
      const outcomes = settled.map((one) => outcomeOf(one.status === 'fulfilled' ? one.value : one.reason));
      expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['success', 'rejected']);
    });

    it('in async iterators: pages until the last page', async () => {
      const paged = reply(200, '{"id":1}', json);
      const http = instance(await faultServer(paged, paged, missing));
      async function* pages() {
        for (let page = 1; ; page++) {
          const outcome = await outcomeOf(http.get<{ readonly id: number }>(`/pages/${page}`));
          if (outcome.kind !== 'success') return;
          yield outcome;
        }
      }
      const found: unknown[] = [];
      for await (const page of pages()) found.push([page.request.path, unwrap(page)]);
      expect(found).toEqual([
        ['/pages/1', { id: 1 }],
        ['/pages/2', { id: 1 }],
      ]);
      const kinds: string[] = [];
      for await (const { kind } of ['/a', '/b'].map((path) => outcomeOf(http.get(path)))) kinds.push(kind);
      expect(kinds).toEqual(['rejected', 'rejected']);
    });

    it('in axios.all and axios.spread, before and after', async () => {
      const http = instance(await faultServer(byPath));
      const outcomes = await copy.all([outcomeOf(http.get('/a')), outcomeOf(http.get('/404'))]);
      expect(outcomes.every(isOutcome)).toBe(true);
      const kinds = await copy
        .all([http.get('/a'), http.get('/b')])
        .then(copy.spread((a: AxiosResponse, b: AxiosResponse) => Promise.all([outcomeOf(a), outcomeOf(b)])));
      expect(kinds.map(({ kind }) => kind)).toEqual(['success', 'success']);
      const failed = copy.all([http.get('/a'), http.get('/404')]);
      expect(await outcomeOf(failed)).toMatchObject({ kind: 'rejected', status: 404 });
    });
  });

  it('attached: a retry, all attempts, and the outcomes of its client', async () => {
    const busy = reply(503);
    const server = await faultServer(busy, fine, busy, fine);
    const http = copy.create({ baseURL: server.origin });
    const client = attachOutcomes(http, { retry });
    const attempts = [{ status: 503 }, { status: 200 }];
    expect(await outcomeOf(http.get('/key'))).toMatchObject({ kind: 'success', attempts });
    expect(await client.get('/key')).toMatchObject({ kind: 'success', attempts });
    expect(server.seen).toHaveLength(4);
  });
});
