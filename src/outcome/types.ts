import type { DefaultCatalogue } from '../catalogues/http/statuses.js';
import type { Catalogue } from '../semantics/catalogue.js';
import type { KindOf, ProblemOf, StatusOf } from '../semantics/documented.js';
import type { DocumentedKind } from '../semantics/kinds.js';
import type { Declared, DefaultProblem } from './declared.js';
import type { Bodiless, Described, HasSeveral } from './described/bodies.js';
import type { CallOf, ResultAt } from './described/members.js';
import type { DescribedOutcome } from './described/outcome.js';
import type { MemberOfKind } from './member-of-kind.js';
import type { Cancelled, Malformed, Success, TaskFailed, Unexpected, Unreachable } from './members.js';
import type { NoResponses } from './responses.js';
import type { Task } from './task.js';

export type * from './members.js';
export type * from './responses.js';
export type * from './task.js';

/**
 * One member for each kind, with the statuses that have no schema. The caller's D is the data of
 * a success. For another kind, D would be a guess.
 */
type Undeclared<C extends Catalogue, D, R, K extends DocumentedKind = KindOf<C>> = K extends DocumentedKind
  ? [Exclude<StatusOf<C, K>, keyof R>] extends [never]
    ? never
    : MemberOfKind<Exclude<StatusOf<C, K>, keyof R>, D, unknown, DefaultProblem<C, R>, Task<D, R>>[K]
  : never;

/**
 * The result of a call: one plain, frozen object with a `kind`. The catalogue decides which kinds
 * and statuses exist. `kind` is the first discriminant, and `status` is the second. `D` is the data
 * of a success. `R` are the schemas of the bodies, whose outputs are the data and the problems.
 */
export type Outcome<C extends Catalogue = DefaultCatalogue, D = unknown, R = NoResponses> =
  | Declared<C, D, R>
  | Undeclared<C, D, R>
  | Unexpected
  | Malformed
  | Unreachable
  | Cancelled;

/**
 * What `complete` returns. For a `delayed` outcome it is any outcome of the call that began the
 * task, or a task that failed. `delayed` stays possible, for a task that is not done when the
 * deadline passes. An outcome of another kind is returned as it is.
 */
export type Completed<C extends Catalogue, O> = [CallOf<O>] extends [never]
  ? CompletedTask<C, O>
  : CompletedEach<CallOf<O>, C> | Exclude<O, { readonly kind: 'delayed' }>;
type CompletedTask<C extends Catalogue, O> = O extends {
  readonly kind: 'delayed';
  readonly task: Task<infer D, infer R>;
}
  ? Outcome<C, D, R> | TaskFailed<ProblemOf<C>>
  : O;
type CompletedEach<D, C extends Catalogue> = D extends Described ? CompletedCall<D, C> : never;

/** The data of a task is already a success of its call, unless the call has another type for each status. */
type TaskResult<D extends Described, C extends Catalogue> =
  HasSeveral<D> extends true ? ResultAt<D, C> : [Bodiless<D>] extends [never] ? never : ResultAt<D, C>;
/** What `complete` returns for a described call. The problems are the monitor's, and the description of the call does not describe them. */
export type CompletedCall<D extends Described, C extends Catalogue> =
  | DescribedOutcome<D, C>
  | TaskResult<D, C>
  | Exclude<Outcome<C, unknown, D['schemas']>, Success<unknown, StatusOf<C, 'success'>>>
  | TaskFailed<ProblemOf<C>>;

/** Any outcome of any catalogue. */
export type AnyOutcome = Outcome<Catalogue>;
