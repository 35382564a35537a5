/** The waits between attempts, in milliseconds. */
export interface Backoff {
  readonly baseDelayMs: number;
  readonly throttleDelayMs: number;
  readonly maxDelayMs: number;
  readonly jitter: 'full' | 'none';
}

/**
 * The wait before retry number `retry` (from 1): `min(base x 2^(retry-1), max)`,
 * and with full jitter a random part of it, so that clients which failed
 * together do not come back together (AWS Architecture Blog, "Exponential
 * Backoff And Jitter").
 */
export function backoffMs(retry: number, throttled: boolean, backoff: Backoff, random: () => number): number {
  const base = throttled ? backoff.throttleDelayMs : backoff.baseDelayMs;
  const ceiling = Math.min(base * 2 ** (retry - 1), backoff.maxDelayMs);
  return backoff.jitter === 'none' ? ceiling : Math.round(random() * ceiling);
}
