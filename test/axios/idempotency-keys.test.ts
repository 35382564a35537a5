// IETF draft-ietf-httpapi-idempotency-key-header 07, as the server sees it.
import axios, { type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import oldest from 'axios-oldest';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { attachOutcomes, isRetryable, OutcomeError, outcomeOf, type RetryOptions } from '../../src/index.js';
import { queryRetry } from '../../src/query/index.js';
import { type Answer, type FaultServer, faultServer, reply, reset } from '../integration/fault-server.js';

const header = 'Idempotency-Key';
/** The keys as they came over the wire; undefined for a request without one. */
const keys = ({ seen }: FaultServer) => seen.map(({ head }) => /^idempotency-key: ?(.*)$/im.exec(head)?.[1]);

async function setUp(answers: readonly Answer[], retry: RetryOptions = {}, config: object = {}) {
  const server = await faultServer(...answers);
  const instance: AxiosInstance = axios.create({ baseURL: server.origin, proxy: false, ...config });
  const client = attachOutcomes(instance, { retry: { baseDelayMs: 0, throttleDelayMs: 0, ...retry } });
  return { server, instance, client };
}
const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('a caller who repeats a call can use the same key', () => {
  it('the outcome has the key that the library made, and the server recognises it in a second call', async () => {
    const { server, client } = await setUp([reset, reset, reset, reply(201)], { idempotencyKey: true });
    const lost = await client.post('/pay', { a: 1 });
    expect(lost).toMatchObject({ kind: 'unreachable', effect: 'unknown', retry: { stopped: 'attempts' } });
    expect(isRetryable(lost)).toBe(true);
    const { idempotencyKey } = (JSON.parse(JSON.stringify(lost)) as typeof lost).request;
    expectTypeOf(idempotencyKey).toEqualTypeOf<string | undefined>();
    const paid = await client.post(
      '/pay',
      { a: 1 },
      { outcome: { retry: { idempotencyKey: idempotencyKey ?? true } } },
    );
    expect(paid).toMatchObject({ kind: 'success' });
    const [key] = keys(server);
    expect(key).toMatch(isUuid);
    expect(keys(server)).toEqual([key, key, key, key]);
  });

  it('code on the instance finds the key with outcomeOf and in the config of the error', async () => {
    const { server, instance } = await setUp([reset, reset, reset, reply(201)], { idempotencyKey: true });
    const error: unknown = await instance.post('/pay', {}).catch((reason: unknown) => reason);
    const outcome = await outcomeOf(error);
    expect(outcome.request.idempotencyKey).toBe(keys(server)[0]);
    // As every "retry" button does it.
    await instance.request((error as { config: InternalAxiosRequestConfig }).config);
    expect(new Set(keys(server)).size).toBe(1);
  });

  it('the outcome has the key also after a deadline and after an abort', async () => {
    const { server, client } = await setUp([() => {}], { idempotencyKey: true });
    const late = await client.post('/pay', {}, { outcome: { retry: { deadlineMs: 300 } } });
    expect(late).toMatchObject({ effect: 'unknown', retry: { stopped: 'deadline' } });
    expect(isRetryable(late)).toBe(true);
    const aborted = await client.post('/pay', {}, { signal: AbortSignal.timeout(300) });
    expect([late, aborted].map(({ request }) => request.idempotencyKey)).toEqual(keys(server));
  });

  it('the outcome has a key that an interceptor made', async () => {
    const { server, instance, client } = await setUp([reset]);
    let number = 0;
    instance.interceptors.request.use((config) => {
      config.headers.set(header, `made-${number++}`);
      return config;
    });
    const outcome = await client.post('/pay', {});
    expect(outcome.request.idempotencyKey).toBe('made-0');
    expect(keys(server)).toEqual(['made-0', 'made-0', 'made-0']);
  });

  it.each([
    ['a text', { outcome: { retry: { idempotencyKey: 'mine' } } }],
    ['a header', { headers: { [header]: 'mine' } }],
  ])('the outcome does not repeat a key that the caller gave (%s)', async (_, config) => {
    const { server, client } = await setUp([reset]);
    const outcome = await client.post('/pay', {}, config);
    expect(outcome.request).toEqual({ method: 'POST', path: '/pay' });
    expect(isRetryable(outcome)).toBe(true);
    expect(keys(server)).toEqual(['mine', 'mine', 'mine']);
  });

  it('a call is retryable if its function returns the same key again', async () => {
    const { client } = await setUp([reset], { idempotencyKey: ({ url }) => `of${url}` });
    const outcome = await client.post('/pay', {});
    expect(outcome).toMatchObject({ effect: 'unknown', retry: { stopped: 'attempts' } });
    expect(isRetryable(outcome)).toBe(true);
    // It may be made of a secret.
    expect(outcome.request.idempotencyKey).toBeUndefined();
  });

  it.each([
    ['another', (call: number) => `key-${call}`],
    [
      'none',
      (call: number) => {
        if (call > 0) throw new Error('used up');
        return 'key';
      },
    ],
  ])('a call is not retryable if its function returns %s the next time', async (_, make) => {
    let call = 0;
    const { client } = await setUp([reset], { idempotencyKey: () => make(call++) });
    const outcome = await client.post('/pay', {});
    expect(outcome).toMatchObject({
      effect: 'unknown',
      retry: { stopped: 'unsafe' },
      attempts: [{}, {}, {}],
    });
    expect(isRetryable(outcome)).toBe(false);
  });

  it('a new key does no harm if the server has done nothing', async () => {
    let call = 0;
    const { client } = await setUp([reply(429)], { idempotencyKey: () => `key-${call++}` });
    const outcome = await client.post('/pay', {});
    expect(outcome).toMatchObject({ effect: 'none', retry: { stopped: 'attempts' } });
    expect(isRetryable(outcome)).toBe(true);
  });

  it('a query library, which calls the function again, does not send the request again with a new key', async () => {
    const { retry } = queryRetry();
    const made = await setUp([reset], { idempotencyKey: true });
    expect(retry(0, new OutcomeError(await made.client.post('/pay', {})))).toBe(false);
    const busy = await setUp([reply(429)], { idempotencyKey: true });
    expect(retry(0, new OutcomeError(await busy.client.post('/pay', {})))).toBe(true);
    const given = await made.client.post('/pay', {}, { headers: { [header]: 'mine' } });
    expect(retry(0, new OutcomeError(given))).toBe(true);
  });
});

describe('a key that HTTP would change is refused before the request is sent (2.1)', () => {
  const spoiled = [
    '订单-1',
    'ключ',
    '   ',
    'a b',
    ' a',
    'a ',
    'é',
    'a\u007f',
    'a\tb',
    'a\r\nX: y',
    '😀',
    '\ud800',
    'a\u0000',
  ];
  const copies = [
    ['http', axios, 'http'],
    ['fetch', axios, 'fetch'],
    ['axios 1.6.0', oldest, 'http'],
  ] as const;

  it.each(copies)('over %s, from a function and as a text', async (_, copy, adapter) => {
    const server = await faultServer(reply(200));
    // The instance of either copy of the types.
    const instance = copy.create({ baseURL: server.origin, proxy: false, adapter }) as AxiosInstance;
    const client = attachOutcomes(instance, { retry: { baseDelayMs: 0 } });
    for (const key of spoiled) {
      for (const idempotencyKey of [key, () => key]) {
        const call = client.post('/pay', {}, { outcome: { retry: { idempotencyKey } } });
        await expect(call).rejects.toThrow(/idempotencyKey is .* Write a text of visible ASCII/s);
        const config = { outcome: { retry: { idempotencyKey } } };
        await expect(instance.post('/pay', {}, config)).rejects.toThrow(/Write a text of visible ASCII/);
      }
    }
    expect(server.seen).toEqual([]);
  });

  it('also in a header that the caller or an interceptor set, without the option', async () => {
    const { server, instance, client } = await setUp([reply(200)]);
    // axios itself takes line breaks and spaces around out of a header.
    const kept = ['订单-1', 'ключ', 'a b', 'é', '😀'];
    for (const key of kept) {
      await expect(client.post('/pay', {}, { headers: { [header]: key } })).rejects.toThrow(/visible ASCII/);
      await expect(instance.post('/pay', {}, { headers: { [header]: key } })).rejects.toThrow(
        /visible ASCII/,
      );
    }
    instance.interceptors.request.use((config) => {
      config.headers.set(header, 'ключ');
      return config;
    });
    await expect(client.post('/pay', {})).rejects.toThrow(/visible ASCII/);
    expect(server.seen).toEqual([]);
    // A method that is idempotent by itself needs none.
    await client.get('/pay');
    expect(server.seen).toHaveLength(1);
  });

  it.each(['http', 'fetch'])('every visible character arrives over %s as it was given', async (adapter) => {
    const all = String.fromCharCode(...Array.from({ length: 0x7e - 0x20 }, (_, at) => 0x21 + at));
    const { server, client } = await setUp([reset, reply(201)], { idempotencyKey: () => all }, { adapter });
    expect(await client.post('/pay', {})).toMatchObject({ kind: 'success' });
    expect(keys(server)).toEqual([all, all]);
  });
});

describe('values that do not count as a key', () => {
  it.each<[string, (config: InternalAxiosRequestConfig, attempt: number) => void]>([
    ['removes', (config) => void config.headers.delete(header)],
    ['changes', (config, attempt) => void config.headers.set(header, `attempt-${attempt}`)],
    ['empties', (config) => void config.headers.set(header, '')],
    ['refuses', (config) => void config.headers.set(header, false)],
  ])('a key that beforeAttempt %s: the POST is sent once', async (_, beforeAttempt) => {
    for (const option of [true, 'mine', () => 'mine']) {
      const { server, client } = await setUp([reset], { beforeAttempt });
      const outcome = await client.post('/pay', {}, { outcome: { retry: { idempotencyKey: option } } });
      expect(outcome).toMatchObject({ effect: 'unknown', retry: { stopped: 'unsafe' } });
      expect(isRetryable(outcome)).toBe(false);
      expect(outcome.request.idempotencyKey).toBeUndefined();
      expect(server.seen).toHaveLength(1);
    }
  });

  it('a key that beforeAttempt changes in a later attempt, from that attempt on', async () => {
    const beforeAttempt = (config: InternalAxiosRequestConfig, attempt: number) => {
      if (attempt === 2) config.headers.set(header, 'other');
    };
    const { server, client } = await setUp([reset], { beforeAttempt, idempotencyKey: () => 'mine' });
    expect(await client.post('/pay', {})).toMatchObject({ retry: { stopped: 'unsafe' }, attempts: [{}, {}] });
    expect(keys(server)).toEqual(['mine', 'other']);
  });

  it('a key that beforeAttempt adds, which the library did not know', async () => {
    const beforeAttempt = (config: InternalAxiosRequestConfig) => void config.headers.set(header, 'late');
    const { server, client } = await setUp([reset], { beforeAttempt });
    await client.post('/pay', {});
    expect(server.seen).toHaveLength(1);
  });

  it.each<[string, (instance: AxiosInstance) => void]>([
    ['headers', (instance) => Object.assign(instance.defaults.headers, { [header]: 'shared' })],
    ['headers.common', (instance) => Object.assign(instance.defaults.headers.common, { [header]: 'shared' })],
    ['headers.post', (instance) => Object.assign(instance.defaults.headers.post, { [header]: 'shared' })],
    [
      'headers.post, in small letters',
      (instance) => Object.assign(instance.defaults.headers.post, { 'idempotency-key': 'shared' }),
    ],
  ])('a key in the defaults of the instance (%s), which is the same for every POST', async (_, put) => {
    const { server, instance, client } = await setUp([reset]);
    put(instance);
    for (const call of [() => client.post('/pay', {}), () => outcomeOf(instance.post('/pay', {}))]) {
      const before = server.seen.length;
      expect(await call()).toMatchObject({ effect: 'unknown', retry: { stopped: 'unsafe' } });
      expect(server.seen.length - before).toBe(1);
    }
    // A key of the call’s own goes over it.
    const own = await client.post('/pay', {}, { outcome: { retry: { idempotencyKey: 'own' } } });
    expect(own.attempts).toHaveLength(3);
    expect(keys(server).slice(-3)).toEqual(['own', 'own', 'own']);
  });

  it('a key in axios.create', async () => {
    const { server, client } = await setUp([reset], {}, { headers: { [header]: 'shared' } });
    expect(await client.post('/pay', {})).toMatchObject({ retry: { stopped: 'unsafe' } });
    expect(server.seen).toHaveLength(1);
  });
});

describe('Idempotent-Replayed, as Stripe sends it', () => {
  it.each([
    ['true', true],
    ['True', true],
    ['false', undefined],
    ['1', undefined],
  ])('%s: replayed is %s', async (said, replayed) => {
    const { client } = await setUp([reply(201, '{}', { 'Idempotent-Replayed': said })]);
    expect((await client.post('/pay', {})) as object).toHaveProperty('kind', 'success');
    const outcome = await client.post('/pay', {});
    expect('replayed' in outcome ? outcome.replayed : undefined).toBe(replayed);
  });

  it('replayed is also set for a refusal', async () => {
    const { client } = await setUp([reply(402, '', { 'Idempotent-Replayed': 'true' })]);
    expect(await client.post('/pay', {})).toMatchObject({ kind: 'rejected', replayed: true });
  });
});
