import type { DefaultCatalogue } from '../../catalogues/http/statuses.js';
import type { Catalogue, Documented } from '../../semantics/catalogue.js';
import type { KindOf, KindsOf } from '../../semantics/documented.js';
import type { DocumentedKind } from '../../semantics/kinds.js';
import type { Declared, DefaultProblem, SortOf } from '../declared.js';
import type { Cancelled, Malformed, Unexpected, Unreachable } from '../members.js';
import type { NoResponses } from '../responses.js';
import type { ByStatus, Described, InRange, Ranges, ResultOf } from './bodies.js';
import type { DataMembers, ProblemMembers } from './members.js';

/** A catalogue, with HTTP's own rows for the statuses that it is silent on. */
interface OverHttp<C extends Catalogue> {
  readonly name: string;
  readonly source: string;
  readonly statuses: Omit<DefaultCatalogue['statuses'], keyof C['statuses']> & C['statuses'];
}
type WithHttp<C extends Catalogue> = C extends DefaultCatalogue ? C : OverHttp<C>;

/** The statuses of a catalogue by the kind that they can have, and by the sort of body that their own kind has. */
type Statuses<C extends Catalogue> = {
  readonly [K in KindOf<C>]: {
    readonly data: StatusBy<C, K, 'data'>;
    readonly problem: StatusBy<C, K, 'problem'>;
  };
};
type StatusBy<C extends Catalogue, K, Sort> = {
  [S in Documented<C>]: K extends KindsOf<C['statuses'][S]>
    ? SortOf<C['statuses'][S]> extends Sort
      ? S
      : never
    : never;
}[Documented<C>];

/** A member for each status that is described by itself, and each kind that it can have. */
type Single<D extends Described, C extends Catalogue, E extends Catalogue, R> = {
  [S in Exclude<keyof D['bodies'], keyof R> & Documented<E>]: MembersOf<
    D,
    C,
    R,
    SortOf<E['statuses'][S]>,
    S
  >[KindsOf<E['statuses'][S]> & DocumentedKind];
}[Exclude<keyof D['bodies'], keyof R> & Documented<E>];

/** A member for each kind, with the statuses that are left. */
type Rest<D extends Described, C extends Catalogue, E extends Catalogue, R> = {
  [K in KindOf<E>]:
    | ByRange<D, C, R, K, 'data', Exclude<Statuses<E>[K]['data'], keyof D['bodies'] | keyof R>>
    | ByRange<D, C, R, K, 'problem', Exclude<Statuses<E>[K]['problem'], keyof D['bodies'] | keyof R>>;
}[KindOf<E>];

/** The statuses of each range that is described have its body; the others have that of `default`, or none. */
type ByRange<D extends Described, C extends Catalogue, R, K extends DocumentedKind, Sort, S> = [S] extends [
  never,
]
  ? never
  : [keyof D['bodies'] & Ranges] extends [never]
    ? MembersOf<D, C, R, Sort, S>[K]
    :
        | InEach<D, C, R, K, Sort, S, keyof D['bodies'] & Ranges>
        | Member<D, C, R, K, Sort, Exclude<S, InRange<S, keyof D['bodies'] & Ranges>>>;
type InEach<
  D extends Described,
  C extends Catalogue,
  R,
  K extends DocumentedKind,
  Sort,
  S,
  Range,
> = Range extends Ranges ? Member<D, C, R, K, Sort, InRange<S, Range>> : never;
type Member<D extends Described, C extends Catalogue, R, K extends DocumentedKind, Sort, S> = [S] extends [
  never,
]
  ? never
  : MembersOf<D, C, R, Sort, S>[K];

/** A schema for every problem goes over the described ones. */
type MembersOf<D extends Described, C extends Catalogue, R, Sort, S> = [Sort] extends ['problem']
  ? 'problem' extends keyof R
    ? DataMembers<D, S, R, DefaultProblem<C, R>>
    : ProblemMembers<D, S, C, R>
  : DataMembers<D, S, R, DefaultProblem<C, R>>;

/** `E` is the catalogue whose statuses there are, and `C` the one whose codes problems have. */
type OutcomeOver<D extends Described, C extends Catalogue, E extends Catalogue, R> =
  | Single<D, C, E, R>
  | Rest<D, C, E, R>
  | Declared<C, ResultOf<D>, R>
  | Unexpected
  | Malformed
  | Unreachable
  | Cancelled;

/**
 * What a call of a described client came to: an outcome with a member for each status that
 * its operation describes. Kinds are the catalogue's, and HTTP's where it is silent. A range
 * (`4XX`) and `default` are the bodies of the statuses that are left.
 */
export type DescribedOutcome<
  D extends Described,
  C extends Catalogue = DefaultCatalogue,
  R = NoResponses,
> = OutcomeOver<D, C, WithHttp<C>, R>;

/**
 * The same of a call that something else made, from its bodies by status. Its kinds are the
 * catalogue's alone.
 */
export type OutcomeByStatus<Good, Bad, C extends Catalogue = DefaultCatalogue, R = NoResponses> = OutcomeOver<
  ByStatus<Good, Bad>,
  C,
  C,
  R
>;
