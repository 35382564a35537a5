import { Readable } from 'node:stream';
import axios from 'axios';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import type { http } from '../../src/catalogues/http/index.js';
import {
  attachOutcomes,
  isRetryable,
  type OutcomeClient,
  type RetryOptions,
  retryBudget,
} from '../../src/index.js';
import { type Step, sequence } from '../../src/testing/index.js';

/** An answer that comes too late for any of these tests. */
const silence: Step = { status: 200, latencyMs: 60_000 };
const hinted = (status: number, retryAfterSeconds: number): Step => ({ status, retryAfterSeconds });

/** A client whose every answer is this status, or this failure. */
function client(step: Step, retry: RetryOptions = {}): OutcomeClient<typeof http> {
  return attachOutcomes(axios.create({ adapter: sequence([step]).adapter }), {
    retry: { baseDelayMs: 0, throttleDelayMs: 0, ...retry },
  });
}

describe('isRetryable: a limit gave the request up, and the same one may work later', () => {
  const drained = () => retryBudget({ capacity: 1 });
  it.each<[string, string, Step, RetryOptions]>([
    ['attempts', 'GET', 503, {}],
    ['attempts', 'GET', 'reset', {}],
    ['attempts', 'PUT', 'reset', {}],
    ['attempts', 'POST', 'refused', {}],
    ['attempts', 'POST', 429, { retries: 0 }],
    ['budget', 'GET', 503, { budget: drained() }],
    ['hint', 'GET', hinted(503, 3600), {}],
    ['hint', 'POST', hinted(503, 3600), {}],
    ['deadline', 'GET', hinted(503, 30), { deadlineMs: 1000 }],
    ['deadline', 'GET', silence, { deadlineMs: 20 }],
    ['deadline', 'DELETE', silence, { deadlineMs: 20 }],
    ['deadline', 'POST', hinted(429, 30), { deadlineMs: 1000 }],
  ])('%s: %s, %j', async (stopped, method, step, retry) => {
    const outcome = await client(step, retry).request({ method, url: '/a' });
    expect(outcome).toMatchObject({ retry: { stopped } });
    expect(isRetryable(outcome)).toBe(true);
    expect(isRetryable(JSON.parse(JSON.stringify(outcome)))).toBe(true);
  });

  it('body: a stream is gone, and a new call makes a new one', async () => {
    const outcome = await client(503).put('/a', Readable.from(['x']));
    expect(outcome).toMatchObject({ retry: { stopped: 'body' } });
    expect(isRetryable(outcome)).toBe(true);
  });

  it('a 503 whose body does not fit its schema is still a 503', async () => {
    const outcome = await client(503).get('/a', { responses: { problem: z.string() } });
    expect(outcome).toMatchObject({ kind: 'malformed', httpStatus: 503, retry: { stopped: 'attempts' } });
    expect(isRetryable(outcome)).toBe(true);
  });

  it('says when, by retryAt', async () => {
    const outcome = await client(hinted(503, 3600)).get('/a');
    expect(isRetryable(outcome) && (outcome.retry.retryAt ?? 0) > Date.now() + 3_500_000).toBe(true);
  });
});

describe('isRetryable is false', () => {
  it.each<[string, string, Step, RetryOptions]>([
    ['not-retryable', 'GET', 500, {}],
    ['not-retryable', 'GET', 418, {}],
    ['not-retryable', 'GET', 'tls-expired', {}],
    ['unsafe', 'POST', 502, {}],
    ['unsafe', 'POST', 'reset', {}],
    ['unsafe', 'PATCH', 503, {}],
    ['vetoed', 'GET', { status: 503, headers: { 'x-should-retry': 'false' } }, {}],
    ['vetoed', 'GET', 503, { shouldRetry: () => false }],
  ])('%s: %s, %j', async (stopped, method, step, retry) => {
    const outcome = await client(step, retry).request({ method, url: '/a' });
    if (outcome.kind !== 'rejected') expect(outcome).toMatchObject({ retry: { stopped } });
    expect(isRetryable(outcome)).toBe(false);
  });

  it('where a deadline passed while a POST may have been carried out', async () => {
    // By a real clock, a busy machine may let it pass before anything is sent.
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const pending = client(silence, { deadlineMs: 20 }).post('/a');
    await vi.advanceTimersByTimeAsync(20);
    const outcome = await pending;
    expect(outcome).toMatchObject({ effect: 'unknown', retry: { stopped: 'deadline' } });
    expect(isRetryable(outcome)).toBe(false);
  });

  it('for a body that does not fit: it would not fit again', async () => {
    const outcome = await client(200).get('/a', { responses: { 200: z.string() } });
    expect(outcome.kind).toBe('malformed');
    expect(isRetryable(outcome)).toBe(false);
  });

  it.each([200, 202, 204, 304, 300, 301, 404])('for an answer that is final: %i', async (status) => {
    expect(isRetryable(await client(status).get('/a'))).toBe(false);
  });

  it('where the caller stopped it', async () => {
    const outcome = await client(silence).get('/a', { signal: AbortSignal.timeout(10) });
    expect(outcome.kind).toBe('cancelled');
    expect(isRetryable(outcome)).toBe(false);
  });
});
