import axios, { type AxiosAdapter, AxiosHeaders, type GenericAbortSignal } from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, type RetryOptions } from '../../src/index.js';

const answerAfterMs = 60;
let signals: (GenericAbortSignal | undefined)[] = [];

/** Knows no timeout of its own, and answers after a while whatever it is told. */
const slow: AxiosAdapter = async (config) => {
  signals.push(config.signal);
  await new Promise((resolve) => setTimeout(resolve, answerAfterMs));
  return { status: 200, statusText: '', data: '{}', headers: new AxiosHeaders(), config };
};

function ask(retry: RetryOptions, signal?: GenericAbortSignal) {
  const client = attachOutcomes(axios.create({ adapter: slow }), { retry: { retries: 0, ...retry } });
  return client.get('/a', signal ? { signal } : {});
}

beforeEach(() => {
  signals = [];
  vi.useFakeTimers();
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(answerAfterMs);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('attemptTimeoutMs with an adapter that has no timeout', () => {
  it('ends an attempt, and its signal', async () => {
    const outcome = ask({ attemptTimeoutMs: 20 });
    await vi.advanceTimersByTimeAsync(40);
    expect(await outcome).toMatchObject({ kind: 'unreachable', code: 'ECONNABORTED' });
    expect(signals[0]?.aborted).toBe(true);
  });

  it.each([2 ** 31 - 1, 2 ** 31 - 10])('of %d ms does not overflow the timer', async (attemptTimeoutMs) => {
    const outcome = ask({ attemptTimeoutMs });
    await vi.advanceTimersByTimeAsync(answerAfterMs);
    expect(await outcome).toMatchObject({ kind: 'success' });
  });

  it.each([0, 1000])('the timeout of %d that beforeAttempt sets replaces it', async (timeout) => {
    const outcome = ask({
      attemptTimeoutMs: 20,
      beforeAttempt: (config) => Object.assign(config, { timeout }),
    });
    await vi.advanceTimersByTimeAsync(answerAfterMs);
    expect(await outcome).toMatchObject({ kind: 'success' });
  });

  it('an abort by a custom signal reaches the adapter, and no listener is left afterwards', async () => {
    const listeners = new Set<() => void>();
    const foreign: GenericAbortSignal = {
      aborted: false,
      addEventListener: (_type: string, listener: () => void) => void listeners.add(listener),
      removeEventListener: (_type: string, listener: () => void) => void listeners.delete(listener),
    };
    const outcome = ask({ attemptTimeoutMs: 1000 }, foreign);
    await vi.advanceTimersByTimeAsync(10);
    for (const listener of [...listeners]) listener();
    expect(await outcome).toMatchObject({ kind: 'cancelled' });
    expect(signals[0]?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(answerAfterMs);
    expect(listeners.size).toBe(0);
  });
});
