import { expect } from '../semantics/configuration-error.js';
import type { RetryBudget } from './budget.js';
import { perOrigin } from './per-origin.js';

/** Options of {@link grpcRetryBudget}; the names and numbers are those of gRPC's service config. */
export interface GrpcRetryBudgetOptions {
  /** Tokens of a full bucket, up to 1,000. Default 10. */
  readonly maxTokens?: number;
  /** Tokens that a success gives back. Default 0.1. */
  readonly tokenRatio?: number;
}

/**
 * gRPC's retry throttling (proposal A6) per origin: a failure that could be
 * retried costs a token, whether it is retried or not, a success gives
 * `tokenRatio` back, and retries are refused while no more than half the tokens
 * are left. It recovers by successes only.
 *
 * @throws ConfigurationError for a number out of range.
 *
 * @example
 * attachOutcomes(http, { retry: { budget: grpcRetryBudget() } });
 */
export function grpcRetryBudget({
  maxTokens = 10,
  tokenRatio = 0.1,
}: GrpcRetryBudgetOptions = {}): RetryBudget {
  expect(maxTokens > 0 && maxTokens <= 1000, 'budget.maxTokens', maxTokens, 'a number above 0, up to 1000');
  expect(tokenRatio > 0 && tokenRatio <= 1000, 'budget.tokenRatio', tokenRatio, 'a number above 0');
  // In thousandths, as gRPC counts: sums of 0.1 would drift.
  const full = Math.round(maxTokens * 1000);
  const earned = Math.round(tokenRatio * 1000);
  const buckets = perOrigin(() => ({ tokens: full }));

  return {
    idle: () => buckets.size === 0,
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
