import axios, { type AxiosAdapter, AxiosError, AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';
import { describe, expect, it, vi } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { attachOutcomes, type OutcomeOptions } from '../../src/index.js';

type Answer = (config: InternalAxiosRequestConfig, number: number) => [status: number, data?: string];

/** A client whose server answers by what it is sent. */
function serve(answer: Answer, options: OutcomeOptions<typeof dew> = {}) {
  const sent: InternalAxiosRequestConfig[] = [];
  const adapter: AxiosAdapter = async (config) => {
    sent.push({ ...config, headers: config.headers.concat() });
    const [status, data = ''] = answer(config, sent.length);
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (status === 0) throw new AxiosError('reset', 'ECONNRESET', config);
    const response = { status, statusText: '', data, headers: new AxiosHeaders(), config };
    if (status < 300) return response;
    throw new AxiosError('status', 'ERR_BAD_REQUEST', config, {}, response);
  };
  const retry = { baseDelayMs: 0, ...options.retry };
  return { sent, client: attachOutcomes(axios.create({ adapter }), { catalogue: dew, ...options, retry }) };
}
const keyOf = (config: InternalAxiosRequestConfig) => config.headers.get('Idempotency-Key');

describe('Idempotency-Key (IETF draft 07)', () => {
  it.each([
    ['true: a UUID', true, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/],
    ['a text', 'order-7', /^order-7$/],
    ['a function', (config: InternalAxiosRequestConfig) => `of-${config.url}`, /^of-\/orders$/],
  ])('%s makes a POST repeatable, the same on every attempt', async (_, idempotencyKey, wanted) => {
    const { client, sent } = serve((_, number) => [number < 3 ? 0 : 200]);
    const outcome = await client.post('/orders', { a: 1 }, { outcome: { retry: { idempotencyKey } } });
    expect(outcome).toMatchObject({ kind: 'success', effect: 'applied' });
    expect(new Set(sent.map(keyOf)).size).toBe(1);
    expect(keyOf(sent[0] as InternalAxiosRequestConfig)).toMatch(wanted);
    expect(sent.map(({ data }) => data)).toEqual(Array(3).fill('{"a":1}'));
  });
  it.each([undefined, Promise.resolve('x'), ''])('a function that returns %s is refused', async (key) => {
    const { client, sent } = serve(() => [502]);
    const idempotencyKey = () => key as string;
    await expect(client.post('/a', {}, { outcome: { retry: { idempotencyKey } } })).rejects.toThrow(
      /idempotencyKey is/,
    );
    expect(sent).toHaveLength(0);
  });
  it('a key set by hand is kept, and counts', async () => {
    const { client, sent } = serve((_, number) => [number < 2 ? 502 : 200]);
    await client.post('/orders', {}, { headers: { 'Idempotency-Key': 'mine' } });
    expect(sent.map(keyOf)).toEqual(['mine', 'mine']);
  });
  it('no key is added to an idempotent method', async () => {
    const { client, sent } = serve(() => [200]);
    await client.put('/orders', {}, { outcome: { retry: { idempotencyKey: true } } });
    expect(sent.map(keyOf)).toEqual([undefined]);
  });
  it('a 409 for a request in flight is retried unchanged, a 422 for a reused key is final (2.7)', async () => {
    const inFlight = '{"title":"A request is outstanding for this Idempotency-Key"}';
    const busy = serve((_, number) => (number < 2 ? [409, inFlight] : [200]));
    expect(await busy.client.post('/a', {}, { outcome: { retry: { idempotencyKey: 'k' } } })).toMatchObject({
      kind: 'success',
    });
    const reused = serve(() => [422, '{"title":"Idempotency-Key is already used"}']);
    await reused.client.post('/a', {}, { outcome: { retry: { idempotencyKey: 'k' } } });
    expect(reused.sent).toHaveLength(1);
  });
});

describe('reauthenticate', () => {
  const expired = '{"error":{"error_code":"KMS.0303","error_msg":"expired"}}';
  function guarded(status: number, body: string) {
    let token = 'old';
    const reauthenticate = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      token = 'new';
    });
    const server = serve(
      (config) => (config.headers.get('X-Auth-Token') === 'new' ? [200] : [status, body]),
      {
        retry: { reauthenticate, beforeAttempt: (config) => config.headers.set('X-Auth-Token', token) },
      },
    );
    return { ...server, reauthenticate };
  }

  it.each([
    ['a 401', 401, ''],
    ['KMS.0303 on a 403, as DEW documents it', 403, expired],
  ])('%s: once, then one more attempt with the fresh header, a POST too', async (_, status, body) => {
    const { client, sent, reauthenticate } = guarded(status, body);
    expect(await client.post('/a')).toMatchObject({
      kind: 'success',
      attempts: [{ status }, { status: 200 }],
    });
    expect([sent.length, reauthenticate.mock.calls.length]).toEqual([2, 1]);
  });
  it('single-flight: 20 concurrent requests renew once', async () => {
    const { client, sent, reauthenticate } = guarded(401, '');
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => client.get(`/${i}`)));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['success']));
    expect([sent.length, reauthenticate.mock.calls.length]).toEqual([40, 1]);
  });
  it('a second 401 is final, and so is the first if credentials cannot be renewed', async () => {
    const twice = serve(() => [401], { retry: { reauthenticate: () => true } });
    expect(await twice.client.get('/a')).toMatchObject({ kind: 'rejected', status: 401 });
    expect(twice.sent).toHaveLength(2);
    const never = serve(() => [401], { retry: { reauthenticate: () => false } });
    await never.client.get('/a');
    expect(never.sent).toHaveLength(1);
  });
  it("if the renewal's own request fails, the 401 is the outcome", async () => {
    const elsewhere = new AxiosError('status', 'ERR_BAD_REQUEST', {
      url: '/token',
    } as InternalAxiosRequestConfig);
    const { client, sent } = serve(() => [401], {
      retry: { reauthenticate: () => Promise.reject(elsewhere) },
    });
    expect(await client.get('/a')).toMatchObject({ kind: 'rejected', status: 401, request: { path: '/a' } });
    expect(sent).toHaveLength(1);
  });
  it('another 403 does not renew', async () => {
    const { client, reauthenticate } = guarded(403, '{"error":{"error_code":"KMS.0306"}}');
    await client.get('/a');
    expect(reauthenticate).not.toHaveBeenCalled();
  });
  it('another error of reauthenticate is thrown', async () => {
    const bug = new Error('a bug');
    const { client } = serve(() => [401], { retry: { reauthenticate: () => Promise.reject(bug) } });
    await expect(client.get('/a')).rejects.toBe(bug);
  });
});
