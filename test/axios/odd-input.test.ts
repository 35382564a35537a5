import { runInNewContext } from 'node:vm';
import axios, { type AxiosAdapter, AxiosError, AxiosHeaders } from 'axios';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { attachOutcomes, outcomeAdapter, outcomeOf, unwrap } from '../../src/index.js';

const retry = { baseDelayMs: 0 };
type Fields = { status: number; data?: unknown; headers?: unknown };

/** A client of an adapter that answers with whatever it is given, or throws it. */
function answering(...answers: readonly (Fields | (() => never))[]) {
  let calls = 0;
  const adapter = vi.fn<AxiosAdapter>(async (config) => {
    const answer = answers[Math.min(calls++, answers.length - 1)];
    if (typeof answer === 'function') return answer();
    const response = { statusText: '', data: '', headers: new AxiosHeaders(), config, ...answer };
    if (config.validateStatus?.(answer?.status ?? 0)) return response as never;
    throw new AxiosError('refused', 'ERR_BAD_RESPONSE', config, {}, response as never);
  });
  const instance = axios.create({ adapter });
  return { adapter, instance, client: attachOutcomes(instance, { catalogue: dew, retry }) };
}
const fails = (error: unknown) => (): never => {
  throw error;
};

describe('adapters and mocks that differ from axios', () => {
  it('a 2xx without data that validateStatus refuses does not count as truncated', async () => {
    const { client, adapter } = answering({ status: 200, data: undefined });
    expect(await client.get('/a', { validateStatus: () => false })).toMatchObject({ kind: 'success' });
    expect(adapter).toHaveBeenCalledTimes(1);
  });
  it.each(['a text', 7, null])('headers that are %s', async (headers) => {
    expect(await answering({ status: 404, headers }).client.get('/a')).toMatchObject({ status: 404 });
  });
  it('a frozen error is thrown as it is, after its retries', async () => {
    const { adapter, instance } = answering(fails(Object.freeze(new AxiosError('x', 'ECONNRESET'))));
    await expect(instance.get('/a')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(adapter.mock.calls.length).toBeGreaterThan(1);
  });
  it.each(['fetch failed', 'Failed to fetch', 'Load failed'])('fetch’s own TypeError: %s', async (text) => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const { client, adapter } = answering(fails(new TypeError(text, { cause })), { status: 200 });
    expect(await client.post('/a')).toMatchObject({
      kind: 'success',
      attempts: [{ code: 'ECONNREFUSED' }, {}],
    });
    expect(adapter).toHaveBeenCalledTimes(2);
  });
  it('any other TypeError is a bug, and is thrown', async () => {
    const bug = new TypeError('x is not a function');
    await expect(answering(fails(bug)).client.get('/a')).rejects.toBe(bug);
  });
  it('an adapter that throws synchronously', async () => {
    let calls = 0;
    const adapter: AxiosAdapter = (config) => {
      if (calls++ === 0) throw new AxiosError('reset', 'ECONNRESET', config);
      const headers = new AxiosHeaders();
      return Promise.resolve({ status: 200, statusText: '', data: '1', headers, config });
    };
    const client = attachOutcomes(axios.create({ adapter }), { retry });
    expect(await client.get('/a')).toMatchObject({ kind: 'success', attempts: [{ code: 'ECONNRESET' }, {}] });
  });
  it('a URL object as url', async () => {
    const { client } = answering({ status: 404 });
    const url = new URL('https://e.x/keys/7?secret=1') as unknown as string;
    expect((await client.get(url)).request).toEqual({ method: 'GET', path: '/keys/7' });
  });
});

describe('interceptors that replace a failure', () => {
  it.each([
    ['with the failure as its cause', 404, (cause: unknown) => new Error('mine', { cause })],
    ['of a good answer', 200, (cause: unknown) => new Error('business', { cause })],
    ['from another realm', 404, () => runInNewContext('new TypeError("mine")') as Error],
    ['an AxiosError of a good answer', 200, () => new AxiosError('mine', 'MINE')],
  ])('an error of their own is thrown: %s', async (_, status, make) => {
    const { instance, client } = answering({ status, data: '1' });
    let own: unknown;
    const fail = (reason: unknown) => {
      own = make(reason);
      return Promise.reject(own);
    };
    instance.interceptors.response.use(fail, fail);
    const thrown: unknown = await client.get('/a').catch((error: unknown) => error);
    expect(thrown).toBe(own);
  });
  it('an AxiosError that an interceptor made of a good answer is rethrown by outcomeOf', async () => {
    const { instance } = answering({ status: 200 });
    instance.interceptors.response.use((r) => {
      throw new AxiosError('mine', 'MINE', r.config, r.request, r);
    });
    await expect(outcomeOf(instance.get('/a'))).rejects.toThrow('mine');
  });
  it('the failure of another request on the same instance is not the outcome of this one', async () => {
    const { instance, client } = answering({ status: 200 }, { status: 404 });
    instance.interceptors.response.use(async (response) => {
      if (response.config.url === '/order') await instance.get('/audit');
      return response;
    });
    await expect(client.post('/order', {})).rejects.toMatchObject({ config: { url: '/audit' } });
  });
  it('data that looks like a response is data', async () => {
    const body = { status: 2, config: { a: 1 }, headers: {} };
    const { instance, client } = answering({ status: 200, data: JSON.stringify(body) });
    instance.interceptors.response.use((response) => response.data);
    expect(await client.get('/a')).toMatchObject({ kind: 'success', status: 200, data: body });
  });
  it('a copy of the response keeps its attempts', async () => {
    const { instance, client } = answering({ status: 503 }, { status: 200 });
    instance.interceptors.response.use((response) => ({ ...response, data: 'copied' }));
    expect(await client.get('/a')).toMatchObject({ data: 'copied', attempts: [{ status: 503 }, {}] });
  });
  it('a config and an error can be printed in an interceptor, as with bare axios', async () => {
    const good = answering({ status: 200 });
    const printed: string[] = [];
    good.instance.interceptors.response.use((response) => {
      printed.push(JSON.stringify(response.config));
      return response;
    });
    expect(await good.client.get('/a')).toMatchObject({ kind: 'success' });
    const bad = answering({ status: 404 });
    bad.instance.interceptors.response.use(undefined, (error) => {
      printed.push(JSON.stringify(error));
      throw error;
    });
    expect(await bad.client.get('/a')).toMatchObject({ kind: 'rejected' });
    expect(printed.map((text) => text.includes('outcomeSink'))).toEqual([false, false]);
  });
});

describe('an adapter that gives one response to several requests, as mocks and caches do', () => {
  it('each has an outcome of its own', async () => {
    const shared = { status: 503, statusText: '', headers: new AxiosHeaders(), data: '' };
    const adapter = (async () => shared) as unknown as AxiosAdapter;
    const instance = axios.create({ validateStatus: () => true, adapter });
    const client = attachOutcomes(instance, { retry });
    const [paid, looked, plain] = await Promise.all([
      client.post('/pay', {}),
      client.get('/look', { outcome: { retry: false } }),
      instance.get('/plain'),
    ]);
    expect([paid.request, paid.effect]).toEqual([{ method: 'POST', path: '/pay' }, 'unknown']);
    expect([looked.request, looked.effect]).toEqual([{ method: 'GET', path: '/look' }, 'none']);
    expect((await outcomeOf(plain)).request).toEqual({ method: 'GET', path: '/plain' });
  });
});

describe('instances that work without outcomes also work attached', () => {
  const served: AxiosAdapter = async (config) => ({
    status: 200,
    statusText: '',
    data: '1',
    headers: new AxiosHeaders(),
    config,
  });
  it.each([
    ['new Axios() without an adapter', () => new axios.Axios({ headers: {} } as never)],
    ['adapter: null', () => axios.create({ adapter: null as never })],
    ['an empty adapter in the call', () => axios.create({ adapter: '' as never })],
  ])('%s: axios’s own default sends', async (_, make) => {
    const { adapter } = axios.defaults;
    axios.defaults.adapter = served;
    onTestFinished(() => {
      if (adapter) axios.defaults.adapter = adapter;
    });
    const client = attachOutcomes(make() as never);
    expect(await client.get('https://e.x/a')).toMatchObject({ kind: 'success' });
  });
  it('outcomeAdapter’s config can be sent again, with its retries', async () => {
    const { adapter } = answering({ status: 503 });
    const hidden = axios.create({ adapter: outcomeAdapter({ adapter, retry: { ...retry, retries: 2 } }) });
    const error: unknown = await hidden.get('/a').catch((reason: unknown) => reason);
    if (!axios.isAxiosError(error) || error.config === undefined) throw new Error('no AxiosError');
    await hidden.request(error.config).catch(() => {});
    expect(adapter).toHaveBeenCalledTimes(6);
  });
  it('outcomeOf returns a given outcome unchanged', async () => {
    const outcome = await answering({ status: 404 }).client.get('/a');
    expect(await outcomeOf(outcome)).toBe(outcome);
  });
});

describe('outcomes can be cloned', () => {
  it.each([
    ['a hint of 400 nines', { status: 202, headers: { 'retry-after': '9'.repeat(400) } }],
    ['a documented row', { status: 404 }],
  ])('%s', async (_, answer) => {
    const outcome = await answering(answer).client.get('/a');
    expect(structuredClone(outcome)).toEqual(outcome);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });
  it('an abort whose reason holds a function', async () => {
    const controller = new AbortController();
    controller.abort({ again: () => {} });
    const outcome = await answering({ status: 200 }).client.get('/a', { signal: controller.signal });
    expect(structuredClone(outcome)).toEqual(outcome);
  });
  it.each([
    ['abort()', () => AbortSignal.abort(), 'AbortError'],
    ['AbortSignal.timeout', () => AbortSignal.timeout(0), 'TimeoutError'],
  ])('the reason of %s, which Node 20 would clone to an empty object', async (_, make, name) => {
    const signal = make();
    await vi.waitFor(() => expect(signal.aborted).toBe(true));
    const outcome = await answering({ status: 200 }).client.get('/a', { signal });
    if (outcome.kind !== 'cancelled') throw new Error(outcome.kind);
    expect(outcome.reason).toMatchObject({ name, message: expect.stringMatching(/abort/) });
    expect(structuredClone(outcome.reason)).toMatchObject({ message: expect.stringMatching(/abort/) });
  });
  it('the catalogue’s entry in the outcome is frozen too', async () => {
    const outcome = await answering({ status: 404 }).client.get('/a');
    if (outcome.kind !== 'rejected') throw new Error(outcome.kind);
    expect([outcome.documented, outcome.documented?.meaning].every(Object.isFrozen)).toBe(true);
  });
});

describe('messages', () => {
  it('the message of a malformed 200 does not say that it succeeded', async () => {
    const headers = new AxiosHeaders({ 'content-type': 'application/json' });
    const outcome = await answering({ status: 200, data: '{"a":', headers }).client.get('/a');
    expect(() => unwrap(outcome)).toThrow(
      /^GET \/a: malformed, 200 OK\. The request was carried out\. The answer/,
    );
  });
  it('the message for an option that is not an object', async () => {
    const outcome = 'none' as never;
    await expect(answering({ status: 200 }).client.get('/a', { outcome })).rejects.toThrow(
      'axios-outcome: outcome is "none". Write an object { retry, responses, delayed, redact }.',
    );
  });
  it('the message of outcomeOf for a value that is neither response nor error', async () => {
    await expect(outcomeOf({ hello: 1 })).rejects.toThrow('outcomeOf takes an axios response');
  });
});
