import type { NoResponses } from './responses.js';

declare const promised: unique symbol;

/**
 * A task that was accepted and is not done yet. `D` and `R` are the data and the schemas of the
 * call that began the task. They exist only in types: by them `complete` knows the type of its result.
 */
export interface Task<D = unknown, R = NoResponses> {
  readonly [promised]?: { readonly data: D; readonly responses: R };
  /** Lets `client.resume` follow the task in another process. Absent when the answer does not say how to follow the task. */
  readonly token?: string;
  /** The address at which the task is followed, without secrets. */
  readonly monitor?: string;
  /** The wait until the next look at the task that the server asked for, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The server's word for the state of the task, if it gave a word: `InProgress`, `RUNNING_UNBIND`. */
  readonly state?: string;
  /** True when `client.cancel` can ask the API to stop the task. */
  readonly cancellable?: true;
}

/** How a task ended. */
export interface EndedTask {
  /** `expired` means that the server no longer knows the task, so that nobody can say how it ended. */
  readonly ended: 'failed' | 'cancelled' | 'expired';
  /** The server's word for the state. */
  readonly state?: string;
}
