import type { Assessment, Processed } from '../classify/assessment.js';
import type { Exchange } from '../classify/exchange.js';
import type { Stopped } from './decide.js';

/** One transport call, as the outcome tells it. */
export interface Attempt {
  /** From 1. */
  readonly number: number;
  /** The status on the wire, where there was a response. */
  readonly status?: number;
  /** The code of the failure, where there was one. */
  readonly code?: string;
  /** Milliseconds waited before it. */
  readonly waitedMs: number;
  /** Milliseconds it took. */
  readonly tookMs: number;
  /** Why it was, or was not, followed by another. */
  readonly because: string;
}

/** A transport call that has ended, and what its end means. */
export interface Sent {
  readonly exchange: Exchange;
  readonly assessment: Assessment;
  readonly waitedMs: number;
  readonly startedAt: number;
  readonly tookMs: number;
}

/** How a logical request ended: its last exchange, and everything that led there. */
export interface Ended {
  readonly exchange: Exchange;
  readonly assessment: Assessment;
  readonly attempts: readonly Attempt[];
  readonly stopped: Stopped;
  /** When the server wants to be asked again, in milliseconds since the epoch. */
  readonly retryAt?: number;
  /** The Idempotency-Key that all attempts carried, where the caller does not have it. */
  readonly idempotencyKey?: string;
  /** What all attempts together leave behind: an earlier one may have been processed. */
  readonly processed: Processed;
}
