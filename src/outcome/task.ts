import type { NoResponses } from './responses.js';

declare const promised: unique symbol;

/**
 * A task that was accepted and is not done yet. `D` and `R` are the data and the
 * schemas of the call that began it: they exist in types alone, so that
 * `complete` knows what the task comes to.
 */
export interface Task<D = unknown, R = NoResponses> {
  readonly [promised]?: { readonly data: D; readonly responses: R };
  /** Lets `client.resume` follow the task in another process. Absent where nothing tells how to follow it. */
  readonly token?: string;
  /** Where the task is followed, without secrets. */
  readonly monitor?: string;
  /** The server's word on when to look again, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The server's own word for its state, where it gave one: `InProgress`, `RUNNING_UNBIND`. */
  readonly state?: string;
  /** The API can be asked to stop it, by `client.cancel`. */
  readonly cancellable?: true;
}

/** How a task ended. */
export interface EndedTask {
  /** `expired`: the server no longer knows it, and nobody can tell how it ended. */
  readonly ended: 'failed' | 'cancelled' | 'expired';
  /** The server's own word. */
  readonly state?: string;
}
