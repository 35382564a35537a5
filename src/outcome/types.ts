import type { Attempt } from '../retry/attempt.js';
import type { Stopped } from '../retry/decide.js';
import type { Catalogue, Documented, Problem, StatusEntry } from '../semantics/catalogue.js';
import type { DocumentedKind, Effect } from '../semantics/kinds.js';

/** What was asked, without query or secrets. */
export interface RequestSummary {
  readonly method: string;
  readonly path: string;
}

/** Why no further attempt was made, and when the server wants to be asked again. */
export interface RetryVerdict {
  readonly stopped: Stopped;
  /** Milliseconds since the epoch; present where the server said when. */
  readonly retryAt?: number;
}

/** A task that was accepted and is not done yet. */
export interface Task {
  /** The server's word on when to look again, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** One way in which a body is not what was promised. */
export interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

interface Common {
  readonly effect: Effect;
  readonly request: RequestSummary;
  /** Every transport call, the last one last. */
  readonly attempts: readonly Attempt[];
}

interface Answered<K extends string, S> extends Common {
  readonly kind: K;
  /** The documented status; `other` where it is not documented. */
  readonly status: S;
  /** The number on the wire. */
  readonly httpStatus: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The catalogue's row: name, meaning, and where it is documented. */
  readonly documented?: StatusEntry;
}

export interface Success<D, S> extends Answered<'success', S> {
  readonly ok: true;
  readonly data: D;
}
export interface Delayed<D, S> extends Answered<'delayed', S> {
  readonly ok: true;
  readonly data: D;
  readonly task: Task;
}
export interface Empty<S> extends Answered<'empty', S> {
  readonly ok: true;
}
export interface Unmodified<S> extends Answered<'unmodified', S> {
  readonly ok: true;
}
export interface Choices<D, S> extends Answered<'choices', S> {
  readonly ok: false;
  readonly data: D;
  /** The addresses of the `Link` header's alternates and of `Location`. */
  readonly alternatives: readonly string[];
}
export interface Redirected<S> extends Answered<'redirected', S> {
  readonly ok: false;
  readonly location?: string;
}
export interface Rejected<S> extends Answered<'rejected', S> {
  readonly ok: false;
  readonly problem: Problem;
}
export interface Unavailable<S> extends Answered<'unavailable', S> {
  readonly ok: false;
  readonly problem: Problem;
  readonly retry: RetryVerdict;
}
export interface Failed<S> extends Answered<'failed', S> {
  readonly ok: false;
  readonly problem: Problem;
  readonly retry: RetryVerdict;
}
/** A status that the catalogue does not document. */
export interface Unexpected extends Answered<'unexpected', 'other'> {
  readonly ok: false;
  readonly data: unknown;
  readonly retry: RetryVerdict;
}
/** A success whose body is not what was promised: cut, or not JSON. */
export interface Malformed extends Answered<'malformed', 'other'> {
  readonly ok: false;
  readonly data: unknown;
  readonly issues: readonly Issue[];
  readonly retry: RetryVerdict;
}
/** No response. */
export interface Unreachable extends Common {
  readonly kind: 'unreachable';
  readonly ok: false;
  readonly status?: undefined;
  readonly code: string;
  readonly cause: Error;
  readonly retry: RetryVerdict;
}
/** The caller stopped it. */
export interface Cancelled extends Common {
  readonly kind: 'cancelled';
  readonly ok: false;
  readonly status?: undefined;
  readonly reason: unknown;
}

/** Every kind a row can have: its own, and those a body may move it to. */
type KindsOf<E> = E extends { readonly kind: infer K }
  ? K | (E extends { readonly or: readonly (infer O)[] } ? O : never)
  : never;
type StatusOf<C extends Catalogue, K> = {
  [S in Documented<C>]: K extends KindsOf<C['statuses'][S]> ? S : never;
}[Documented<C>];

/** The kinds that a catalogue's statuses can have. */
export type KindOf<C extends Catalogue> = KindsOf<C['statuses'][Documented<C>]> & DocumentedKind;

type Member<K, S, D> = K extends 'success'
  ? Success<D, S>
  : K extends 'delayed'
    ? Delayed<unknown, S>
    : K extends 'empty'
      ? Empty<S>
      : K extends 'unmodified'
        ? Unmodified<S>
        : K extends 'choices'
          ? Choices<unknown, S>
          : K extends 'redirected'
            ? Redirected<S>
            : K extends 'rejected'
              ? Rejected<S>
              : K extends 'unavailable'
                ? Unavailable<S>
                : K extends 'failed'
                  ? Failed<S>
                  : never;

type DocumentedOutcome<
  C extends Catalogue,
  D,
  K extends DocumentedKind = KindOf<C>,
> = K extends DocumentedKind ? Member<K, StatusOf<C, K>, D> : never;

/**
 * What a call came to: one plain, frozen object with a `kind`. The catalogue
 * decides which kinds and statuses exist; `kind` is the first discriminant and
 * `status` the second.
 */
export type Outcome<C extends Catalogue, D = unknown> =
  | DocumentedOutcome<C, D>
  | Unexpected
  | Malformed
  | Unreachable
  | Cancelled;

/** Any outcome, whatever its catalogue. */
export type AnyOutcome = Outcome<Catalogue>;
