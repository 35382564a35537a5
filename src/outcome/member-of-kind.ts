import type {
  Choices,
  Delayed,
  Empty,
  Failed,
  Redirected,
  Rejected,
  Success,
  Unavailable,
  Unmodified,
} from './members.js';
import type { Task } from './task.js';

/**
 * The members of an outcome, by kind. `S` are the statuses, `D` is the data of a success, `B` the
 * data of the other kinds with a body, `P` the problem, and `T` the task.
 */
export interface MemberOfKind<S, D, B, P, T extends Task<unknown, unknown>> {
  readonly success: Success<D, S>;
  readonly delayed: Delayed<B, S, T>;
  readonly empty: Empty<S>;
  readonly unmodified: Unmodified<S>;
  readonly choices: Choices<B, S>;
  readonly redirected: Redirected<S>;
  readonly rejected: Rejected<P, S>;
  readonly unavailable: Unavailable<P, S>;
  readonly failed: Failed<P, S>;
}
