import { expect } from '../semantics/configuration-error.js';

/**
 * How many retries an origin may be sent, so that an outage is not answered with
 * a flood. Three are shipped: `retryBudget`, `grpcRetryBudget`,
 * `finagleRetryBudget`; any object with these methods is one.
 */
export interface RetryBudget {
  /** A logical request begins. */
  started?(origin: string): void;
  /** An attempt failed in a way that could be retried; one that was never sent does not count. */
  failed?(origin: string): void;
  /** Asks for one retry and pays for it. A retry of a request that was never sent is not asked for. */
  take(origin: string, cost: 'transient' | 'throttle'): boolean;
  /** A retry that was paid for was stopped before it was sent. */
  refund?(origin: string, cost: 'transient' | 'throttle'): void;
  /** True while a success has nothing to give back, so that it need not be told. */
  idle?(): boolean;
  /** A request succeeded; `paid` is the cost of its last retry, undefined where it had none. */
  succeeded(origin: string, paid: 'transient' | 'throttle' | undefined): void;
}

/** A budget of tokens. */
export interface TokenBudget extends RetryBudget {
  /** The tokens that are left to an origin, for a dashboard. */
  tokens(origin: string): number;
}

/** Options of {@link retryBudget}; the numbers are those of AWS's standard retry mode 2.1. */
export interface RetryBudgetOptions {
  /** Tokens of a full bucket. Default 500. */
  readonly capacity?: number;
  /** Tokens of a retry after a transient fault. Default 14. */
  readonly transientCost?: number;
  /** Tokens of a retry after throttling. Default 5. */
  readonly throttleCost?: number;
  /** A drained bucket still allows one retry per so many milliseconds. Default 10,000. */
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
 * A token bucket per origin (AWS SDKs' standard retry mode, revision 2.1): a
 * retry pays, a success gets its last payment back or, without a retry, earns
 * one token. A drained bucket lets one retry through every `trickleMs`, so that
 * it recovers. Share one between instances by passing the same object.
 *
 * @throws ConfigurationError for a number below 0.
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
    // A bucket that was never drawn from is full.
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

/** Origins that are remembered; past that, the one used longest ago is forgotten. */
const maxOrigins = 1000;

/** A small store with an entry per origin. */
export interface PerOrigin<T> {
  /** The origin's entry, made where there is none. */
  of(origin: string): T;
  /** The origin's entry, if it has one. */
  find(origin: string): T | undefined;
  forget(origin: string): void;
  readonly entries: ReadonlyMap<string, T>;
}

/** Keeps what `make` makes for each origin, for as many origins as a client sensibly talks to. */
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
