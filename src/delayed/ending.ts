import type { TaskAnswer, TaskLink, TaskReading } from '../semantics/dialect.js';

/** The result of asking an address. `stopped` is true if the caller or the deadline ended the request. */
export interface Asked<E> {
  readonly answer?: TaskAnswer;
  /** The exchange of the request, for the outcome. */
  readonly exchange: E;
  readonly hintMs?: number | undefined;
  readonly stopped: boolean;
  /** Removes the secrets of the request from a text of the answer. */
  readonly safe?: (text: string) => string;
}

/** The last known state of a task that has not ended. */
export interface TaskProgress {
  readonly link: TaskLink;
  /** Milliseconds that the server asked to wait. */
  readonly hintMs: number | undefined;
  /** The server's word for the state. */
  readonly state: string | undefined;
}

/** How a task ended, according to an answer of its monitor. */
export type Ended<E> =
  | {
      readonly how: 'done';
      readonly asked: Asked<E>;
      readonly reading: Extract<TaskReading, { state: 'done' }>;
      /** The addresses with which the task was found done. */
      readonly link: TaskLink;
      /** The absolute address of the result, if the reading does not have the result. */
      readonly result?: string;
    }
  | {
      readonly how: 'failed' | 'cancelled';
      readonly asked: Asked<E>;
      readonly reading: Extract<TaskReading, { state: 'failed' | 'cancelled' }>;
    }
  | { readonly how: 'expired' | 'rejected'; readonly asked: Asked<E> }
  /** The address or the answer cannot belong to a task. */
  | { readonly how: 'malformed'; readonly asked: Asked<E> | undefined; readonly message: string };

/** How following a task ended. */
export type TaskEnding<E> =
  | Ended<E>
  /** The caller stopped following. */
  | { readonly how: 'stopped'; readonly asked: Asked<E> | undefined }
  /** The task has not ended: the deadline came, a hint was too long, or the monitor did not answer. */
  | ({ readonly how: 'delayed' } & TaskProgress);

export function malformed<E>(
  asked: Asked<E> | undefined,
  message: string,
): Extract<Ended<E>, { readonly how: 'malformed' }> {
  return { how: 'malformed', asked, message };
}
