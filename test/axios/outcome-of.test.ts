import { readFile } from 'node:fs/promises';
import axios, { type AxiosAdapter, AxiosError, AxiosHeaders } from 'axios';
import { describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { attachOutcomes, outcomeOf } from '../../src/index.js';
import { cutByLength, faultServer } from '../integration/fault-server.js';

const answer =
  (...statuses: number[]): AxiosAdapter =>
  async (config) => {
    const status = statuses.length > 1 ? (statuses.shift() ?? 200) : (statuses[0] ?? 200);
    const response = { status, statusText: '', data: '{"a":1}', headers: new AxiosHeaders(), config };
    if (status < 300) return response;
    throw new AxiosError('status', 'ERR_BAD_REQUEST', config, {}, response);
  };
const rejection = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('outcomeOf takes', () => {
  it('a promise, a response and an error of a bare instance', async () => {
    const bare = axios.create({ adapter: answer(200), baseURL: 'https://e.x/v1' });
    const wanted = {
      kind: 'success',
      data: { a: 1 },
      request: { method: 'GET', path: '/v1/a' },
      attempts: [{ number: 1 }],
    };
    expect(await outcomeOf(bare.get('/a?q=1'))).toMatchObject(wanted);
    expect(await outcomeOf(await bare.get('/a?q=1'))).toMatchObject(wanted);
    const failing = axios.create({ adapter: answer(404) });
    expect(await outcomeOf(failing.get('/a'))).toMatchObject({ kind: 'rejected', status: 404 });
    expect(await outcomeOf(await rejection(failing.get('/a')))).toMatchObject({
      kind: 'rejected',
      status: 404,
    });
  });

  it('a promise, a response and an error of an attached instance, with all attempts', async () => {
    const instance = axios.create({ adapter: answer(503, 503, 404) });
    attachOutcomes(instance, { retry: { baseDelayMs: 0 } });
    const error = await rejection(instance.get('/a'));
    const wanted = { kind: 'rejected', attempts: [{ status: 503 }, { status: 503 }, { status: 404 }] };
    expect(await outcomeOf(error)).toMatchObject(wanted);
    // An interceptor may have taken the response out of its error.
    expect(await outcomeOf((error as AxiosError).response)).toMatchObject(wanted);
  });

  it('an AxiosError restored from JSON', async () => {
    const timeout: AxiosAdapter = async (config) => {
      throw new AxiosError('timeout of 5ms exceeded', 'ECONNABORTED', config);
    };
    const error = await rejection(axios.get('https://e.x/a', { adapter: timeout }));
    const restored = JSON.parse(JSON.stringify(error));
    expect(await outcomeOf(restored)).toMatchObject({
      kind: 'unreachable',
      code: 'ECONNABORTED',
      request: { path: '/a' },
    });
  });

  it('a catalogue, which decides the kind, also if the instance has another catalogue', async () => {
    const instance = axios.create({ adapter: answer(201) });
    attachOutcomes(instance, { catalogue: dew });
    expect(await outcomeOf(instance.get('/a'))).toMatchObject({ kind: 'success', status: 201 });
    expect(await outcomeOf(instance.get('/a'), { catalogue: dew })).toMatchObject({
      kind: 'unexpected',
      httpStatus: 201,
    });
  });

  it('many calls at once, in Promise.all', async () => {
    const bare = axios.create({ adapter: answer(200, 404, 204) });
    const outcomes = await Promise.all(['/a', '/b', '/c'].map((url) => outcomeOf(bare.get(url))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['success', 'rejected', 'empty']);
  });
});

describe('outcomeOf throws', () => {
  it.each([new TypeError('a bug'), 'a text', undefined, { code: 'X' }])(
    'what is no HTTP matter, untouched: %s',
    async (thrown) => {
      const caught = await outcomeOf(Promise.reject(thrown)).then(
        () => 'resolved',
        (error: unknown) => ({ error }),
      );
      expect(caught).toEqual({ error: thrown });
      expect((caught as { error: unknown }).error).toBe(thrown);
    },
  );
  it.each([1, {}, null, undefined])(
    'a TypeError for what is neither response nor error: %s',
    async (other) => {
      await expect(outcomeOf(other)).rejects.toThrow(/takes an axios response/);
    },
  );
});

describe('an AxiosError restored from JSON keeps what it knew', () => {
  // axios's toJSON leaves the response out, and keeps its status.
  const restored = async (status: number, method: string) => {
    const code = status < 500 ? 'ERR_BAD_REQUEST' : 'ERR_BAD_RESPONSE';
    const adapter: AxiosAdapter = async (config) => {
      const response = { status, statusText: '', data: '', headers: new AxiosHeaders(), config };
      throw new AxiosError('status', code, config, {}, response);
    };
    return JSON.parse(JSON.stringify(await rejection(axios.request({ adapter, url: '/a', method }))));
  };
  it.each([
    [404, 'GET', 'rejected', 'none'],
    [503, 'GET', 'unavailable', 'none'],
    [502, 'POST', 'unavailable', 'unknown'],
    [422, 'POST', 'rejected', 'none'],
  ])('%i to a %s is %s, effect %s', async (status, method, kind, effect) => {
    expect(await outcomeOf(await restored(status, method))).toMatchObject({
      kind,
      status,
      httpStatus: status,
      effect,
      request: { method, path: '/a' },
    });
  });
});

describe("a system error of the caller's own code is thrown", () => {
  it.each(['request', 'response'] as const)('readFile failing in a %s interceptor', async (side) => {
    const missing = await readFile('/nonexistent/token').catch((error: unknown) => error);
    expect(missing).toMatchObject({ code: 'ENOENT', syscall: 'open' });
    for (const attach of [true, false]) {
      const instance = axios.create({ adapter: answer(200) });
      if (attach) attachOutcomes(instance);
      instance.interceptors[side].use((): Promise<never> => Promise.reject(missing));
      await expect(outcomeOf(instance.get('/a'))).rejects.toBe(missing);
    }
  });
});

describe('outcomeOf a bare instance, over a real socket', () => {
  it('a truncated 2xx is malformed, not a success without data', async () => {
    const server = await faultServer(cutByLength(200));
    const outcome = await outcomeOf(axios.post(server.origin, {}));
    expect(outcome).toMatchObject({ kind: 'malformed', httpStatus: 200, effect: 'applied' });
  });
});
