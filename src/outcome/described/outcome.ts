import type { DefaultCatalogue } from '../../catalogues/http/statuses.js';
import type { Catalogue } from '../../semantics/catalogue.js';
import type { KindOf } from '../../semantics/documented.js';
import type { Declared, DefaultProblem } from '../declared.js';
import type { MemberOfKind } from '../member-of-kind.js';
import type { Cancelled, Malformed, Unexpected, Unreachable } from '../members.js';
import type { Bodiless, Described, HasSeveral, KeyOf, ResultOf } from './bodies.js';
import type { DataMembers, ProblemMembers, SuccessOf, TaskAt } from './members.js';
import type { KindsBy, SuccessStatus, Unchecked } from './statuses.js';

/** A member for each kind and status that has no schema. */
type Members<D extends Described, C extends Catalogue> = {
  [K in KindOf<KindsBy<D, C>>]:
    | (K extends 'success'
        ? Successes<D, C, Unchecked<D, C, K, 'data'>>
        : K extends keyof DataMembers<D, number>
          ? Each<D, K, Unchecked<D, C, K, 'data'>>
          : Plain<D, C, K, Unchecked<D, C, K, 'data'>>)
    | (K extends keyof ProblemMembers<D, number, C>
        ? Problems<D, C, K, Unchecked<D, C, K, 'problem'>>
        : Plain<D, C, K, Unchecked<D, C, K, 'problem'>>);
}[KindOf<KindsBy<D, C>>];

/** One member for all statuses whose data is the same; where there may be several types, one for each status. */
type Successes<D extends Described, C extends Catalogue, S> =
  | (HasSeveral<D> extends true
      ? Each<D, 'success', Exclude<S, Bodiless<D>>>
      : [SuccessStatus<D, C>] extends [never]
        ? never
        : SuccessOf<D, C>)
  | Each<D, 'success', S & Bodiless<D>>;
type Each<D extends Described, K extends keyof DataMembers<D, S>, S> = S extends number
  ? DataMembers<D, S>[K]
  : never;

/** A member for each status, range and `default`. A schema for every problem goes over them. */
type Problems<
  D extends Described,
  C extends Catalogue,
  K extends keyof ProblemMembers<D, never, C>,
  S,
> = 'problem' extends keyof D['schemas'] ? Plain<D, C, K, S> : EachKey<D, C, K, KeyOf<D, S>>;
type EachKey<
  D extends Described,
  C extends Catalogue,
  K extends keyof ProblemMembers<D, never, C>,
  Key,
> = Key extends unknown ? ProblemMembers<D, Key, C>[K] : never;

/** The member of a kind that has no body, or another sort of body than the row of its status. */
type Plain<
  D extends Described,
  C extends Catalogue,
  K extends keyof MemberOfKind<S, unknown, unknown, unknown, TaskAt<D>>,
  S,
> = [S] extends [never]
  ? never
  : MemberOfKind<S, unknown, unknown, DefaultProblem<C, D['schemas']>, TaskAt<D>>[K];

/**
 * What a described call came to: an outcome with a member for each status that its
 * operation describes. Kinds are the catalogue's, and HTTP's where it is silent. A range
 * (`4XX`) and `default` are the bodies of the statuses that are left.
 */
export type DescribedOutcome<D extends Described, C extends Catalogue = DefaultCatalogue> =
  | Members<D, C>
  | Declared<C, ResultOf<D>, D['schemas']>
  | Unexpected
  | Malformed
  | Unreachable
  | Cancelled;
