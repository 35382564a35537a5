import type { SWRConfiguration } from 'swr';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, unwrap } from '../../src/index.js';
import { swrRetry } from '../../src/query/index.js';
import { countedApi } from './counted-api.js';

// SWR itself asks in test/browser/query-libraries.test.ts, since it needs a page.
beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => vi.useRealTimers());

/** As SWR calls it: how long after the first, the second, … failure it asks again; undefined for never. */
async function waits(
  error: unknown,
  onErrorRetry = swrRetry(),
  config: { errorRetryCount?: number } = {},
): Promise<(number | undefined)[]> {
  const waited: (number | undefined)[] = [];
  for (const retryCount of [1, 2, 3, 4]) {
    const began = Date.now();
    let asked: number | undefined;
    const revalidate = vi.fn(() => {
      asked = Date.now() - began;
    });
    onErrorRetry(error, '/key', config, revalidate, { retryCount, dedupe: true });
    await vi.advanceTimersByTimeAsync(3_000_000);
    if (asked !== undefined) expect(revalidate).toHaveBeenCalledWith({ retryCount, dedupe: true });
    vi.setSystemTime(began);
    waited.push(asked);
  }
  return waited;
}

async function failed(status: number, headers: Record<string, string> = {}): Promise<unknown> {
  const { instance } = countedApi(() => ({ status, headers }));
  const outcome = attachOutcomes(instance).get('/key');
  await vi.advanceTimersByTimeAsync(100_000);
  vi.setSystemTime(1_700_000_000_000);
  return outcome.then(unwrap).catch((error: unknown) => error);
}

describe('SWR, with swrRetry', () => {
  it('never asks again for what cannot be helped', async () => {
    expect(await waits(await failed(403))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('asks at the server’s time or later, twice', async () => {
    const [first, second, ...more] = await waits(await failed(503, { 'Retry-After': '300' }));
    for (const wait of [first, second]) {
      expect(wait).toBeGreaterThanOrEqual(300_000);
      expect(wait).toBeLessThan(302_000);
    }
    expect(more).toEqual([undefined, undefined]);
  });

  it('takes SWR’s own errorRetryCount where it is lower', async () => {
    const [first, ...more] = await waits(await failed(503), swrRetry(), { errorRetryCount: 1 });
    expect(first).toBeGreaterThanOrEqual(500);
    expect(more).toEqual([undefined, undefined, undefined]);
    expect(await waits(await failed(503), swrRetry({ retries: 0 }), { errorRetryCount: 9 })).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('asks three times after an error that is no outcome', async () => {
    expect(await waits(new Error('x'))).toEqual([1_000, 2_000, 4_000, undefined]);
  });

  it('has the type of SWR’s option', () => {
    const config: SWRConfiguration = { onErrorRetry: swrRetry() };
    expect(config.onErrorRetry).toBeTypeOf('function');
  });
});
