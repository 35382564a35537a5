import type { Assessment, Processed } from '../classify/assessment.js';
import type { Exchange } from '../classify/exchange.js';
import type { Stopped } from './decide.js';

/** One attempt of a request, as the outcome shows it. */
export interface Attempt {
  /** The number of the attempt, from 1. */
  readonly number: number;
  /** The HTTP status, if there was a response. */
  readonly status?: number;
  /** The error code, if the attempt failed without a complete response. */
  readonly code?: string;
  /** Milliseconds waited before the attempt. */
  readonly waitedMs: number;
  /** Milliseconds that the attempt took. */
  readonly tookMs: number;
  /** Why a further attempt was or was not made. */
  readonly because: string;
}

/** An attempt that has ended, with its assessment. */
export interface Sent {
  readonly exchange: Exchange;
  readonly assessment: Assessment;
  readonly waitedMs: number;
  readonly startedAt: number;
  readonly tookMs: number;
}

/** How a request ended: its last exchange, all attempts, and why it stopped. */
export interface Ended {
  readonly exchange: Exchange;
  readonly assessment: Assessment;
  readonly attempts: readonly Attempt[];
  readonly stopped: Stopped;
  /** When the server wants to be asked again, in milliseconds since the epoch. */
  readonly retryAt?: number;
  /** The Idempotency-Key that all attempts carried, if the caller does not know it. */
  readonly idempotencyKey?: string;
  /** Whether any of the attempts may have been processed. */
  readonly processed: Processed;
}
