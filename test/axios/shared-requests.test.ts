// Calls that share one request: whoever shares it, each call of the client gets its outcome.
import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosInstance,
  type InternalAxiosRequestConfig,
} from 'axios';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, outcomeOf } from '../../src/index.js';

const retry = { baseDelayMs: 0, throttleDelayMs: 0 };

/** An adapter whose every answer is this status, or a reset; it takes a moment. */
function answering(status: number): { adapter: AxiosAdapter; calls: () => number } {
  let calls = 0;
  const adapter: AxiosAdapter = async (config) => {
    calls++;
    await new Promise((resolve) => setTimeout(resolve, 2));
    return settled(status, config);
  };
  return { adapter, calls: () => calls };
}
function settled(status: number, config: InternalAxiosRequestConfig) {
  if (status === 0) throw new AxiosError('reset', 'ECONNRESET', config);
  const headers = new AxiosHeaders({ 'Content-Type': 'application/json' });
  const response = { status, statusText: '', data: '{"code":"E.1"}', headers, config };
  if (status < 300) return response;
  throw new AxiosError('status', 'ERR_BAD_REQUEST', config, {}, response);
}

/** Gives every call of an address what the first one got, for as long as that takes. */
function once(adapter: AxiosAdapter): AxiosAdapter {
  const under = new Map<string, ReturnType<AxiosAdapter>>();
  return (config) => {
    const key = axios.getUri(config);
    const known = under.get(key) ?? adapter(config).finally(() => under.delete(key));
    under.set(key, known);
    return known;
  };
}

/** In a request interceptor, as caches do it: the first call goes on, the others wait for its end. */
function shareByInterceptors(
  instance: AxiosInstance,
  handOn: (error: unknown) => unknown = (error) => error,
): void {
  const under = new Map<string, Settled>();
  const keyOf = (config: InternalAxiosRequestConfig) => `${config.method} ${config.url}`;
  instance.interceptors.request.use(async (config) => {
    const known = under.get(keyOf(config));
    if (known === undefined) under.set(keyOf(config), new Settled());
    else await known.promise;
    return config;
  });
  instance.interceptors.response.use(undefined, (error: AxiosError) => {
    under.get(error.config ? keyOf(error.config) : '')?.reject(handOn(error));
    return Promise.reject(error);
  });
}
/** A promise that is settled from outside. */
class Settled {
  reject: (error: unknown) => void = () => {};
  readonly promise: Promise<never> = new Promise((_, reject) => {
    this.reject = reject;
  });
}

const expected: { readonly [status: number]: object } = {
  0: { kind: 'unreachable', code: 'ECONNRESET' },
  404: { kind: 'rejected', status: 404, problem: { code: 'E.1' } },
  503: { kind: 'unavailable', status: 503, problem: { code: 'E.1' } },
  200: { kind: 'success', data: { code: 'E.1' } },
};

describe.each([0, 404, 503, 200])('an answer of %d, shared', (status) => {
  it('by an adapter that sends once', async () => {
    const { adapter } = answering(status);
    const client = attachOutcomes(axios.create({ adapter: once(adapter) }), { retry });
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => client.get('/a')));
    for (const outcome of outcomes) expect(outcome).toMatchObject(expected[status] ?? {});
  });

  it('by a mock that gives the same object to every call, at once and in turn', async () => {
    const config = { headers: new AxiosHeaders(), url: '/mock' };
    const made = await Promise.resolve()
      .then(() => settled(status, config))
      .then(
        (response) => ({ response }),
        (error: unknown) => ({ error }),
      );
    const adapter: AxiosAdapter = () =>
      'error' in made ? Promise.reject(made.error) : Promise.resolve(made.response);
    const client = attachOutcomes(axios.create({ adapter }), { retry: { retries: 0 } });
    const outcomes = await Promise.all([client.get('/a'), client.get('/b'), client.post('/c')]);
    for (const outcome of [...outcomes, await client.get('/d')]) {
      expect(outcome).toMatchObject({ ...expected[status], attempts: [{}] });
    }
    expect(outcomes.map(({ request }) => request.path)).toEqual(['/a', '/b', '/c']);
  });
});

describe.each([0, 404, 503])('a failure of %d that interceptors hand to other calls', (status) => {
  it.each<[string, (error: unknown) => unknown]>([
    ['as it is', (error) => error],
    [
      'as a copy with the same response',
      (error) => {
        const { message, code, config, request, response } = error as AxiosError;
        return new AxiosError(message, code, config, request, response);
      },
    ],
  ])('%s', async (name, handOn) => {
    // Nothing of a reset is left in a copy.
    if (status === 0 && name !== 'as it is') return;
    const { adapter, calls } = answering(status);
    const instance = axios.create({ adapter, baseURL: 'https://api.example/v1' });
    shareByInterceptors(instance, handOn);
    const client = attachOutcomes(instance, { retry });
    const call = () => client.get('/a', { params: { page: 1 } });
    const outcomes = await Promise.all([call(), call(), call()]);
    for (const outcome of outcomes) expect(outcome).toMatchObject(expected[status] ?? {});
    expect(outcomes.map(({ request }) => request.path)).toEqual(['/v1/a', '/v1/a', '/v1/a']);
    expect(calls()).toBe(status === 404 ? 1 : 3);
  });

  it('also if an interceptor rewrites addresses', async () => {
    const { adapter } = answering(status);
    const instance = axios.create({ adapter });
    shareByInterceptors(instance);
    instance.interceptors.request.use((config) => ({ ...config, url: `/tenant${config.url}` }));
    const client = attachOutcomes(instance, { retry: { retries: 0 } });
    const outcomes = await Promise.all([client.get('/a'), client.get('/a')]);
    for (const outcome of outcomes) expect(outcome).toMatchObject(expected[status] ?? {});
  });

  it('of plain code, to a call of the client', async () => {
    const { adapter } = answering(status);
    const instance = axios.create({ adapter, baseURL: 'https://api.example/v1' });
    shareByInterceptors(instance);
    const client = attachOutcomes(instance, { retry: { retries: 0 } });
    const outcomes = await Promise.all([outcomeOf(instance.get('/a')), client.get('/a')]);
    for (const outcome of outcomes) expect(outcome).toMatchObject(expected[status] ?? {});
  });

  it.each([
    ['another address', '/token', 'get'],
    ['another method', '/a', 'post'],
    ['another host', 'https://login.example/v1/a', 'get'],
  ])('of a request of its own to %s is thrown', async (_, url, method) => {
    const { adapter } = answering(status);
    const instance = axios.create({ adapter, baseURL: 'https://api.example/v1' });
    const client = attachOutcomes(instance, { retry: { retries: 0 } });
    instance.interceptors.request.use(async (config) => {
      if (config.headers.get('X-Own') === undefined) {
        await instance.request({ url, method, headers: { 'X-Own': '1' } });
      }
      return config;
    });
    await expect(client.get('/a')).rejects.toMatchObject({ isAxiosError: true });
  });
});

it('an outcome is made with the options of its own call', async () => {
  const { adapter } = answering(404);
  const instance = axios.create({ adapter });
  shareByInterceptors(instance);
  const client = attachOutcomes(instance, { retry });
  const [, second] = await Promise.all([
    client.get('/a'),
    client.get('/a', { outcome: { redact: ['code'] } }),
  ]);
  expect(second).toMatchObject({ kind: 'rejected', problem: { details: { code: '[redacted]' } } });
});
