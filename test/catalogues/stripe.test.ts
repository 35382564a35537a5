import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stripe } from '../../src/catalogues/stripe/index.js';
import { attachOutcomes } from '../../src/index.js';
import { type Answer, elapse, scriptedApi } from './scripted-api.js';

beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => vi.useRealTimers());

function stripeOf(...answers: readonly Answer[]) {
  const api = scriptedApi('https://api.stripe.example', answers);
  const keys = () => api.asked.map(({ headers }) => headers['idempotency-key']);
  return { ...api, keys, client: attachOutcomes(api.instance, { catalogue: stripe }) };
}
const error = (type: string, code?: string) => ({ error: { type, code, message: 'm' } });
const done: Answer = { status: 200, body: { id: 'pi_1' } };

describe('Stripe, Idempotency-Key (API Reference, Idempotent requests)', () => {
  it('every POST has one, and its retries have the same', async () => {
    const { client, keys } = stripeOf({ status: 500, body: error('api_error') }, { status: 502 }, done);
    expect(await elapse(client.post('/v1/payment_intents', 'amount=1'))).toMatchObject({ kind: 'success' });
    expect(keys()).toHaveLength(3);
    expect(keys()[0]).toMatch(/^[\da-f-]{36}$/);
    expect(new Set(keys()).size).toBe(1);
  });

  it('two POSTs have two, a GET has none, and one that the caller set is kept', async () => {
    const { client, keys } = stripeOf(done);
    await elapse(client.post('/v1/a'));
    await elapse(client.post('/v1/a'));
    await elapse(client.get('/v1/a'));
    await elapse(client.post('/v1/a', '', { headers: { 'Idempotency-Key': 'mine' } }));
    const [first, second, third, fourth] = keys();
    expect(first).not.toBe(second);
    expect([third, fourth]).toEqual([undefined, 'mine']);
  });

  it('without a key, a POST that may have been carried out is not sent again', async () => {
    const { instance, asked } = scriptedApi('https://api.stripe.example', [{ status: 500 }]);
    const client = attachOutcomes(instance, { catalogue: stripe, retry: { idempotencyKey: false } });
    expect(await elapse(client.post('/v1/a'))).toMatchObject({ kind: 'failed', effect: 'unknown' });
    expect(asked).toHaveLength(1);
  });
});

describe('Stripe, Stripe-Should-Retry (stripe-node, RequestSender)', () => {
  it('false ends a POST with 500, whose answer would only be given again', async () => {
    const { client, asked } = stripeOf({
      status: 500,
      headers: { 'Stripe-Should-Retry': 'false', 'Request-Id': 'req_1' },
      body: error('api_error'),
    });
    expect(await elapse(client.post('/v1/a'))).toMatchObject({
      kind: 'failed',
      problem: { requestId: 'req_1', type: 'api_error' },
      retry: { stopped: 'vetoed' },
    });
    expect(asked).toHaveLength(1);
  });

  it('true repeats a request that its status calls final', async () => {
    const { client, asked } = stripeOf(
      { status: 400, headers: { 'Stripe-Should-Retry': 'true' }, body: error('invalid_request_error') },
      done,
    );
    expect(await elapse(client.post('/v1/a'))).toMatchObject({ kind: 'success' });
    expect(asked).toHaveLength(2);
  });
});

describe('Stripe, conflicts and locks', () => {
  it('409 idempotency_key_in_use is waited for: the first request with the key still runs', async () => {
    const { client, keys } = stripeOf(
      { status: 409, body: error('idempotency_error', 'idempotency_key_in_use') },
      done,
    );
    expect(await elapse(client.post('/v1/a'))).toMatchObject({ kind: 'success' });
    expect(new Set(keys()).size).toBe(1);
  });

  it('429 lock_timeout is throttling (Rate limits, Object lock timeouts)', async () => {
    const { client, asked } = stripeOf({ status: 429, body: error('invalid_request_error', 'lock_timeout') });
    expect(await elapse(client.post('/v1/a'))).toMatchObject({
      kind: 'unavailable',
      status: 429,
      effect: 'none',
      problem: { code: 'lock_timeout', documented: { retry: 'throttle' } },
    });
    expect(asked).toHaveLength(3);
  });

  it('402 is final, and says that the card was declined', async () => {
    const { client, asked } = stripeOf({ status: 402, body: error('card_error', 'card_declined') });
    expect(await elapse(client.post('/v1/a'))).toMatchObject({
      kind: 'rejected',
      problem: { code: 'card_declined', type: 'card_error', documented: { statuses: [402] } },
    });
    expect(asked).toHaveLength(1);
  });

  it('424 failed elsewhere, and is not sent again', async () => {
    const { client, asked } = stripeOf({ status: 424, body: error('api_error') });
    expect(await elapse(client.get('/v1/a'))).toMatchObject({ kind: 'failed', status: 424 });
    expect(asked).toHaveLength(1);
  });
});
