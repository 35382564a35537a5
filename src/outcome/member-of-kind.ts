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
 * The member of an outcome by its kind. `S` are its statuses, `D` is the data of
 * a success and `B` that of the other kinds with a body, `P` the problem, `T` the task.
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
