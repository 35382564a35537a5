import type { Catalogue, Documented } from '../semantics/catalogue.js';
import type { KindsOf, ProblemOf } from '../semantics/documented.js';
import type { DocumentedKind } from '../semantics/kinds.js';
import type { OutputOf, Schema } from '../semantics/schema.js';
import type { MemberOfKind } from './member-of-kind.js';
import type { Task } from './task.js';

/** What the schema of a status makes of its body; `unknown` without one. */
type Output<R, S> = S extends keyof R ? (R[S] extends Schema ? OutputOf<R[S]> : unknown) : unknown;

/**
 * What a schema of a status describes: data, or a problem, by the row's own kind.
 * A body that moves its status from one to the other is not what it was written for.
 */
export type SortOf<Row> = Row extends { readonly kind: infer Own }
  ? Own extends 'rejected' | 'unavailable' | 'failed'
    ? 'problem'
    : 'data'
  : never;
/** The problem of an error without a schema of its own. */
export type DefaultProblem<C extends Catalogue, R> = 'problem' extends keyof R
  ? Output<R, 'problem'>
  : ProblemOf<C>;

/** A member for each status that has a schema of its own, and each kind that it can have. */
export type Declared<C extends Catalogue, D, R> = {
  [S in Documented<C> & keyof R]: DeclaredAs<
    SortOf<C['statuses'][S]>,
    S,
    Output<R, S>,
    DefaultProblem<C, R>,
    Task<D, R>
  >[KindsOf<C['statuses'][S]> & DocumentedKind];
}[Documented<C> & keyof R];
/** Of a row whose kind is not known, such as that of a plain `Catalogue`, the schema says nothing. */
type DeclaredAs<Part, S, Out, P, T extends Task<unknown, unknown>> = [Part] extends ['data']
  ? MemberOfKind<S, Out, Out, P, T>
  : [Part] extends ['problem']
    ? MemberOfKind<S, unknown, unknown, Out, T>
    : MemberOfKind<S, unknown, unknown, P, T>;
