import { expect } from '../semantics/configuration-error.js';

/**
 * Limits the retries per origin, so that an outage does not cause a flood of requests. The library has
 * three budgets: `retryBudget`, `grpcRetryBudget` and `finagleRetryBudget`. Any object with these methods
 * is a budget.
 */
export interface RetryBudget {
  /** A request begins, before its first attempt. */
  started?(origin: string): void;
  /** An attempt failed in a way that could be retried. An attempt that was never sent is not reported. */
  failed?(origin: string): void;
  /**
   * Asks for one retry and pays for it. Returns false to refuse the retry. Not called if the failed
   * attempt was never sent.
   */
  take(origin: string, cost: 'transient' | 'throttle'): boolean;
  /** A retry was paid for, but the request was stopped before the retry was sent. */
  refund?(origin: string, cost: 'transient' | 'throttle'): void;
  /** True if a success would change nothing. Then `succeeded` is not called. */
  idle?(): boolean;
  /** A request succeeded. `paid` is the cost of its last retry; undefined if it had no retry. */
  succeeded(origin: string, paid: 'transient' | 'throttle' | undefined): void;
}

/** A budget of tokens. */
export interface TokenBudget extends RetryBudget {
  /** The tokens that an origin has left, for a dashboard. */
  tokens(origin: string): number;
}

/** Options of {@link retryBudget}. The defaults are those of AWS's standard retry mode 2.1. */
export interface RetryBudgetOptions {
  /** Tokens of a full bucket. Default 500. */
  readonly capacity?: number;
  /** Tokens that a retry after a transient fault costs. Default 14. */
  readonly transientCost?: number;
  /** Tokens that a retry after throttling costs. Default 5. */
  readonly throttleCost?: number;
  /** Milliseconds after which an empty bucket allows one retry again. Default 10,000. */
  readonly trickleMs?: number;
}

export const retryBudgetDefaults: Required<RetryBudgetOptions> = {
  capacity: 500,
  transientCost: 14,
  throttleCost: 5,
  trickleMs: 10_000,
};

interface Bucket {
  tokens: number;
  lastTrickle: number;
}

/**
 * Makes a budget with one token bucket per origin (AWS SDKs' standard retry mode, revision 2.1). A retry
 * costs tokens. A success gives back what its last retry cost, or one token if there was no retry. An
 * empty bucket allows one retry every `trickleMs`, so that it can recover. To share a budget between
 * instances, pass the same object to each.
 *
 * @throws ConfigurationError if a number is below 0.
 *
 * @example
 * attachOutcomes(http, { retry: { budget: retryBudget({ capacity: 100 }) } });
 */
export function retryBudget(options: RetryBudgetOptions = {}): TokenBudget {
  const settings = { ...retryBudgetDefaults, ...options };
  for (const [name, value] of Object.entries(settings)) {
    expect(Number.isFinite(value) && value >= 0, `budget.${name}`, value, 'a number from 0 up');
  }
  const costs = { transient: settings.transientCost, throttle: settings.throttleCost };
  const buckets = perOrigin<Bucket>(() => ({ tokens: settings.capacity, lastTrickle: performance.now() }));

  function give(origin: string, tokens: number): void {
    const bucket = buckets.find(origin);
    // An origin without a bucket has all its tokens.
    if (bucket === undefined) return;
    bucket.tokens = Math.min(settings.capacity, bucket.tokens + tokens);
    if (bucket.tokens === settings.capacity) buckets.forget(origin);
  }

  return {
    tokens: (origin) => buckets.find(origin)?.tokens ?? settings.capacity,
    idle: () => buckets.entries.size === 0,
    take(origin, cost) {
      const bucket = buckets.of(origin);
      if (bucket.tokens >= costs[cost]) {
        bucket.tokens -= costs[cost];
        return true;
      }
      if (performance.now() - bucket.lastTrickle < settings.trickleMs) return false;
      bucket.lastTrickle = performance.now();
      return true;
    },
    refund: (origin, cost) => give(origin, costs[cost]),
    succeeded: (origin, paid) => give(origin, paid === undefined ? 1 : costs[paid]),
  };
}

/** The most origins that are kept. Beyond that, the origin that was used longest ago is dropped. */
const maxOrigins = 1000;

/** A store with one entry per origin. */
export interface PerOrigin<T> {
  /** The entry of the origin. A missing entry is made. */
  of(origin: string): T;
  /** The entry of the origin, if there is one. */
  find(origin: string): T | undefined;
  forget(origin: string): void;
  readonly entries: ReadonlyMap<string, T>;
}

/** Makes a store of up to `maxOrigins` entries. `make` makes a new entry. */
export function perOrigin<T>(make: () => T): PerOrigin<T> {
  const entries = new Map<string, T>();
  return {
    of(origin) {
      const entry = entries.get(origin) ?? make();
      entries.delete(origin);
      entries.set(origin, entry);
      const [oldest] = entries.keys();
      if (entries.size > maxOrigins && oldest !== undefined) entries.delete(oldest);
      return entry;
    },
    find: (origin) => entries.get(origin),
    forget: (origin) => void entries.delete(origin),
    entries,
  };
}
