import axios from 'axios';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { stripe } from '../../src/catalogues/stripe/index.js';
import { attachOutcomes } from '../../src/index.js';
import { type Routes, taskServer } from '../integration/task-server.js';
import type { components, paths } from './stripe.js';

type Schemas = components['schemas'];
const form = { 'Content-Type': 'application/x-www-form-urlencoded' } as const;

async function client(routes: Routes) {
  const { origin, received } = await taskServer(routes);
  const http = axios.create({ baseURL: origin });
  const outcomes = attachOutcomes(http, { catalogue: stripe, retry: { baseDelayMs: 1 } });
  return { api: outcomes.describedBy<paths>(), received };
}

describe("Stripe's description, whose bodies are forms and whose errors are `default`", () => {
  it('a form is sent as one, and Stripe knows it again by its key', async () => {
    const intent = { id: 'pi_1', object: 'payment_intent', amount: 5, status: 'succeeded' };
    const { api, received } = await client({
      'POST /v1/payment_intents': [{ status: 500 }, { body: intent }],
    });
    const made = await api.post('/v1/payment_intents', { amount: 5, currency: 'eur' }, { headers: form });
    if (made.kind !== 'success') throw new Error(made.kind);
    expectTypeOf(made.data).toEqualTypeOf<Schemas['payment_intent']>();
    expect(made.data.status).toBe('succeeded');
    expect(received.map(({ body }) => body)).toEqual(['amount=5&currency=eur', 'amount=5&currency=eur']);
    const keys = received.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
  });

  it('what is nested is written in brackets, and so is an URLSearchParams as it is', async () => {
    const { api, received } = await client({ 'POST /v1/customers/c1': [{ body: { id: 'c1' } }] });
    const path = { customer: 'c1' };
    await api.post('/v1/customers/{customer}', { metadata: { a: '1' } }, { path, headers: form });
    await api.post('/v1/customers/{customer}', new URLSearchParams({ email: 'a@b.example' }), { path });
    await api.post('/v1/customers/{customer}', undefined, { path });
    expect(received.map(({ body }) => decodeURIComponent(body))).toEqual([
      'metadata[a]=1',
      'email=a@b.example',
      '',
    ]);
    // @ts-expect-error JSON is what axios would make of it, and Stripe takes none
    void (() => api.post('/v1/customers/{customer}', { email: 'a@b.example' }, { path }));
  });

  it('every error has the body of `default`, and the codes of the catalogue', async () => {
    const error = { type: 'card_error', code: 'card_declined', decline_code: 'lost_card', message: 'No.' };
    const { api } = await client({
      'POST /v1/payment_intents': [{ status: 402, body: { error } }],
      'GET /v1/customers/c2': [
        { status: 404, body: { error: { type: 'invalid_request_error', param: 'id' } } },
      ],
    });
    const declined = await api.post('/v1/payment_intents', { amount: 5, currency: 'eur' }, { headers: form });
    if (declined.kind !== 'rejected') throw new Error(declined.kind);
    expectTypeOf(declined.problem.details).toEqualTypeOf<Schemas['error']>();
    expect(declined.problem.details.error.decline_code).toBe('lost_card');
    if (declined.problem.code === 'card_declined') expectTypeOf(declined.status).toExtend<number>();
    expect(declined.problem).toMatchObject({ code: 'card_declined', documented: { retry: 'never' } });
    const missing = await api.get('/v1/customers/{customer}', { path: { customer: 'c2' } });
    if (missing.status !== 404) throw new Error(missing.kind);
    expect(missing.problem.details.error.param).toBe('id');
  });

  it('one of several types is narrowed by its own field', async () => {
    const { api } = await client({ 'GET /v1/customers/c3': [{ body: { id: 'c3', deleted: true } }] });
    const path = { customer: 'c3' };
    const found = await api.get('/v1/customers/{customer}', { path, params: { expand: ['subscriptions'] } });
    if (found.kind !== 'success') throw new Error(found.kind);
    expectTypeOf(found.data).toEqualTypeOf<Schemas['customer'] | Schemas['deleted_customer']>();
    expect('deleted' in found.data).toBe(true);
    const removed = await api.delete('/v1/customers/{customer}', { path: { customer: '..' } }).catch(String);
    expect(removed).toMatch(/another address/);
  });
});
