// What is sent again, when, and what never is: through whichever p-retry is installed.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { closedOrigin, json, reset, serve } from './server.mjs';

const retry = { baseDelayMs: 1, throttleDelayMs: 1 };
const busy = json(503, {});
const fine = json(200, { id: 1 });

export function retries({ axios, attachOutcomes, retryBudget }) {
  const clientOf = (origin, options = {}, config = {}) =>
    attachOutcomes(axios.create({ baseURL: origin, ...config }), { retry: { ...retry, ...options } });

  test('a GET answered by 503 twice succeeds, and the attempts are told', async (t) => {
    const { origin } = await serve(t, busy, busy, fine);
    const told = [];
    const client = attachOutcomes(axios.create({ baseURL: origin }), {
      retry,
      onAttempt: ({ number }) => told.push(number),
    });
    const outcome = await client.get('/a');
    assert.deepEqual(
      [outcome.kind, outcome.attempts.map(({ status }) => status)],
      ['success', [503, 503, 200]],
    );
    assert.deepEqual(told, [1, 2, 3]);
  });

  test('the last failure stays what it was, and says what stopped', async (t) => {
    const { origin, seen } = await serve(t, busy);
    const outcome = await clientOf(origin).get('/a');
    assert.deepEqual([outcome.kind, outcome.status, outcome.retry.stopped], ['unavailable', 503, 'attempts']);
    assert.equal(seen.length, 3);
  });

  test('a POST that may have been processed is not sent again, one that was refused is', async (t) => {
    const { origin, seen } = await serve(t, reset);
    const outcome = await clientOf(origin).post('/pay', {});
    assert.deepEqual([outcome.kind, outcome.effect, seen.length], ['unreachable', 'unknown', 1]);
    const refused = await clientOf(await closedOrigin()).post('/pay', {});
    assert.deepEqual([refused.effect, refused.attempts.length], ['none', 3]);
  });

  test('a reset GET is sent again: an error of the network enters p-retry as well', async (t) => {
    const { origin } = await serve(t, reset, fine);
    assert.equal((await clientOf(origin).get('/a')).kind, 'success');
  });

  test('never earlier than the hint', async (t) => {
    const { origin } = await serve(t, json(429, {}, { 'retry-after-ms': '80' }), fine);
    const begin = performance.now();
    assert.equal((await clientOf(origin).get('/a')).kind, 'success');
    assert.ok(performance.now() - begin >= 80);
  });

  test('an abort during a wait settles at once', async (t) => {
    const { origin, seen } = await serve(t, json(503, {}, { 'retry-after': '30' }));
    const controller = new AbortController();
    const client = attachOutcomes(axios.create({ baseURL: origin }), {
      retry,
      onRetry: () => setTimeout(() => controller.abort(), 20),
    });
    const begin = performance.now();
    const outcome = await client.get('/a', { signal: controller.signal });
    assert.deepEqual([outcome.kind, seen.length], ['cancelled', 1]);
    assert.ok(performance.now() - begin < 10_000);
  });

  test('a drained budget stops', async (t) => {
    const { origin, seen } = await serve(t, busy);
    const outcome = await clientOf(origin, { budget: retryBudget({ capacity: 14 }) }).get('/a');
    assert.deepEqual([outcome.retry.stopped, seen.length], ['budget', 2]);
  });

  test('a stream is not sent twice; a function that makes one is', async (t) => {
    const text = 'x'.repeat(70_000);
    const stream = () => Readable.from([text.slice(0, 10), text.slice(10)]);
    const spent = await serve(t, busy, fine);
    const outcome = await clientOf(spent.origin).put('/a', stream());
    assert.deepEqual([outcome.kind, outcome.retry.stopped], ['unavailable', 'body']);
    const again = await serve(t, busy, fine);
    assert.equal((await clientOf(again.origin).put('/a', stream)).kind, 'success');
    assert.deepEqual(
      again.seen.map(({ body }) => body === text),
      [true, true],
    );
  });

  test('an answer as a stream is handed over whole', async (t) => {
    const { origin } = await serve(t, busy, fine);
    const outcome = await clientOf(origin).get('/a', { responseType: 'stream' });
    const chunks = await outcome.data.toArray();
    assert.equal(Buffer.concat(chunks).toString(), '{"id":1}');
  });

  // axios has had the adapter since 1.7.
  const [major, minor] = (axios.VERSION ?? '').split('.').map(Number);
  if (major > 1 || minor >= 7) {
    test('over the fetch adapter as well', async (t) => {
      const { origin } = await serve(t, busy, reset, fine);
      assert.equal((await clientOf(origin, {}, { adapter: 'fetch' }).get('/a')).kind, 'success');
    });
  }
}
