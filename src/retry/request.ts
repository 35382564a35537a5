import type { Assessment } from '../classify/assessment.js';
import type { Exchange } from '../classify/exchange.js';
import type { Attempt, PlannedRetry } from './attempt.js';
import type { RetryPolicy } from './policy.js';
import type { Repeatability } from './safety.js';

/** One logical request, as the engine sees it. The transport behind it is not its business. */
export interface RetryableRequest {
  readonly policy: RetryPolicy;
  readonly origin: () => string;
  readonly repeatability: () => Repeatability;
  readonly bodyReplayable: () => boolean;
  /** Sends attempt `number`. Rejects only for what is no HTTP matter. */
  readonly send: (number: number) => Promise<Exchange>;
  readonly assess: (exchange: Exchange) => Assessment;
  /** Resolves after `ms` with undefined, or at once with the exchange of the caller's abort. */
  readonly wait: (ms: number) => Promise<Exchange | undefined>;
  /** Does the work, or stops waiting for it once the caller aborts or the deadline passes. */
  readonly unlessInterrupted: <T>(
    work: () => Promise<T>,
  ) => Promise<{ readonly value: T } | { readonly error: unknown }>;
  readonly onAttempt?: ((attempt: Attempt) => void) | undefined;
  readonly onRetry?: ((retry: PlannedRetry) => void) | undefined;
}
