import type { Catalogue, Problem } from '../../semantics/catalogue.js';
import type { CodeOf, StatusOf } from '../../semantics/documented.js';
import type { Choices, Delayed, Failed, Rejected, Success, Unavailable } from '../members.js';
import type { Task } from '../task.js';
import type { BodyAt, DataAt, Described, KeyOf, ResultOf } from './bodies.js';
import type { StatusAt, SuccessStatus } from './statuses.js';

// Interfaces, so that an editor shows the operation and not its bodies, and so that a body is
// looked up where it is asked for.

/** A problem whose body is described. Nothing checks it: a schema in `responses` does. */
export interface DescribedProblem<Body, Code extends string = string> extends Problem<Code> {
  /** The body, as the description has it. */
  readonly details: Body;
}
/** The problem of a status, a range, `default`, or `other`: what the description leaves out. */
export interface ProblemAt<D extends Described, Key, C extends Catalogue>
  extends DescribedProblem<BodyAt<D, Key>, CodeOf<C>> {}

declare const described: unique symbol;
/** The task of a described call. `D` exists in types alone, so that `complete` knows what the task comes to. */
export interface TaskAt<D extends Described> extends Task<ResultOf<D>, D['schemas']> {
  readonly [described]?: D;
}

/** The call that began the task of an outcome, where it was a described one. */
export type CallOf<O> = O extends { readonly kind: 'delayed'; readonly task: infer T }
  ? typeof described extends keyof T
    ? NonNullable<T[typeof described]>
    : never
  : never;

/** Every success of an operation whose results are of one type. */
export interface SuccessOf<D extends Described, C extends Catalogue>
  extends Success<ResultOf<D>, SuccessStatus<D, C>> {}
/** A success of an operation whose results are of several types, or whose answer has no body. */
export interface SuccessAt<D extends Described, Status> extends Success<DataAt<D, Status>, Status> {}
/** What a task has come to. Its status is that of its monitor. */
export interface ResultAt<D extends Described, C extends Catalogue>
  extends Success<ResultOf<D>, StatusOf<C, 'success'>> {}
export interface DelayedAt<D extends Described, Status>
  extends Delayed<BodyAt<D, KeyOf<D, Status>>, Status, TaskAt<D>> {}
export interface ChoicesAt<D extends Described, Status>
  extends Choices<BodyAt<D, KeyOf<D, Status>>, Status> {}
export interface RejectedAt<D extends Described, Key, C extends Catalogue>
  extends Rejected<ProblemAt<D, Key, C>, StatusAt<D, Key, C, 'rejected'>> {}
export interface UnavailableAt<D extends Described, Key, C extends Catalogue>
  extends Unavailable<ProblemAt<D, Key, C>, StatusAt<D, Key, C, 'unavailable'>> {}
export interface FailedAt<D extends Described, Key, C extends Catalogue>
  extends Failed<ProblemAt<D, Key, C>, StatusAt<D, Key, C, 'failed'>> {}

/** The members of a status whose body is data, by kind. */
export interface DataMembers<D extends Described, Status> {
  readonly success: SuccessAt<D, Status>;
  readonly delayed: DelayedAt<D, Status>;
  readonly choices: ChoicesAt<D, Status>;
}
/** The members of the statuses whose problem the description has under a key, by kind. */
export interface ProblemMembers<D extends Described, Key, C extends Catalogue> {
  readonly rejected: RejectedAt<D, Key, C>;
  readonly unavailable: UnavailableAt<D, Key, C>;
  readonly failed: FailedAt<D, Key, C>;
}
