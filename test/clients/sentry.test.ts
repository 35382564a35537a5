import { createTransport, type Event, type EventHint, Scope, ServerRuntimeClient } from '@sentry/core';
import { AxiosError } from 'axios';
import { describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { type AnyOutcome, attachOutcomes, OutcomeError, unwrap } from '../../src/index.js';
import { context, fingerprint, type LogOptions } from '../../src/logging/index.js';
import { type CountedAnswer, countedApi } from './counted-api.js';

/** The events that Sentry would send, with the `beforeSend` of the guide. */
async function sent(errors: readonly unknown[], options?: LogOptions): Promise<readonly Event[]> {
  const events: Event[] = [];
  function beforeSend<E extends Event>(event: E, { originalException: error }: EventHint): E {
    const group = fingerprint(error, options);
    if (group) event.fingerprint = group;
    const request = context(error, options);
    if (request) event.contexts = { ...event.contexts, 'axios-outcome': request };
    events.push(event);
    return event;
  }
  const client = new ServerRuntimeClient({
    dsn: 'https://key@sentry.example/1',
    integrations: [],
    stackParser: () => [],
    transport: (transport) => createTransport(transport, async () => ({ statusCode: 200 })),
    beforeSend,
  });
  client.init();
  const scope = new Scope();
  scope.setClient(client);
  for (const error of errors) scope.captureException(error);
  await client.flush(1_000);
  return events;
}

async function failure(path: string, answer: CountedAnswer | string): Promise<unknown> {
  const client = attachOutcomes(countedApi(() => answer).instance, { catalogue: dew, retry: false });
  return client
    .get(path)
    .then(unwrap)
    .catch((error: unknown) => error);
}
const groups = (events: readonly Event[]) =>
  new Set(events.map(({ fingerprint: group }) => JSON.stringify(group))).size;

describe('Sentry, with fingerprint and context in beforeSend', () => {
  it('a 404, a 502 and a timeout of one route are three groups, a thousand ids are one', async () => {
    const ids = [
      '7',
      '12345',
      'k7',
      'ord_12',
      '8f14e45f-ceea-467f-a8b4-1d0b3a2c9f11',
      'deadbeef',
      '9'.repeat(40),
    ];
    const errors = [];
    for (const id of ids) {
      errors.push(await failure(`/orders/${id}/items`, { status: 404 }));
      errors.push(await failure(`/orders/${id}/items`, { status: 502 }));
      errors.push(await failure(`/orders/${id}/items`, 'ECONNABORTED'));
    }
    const events = await sent(errors);
    expect(events).toHaveLength(21);
    expect(groups(events)).toBe(3);
    expect(events[0]?.fingerprint).toEqual([
      'axios-outcome',
      'rejected',
      '404',
      '',
      'GET /orders/{id}/items',
    ]);
    expect(events[2]?.fingerprint).toEqual([
      'axios-outcome',
      'unreachable',
      '',
      'ECONNABORTED',
      'GET /orders/{id}/items',
    ]);
  });

  it('codes, statuses, methods and routes each make a group of their own', async () => {
    const body = (code: string) => ({ status: 400, body: { error: { error_code: code, error_msg: 'x' } } });
    const errors = await Promise.all([
      failure('/orders/7', body('KMS.0205')),
      failure('/orders/7', body('KMS.0206')),
      failure('/orders/7', { status: 403 }),
      failure('/keys/7', { status: 403 }),
    ]);
    expect(groups(await sent(errors))).toBe(4);
  });

  it('the context has the request and its end, and no credential', async () => {
    const [event] = await sent([
      await failure('/orders/7?token=s3cr3t', { status: 503, body: { secret: 's3cr3t' } }),
    ]);
    expect(event?.contexts?.['axios-outcome']).toMatchObject({
      'axios_outcome.kind': 'unavailable',
      'http.response.status_code': 503,
      'url.template': '/orders/{id}',
    });
    expect(JSON.stringify(event)).not.toContain('s3cr3t');
    expect(JSON.stringify(event).length).toBeLessThan(4_000);
  });

  it('an AxiosError has a group too, and an error of one’s own that of Sentry', async () => {
    const config = { method: 'get', url: 'https://api.example/orders/7' };
    const lost = Object.assign(new AxiosError('x', 'ECONNRESET'), { config });
    const [axiosEvent, own] = await sent([lost, new TypeError('a bug')]);
    expect(axiosEvent?.fingerprint).toEqual([
      'axios-outcome',
      'AxiosError',
      '',
      'ECONNRESET',
      'GET /orders/{id}',
    ]);
    expect([own?.fingerprint, own?.contexts?.['axios-outcome']]).toEqual([undefined, undefined]);
    expect([fingerprint(undefined), context('text')]).toEqual([undefined, undefined]);
  });

  it('the route is the documented one where the catalogue has it', async () => {
    const error = await failure('/v1.0/p-of-somebody/kms/describe-key', { status: 403 });
    const outcome = {
      ...(error as OutcomeError).outcome,
      request: { method: 'POST', path: '/v1.0/p-of-somebody/kms/describe-key' },
    };
    const [event] = await sent([new OutcomeError(outcome as AnyOutcome)], { catalogue: dew });
    expect(event?.fingerprint?.at(-1)).toBe('POST /v1.0/{project_id}/kms/describe-key');
  });
});

describe('the template of a path that no catalogue has', () => {
  const templateOf = (path: string) => {
    const outcome: unknown = {
      kind: 'rejected',
      effect: 'none',
      attempts: [],
      request: { method: 'GET', path },
    };
    return context(outcome)?.['url.template'];
  };

  it('keeps words and versions', () => {
    for (const path of [
      '/v1/orders',
      '/v1.0/key-pairs',
      '/api/v2beta1/oauth2/token',
      '/repos/stats/contributors',
      '/.well-known/jwks',
      '/a_b/c.json',
      '/base64/ipv6',
    ]) {
      expect(templateOf(path)).toBe(path.replace('/.well-known', '/{id}'));
    }
  });

  it('replaces what looks like an id', () => {
    const ids = [
      ...['7', '0', '2024-01-01', '1.5', '-1', 'k7', 'order-7', 'ord_12', 'INV:9', 'a.7'],
      ...[
        '8f14e45f-ceea-467f-a8b4-1d0b3a2c9f11',
        '8F14E45FCEEA467FA8B41D0B3A2C9F11',
        '507f1f77bcf86cd799439011',
        'deadbeef',
      ],
      ...[
        '01ARZ3NDEKTSV4RRFFQ69G5FAV',
        'V1StGXR8_Z5jdHi6B-myT',
        'cus_9s6XKzkNRiz8i3',
        'me@home.example',
        '%D0%BA',
        '键',
      ],
      ...['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', 'x'.repeat(33)],
    ];
    for (const id of ids) expect([id, templateOf(`/orders/${id}/items`)]).toEqual([id, '/orders/{id}/items']);
  });

  it('has an end', () => {
    expect(templateOf('/a'.repeat(500))).toBe(`${'/a'.repeat(12)}/…`);
    expect(templateOf('/orders//7/')).toBe('/orders/{id}');
    expect(templateOf('')).toBe('/');
  });
});
