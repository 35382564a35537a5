import type { Catalogue, Documented } from '../semantics/catalogue.js';
import type { KindsOf, ProblemOf } from '../semantics/documented.js';
import type { DocumentedKind } from '../semantics/kinds.js';
import type { OutputOf, Schema } from '../semantics/schema.js';
import type { MemberOfKind } from './member-of-kind.js';
import type { Task } from './task.js';

/** What the schema of a status makes of the body. Without a schema, it is `unknown`. */
type Output<R, S> = S extends keyof R ? (R[S] extends Schema ? OutputOf<R[S]> : unknown) : unknown;

/**
 * What the schema of a status describes: data or a problem, by the kind of the status's row.
 * A body whose code changes that kind is not checked by the schema.
 */
export type SortOf<Row> = Row extends { readonly kind: infer Own }
  ? Own extends 'rejected' | 'unavailable' | 'failed'
    ? 'problem'
    : 'data'
  : never;
/** The problem of an error whose status has no schema. */
export type DefaultProblem<C extends Catalogue, R> = 'problem' extends keyof R
  ? Output<R, 'problem'>
  : ProblemOf<C>;

/** One member for each status that has a schema, and for each kind that this status can have. */
export type Declared<C extends Catalogue, D, R> = {
  [S in Documented<C> & keyof R]: DeclaredAs<
    SortOf<C['statuses'][S]>,
    S,
    Output<R, S>,
    DefaultProblem<C, R>,
    Task<D, R>
  >[KindsOf<C['statuses'][S]> & DocumentedKind];
}[Documented<C> & keyof R];
/** The kind of a row may be unknown, as in a plain `Catalogue`. The schema then adds no type. */
type DeclaredAs<Part, S, Out, P, T extends Task<unknown, unknown>> = [Part] extends ['data']
  ? MemberOfKind<S, Out, Out, P, T>
  : [Part] extends ['problem']
    ? MemberOfKind<S, unknown, unknown, Out, T>
    : MemberOfKind<S, unknown, unknown, P, T>;
