import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosInstance,
  type InternalAxiosRequestConfig,
} from 'axios';
import { describe, expect, it, vi } from 'vitest';
import { attachOutcomes } from '../../src/index.js';

const retry = { baseDelayMs: 0 };

/** 503 once, then 200. */
function recovering() {
  let calls = 0;
  return vi.fn<AxiosAdapter>(async (config) => {
    const status = calls++ === 0 ? 503 : 200;
    const response = { status, statusText: '', data: '{"a":1}', headers: new AxiosHeaders(), config };
    if (status === 200) return response;
    throw new AxiosError('status 503', 'ERR_BAD_RESPONSE', config, {}, response);
  });
}
const refusing: AxiosAdapter = () => Promise.reject(new Error('this adapter was to be replaced'));

type Interceptor = (config: InternalAxiosRequestConfig) => InternalAxiosRequestConfig;
const setters: readonly (readonly [string, (adapter: AxiosAdapter) => Interceptor])[] = [
  ['sets it on the config', (adapter) => (config) => Object.assign(config, { adapter })],
  ['returns a copy', (adapter) => (config) => ({ ...config, adapter })],
];
const moments = ['before', 'after'] as const;
const orders = [true, false];
const cases = setters.flatMap(([name, setter]) =>
  moments.flatMap((moment) => orders.map((legacy) => ({ name, setter, moment, legacy }))),
);

describe('an adapter that an interceptor chooses is retried, whenever the interceptor was added', () => {
  it.each(cases)('$moment attaching, legacy order $legacy, $name', async ({ setter, moment, legacy }) => {
    const adapter = recovering();
    const transitional = { legacyInterceptorReqResOrdering: legacy };
    const instance = axios.create({ adapter: refusing, transitional });
    const register = () => instance.interceptors.request.use(setter(adapter));
    if (moment === 'before') register();
    const client = attachOutcomes(instance, { retry });
    if (moment === 'after') register();
    expect(await client.get('/a')).toMatchObject({ kind: 'success', attempts: [{ status: 503 }, {}] });
    expect(adapter).toHaveBeenCalledTimes(2);
  });
});

describe('changes to the interceptors of an attached instance', () => {
  it('ids of other interceptors stay valid, and clear() removes only the others', async () => {
    const adapter = recovering();
    const instance = axios.create({ adapter });
    const calls: string[] = [];
    const add = (name: string) =>
      instance.interceptors.request.use((config) => {
        calls.push(name);
        return config;
      });
    const first = add('first');
    const client = attachOutcomes(instance, { retry });
    add('second');
    instance.interceptors.request.eject(first);
    await client.get('/a');
    expect(calls).toEqual(['second']);
    instance.interceptors.request.clear();
    expect(await client.get('/a')).toMatchObject({ kind: 'success' });
    expect(calls).toEqual(['second']);
  });

  it('nothing is left after detaching in another order than attaching', async () => {
    const instance = axios.create({ adapter: recovering() });
    const client = attachOutcomes(instance, { retry });
    const { forEach } = instance.interceptors.request as unknown as { forEach: (visit: unknown) => void };
    const theirs = (visit: unknown) => forEach.call(instance.interceptors.request, visit);
    Object.assign(instance.interceptors.request, { forEach: theirs });
    client.detach();
    await expect(instance.get('/a')).rejects.toMatchObject({ response: { status: 503 } });
  });

  it('an instance whose interceptors have no forEach gets an ordinary interceptor', async () => {
    const adapter = recovering();
    const real = axios.create({ adapter });
    const { request, response } = real.interceptors;
    const narrow = { use: request.use.bind(request), eject: request.eject.bind(request) };
    // An instance of somebody's own making, with the documented methods only.
    const instance = Object.assign((config: never) => real(config), {
      request: real.request.bind(real),
      defaults: real.defaults,
      interceptors: { request: narrow, response },
    }) as unknown as AxiosInstance;
    const client = attachOutcomes(instance, { retry });
    expect(await client.get('/a')).toMatchObject({ kind: 'success', attempts: [{ status: 503 }, {}] });
    client.detach();
    expect((request.handlers ?? []).filter(Boolean)).toEqual([]);
  });
});

describe('a failing axios call inside a request interceptor', () => {
  it('is thrown as any error of the caller’s own code, and the request is not sent', async () => {
    const adapter = vi.fn(refusing);
    const instance = axios.create({ adapter });
    const config = { url: '/token', headers: new AxiosHeaders() };
    const response = { status: 503, statusText: '', data: '', headers: new AxiosHeaders(), config };
    const failure = new AxiosError('status 503', 'ERR_BAD_RESPONSE', config, {}, response);
    instance.interceptors.request.use(() => Promise.reject(failure));
    await expect(attachOutcomes(instance).post('/a', {})).rejects.toBe(failure);
    expect(adapter).not.toHaveBeenCalled();
  });
});
