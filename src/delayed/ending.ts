import type { TaskAnswer, TaskLink, TaskReading } from '../semantics/dialect.js';

/** What came of asking an address. `stopped`: the caller or the deadline ended it. */
export interface Asked<E> {
  readonly answer?: TaskAnswer;
  /** The exchange behind it, for the outcome. */
  readonly exchange: E;
  readonly hintMs?: number | undefined;
  readonly stopped: boolean;
  /** A text of the answer without the secrets that its request had sent. */
  readonly safe?: (text: string) => string;
}

/** A task that is not done, as it was seen last. */
export interface TaskProgress {
  readonly link: TaskLink;
  /** The server's own word on when to look again. */
  readonly hintMs: number | undefined;
  /** The server's own word for the state. */
  readonly state: string | undefined;
}

/** How a task ended, by an answer of its monitor. */
export type Ended<E> =
  | {
      readonly how: 'done';
      readonly asked: Asked<E>;
      readonly reading: Extract<TaskReading, { state: 'done' }>;
      /** By which it was found done, and would be again. */
      readonly link: TaskLink;
      /** Absolute; where the result is, if not in the reading. */
      readonly result?: string;
    }
  | {
      readonly how: 'failed' | 'cancelled';
      readonly asked: Asked<E>;
      readonly reading: Extract<TaskReading, { state: 'failed' | 'cancelled' }>;
    }
  | { readonly how: 'expired' | 'rejected'; readonly asked: Asked<E> }
  /** The address, or the answer, is none that a task is followed by. */
  | { readonly how: 'malformed'; readonly asked: Asked<E> | undefined; readonly message: string };

/** How following a task ended. */
export type TaskEnding<E> =
  | Ended<E>
  /** The caller stopped it. */
  | { readonly how: 'stopped'; readonly asked: Asked<E> | undefined }
  /** Not done yet: the deadline, a long hint, or a monitor that does not answer. */
  | ({ readonly how: 'delayed' } & TaskProgress);

export function malformed<E>(
  asked: Asked<E> | undefined,
  message: string,
): Extract<Ended<E>, { readonly how: 'malformed' }> {
  return { how: 'malformed', asked, message };
}
