// Renewal of credentials: once for all requests that wait for it, and no oftener than it is asked for.
import axios, { type AxiosAdapter, AxiosError, AxiosHeaders, type AxiosInstance } from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, type RetryOptions, unwrap } from '../../src/index.js';

/** An API that takes the newest token, some milliseconds after it was asked. */
class Api {
  valid = 1;
  readonly asked: string[] = [];
  readonly adapter: AxiosAdapter = async (config) => {
    const token = Number(config.headers.get('X-Token'));
    const [, name = '', takesMs = '0'] = /^\/(\w+)\/?(\d*)$/.exec(config.url ?? '') ?? [];
    this.asked.push(`${name}:${token}`);
    await new Promise((resolve) => setTimeout(resolve, Number(takesMs)));
    const status = token === this.valid ? 200 : 401;
    const response = { status, statusText: '', data: '', headers: new AxiosHeaders(), config };
    if (status === 200) return response;
    throw new AxiosError('status', 'ERR_BAD_REQUEST', config, {}, response);
  };
}

/** A client whose token is renewed in `takesMs`. */
function setUp(takesMs = 10, more: RetryOptions = {}) {
  const api = new Api();
  let token = 1;
  const reauthenticate = vi.fn<() => unknown>(async () => {
    await new Promise((resolve) => setTimeout(resolve, takesMs));
    token = api.valid;
  });
  const retry: RetryOptions = {
    reauthenticate: () => reauthenticate(),
    beforeAttempt: (config) => void config.headers.set('X-Token', String(token)),
    ...more,
  };
  const instance: AxiosInstance = axios.create({ adapter: api.adapter });
  return { api, reauthenticate, instance, client: attachOutcomes(instance, { retry }) };
}
const statuses = ({ attempts }: { readonly attempts: readonly { readonly status?: number }[] }) =>
  attempts.map(({ status }) => status);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function settled<T>(ms: number, promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(ms);
  return promise;
}

describe('reauthenticate', () => {
  it('runs again for the second and the third expiry', async () => {
    const { api, reauthenticate, client } = setUp();
    for (let expiry = 1; expiry <= 3; expiry++) {
      api.valid++;
      expect(statuses(await settled(100, client.get('/a/5')))).toEqual([401, 200]);
      expect(reauthenticate).toHaveBeenCalledTimes(expiry);
      expect(statuses(await settled(100, client.get('/a/5')))).toEqual([200]);
    }
  });

  it('does not run for a request that was sent before the last renewal ended: it is sent again', async () => {
    const { api, reauthenticate, client } = setUp();
    api.valid++;
    const calls = Promise.all([client.get('/fast/5'), client.get('/slow/500')]);
    const [fast, slow] = await settled(2_000, calls);
    expect([statuses(fast), statuses(slow)]).toEqual([
      [401, 200],
      [401, 200],
    ]);
    expect(reauthenticate).toHaveBeenCalledOnce();
    expect(slow.attempts[0]?.because).toBe('credentials were renewed: one more attempt');
  });

  it('if it returns false, the 401 of all waiting requests is final, and the next 401 runs it again', async () => {
    const { api, reauthenticate, client } = setUp();
    reauthenticate.mockImplementationOnce(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return false;
    });
    api.valid++;
    const calls = Promise.all([client.get('/a/5'), client.get('/b/5')]);
    for (const outcome of await settled(100, calls)) {
      expect(outcome).toMatchObject({ kind: 'rejected', status: 401, attempts: [{ status: 401 }] });
    }
    expect(reauthenticate).toHaveBeenCalledOnce();
    expect(statuses(await settled(100, client.get('/c/5')))).toEqual([401, 200]);
    expect(reauthenticate).toHaveBeenCalledTimes(2);
  });

  it('a late 401 after a failed renewal runs it again', async () => {
    const { api, reauthenticate, client } = setUp();
    reauthenticate.mockImplementationOnce(() => false);
    api.valid++;
    const calls = Promise.all([client.get('/fast/5'), client.get('/slow/500')]);
    const [fast, slow] = await settled(2_000, calls);
    expect([statuses(fast), statuses(slow)]).toEqual([[401], [401, 200]]);
    expect(reauthenticate).toHaveBeenCalledTimes(2);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'by unwrap',
      async () => unwrap(await attachOutcomes(axios.create({ adapter: new Api().adapter })).get('/login')),
    ],
    ['by an AxiosError', () => axios.create({ adapter: new Api().adapter }).get('/login')],
    [
      'by an OutcomeError of another copy',
      () => Promise.reject(Object.assign(new Error('x'), { name: 'OutcomeError' })),
    ],
  ])(
    'that fails %s: the 401 of each request that waits stands, and nothing is thrown into another call',
    async (_, fail) => {
      const { api, reauthenticate, client } = setUp();
      reauthenticate.mockImplementation(fail);
      api.valid++;
      const calls = Promise.all([client.get('/a/5'), client.get('/b/5'), client.post('/c/5')]);
      for (const outcome of await settled(100, calls)) {
        expect(outcome).toMatchObject({ kind: 'rejected', status: 401 });
      }
    },
  );

  it('an error in it is thrown to each request that waits', async () => {
    const { api, reauthenticate, client } = setUp();
    reauthenticate.mockImplementation(async () => {
      throw new RangeError('a bug');
    });
    api.valid++;
    const calls = Promise.allSettled([client.get('/a/5'), client.get('/b/5')]);
    for (const { status, ...rest } of await settled(100, calls)) {
      expect([status, `${(rest as { reason: unknown }).reason}`]).toEqual(['rejected', 'RangeError: a bug']);
    }
  });

  it('a request that was sent before it began waits for its end without limit', async () => {
    const { api, reauthenticate, client } = setUp(45_000);
    api.valid++;
    const calls = Promise.all([client.get('/a/5'), client.get('/b/900')]);
    for (const outcome of await settled(60_000, calls)) expect(statuses(outcome)).toEqual([401, 200]);
    expect(reauthenticate).toHaveBeenCalledOnce();
  });

  it('a request that is sent while it runs waits at most 20 s: it may be the renewal’s own request', async () => {
    const { api, reauthenticate, client } = setUp(45_000);
    api.valid++;
    const first = client.get('/a/5');
    await vi.advanceTimersByTimeAsync(1_000);
    const late = client.get('/own/5');
    await vi.advanceTimersByTimeAsync(19_900);
    const early = await Promise.race([late, Promise.resolve('waits')]);
    expect(early).toBe('waits');
    expect(await settled(200, late)).toMatchObject({ kind: 'rejected', status: 401, attempts: [{}] });
    expect(statuses(await settled(60_000, first))).toEqual([401, 200]);
    expect(reauthenticate).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('a request that is sent while it runs is sent again when it ends', async () => {
    const { api, client } = setUp(5_000);
    api.valid++;
    const first = client.get('/a/5');
    await vi.advanceTimersByTimeAsync(1_000);
    const late = client.get('/late/5');
    for (const outcome of await settled(30_000, Promise.all([first, late]))) {
      expect(statuses(outcome)).toEqual([401, 200]);
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  it('a renewal that sends through the same client does not wait for itself without end', async () => {
    const { api, reauthenticate, client } = setUp();
    reauthenticate.mockImplementation(async () => (await client.get('/login/5')).ok);
    api.valid++;
    expect(await settled(60_000, client.get('/a/5'))).toMatchObject({ kind: 'rejected', status: 401 });
  });

  it.each<[string, RetryOptions['shouldRetry'], number]>([
    ['false', () => false, 0],
    ['an object with retry: false', () => ({ retry: false }), 0],
    ['an object with retry: false, unsafe: true', () => ({ retry: false, unsafe: true }), 0],
    ['true', () => true, 1],
    ['an object with retry: true', () => ({ retry: true }), 1],
    ['nothing', () => undefined, 1],
  ])('shouldRetry: %s', async (_, shouldRetry, renewals) => {
    const { api, reauthenticate, client } = setUp(10, { ...(shouldRetry ? { shouldRetry } : {}) });
    api.valid++;
    await settled(5_000, client.get('/a/5'));
    expect(reauthenticate).toHaveBeenCalledTimes(renewals);
  });

  it('runs once for a request, whose second 401 is final', async () => {
    const { api, reauthenticate, client } = setUp();
    reauthenticate.mockImplementation(() => true);
    api.valid++;
    expect(await settled(5_000, client.get('/a/5'))).toMatchObject({ status: 401, attempts: [{}, {}] });
    expect(reauthenticate).toHaveBeenCalledOnce();
  });

  it('also serves a POST, since a 401 means that nothing was done, but not a body that was read', async () => {
    const { api, client } = setUp();
    api.valid++;
    expect(statuses(await settled(100, client.post('/a/5', {})))).toEqual([401, 200]);
    api.valid++;
    const gone = await settled(100, client.post('/a/5', new Blob(['x']).stream()));
    expect(gone.attempts).toHaveLength(1);
  });

  it('an abort and the deadline end the wait for it', async () => {
    const { api, client } = setUp(45_000);
    api.valid++;
    const controller = new AbortController();
    const aborted = client.get('/a/5', { signal: controller.signal });
    const late = client.get('/b/5', { outcome: { retry: { deadlineMs: 1_000 } } });
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    expect(await aborted).toMatchObject({ kind: 'cancelled', effect: 'none', attempts: [{ status: 401 }] });
    const stopped = await settled(2_000, late);
    expect(stopped).toMatchObject({ kind: 'rejected', status: 401, attempts: [{ status: 401 }] });
    expect(stopped.attempts[0]?.because).toBe('the deadline passed while credentials were renewed');
    await vi.advanceTimersByTimeAsync(60_000);
  });
});
