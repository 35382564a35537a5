import axios, { type AxiosAdapter, AxiosError } from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, type RetryOptions } from '../../src/index.js';
import { sequence } from '../../src/testing/index.js';

const never = () => new Promise<never>(() => {});

/** A server whose answer is always 401, and a client of it. */
function guarded(retry: RetryOptions) {
  const { adapter, requests } = sequence([401]);
  return { requests, client: attachOutcomes(axios.create({ adapter }), { retry }) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('a hook that never settles', () => {
  const hooks = [
    ['beforeAttempt', { beforeAttempt: never }, {}, 0],
    ['a function body', {}, { data: never }, 0],
    ['reauthenticate', { reauthenticate: never }, {}, 1],
  ] as const;

  it.each(hooks)('%s: an abort ends it at once, as cancelled', async (_, retry, config, sent) => {
    const { client, requests } = guarded(retry);
    const controller = new AbortController();
    const outcome = client.request({ url: '/a', method: 'post', signal: controller.signal, ...config });
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(await outcome).toMatchObject({ kind: 'cancelled', effect: 'none' });
    expect((await outcome).attempts).toHaveLength(sent);
    expect(requests).toHaveLength(sent);
  });

  it.each(hooks.slice(0, 2))('%s: deadlineMs ends it, and nothing was sent', async (_, retry, config) => {
    const { client, requests } = guarded({ ...retry, deadlineMs: 100 });
    const outcome = client.request({ url: '/a', method: 'post', ...config });
    await vi.advanceTimersByTimeAsync(100);
    expect(await outcome).toMatchObject({
      kind: 'unreachable',
      code: 'ETIMEDOUT',
      effect: 'none',
      attempts: [],
      retry: { stopped: 'deadline' },
    });
    expect(requests).toHaveLength(0);
  });

  it('after a renewal: the reason of the 401 says that its next attempt was not sent', async () => {
    let calls = 0;
    const beforeAttempt = () => (++calls === 2 ? never() : undefined);
    const { client } = guarded({ reauthenticate: () => true, beforeAttempt, deadlineMs: 100 });
    const outcome = client.get('/a');
    await vi.advanceTimersByTimeAsync(100);
    expect((await outcome).attempts.map(({ because }) => because)).toEqual([
      'credentials were renewed: one more attempt; the request was stopped before that attempt was sent',
    ]);
  });

  it('reauthenticate: after deadlineMs the 401 is the outcome', async () => {
    const { client } = guarded({ reauthenticate: () => never(), deadlineMs: 100 });
    const outcome = client.get('/a');
    await vi.advanceTimersByTimeAsync(100);
    expect(await outcome).toMatchObject({
      kind: 'rejected',
      status: 401,
      attempts: [{ status: 401, because: 'the deadline passed while credentials were renewed' }],
    });
  });

  it('an AxiosError that a hook throws is thrown to the caller', async () => {
    const own = new AxiosError('the signing service', 'ERR_BAD_RESPONSE');
    const { client } = guarded({ beforeAttempt: () => Promise.reject(own), deadlineMs: 100 });
    await expect(client.get('/a')).rejects.toBe(own);
  });
});

describe('a renewal whose own request goes through the attached instance', () => {
  it.each([
    ['with retry: false ends at once', { outcome: { retry: false as const } }, 0],
    ['without it ends after 20 s', {}, 20_000],
  ])('%s if that request gets 401 too, and renews once', async (_, config, ms) => {
    const reauthenticate = vi.fn(async (): Promise<boolean> => (await client.post('/token', {}, config)).ok);
    const { client, requests } = guarded({ reauthenticate });
    const outcome = client.get('/a');
    await vi.advanceTimersByTimeAsync(ms);
    expect(await outcome).toMatchObject({ kind: 'rejected', status: 401, request: { path: '/a' } });
    expect(reauthenticate).toHaveBeenCalledTimes(1);
    expect(requests).toHaveLength(2);
  });

  it('a request that is sent while a renewal runs waits for it, and is sent again', async () => {
    let token = 'old';
    const [refusing, granting] = [sequence([401]), sequence([200])];
    const adapter: AxiosAdapter = (config) =>
      (config.headers.get('X-Auth-Token') === 'new' ? granting : refusing).adapter(config);
    const reauthenticate = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      token = 'new';
    });
    const beforeAttempt: RetryOptions['beforeAttempt'] = ({ headers }) => headers.set('X-Auth-Token', token);
    const client = attachOutcomes(axios.create({ adapter }), { retry: { reauthenticate, beforeAttempt } });
    const early = client.get('/early');
    await vi.advanceTimersByTimeAsync(500);
    const late = client.get('/late');
    await vi.advanceTimersByTimeAsync(500);
    expect([await early, await late]).toMatchObject([{ kind: 'success' }, { kind: 'success' }]);
    expect(reauthenticate).toHaveBeenCalledTimes(1);
  });
});

it.each([null, 0, 'yes', {}])('an error names what shouldRetry may return instead of %j', async (verdict) => {
  const { client } = guarded({ shouldRetry: () => verdict as never });
  await expect(client.get('/a')).rejects.toThrow(/the result of shouldRetry is .* Write true, false/);
});
