import type { Catalogue, Problem } from '../../semantics/catalogue.js';
import type { CodeOf } from '../../semantics/documented.js';
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
} from '../members.js';
import type { Task } from '../task.js';
import type { DataAt, Described, OtherBodyAt, ResultOf } from './bodies.js';

/** A problem whose body is described. Nothing checks it: a schema in `responses` does. */
export interface DescribedProblem<Body, Code extends string = string> extends Problem<Code> {
  /** The body, as the description has it. */
  readonly details: Body;
}

/** The problem of a status. */
export interface ProblemAt<D extends Described, Status, C extends Catalogue>
  extends DescribedProblem<OtherBodyAt<D, Status>, CodeOf<C>> {}

// Interfaces of their own, so that an editor shows the operation and not its bodies, and so
// that a body is looked up where it is asked for.
export interface SuccessAt<D extends Described, Status> extends Success<DataAt<D, Status>, Status> {}
export interface DelayedAt<D extends Described, Status, R>
  extends Delayed<OtherBodyAt<D, Status>, Status, Task<ResultOf<D>, R>> {}
export interface ChoicesAt<D extends Described, Status> extends Choices<OtherBodyAt<D, Status>, Status> {}
export interface RejectedAt<D extends Described, Status, C extends Catalogue>
  extends Rejected<ProblemAt<D, Status, C>, Status> {}
export interface UnavailableAt<D extends Described, Status, C extends Catalogue>
  extends Unavailable<ProblemAt<D, Status, C>, Status> {}
export interface FailedAt<D extends Described, Status, C extends Catalogue>
  extends Failed<ProblemAt<D, Status, C>, Status> {}

/** The members of a status whose described body is data, by kind. `P` is the problem of an answer that is none. */
export interface DataMembers<D extends Described, Status, R, P> {
  readonly success: SuccessAt<D, Status>;
  readonly delayed: DelayedAt<D, Status, R>;
  readonly empty: Empty<Status>;
  readonly unmodified: Unmodified<Status>;
  readonly choices: ChoicesAt<D, Status>;
  readonly redirected: Redirected<Status>;
  readonly rejected: Rejected<P, Status>;
  readonly unavailable: Unavailable<P, Status>;
  readonly failed: Failed<P, Status>;
}

/** The same of a status whose described body is a problem. */
export interface ProblemMembers<D extends Described, Status, C extends Catalogue, R> {
  readonly success: Success<unknown, Status>;
  readonly delayed: Delayed<unknown, Status, Task<ResultOf<D>, R>>;
  readonly empty: Empty<Status>;
  readonly unmodified: Unmodified<Status>;
  readonly choices: Choices<unknown, Status>;
  readonly redirected: Redirected<Status>;
  readonly rejected: RejectedAt<D, Status, C>;
  readonly unavailable: UnavailableAt<D, Status, C>;
  readonly failed: FailedAt<D, Status, C>;
}
