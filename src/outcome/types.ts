import type { Catalogue, Documented, Problem } from '../semantics/catalogue.js';
import type { DocumentedKind } from '../semantics/kinds.js';
import type { OutputOf, Schema } from '../semantics/schema.js';
import type {
  Cancelled,
  Choices,
  Delayed,
  Empty,
  Failed,
  Malformed,
  Redirected,
  Rejected,
  Success,
  Task,
  TaskFailed,
  Unavailable,
  Unexpected,
  Unmodified,
  Unreachable,
} from './members.js';

export type * from './members.js';

/** Every kind a row can have: its own, and those a body may move it to. */
type KindsOf<E> = E extends { readonly kind: infer K }
  ? K | (E extends { readonly or: readonly (infer O)[] } ? O : never)
  : never;
type StatusOf<C extends Catalogue, K> = {
  [S in Documented<C>]: K extends KindsOf<C['statuses'][S]> ? S : never;
}[Documented<C>];

/** The kinds that a catalogue's statuses can have. */
export type KindOf<C extends Catalogue> = KindsOf<C['statuses'][Documented<C>]> & DocumentedKind;

/**
 * An error code that the catalogue does not document: a text, whose mark exists
 * in types alone. A plain `string` would swallow the documented literals; this
 * keeps them apart, so that an editor completes them, a comparison narrows to
 * one, and a misspelt one is refused. The template is what does it: a marked
 * string alone compares with every literal. The mark is a name and not a unique
 * symbol, so that the declarations for ESM and for CommonJS mean the same type.
 */
export type UndocumentedCode = `${string & { readonly '~undocumented': true }}`;

/** The error codes of a catalogue's answers: the documented ones, and any other that a server may send. */
export type CodeOf<C extends Catalogue> = C extends { readonly codes: infer Codes }
  ? [keyof Codes] extends [never]
    ? string
    : (keyof Codes & string) | UndocumentedCode
  : string;

/** The problem of a catalogue's answers. */
export type ProblemOf<C extends Catalogue> = Problem<CodeOf<C>>;

/**
 * What the bodies of a catalogue's statuses look like, as Standard Schemas
 * (zod, valibot, arktype, …). `problem` is for every error without its own.
 */
export type Responses<C extends Catalogue> = { readonly [S in Documented<C> | 'problem']?: Schema };

/** Schemas by status, of whichever catalogue. */
export interface AnyResponses {
  readonly [status: number]: Schema;
  readonly problem?: Schema;
}

/** No schemas. */
export type NoResponses = { readonly [none in never]: never };

/** R, unless it has a key that is neither a status of the catalogue nor `problem`. */
export type Documenting<C extends Catalogue, R> = R & {
  readonly [K in Exclude<keyof R, Documented<C> | 'problem'>]: never;
};

/** The schemas of a client, with those of one call in place of its own. */
export type OverResponses<R, Own> = [keyof Own] extends [never] ? R : Omit<R, keyof Own> & Own;

type Output<R, S> = S extends keyof R ? (R[S] extends Schema ? OutputOf<R[S]> : unknown) : unknown;

type Member<K, S, D, P, T extends Task<unknown, unknown> = Task> = K extends 'success'
  ? Success<D, S>
  : K extends 'delayed'
    ? Delayed<D, S, T>
    : K extends 'empty'
      ? Empty<S>
      : K extends 'unmodified'
        ? Unmodified<S>
        : K extends 'choices'
          ? Choices<D, S>
          : K extends 'redirected'
            ? Redirected<S>
            : K extends 'rejected'
              ? Rejected<P, S>
              : K extends 'unavailable'
                ? Unavailable<P, S>
                : K extends 'failed'
                  ? Failed<P, S>
                  : never;

/**
 * What a schema of a status describes: data, or a problem, by the row's own kind.
 * A body that moves its status from one to the other is not what it was written for.
 */
type Described<K> = K extends 'rejected' | 'unavailable' | 'failed' ? 'problem' : 'data';
type Describes<E, K> = E extends { readonly kind: infer Own }
  ? Described<Own> extends Described<K>
    ? true
    : false
  : never;
type DeclaredMember<C extends Catalogue, D, R, S extends Documented<C>, K> = K extends DocumentedKind
  ? Describes<C['statuses'][S], K> extends true
    ? Member<K, S, Output<R, S>, Output<R, S>, Task<D, R>>
    : Member<K, S, unknown, DefaultProblem<C, R>, Task<D, R>>
  : never;

/** A member for each status that has a schema of its own, and each kind that it can have. */
type Declared<C extends Catalogue, D, R> = {
  [S in Documented<C> & keyof R]: DeclaredMember<C, D, R, S, KindsOf<C['statuses'][S]>>;
}[Documented<C> & keyof R];

/** The caller's D is the data of a success; of another kind it would be a guess. */
type DataOfKind<K, D> = K extends 'success' ? D : unknown;
type DefaultProblem<C extends Catalogue, R> = 'problem' extends keyof R ? Output<R, 'problem'> : ProblemOf<C>;

/** A member for each kind, with the statuses that have no schema. */
type Undeclared<C extends Catalogue, D, R, K extends DocumentedKind = KindOf<C>> = K extends DocumentedKind
  ? [Exclude<StatusOf<C, K>, keyof R>] extends [never]
    ? never
    : Member<K, Exclude<StatusOf<C, K>, keyof R>, DataOfKind<K, D>, DefaultProblem<C, R>, Task<D, R>>
  : never;

/**
 * What a call came to: one plain, frozen object with a `kind`. The catalogue
 * decides which kinds and statuses exist; `kind` is the first discriminant and
 * `status` the second. `D` is the data of a success; `R` are the schemas that
 * bodies were checked against, whose outputs are the data and problems.
 */
export type Outcome<C extends Catalogue, D = unknown, R = NoResponses> =
  | Declared<C, D, R>
  | Undeclared<C, D, R>
  | Unexpected
  | Malformed
  | Unreachable
  | Cancelled;

/**
 * What the task of an outcome comes to: for a `delayed` one, any outcome of the
 * call that began it, or a task that failed. `delayed` stays among them, for a
 * task that is not done when the deadline passes. Any other outcome is itself.
 */
export type Completed<C extends Catalogue, O> = O extends {
  readonly kind: 'delayed';
  readonly task: Task<infer D, infer R>;
}
  ? Outcome<C, D, R> | TaskFailed<ProblemOf<C>>
  : O;

/** Any outcome, whatever its catalogue. */
export type AnyOutcome = Outcome<Catalogue>;
