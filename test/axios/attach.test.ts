import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosInstance,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import MockAdapter from 'axios-mock-adapter';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { attachOutcomes, ConfigurationError, outcomeAdapter, outcomeOf } from '../../src/index.js';
import { faultServer, reply } from '../integration/fault-server.js';

const entered = vi.hoisted(() => vi.fn());
vi.mock('p-retry', async (original) => {
  const real = await original<typeof import('p-retry')>();
  const pRetry: typeof real.default = (input, options) => {
    entered();
    return real.default(input, options);
  };
  return { ...real, default: pRetry };
});
beforeEach(() => entered.mockClear());

const retry = { baseDelayMs: 0, throttleDelayMs: 0 };

/** Answers with one status after the other, and keeps what it was sent. */
function script(...statuses: number[]) {
  const sent: InternalAxiosRequestConfig[] = [];
  const adapter: AxiosAdapter = async (config) => {
    const status = statuses[Math.min(sent.length, statuses.length - 1)] ?? 200;
    sent.push({ ...config, headers: config.headers.concat() });
    const response = { status, statusText: '', data: '{"a":1}', headers: new AxiosHeaders(), config };
    if (!config.validateStatus || config.validateStatus(status)) return response;
    throw new AxiosError(
      `status ${status}`,
      status < 500 ? 'ERR_BAD_REQUEST' : 'ERR_BAD_RESPONSE',
      config,
      {},
      response,
    );
  };
  return { adapter, sent };
}

describe('interceptors and transforms run once per logical request (softonic/axios-retry 246, 295)', () => {
  it('although three attempts are sent', async () => {
    const { adapter, sent } = script(503, 503, 200);
    const instance = axios.create({ adapter, baseURL: 'https://e.x' });
    const responses = vi.fn((response) => response);
    instance.interceptors.request.use((config) => ({ ...config, url: `${config.url}/x` }));
    instance.interceptors.response.use(responses);
    attachOutcomes(instance, { retry });
    await instance.put('/a', { b: 1 }, { transformRequest: [(data) => JSON.stringify({ wrapped: data })] });
    expect(sent.map(({ url, data }) => [url, data])).toEqual(Array(3).fill(['/a/x', '{"wrapped":{"b":1}}']));
    expect(responses).toHaveBeenCalledTimes(1);
  });
});

describe('code on the instance still works', () => {
  it('gets an AxiosResponse whose config has the given adapter', async () => {
    const { adapter } = script(503, 200);
    const instance = axios.create({ adapter });
    attachOutcomes(instance, { retry });
    const response = await instance.get('/a');
    expect(response).toMatchObject({ status: 200, data: { a: 1 } });
    expect(response.config.adapter).toBe(adapter);
  });

  it('gets an AxiosError with its usual code, config and response', async () => {
    const instance = axios.create({ adapter: script(404).adapter });
    attachOutcomes(instance, { retry });
    const error = await instance.get('/a').catch((reason: unknown) => reason);
    expect(axios.isAxiosError(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'ERR_BAD_REQUEST',
      config: { url: '/a' },
      response: { status: 404, data: { a: 1 } },
    });
  });

  it('gets a cancellation that isCancel recognises', async () => {
    const instance = axios.create({ adapter: script(503).adapter });
    attachOutcomes(instance, { retry: { jitter: 'none' } });
    const controller = new AbortController();
    const pending = instance.get('/a', { signal: controller.signal }).catch((reason: unknown) => reason);
    setTimeout(() => controller.abort(), 5);
    expect(axios.isCancel(await pending)).toBe(true);
  });

  it('may send error.config again, as token refreshers do, without being wrapped twice', async () => {
    const { adapter, sent } = script(401, 503, 503, 200);
    const instance = axios.create({ adapter });
    instance.interceptors.response.use(undefined, (error) =>
      error.response.status === 401 ? instance(error.config) : Promise.reject(error),
    );
    const outcome = await attachOutcomes(instance, { retry }).get('/a');
    expect(outcome).toMatchObject({
      kind: 'success',
      attempts: [{ status: 503 }, { status: 503 }, { status: 200 }],
    });
    expect(sent).toHaveLength(4);
  });
});

// Its CommonJS types name another copy of axios's types than ours.
const mockOf = (instance: AxiosInstance) => new MockAdapter(instance as never);

describe('adapters', () => {
  it('a 503 is retried also with validateStatus: () => true', async () => {
    const { adapter, sent } = script(503, 200);
    const instance = axios.create({ adapter, validateStatus: () => true });
    expect(await attachOutcomes(instance, { retry }).get('/a')).toMatchObject({ kind: 'success' });
    expect(sent).toHaveLength(2);
    const missing = axios.create({ adapter: script(404).adapter, validateStatus: () => true });
    expect(await attachOutcomes(missing).get('/a')).toMatchObject({ kind: 'rejected', status: 404 });
  });

  it.each(['http', 'fetch', ['xhr', 'http', 'fetch']])('by name: %s', async (adapter) => {
    const instance = axios.create({ adapter: adapter as 'http' });
    const outcome = await attachOutcomes(instance, { retry: { retries: 0 } }).get('http://127.0.0.1:9/');
    expect(outcome.kind).toBe('unreachable');
  });

  it('an unknown name is refused as in bare axios', async () => {
    const config = { adapter: 'carrier-pigeon' as 'http' };
    const bare = await axios.get('/a', config).catch((error: Error) => error.message);
    const instance = axios.create();
    const client = attachOutcomes(instance);
    await expect(instance.get('/a', config)).rejects.toThrow(bare as string);
    await expect(client.get('/a', config)).rejects.toThrow(bare as string);
  });

  it.each(['before', 'after'])('axios-mock-adapter, set up %s attaching', async (when) => {
    const instance = axios.create();
    const mockFirst = when === 'before' && mockOf(instance);
    const client = attachOutcomes(instance, { retry });
    const mock = mockFirst || mockOf(instance);
    mock.onGet('/a').replyOnce(503).onGet('/a').reply(200, { id: 1 });
    expect(await client.get('/a')).toMatchObject({
      kind: 'success',
      data: { id: 1 },
      attempts: [{ status: 503 }, {}],
    });
    mock.onGet('/down').networkError();
    expect(await client.get('/down')).toMatchObject({ kind: 'unreachable', retry: { stopped: 'attempts' } });
  });

  it('outcomeAdapter is the same engine without an instance', async () => {
    const { adapter, sent } = script(503, 200);
    const instance = axios.create({ adapter: outcomeAdapter({ adapter, catalogue: dew, retry }) });
    const outcome = await outcomeOf(instance.get('/a'), { catalogue: dew });
    expect(outcome).toMatchObject({ kind: 'success', attempts: [{ status: 503 }, { status: 200 }] });
    expect(sent).toHaveLength(2);
  });

  it('outcomeAdapter on an attached instance does not multiply retries', async () => {
    const { adapter, sent } = script(503);
    const instance = axios.create({ adapter: outcomeAdapter({ adapter, retry }) });
    await attachOutcomes(instance, { retry }).get('/a');
    expect(sent).toHaveLength(3);
  });
});

describe('attaching and detaching', () => {
  it('attaching twice throws an error that says so', () => {
    const instance = axios.create();
    attachOutcomes(instance);
    expect(() => attachOutcomes(instance)).toThrow(ConfigurationError);
    expect(() => attachOutcomes(instance)).toThrow(/attached to this instance already.*detach/);
  });

  it('several instances are independent', async () => {
    const one = script(503);
    const two = script(503);
    const first = attachOutcomes(axios.create({ adapter: one.adapter }), { retry: { ...retry, retries: 1 } });
    const second = attachOutcomes(axios.create({ adapter: two.adapter }), { retry: false, catalogue: dew });
    await first.get('/a');
    expect(await second.get('/a')).toMatchObject({ retry: { stopped: 'attempts' } });
    expect([one.sent.length, two.sent.length]).toEqual([2, 1]);
  });

  it('detach undoes everything, and the instance can be attached again', async () => {
    const { adapter, sent } = script(503);
    const instance = axios.create({ adapter });
    const client = attachOutcomes(instance, { retry });
    client.detach();
    client.detach();
    await expect(instance.get('/a')).rejects.toMatchObject({ response: { status: 503 } });
    expect(sent).toHaveLength(1);
    await expect(client.get('/a')).rejects.toThrow(/detached/);
    await attachOutcomes(instance, { retry }).get('/a');
    expect(sent).toHaveLength(4);
  });
});

describe("the caller's own code", () => {
  const bug = new TypeError('a bug of the caller');
  const fail = () => {
    throw bug;
  };
  it.each([
    ['transformRequest', { transformRequest: [fail] }],
    ['transformResponse', { transformResponse: [fail] }],
    ['beforeAttempt', { outcome: { retry: { beforeAttempt: fail } } }],
    ['shouldRetry', { outcome: { retry: { shouldRetry: fail } } }],
    ['the adapter', { adapter: async () => fail() }],
  ])('that throws in %s is thrown, never an outcome', async (name, config) => {
    const client = attachOutcomes(
      axios.create({ adapter: script(name === 'shouldRetry' ? 503 : 200).adapter }),
      { retry },
    );
    await expect(client.post('/a', {}, config)).rejects.toBe(bug);
  });
  it.each(['request', 'response'] as const)('that throws in a %s interceptor is thrown', async (side) => {
    const instance = axios.create({ adapter: script(200).adapter });
    instance.interceptors[side].use(fail);
    await expect(attachOutcomes(instance).get('/a')).rejects.toBe(bug);
  });
  it('a hook that throws on a later attempt is thrown too', async () => {
    const client = attachOutcomes(axios.create({ adapter: script(503).adapter }), {
      retry: { ...retry, beforeAttempt: (_, attempt) => attempt === 2 && fail() },
    });
    await expect(client.get('/a')).rejects.toBe(bug);
  });
});

describe('interceptors that replace a response', () => {
  it.each([
    ['a fallback for a failure', [404], 200, 'success'],
    ['a failure made of a success', [200], 422, 'rejected'],
  ])('%s: kind and status agree', async (_, statuses, status, kind) => {
    const instance = axios.create({ adapter: script(...statuses).adapter });
    const replace = (response: AxiosResponse) => ({ ...response, status });
    instance.interceptors.response.use(replace, (error) => replace(error.response));
    expect(await attachOutcomes(instance).get('/a')).toMatchObject({ kind, status });
  });
  it('response => response.data: the outcome has that data', async () => {
    const instance = axios.create({ adapter: script(200).adapter });
    instance.interceptors.response.use((response) => response.data);
    expect(await attachOutcomes(instance).get('/a')).toMatchObject({
      kind: 'success',
      status: 200,
      data: { a: 1 },
    });
  });
  it('error => reject(error.response.data): the outcome is still the rejection', async () => {
    const instance = axios.create({ adapter: script(404).adapter });
    instance.interceptors.response.use(undefined, (error) => Promise.reject(error.response.data));
    expect(await attachOutcomes(instance).get('/a')).toMatchObject({ kind: 'rejected', status: 404 });
  });
});

describe('wrong options throw at once, naming the option, the value and what to write instead', () => {
  it.each([
    [
      'negative retries',
      { retry: { retries: -1 } },
      /retry\.retries is -1\. Write a whole number from 0 to 100/,
    ],
    ['NaN retries', { retry: { retries: Number.NaN } }, /retry\.retries is NaN/],
    ['half a retry', { retry: { retries: 1.5 } }, /retry\.retries is 1\.5/],
    [
      'a wait that no timer holds',
      { retry: { maxHintMs: 2 ** 31 } },
      /retry\.maxHintMs is 2147483648\. Write milliseconds from 0 to 2147483647/,
    ],
    ['a wait of NaN', { retry: { baseDelayMs: Number.NaN } }, /retry\.baseDelayMs is NaN/],
    [
      'an unknown jitter',
      { retry: { jitter: 'half' } },
      /retry\.jitter is "half"\. Write one of: full, none/,
    ],
    [
      'an unknown retry option',
      { retry: { retrys: 1 } },
      /Unknown option "retrys" in retry\. Did you mean "retries"\?/,
    ],
    [
      'a hook that is no function',
      { retry: { shouldRetry: true } },
      /retry\.shouldRetry is true\. Write a function/,
    ],
    ['a budget that is null', { retry: { budget: null } }, /retry\.budget is null/],
    [
      'advice of NaN in a catalogue',
      { catalogue: { ...dew, retry: { retries: Number.NaN } } },
      /retry\.retries of catalogue DEW is NaN/,
    ],
    [
      'an unknown option',
      { catalog: dew },
      /Unknown option "catalog" in the options\. Did you mean "catalogue"\?/,
    ],
    ['an empty catalogue', { catalogue: {} }, /catalogue\.name is undefined/],
    [
      'a catalogue without statuses',
      { catalogue: { name: 'X', source: 'x' } },
      /statuses of catalogue X is undefined. Write an object with at least one status code/,
    ],
    ['null', { catalogue: null }, /catalogue is null/],
  ])('%s', (_, options, message) => {
    expect(() => attachOutcomes(axios.create(), options as object)).toThrow(message);
  });
  it('per request as well', async () => {
    const client = attachOutcomes(axios.create({ adapter: script(200).adapter }));
    await expect(client.get('/a', { outcome: { retry: { retries: -1 } } })).rejects.toThrow(
      /outcome\.retry\.retries is -1/,
    );
  });
  it('a value that is not an instance', () => {
    expect(() => attachOutcomes({} as never)).toThrow(/instance is an object.*axios\.create/);
  });
});

describe('per request', () => {
  it.each([
    ['retry: { retries: 0 }', { retry: { retries: 0 } }, 1],
    ['retry: { retries: 1 }', { retry: { retries: 1 } }, 2],
    ['retry: false', { retry: false as const }, 1],
  ])('outcome: { %s }', async (_, outcome, attempts) => {
    const { adapter, sent } = script(503);
    const instance = axios.create({ adapter });
    await attachOutcomes(instance, { retry }).get('/a', { outcome });
    expect(sent).toHaveLength(attempts);
  });
  it('the options of axios.create apply, also after axios merged them', async () => {
    const { adapter, sent } = script(503);
    const instance = axios.create({ adapter, ...{ outcome: { retry: { retries: 1 } } } });
    const client = attachOutcomes(instance, { retry });
    await client.get('/a');
    await client.get('/a', { outcome: { retry: { baseDelayMs: 1 } } });
    expect(sent).toHaveLength(4);
  });
});

describe('p-retry', () => {
  it.each([
    ['a healthy request', [200], 0],
    ['a request that is refused for good', [404], 0],
    ['a request that is tried again', [503, 503, 200], 1],
  ])('%s calls p-retry %s', async (_, statuses, times) => {
    await attachOutcomes(axios.create({ adapter: script(...statuses).adapter }), { retry }).get('/a');
    expect(entered).toHaveBeenCalledTimes(times);
  });
});

describe("the caller's own code, on the instance and on the client", () => {
  const missing = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'open' });
  const fail = () => {
    throw missing;
  };
  it.each([
    ['transformRequest', { transformRequest: [fail] }],
    ['transformResponse', { transformResponse: [fail] }],
    ['beforeAttempt', { outcome: { retry: { beforeAttempt: fail } } }],
  ])('a system error thrown in %s is thrown as it is', async (_, config) => {
    const { adapter, sent } = script(200);
    const instance = axios.create({ adapter });
    const client = attachOutcomes(instance, { retry });
    await expect(client.post('/a', {}, config)).rejects.toBe(missing);
    await expect(instance.post('/a', {}, config as object)).rejects.toBe(missing);
    expect(sent.length).toBeLessThanOrEqual(2);
  });
  it.each(['request', 'response'] as const)('a system error thrown in a %s interceptor too', async (side) => {
    const instance = axios.create({ adapter: script(200).adapter });
    instance.interceptors[side].use(fail);
    const client = attachOutcomes(instance);
    await expect(client.get('/a')).rejects.toBe(missing);
    await expect(instance.get('/a')).rejects.toBe(missing);
  });
  it('a bug in a response-error interceptor is thrown, although the request failed', async () => {
    const instance = axios.create({ adapter: script(404).adapter });
    instance.interceptors.response.use(undefined, fail);
    await expect(attachOutcomes(instance).get('/a')).rejects.toBe(missing);
  });
});

describe('detach and a second send leave no trace', () => {
  it('no interceptor, and the adapter that the user gave in every config', async () => {
    const { adapter } = script(503);
    const instance = axios.create({ adapter });
    const handlers = () => (instance.interceptors.request.handlers ?? []).filter(Boolean);
    const own = instance.interceptors.request.use((config) => config);
    const before = handlers();
    const client = attachOutcomes(instance, { retry });
    await expect(instance.get('/a')).rejects.toMatchObject({ config: { adapter } });
    client.detach();
    expect(handlers()).toEqual(before);
    expect(Object.keys(instance.interceptors.request)).toEqual(
      Object.keys(axios.create().interceptors.request),
    );
    expect(instance.defaults.adapter).toBe(adapter);
    await expect(instance.get('/a')).rejects.toMatchObject({ config: { adapter } });
    instance.interceptors.request.eject(own);
    expect(handlers()).toEqual([]);
  });

  it('a config that is sent again through another attached instance has only the policy of that instance', async () => {
    const { adapter, sent } = script(503);
    const first = axios.create({ adapter });
    const second = axios.create({ adapter });
    attachOutcomes(first, { retry: { ...retry, retries: 2 } });
    attachOutcomes(second, { retry: { ...retry, retries: 1 } });
    const error = await first.get('/a').catch((reason: AxiosError) => reason);
    expect(sent).toHaveLength(3);
    await second.request((error as AxiosError).config ?? {}).catch(() => {});
    expect(sent).toHaveLength(5);
  });

  it('a 503 after a token refresh is retried as often as any other', async () => {
    const { adapter, sent } = script(401, 503);
    const instance = axios.create({ adapter });
    instance.interceptors.response.use(undefined, (error) =>
      error.response.status === 401 ? instance(error.config) : Promise.reject(error),
    );
    await attachOutcomes(instance, { retry }).put('/a', { b: 1 });
    expect(sent.map(({ data }) => data)).toEqual(Array(4).fill('{"b":1}'));
  });
});

describe('a wrong option: the message names it, its value, and what to write instead', () => {
  const row = { name: 'OK', kind: 'success', retry: 'never', source: 'x' };
  it.each([
    [{ retry: { retries: -1 } }, ['retry.retries', '-1', 'a whole number from 0 to 100']],
    [{ retry: { retries: Number.NaN } }, ['retry.retries', 'NaN', 'a whole number from 0 to 100']],
    [{ retry: { retries: 1.5 } }, ['retry.retries', '1.5', 'a whole number from 0 to 100']],
    [
      { retry: { maxDelayMs: 2 ** 31 } },
      ['retry.maxDelayMs', '2147483648', 'milliseconds from 0 to 2147483647'],
    ],
    [{ retry: { jitter: 'half' } }, ['retry.jitter', '"half"', 'full, none']],
    [{ retries: 1 }, ['option', '"retries"', 'retry']],
    [{ catalogue: {} }, ['catalogue.name', 'undefined', 'a text']],
    [
      { catalogue: { name: 'X', source: 'x', statuses: {} } },
      ['statuses of catalogue X', 'an object', 'at least one status'],
    ],
    [
      { catalogue: { name: 'X', source: 'x', statuses: { 200: { ...row, kind: 'fine' } } } },
      ['statuses[200] of catalogue X, kind', '"fine"', 'success, delayed, empty, unmodified'],
    ],
  ])('%j', (options, named) => {
    const instance = axios.create();
    for (const part of named) {
      expect(() => attachOutcomes(instance, options as object)).toThrow(part);
      expect(() => outcomeAdapter(options as object)).toThrow(part);
    }
    expect(() => attachOutcomes(instance, options as object)).toThrow(ConfigurationError);
    // Nothing is left half attached.
    expect(() => attachOutcomes(instance).detach()).not.toThrow();
  });
});

describe('the adapters of axios itself', () => {
  it.each([['http'], ['fetch'], [['xhr', 'http']]])('%s: 503, then 200 over loopback', async (adapter) => {
    const server = await faultServer(
      reply(503),
      reply(200, '{"a":1}', { 'Content-Type': 'application/json' }),
    );
    const instance = axios.create({ baseURL: server.origin, proxy: false, adapter: adapter as 'http' });
    expect(await attachOutcomes(instance, { retry }).get('/a')).toMatchObject({
      kind: 'success',
      data: { a: 1 },
      attempts: [{ status: 503 }, { status: 200 }],
    });
    expect(server.seen).toHaveLength(2);
  });

  it('an unknown name rejects with the same error as bare axios', async () => {
    const config = { adapter: 'carrier-pigeon' as 'http' };
    const instance = axios.create();
    attachOutcomes(instance);
    const failure = (each: AxiosInstance) => each.get('/a', config).catch((error: AxiosError) => error);
    const [bare, attached] = [
      (await failure(axios.create())) as AxiosError,
      (await failure(instance)) as AxiosError,
    ];
    expect(bare).toBeInstanceOf(AxiosError);
    expect(attached).toBeInstanceOf(AxiosError);
    expect([attached.message, attached.code]).toEqual([bare.message, bare.code]);
  });
});
