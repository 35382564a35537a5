import { c as StatusEntry, l as DocumentedKind, o as Problem, r as Documented, t as Catalogue, u as Effect } from "./catalogue.cjs";
import { t as Stopped } from "./decide.cjs";
import { t as DefaultCatalogue } from "./statuses.cjs";

//#region src/classify/headers.d.ts
/** Headers as any adapter gives them: AxiosHeaders, Headers, a plain object, nothing. */
type HeaderBag = object | null | undefined;
//#endregion
//#region src/classify/exchange.d.ts
/** What this library needs of an AxiosResponse, of any version, adapter or mock. */
interface ResponseLike {
  readonly status: number;
  readonly headers?: HeaderBag;
  readonly data?: unknown;
}
/** One attempt's end: a response, or an error with or without one. */
interface Exchange {
  readonly response?: ResponseLike | undefined;
  readonly error?: unknown;
  /** True where the attempt was stopped before anything was sent. */
  readonly unsent?: boolean;
  /** The config that was really sent, where it is not the request's own. */
  readonly sent?: unknown;
  /** True where the body was a stream, and was read for the outcome after the last attempt. */
  readonly bodyRead?: boolean;
  /** The length of the body's text as it came, before axios's transforms ran over it. */
  readonly rawLength?: number | undefined;
}
//#endregion
//#region src/semantics/documented.d.ts
/** Every kind a row can have: its own, and those a body may move it to. */
type KindsOf<Row> = Row extends {
  readonly kind: infer K;
} ? K | (Row extends {
  readonly or: readonly (infer O)[];
} ? O : never) : never;
/** The kinds that a catalogue's statuses can have. */
type KindOf<C extends Catalogue> = KindsOf<C["statuses"][Documented<C>]> & DocumentedKind;
/** The statuses that can have a kind. */
type StatusOf<C extends Catalogue, K> = { [S in Documented<C>]: K extends KindsOf<C["statuses"][S]> ? S : never }[Documented<C>];
/**
* An error code that the catalogue does not document: a text, whose mark exists
* in types alone. A plain `string` would swallow the documented literals; this
* keeps them apart, so that an editor completes them, a comparison narrows to
* one, and a misspelt one is refused. The template is what does it: a marked
* string alone compares with every literal. The mark is a name and not a unique
* symbol, so that the declarations for ESM and for CommonJS mean the same type.
*/
type UndocumentedCode = `${string & {
  readonly "~undocumented": true;
}}`;
/** The error codes of a catalogue's answers: the documented ones, and any other that a server may send. */
type CodeOf<C extends Catalogue> = C extends {
  readonly codes: infer Codes;
} ? [keyof Codes] extends [never] ? string : (keyof Codes & string) | UndocumentedCode : string;
/** The problem of a catalogue's answers. */
type ProblemOf<C extends Catalogue> = Problem<CodeOf<C>>;
//#endregion
//#region src/semantics/schema.d.ts
/** What a schema says of a value: its output, or what is wrong with it. */
type SchemaResult<Output> = {
  readonly value: Output;
  readonly issues?: undefined;
} | {
  readonly issues: readonly SchemaIssue[];
};
/** One way in which a value is not what the schema describes. */
interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | {
    readonly key: PropertyKey;
  })[] | undefined;
}
/** A Standard Schema (standardschema.dev, version 1), as zod, valibot and arktype make them. */
interface Schema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<unknown> | Promise<SchemaResult<unknown>>;
    readonly types?: {
      readonly input: unknown;
      readonly output: unknown;
    } | undefined;
  };
}
/** What a schema's validation returns. */
type OutputOf<S extends Schema> = NonNullable<S["~standard"]["types"]>["output"];
//#endregion
//#region src/retry/attempt.d.ts
/** One transport call, as the outcome tells it. */
interface Attempt {
  /** From 1. */
  readonly number: number;
  /** The status on the wire, where there was a response. */
  readonly status?: number;
  /** The code of the failure, where there was one. */
  readonly code?: string;
  /** Milliseconds waited before it. */
  readonly waitedMs: number;
  /** Milliseconds it took. */
  readonly tookMs: number;
  /** Why it was, or was not, followed by another. */
  readonly because: string;
}
//#endregion
//#region src/outcome/responses.d.ts
/**
* What the bodies of a catalogue's statuses look like, as Standard Schemas
* (zod, valibot, arktype, …). `problem` is for every error without its own.
*/
type Responses<C extends Catalogue> = { readonly [S in Documented<C> | "problem"]?: Schema };
/** Schemas by status, of whichever catalogue. */
interface AnyResponses {
  readonly [status: number]: Schema;
  readonly problem?: Schema;
}
/** No schemas. */
type NoResponses = { readonly [none in never]: never };
/** R, unless it has a key that is neither a status of the catalogue nor `problem`. */
type Documenting<C extends Catalogue, R> = R & { readonly [K in Exclude<keyof R, Documented<C> | "problem">]: never };
/** The schemas of a client, with those of one call in place of its own. */
type OverResponses<R, Own> = [keyof Own] extends [never] ? R : [keyof R] extends [never] ? Own : Omit<R, keyof Own> & Own;
//#endregion
//#region src/outcome/task.d.ts
declare const promised: unique symbol;
/**
* A task that was accepted and is not done yet. `D` and `R` are the data and the
* schemas of the call that began it: they exist in types alone, so that
* `complete` knows what the task comes to.
*/
interface Task<D = unknown, R = NoResponses> {
  readonly [promised]?: {
    readonly data: D;
    readonly responses: R;
  };
  /** Lets `client.resume` follow the task in another process. Absent where nothing tells how to follow it. */
  readonly token?: string;
  /** Where the task is followed, without secrets. */
  readonly monitor?: string;
  /** The server's word on when to look again, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The server's own word for its state, where it gave one: `InProgress`, `RUNNING_UNBIND`. */
  readonly state?: string;
  /** The API can be asked to stop it, by `client.cancel`. */
  readonly cancellable?: true;
}
/** How a task ended. */
interface EndedTask {
  /** `expired`: the server no longer knows it, and nobody can tell how it ended. */
  readonly ended: "failed" | "cancelled" | "expired";
  /** The server's own word. */
  readonly state?: string;
}
//#endregion
//#region src/outcome/members.d.ts
/** What was asked, without query or secrets. */
interface RequestSummary {
  readonly method: string;
  readonly path: string;
  /**
  * The Idempotency-Key that the library made (`idempotencyKey: true`), and that all attempts
  * carried. Whoever sends the request again gives the same key: `{ outcome: { retry: { idempotencyKey: outcome.request.idempotencyKey } } }`.
  */
  readonly idempotencyKey?: string;
}
/** Why no further attempt was made, and when the server wants to be asked again. */
interface RetryVerdict {
  readonly stopped: Stopped;
  /** Milliseconds since the epoch; present where the server said when. */
  readonly retryAt?: number;
}
/** One way in which a body is not what was promised. */
interface Issue {
  readonly message: string;
  /** Where in the body, from the outside in. */
  readonly path?: readonly (string | number)[];
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
  /** The number on the wire, also where HTTP has no such status. */
  readonly httpStatus: number;
  /** Names in lower case; the values of credentials are `[redacted]`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The server answered a request that it had carried out before, by its Idempotency-Key: `Idempotent-Replayed: true`. */
  readonly replayed?: true;
  /** The catalogue's row: name, meaning, and where it is documented. */
  readonly documented?: StatusEntry;
}
interface Success<D, S> extends Answered<"success", S> {
  readonly ok: true;
  readonly data: D;
}
interface Delayed<D, S, T extends Task<unknown, unknown> = Task> extends Answered<"delayed", S> {
  readonly ok: true;
  readonly data: D;
  readonly task: T;
}
interface Empty<S> extends Answered<"empty", S> {
  readonly ok: true;
}
interface Unmodified<S> extends Answered<"unmodified", S> {
  readonly ok: true;
}
interface Choices<D, S> extends Answered<"choices", S> {
  readonly ok: false;
  readonly data: D;
  /** The addresses of the `Link` header's alternates and of `Location`, without the secrets of their queries. */
  readonly alternatives: readonly string[];
}
interface Redirected<S> extends Answered<"redirected", S> {
  readonly ok: false;
  /** Without the secrets of its query; the AxiosResponse of the instance has it whole. */
  readonly location?: string;
}
interface Rejected<P, S> extends Answered<"rejected", S> {
  readonly ok: false;
  readonly problem: P;
}
interface Unavailable<P, S> extends Answered<"unavailable", S> {
  readonly ok: false;
  readonly problem: P;
  readonly retry: RetryVerdict;
}
interface Failed<P, S> extends Answered<"failed", S> {
  readonly ok: false;
  readonly problem: P;
  readonly retry: RetryVerdict;
}
/** A delayed task that has ended, and not well. Its monitor said so, with a status of its own. */
interface TaskFailed<P> extends Answered<"failed", "other"> {
  readonly ok: false;
  readonly problem: P;
  readonly retry: RetryVerdict;
  readonly task: EndedTask;
}
/** A status that the catalogue does not document. */
interface Unexpected extends Answered<"unexpected", "other"> {
  readonly ok: false;
  readonly data: unknown;
  readonly retry: RetryVerdict;
}
/** A body that is not what was promised: cut, not JSON, or of another shape than its schema. */
interface Malformed extends Answered<"malformed", "other"> {
  readonly ok: false;
  readonly data: unknown;
  readonly issues: readonly Issue[];
  readonly retry: RetryVerdict;
  /** The task that the answer began all the same: `client.resume` follows its token. */
  readonly task?: Task;
}
/** No response. */
interface Unreachable extends Common {
  readonly kind: "unreachable";
  readonly ok: false;
  readonly status?: undefined;
  readonly code: string;
  readonly cause: Error;
  readonly retry: RetryVerdict;
}
/** The caller stopped it. */
interface Cancelled extends Common {
  readonly kind: "cancelled";
  readonly ok: false;
  readonly status?: undefined;
  readonly reason: unknown;
}
//#endregion
//#region src/outcome/member-of-kind.d.ts
/**
* The member of an outcome by its kind. `S` are its statuses, `D` is the data of
* a success and `B` that of the other kinds with a body, `P` the problem, `T` the task.
*/
interface MemberOfKind<S, D, B, P, T extends Task<unknown, unknown>> {
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
//#endregion
//#region src/outcome/types.d.ts
/** What the schema of a status makes of its body; `unknown` without one. */
type Output<R, S> = S extends keyof R ? (R[S] extends Schema ? OutputOf<R[S]> : unknown) : unknown;
/**
* What a schema of a status describes: data, or a problem, by the row's own kind.
* A body that moves its status from one to the other is not what it was written for.
*/
type Described<Row> = Row extends {
  readonly kind: infer Own;
} ? Own extends "rejected" | "unavailable" | "failed" ? "problem" : "data" : never;
type DefaultProblem<C extends Catalogue, R> = "problem" extends keyof R ? Output<R, "problem"> : ProblemOf<C>;
/** A member for each status that has a schema of its own, and each kind that it can have. */
type Declared<C extends Catalogue, D, R> = { [S in Documented<C> & keyof R]: DeclaredAs<Described<C["statuses"][S]>, S, Output<R, S>, DefaultProblem<C, R>, Task<D, R>>[KindsOf<C["statuses"][S]> & DocumentedKind] }[Documented<C> & keyof R];
/** Of a row whose kind is not known, such as that of a plain `Catalogue`, the schema says nothing. */
type DeclaredAs<Part, S, Out, P, T extends Task<unknown, unknown>> = [Part] extends ["data"] ? MemberOfKind<S, Out, Out, P, T> : [Part] extends ["problem"] ? MemberOfKind<S, unknown, unknown, Out, T> : MemberOfKind<S, unknown, unknown, P, T>;
/**
* A member for each kind, with the statuses that have no schema. The caller's D
* is the data of a success; of another kind it would be a guess.
*/
type Undeclared<C extends Catalogue, D, R, K extends DocumentedKind = KindOf<C>> = K extends DocumentedKind ? [Exclude<StatusOf<C, K>, keyof R>] extends [never] ? never : MemberOfKind<Exclude<StatusOf<C, K>, keyof R>, D, unknown, DefaultProblem<C, R>, Task<D, R>>[K] : never;
/**
* What a call came to: one plain, frozen object with a `kind`. The catalogue
* decides which kinds and statuses exist; `kind` is the first discriminant and
* `status` the second. `D` is the data of a success; `R` are the schemas that
* bodies were checked against, whose outputs are the data and problems.
*/
type Outcome<C extends Catalogue = DefaultCatalogue, D = unknown, R = NoResponses> = Declared<C, D, R> | Undeclared<C, D, R> | Unexpected | Malformed | Unreachable | Cancelled;
/**
* What the task of an outcome comes to: for a `delayed` one, any outcome of the
* call that began it, or a task that failed. `delayed` stays among them, for a
* task that is not done when the deadline passes. Any other outcome is itself.
*/
type Completed<C extends Catalogue, O> = O extends {
  readonly kind: "delayed";
  readonly task: Task<infer D, infer R>;
} ? Outcome<C, D, R> | TaskFailed<ProblemOf<C>> : O;
/** Any outcome, whatever its catalogue. */
type AnyOutcome = Outcome<Catalogue>;
//#endregion
export { CodeOf as A, Task as C, OverResponses as D, NoResponses as E, Exchange as F, ResponseLike as I, ProblemOf as M, StatusOf as N, Responses as O, UndocumentedCode as P, EndedTask as S, Documenting as T, TaskFailed as _, Cancelled as a, Unmodified as b, Empty as c, Malformed as d, Redirected as f, Success as g, RetryVerdict as h, Answered as i, KindOf as j, Attempt as k, Failed as l, RequestSummary as m, Completed as n, Choices as o, Rejected as p, Outcome as r, Delayed as s, AnyOutcome as t, Issue as u, Unavailable as v, AnyResponses as w, Unreachable as x, Unexpected as y };