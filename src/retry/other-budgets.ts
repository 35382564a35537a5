import { expect } from '../semantics/configuration-error.js';
import { perOrigin, type RetryBudget } from './budget.js';

/** Options of {@link finagleRetryBudget}. The defaults are those of Finagle's `RetryBudget`. */
export interface FinagleRetryBudgetOptions {
  /** Milliseconds for which a request counts, from 1,000 to 60,000. Default 10,000. */
  readonly ttlMs?: number;
  /** Retries per second that are always allowed, also without traffic. Default 10. */
  readonly minRetriesPerSecond?: number;
  /** Further retries per request: 0.2 allows one retry for five requests. Default 0.2. */
  readonly percentCanRetry?: number;
}

/** The time window moves in steps of a tenth. */
const slices = 10;
/** What one request adds. It is a whole number, since sums of 0.1 would drift. */
const deposit = 1000;

/**
 * Makes a budget that works as Finagle's `RetryBudget`, per origin. Each request of the last `ttlMs`
 * allows `percentCanRetry` of a retry, and `minRetriesPerSecond` retries are added. So retries stay a
 * fixed part of the traffic.
 *
 * @throws ConfigurationError if a number is out of range.
 *
 * @example
 * attachOutcomes(http, { retry: { budget: finagleRetryBudget({ percentCanRetry: 0.1 }) } });
 */
export function finagleRetryBudget({
  ttlMs = 10_000,
  minRetriesPerSecond = 10,
  percentCanRetry = 0.2,
}: FinagleRetryBudgetOptions = {}): RetryBudget {
  expect(ttlMs >= 1000 && ttlMs <= 60_000, 'budget.ttlMs', ttlMs, 'milliseconds from 1000 to 60000');
  expect(
    minRetriesPerSecond >= 0 && minRetriesPerSecond < 1e6,
    'budget.minRetriesPerSecond',
    minRetriesPerSecond,
    'a number from 0 up',
  );
  expect(
    percentCanRetry >= 0 && percentCanRetry <= 1000,
    'budget.percentCanRetry',
    percentCanRetry,
    'a number from 0 to 1000',
  );
  const earned = percentCanRetry === 0 ? 0 : deposit;
  const price = percentCanRetry === 0 ? deposit : deposit / percentCanRetry;
  const reserve = Math.round((minRetriesPerSecond * ttlMs * price) / 1000);
  const windows = perOrigin(() => new SlidingSum(ttlMs / slices));

  return {
    started: (origin) => windows.of(origin).add(earned),
    take(origin) {
      const window = windows.of(origin);
      if (reserve + window.total() < price) return false;
      window.add(-price);
      return true;
    },
    refund: (origin) => windows.of(origin).add(price),
    succeeded() {},
  };
}

/** The sum of the amounts that were added in the last ten slices of time. */
class SlidingSum {
  readonly #amounts: number[] = Array(slices).fill(0);
  readonly #sliceMs: number;
  #slice: number;

  constructor(sliceMs: number) {
    this.#sliceMs = sliceMs;
    this.#slice = this.#now();
  }

  add(amount: number): void {
    this.#forget();
    const at = this.#slice % slices;
    this.#amounts[at] = (this.#amounts[at] ?? 0) + amount;
  }

  total(): number {
    this.#forget();
    return this.#amounts.reduce((sum, amount) => sum + amount, 0);
  }

  #forget(): void {
    const now = this.#now();
    const gone = Math.min(now - this.#slice, slices);
    for (let step = 1; step <= gone; step++) this.#amounts[(this.#slice + step) % slices] = 0;
    this.#slice = now;
  }

  #now(): number {
    return Math.floor(performance.now() / this.#sliceMs);
  }
}

/** Options of {@link grpcRetryBudget}. Names and defaults are those of gRPC's service config. */
export interface GrpcRetryBudgetOptions {
  /** Tokens of a full bucket, up to 1,000. Default 10. */
  readonly maxTokens?: number;
  /** Tokens that a success gives back. Default 0.1. */
  readonly tokenRatio?: number;
}

/**
 * Makes a budget that works as gRPC's retry throttling (proposal A6), per origin. Each failure that could
 * be retried costs a token, also if it is not retried. Each success gives `tokenRatio` back. Retries are
 * refused while half the tokens or fewer are left. Only successes fill the bucket again.
 *
 * @throws ConfigurationError if a number is out of range.
 *
 * @example
 * attachOutcomes(http, { retry: { budget: grpcRetryBudget() } });
 */
export function grpcRetryBudget({
  maxTokens = 10,
  tokenRatio = 0.1,
}: GrpcRetryBudgetOptions = {}): RetryBudget {
  expect(maxTokens > 0 && maxTokens <= 1000, 'budget.maxTokens', maxTokens, 'a number above 0, up to 1000');
  expect(
    tokenRatio > 0 && tokenRatio <= 1000,
    'budget.tokenRatio',
    tokenRatio,
    'a number above 0, up to 1000',
  );
  // gRPC counts in thousandths, since sums of 0.1 would drift.
  const full = Math.round(maxTokens * 1000);
  const earned = Math.round(tokenRatio * 1000);
  const buckets = perOrigin(() => ({ tokens: full }));

  return {
    idle: () => buckets.entries.size === 0,
    failed(origin) {
      const bucket = buckets.of(origin);
      bucket.tokens = Math.max(0, bucket.tokens - 1000);
    },
    take: (origin) => (buckets.find(origin)?.tokens ?? full) > full / 2,
    succeeded(origin) {
      const bucket = buckets.find(origin);
      if (bucket === undefined) return;
      bucket.tokens += earned;
      if (bucket.tokens >= full) buckets.forget(origin);
    },
  };
}
