// The peer range begins at axios 1.6.0; the rest of the suite runs on the latest.
import axios, { type AxiosResponse } from 'axios';
import { describe, expect, it, vi } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { attachOutcomes, outcomeAdapter, outcomeOf, retryBudget } from '../../src/index.js';
import {
  closedPort,
  cutByLength,
  faultServer,
  garbage,
  hangUp,
  reply,
  reset,
  silence,
} from '../integration/fault-server.js';
import { fakeTimeouts, silencePastTimeout, timeout } from '../integration/pass-timeout.js';

vi.mock('axios', async () => await vi.importActual('axios-oldest'));

const retry = { baseDelayMs: 0, throttleDelayMs: 0 };
const busy = reply(503, '{"error":{"error_code":"X.1","error_msg":"busy"}}');
const fine = reply(200, '{"a":1}', { 'Content-Type': 'application/json' });

describe('axios 1.6.0', () => {
  it('is the version under test', () => {
    expect(axios.VERSION).toBe('1.6.0');
  });

  it('a GET is sent again, the instance gets a response and the client an outcome', async () => {
    const server = await faultServer(busy, busy, fine, busy, fine);
    const instance = axios.create({ baseURL: server.origin });
    const client = attachOutcomes(instance, { catalogue: dew, retry });
    const response: AxiosResponse = await instance.get('/a');
    expect([response.status, response.data]).toEqual([200, { a: 1 }]);
    expect(await client.get('/a')).toMatchObject({
      kind: 'success',
      data: { a: 1 },
      attempts: [{ status: 503 }, { status: 200 }],
    });
    client.detach();
    await expect(instance.get('/b')).resolves.toMatchObject({ status: 200 });
  });

  it.each([
    ['reset', reset, 'ECONNRESET', 'unknown'],
    ['hang-up', hangUp, 'ECONNRESET', 'unknown'],
    ['garbage', garbage, 'HPE_INVALID_CONSTANT', 'unknown'],
    ['timeout', silencePastTimeout, 'ECONNABORTED', 'unknown'],
  ] as const)('a POST after a %s is not sent again', async (_, answer, code, effect) => {
    fakeTimeouts();
    const server = await faultServer(answer);
    const client = attachOutcomes(axios.create({ baseURL: server.origin, timeout }), { retry });
    expect(await client.post('/a', {})).toMatchObject({ kind: 'unreachable', code, effect });
    expect(server.seen).toHaveLength(1);
  });

  it('a refused POST is sent again, as it was never sent', async () => {
    const client = attachOutcomes(axios.create({ baseURL: `http://127.0.0.1:${await closedPort()}` }), {
      retry,
    });
    expect(await client.post('/a', {})).toMatchObject({ code: 'ECONNREFUSED', effect: 'none' });
  });

  it('a 2xx with a truncated body is malformed, and its effect is applied', async () => {
    const server = await faultServer(cutByLength(200));
    const client = attachOutcomes(axios.create({ baseURL: server.origin }), { retry });
    expect(await client.post('/a', {})).toMatchObject({
      kind: 'malformed',
      httpStatus: 200,
      effect: 'applied',
    });
  });

  it('a call that is aborted by a signal or an old cancel token is cancelled', async () => {
    const server = await faultServer(silence);
    const client = attachOutcomes(axios.create({ baseURL: server.origin }), { retry });
    const token = axios.CancelToken.source();
    setTimeout(() => token.cancel('enough'), 20);
    expect(await client.get('/a', { cancelToken: token.token })).toMatchObject({ kind: 'cancelled' });
    expect(await client.get('/a', { signal: AbortSignal.timeout(20) })).toMatchObject({ kind: 'cancelled' });
  });

  it('outcomeAdapter, and outcomeOf a bare instance', async () => {
    const server = await faultServer(busy, fine, reply(404));
    const hidden = axios.create({ baseURL: server.origin, adapter: outcomeAdapter({ retry }) });
    expect(await outcomeOf(hidden.get('/a'))).toMatchObject({ kind: 'success', attempts: [{}, {}] });
    expect(await outcomeOf(axios.get(`${server.origin}/a`))).toMatchObject({ kind: 'rejected', status: 404 });
  });

  it('the options of axios.create and of a request survive the merging of axios', async () => {
    const server = await faultServer(busy);
    const budget = retryBudget({ capacity: 14 });
    const ofInstance = { outcome: { retry: { retries: 1 } } };
    const instance = axios.create({ baseURL: server.origin, ...ofInstance });
    const client = attachOutcomes(instance, { retry: { ...retry, retries: 5, budget: false } });
    await client.get('/a');
    expect(server.seen).toHaveLength(2);
    const outcome = await client.get('/a', { outcome: { retry: { retries: 4, budget } } });
    expect(outcome).toMatchObject({ attempts: [{}, {}], retry: { stopped: 'budget' } });
    expect(budget.tokens(server.origin)).toBe(0);
  });
});
