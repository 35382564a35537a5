import { _ as Operation, a as Meaning, c as StatusEntry, d as Kind, f as Retryability, g as TaskReading, h as TaskLink, i as FieldProblem, l as DocumentedKind, m as TaskAnswer, n as CodeEntry, o as Problem, p as Dialect, r as Documented, s as RetryAdvice, t as Catalogue, u as Effect } from "./catalogue.cjs";
import { i as Processed, n as UserVerdict, r as Assessment, t as Stopped } from "./decide.cjs";
import { A as CodeOf, C as Task, D as OverResponses, E as NoResponses, F as Exchange, I as ResponseLike, M as ProblemOf, N as StatusOf, O as Responses, P as UndocumentedCode, S as EndedTask, T as Documenting, _ as TaskFailed, a as Cancelled, b as Unmodified, c as Empty, d as Malformed, f as Redirected, g as Success, h as RetryVerdict, i as Answered, j as KindOf, k as Attempt, l as Failed, m as RequestSummary, n as Completed, o as Choices, p as Rejected, r as Outcome, s as Delayed, t as AnyOutcome, u as Issue, v as Unavailable, w as AnyResponses, x as Unreachable, y as Unexpected } from "./types.cjs";
import { c as RetryBudget, d as retryBudget, f as DelayedOptions, i as OutcomeRequestConfig, l as RetryBudgetOptions, m as classify, n as OutcomeCallConfig, o as RequestOutcomeOptions, p as Undocumented, r as OutcomeOptions, s as RetryOptions, t as OutcomeAdapterOptions, u as TokenBudget } from "./options.cjs";
import { t as DefaultCatalogue } from "./statuses.cjs";
import { a as OutcomeEvent, c as TaskPoll, i as EventSource, l as TokenError, o as PollEvent, r as AttemptEvent, s as RetryEvent } from "./around.cjs";
import { a as WatchedPoll, c as outcomeOf, i as ResumeOptions, n as CancelOptions, o as Answer, r as FollowOptions, s as OutcomeOfOptions, t as OutcomeClient } from "./client.cjs";
import { t as OutcomeLike } from "./facts.cjs";
import { AxiosAdapter } from "axios";

//#region src/axios/attach.d.ts
/**
* An axios instance, as far as its type has to be known: axios declares its types
* twice, for ESM and for CommonJS, and a client that another library made has the
* other one's.
*/
interface AttachableInstance {
  readonly defaults: object;
  readonly interceptors: {
    readonly request: object;
    readonly response: object;
  };
  readonly request: (config: never) => Promise<unknown>;
}
/**
* Attaches outcomes to an axios instance. Code that uses the instance goes on
* working: it still gets an AxiosResponse or an AxiosError, now after retries.
* The client returned has the instance's methods, resolving to outcomes.
*
* Interceptors and transforms run once per logical request, whatever the number
* of attempts, since it is the adapter that is wrapped. The defaults of all
* options are in {@link OutcomeOptions} and {@link RetryOptions}.
*
* @throws ConfigurationError for a wrong option or catalogue, naming the option,
*   the value and what is allowed; and for an instance that is attached already.
*
* @example
* const kms = attachOutcomes(axios.create({ baseURL, timeout: 8_000 }), { catalogue: dew });
* const outcome = await kms.post<Key>('/v1.0/p/kms/describe-key', { key_id });
*/
declare function attachOutcomes<const C extends Catalogue = DefaultCatalogue, const R extends AnyResponses = NoResponses>(instance: AttachableInstance, options?: OutcomeOptions<C, R>): OutcomeClient<C, R>;
/**
* The engine of {@link attachOutcomes} as a bare axios adapter, for libraries
* that take an axios config and hide their instance. `outcomeOf` turns what
* such a library's axios returns into an outcome.
*
* @throws ConfigurationError for a wrong option.
*
* @example
* axios.create({ adapter: outcomeAdapter({ catalogue: dew }) });
*/
declare function outcomeAdapter<const C extends Catalogue = DefaultCatalogue>(options?: OutcomeAdapterOptions<C>): AxiosAdapter;
//#endregion
//#region src/delayed/define-dialect.d.ts
/**
* Checks a dialect of your own and returns it. Give it to `attachOutcomes` as
* `delayed: { dialects: [mine] }`; it is tried before those that are built in.
*
* @throws ConfigurationError naming the part, its value and what is allowed.
*
* @example
* const jobs = defineDialect({
*   name: 'acme-job',
*   start: ({ body }) => (isJob(body) ? { monitor: `/jobs/${body.job}` } : undefined),
*   read: ({ body }) => (isDone(body) ? { state: 'done', data: body } : { state: 'running' }),
* });
*/
declare function defineDialect(dialect: Dialect): Dialect;
//#endregion
//#region src/outcome/explain/explain.d.ts
/** A language that `explain` speaks. */
type Locale = "en" | "zh";
/** Options of {@link explain}. */
interface ExplainOptions {
  /** Default: `en`. */
  readonly locale?: Locale;
}
/**
* Says in a few lines of plain text what an outcome means: what was asked, what
* came of it, what the API's documentation says of that and where, what was
* tried, what happened to the work, and what to do next. It names no header,
* query or value of a body. What the server said is cut to 200 characters of one
* line; still, escape the text before it enters a page.
*
* @throws ConfigurationError for another locale; TypeError for what is not an outcome.
*
* @example
* const outcome = await kms.post('/v1.0/p/kms/create-key', body);
* if (!outcome.ok) ticket.write(explain(outcome, { locale: 'zh' }));
*/
declare function explain(outcome: OutcomeLike, options?: ExplainOptions): string;
//#endregion
//#region src/outcome/is-outcome.d.ts
/** Whether a value is an outcome, also one restored from JSON or cloned: by its shape, not its class. */
declare function isOutcome(value: unknown): value is AnyOutcome;
//#endregion
//#region src/outcome/is-retryable.d.ts
/** The reasons to stop that were limits, and not a word on the request itself. */
type Limit = Extract<Stopped, "attempts" | "budget" | "deadline" | "hint" | "body">;
/** The kinds of O that may have been tried again, stopped by a limit. */
type Retryable<O> = Extract<O, {
  readonly retry: RetryVerdict;
}> & {
  readonly retry: {
    readonly stopped: Limit;
  };
};
/**
* Whether sending the same request again later is safe and may work: it was
* given up by a limit (attempts, budget, deadline, the server's hint, a body that
* was a stream) and not because it could be done twice, or would fail again. `retry.retryAt`
* says when, where the server did. A request that had an Idempotency-Key is sent again
* with the same key, which stands in `outcome.request.idempotencyKey`.
*
* @example
* if (isRetryable(outcome)) queue.add(job, { at: outcome.retry.retryAt ?? Date.now() + 60_000 });
*/
declare function isRetryable<O extends {
  readonly kind: string;
}>(outcome: O): outcome is O & Retryable<O>;
//#endregion
//#region src/outcome/match.d.ts
interface Kinded {
  readonly kind: string;
}
type Of<O extends Kinded, K> = Extract<O, {
  readonly kind: K;
}>;
/** A function for each kind that the outcome can have. */
type Handlers<O extends Kinded> = { readonly [K in O["kind"]]: (outcome: Of<O, K>) => unknown };
/** Functions for some kinds, and `_` for the rest. */
type PartialHandlers<O extends Kinded> = Partial<Handlers<O>> & {
  readonly _: (outcome: O) => unknown;
};
/** Functions for some kinds, and perhaps `_`. What is missing, or too much, {@link Complete} tells. */
type SomeHandlers<O extends Kinded> = Partial<Handlers<O>> & {
  readonly _?: (outcome: O) => unknown;
};
declare const mistake: unique symbol;
/** No function is this: so an error names the key that is no kind of the outcome. */
interface NoSuchKind<Kind> {
  readonly [mistake]: Kind;
}
/** The kinds that have no function yet: a type of its own, so that an error names them in its first line. */
type LeftOut<Kind extends string> = { readonly [K in Kind]: (outcome: never) => unknown };
/** `unknown` for functions that are whole: one for each kind, or `_`, and none for a kind that the outcome cannot have. */
type Complete<O extends Kinded, H> = NothingLeftOut<H, Exclude<O["kind"], keyof H>> & NothingElse<Exclude<keyof H, O["kind"] | "_">>;
type NothingLeftOut<H, Left extends string> = [Left] extends [never] ? unknown : "_" extends keyof H ? unknown : LeftOut<Left>;
type NothingElse<Else> = [Else] extends [never] ? unknown : { readonly [Key in Else & PropertyKey]: NoSuchKind<Key> };
type Returned<H> = { [K in keyof H]: H[K] extends ((outcome: never) => infer A) ? A : never }[keyof H];
/**
* Calls the function of the outcome's kind and returns what it returns. Leaving
* a kind out is a compile error, unless `_` takes the rest.
*
* @throws TypeError where there is no function for the kind, which only code
*   without types can reach.
*
* @example
* const text = match(outcome, {
*   success: ({ data }) => data.name,
*   _: ({ kind }) => `no key: ${kind}`,
* });
*/
declare function match<O extends Kinded, H extends SomeHandlers<O>>(outcome: O, handlers: Complete<O, H> & H): Returned<H>;
//#endregion
//#region src/outcome/outcome-error.d.ts
/**
* Thrown by `unwrap` for an outcome without data. Its message says what happened, why,
* and what to do next.
*
* A console, a test runner and a log print less than 1 kB of it: the message, the
* nearest frames of the stack, and the cause. The whole outcome is in `outcome`, which is
* not enumerable, so that nobody prints its headers and body by accident.
*/
declare class OutcomeError extends Error {
  readonly name: string;
  readonly outcome: AnyOutcome;
  constructor(outcome: AnyOutcome);
  /** Name and message. `toLog` of `axios-outcome/logging` tells more. */
  toJSON(): {
    readonly name: string;
    readonly message: string;
  };
  /** True also for an error of another copy of this library: `import` and `require` load one each. */
  static [Symbol.hasInstance](value: unknown): boolean;
}
//#endregion
//#region src/outcome/unwrap.d.ts
/** The data of an outcome's success. */
type DataOf<O> = Extract<O, {
  readonly kind: "success";
}> extends {
  readonly data: infer D;
} ? D : never;
/**
* The data of a success. Any other kind is thrown, `empty` and `delayed`
* included: they have no data to return.
*
* @throws OutcomeError with the outcome, and a message that names the request,
*   the answer, its documented meaning and what to do.
*
* @example
* const key = unwrap(await kms.post<Key>('/v1.0/p/kms/describe-key', { key_id }));
*/
declare function unwrap<O extends {
  readonly kind: string;
}>(outcome: O): DataOf<O>;
//#endregion
//#region src/retry/other-budgets.d.ts
/** Options of {@link finagleRetryBudget}; the numbers are those of Finagle's `RetryBudget`. */
interface FinagleRetryBudgetOptions {
  /** Milliseconds for which a request counts. Default 10,000. */
  readonly ttlMs?: number;
  /** Retries per second that are allowed however few requests there are. Default 10. */
  readonly minRetriesPerSecond?: number;
  /** Retries per request, on top: 0.2 is one for five. Default 0.2. */
  readonly percentCanRetry?: number;
}
/**
* Finagle's `RetryBudget` per origin: each request of the last `ttlMs` pays for
* `percentCanRetry` of a retry, and `minRetriesPerSecond` come on top. Retries
* stay a fixed part of the traffic.
*
* @throws ConfigurationError for a number out of range.
*
* @example
* attachOutcomes(http, { retry: { budget: finagleRetryBudget({ percentCanRetry: 0.1 }) } });
*/
declare function finagleRetryBudget({
  ttlMs,
  minRetriesPerSecond,
  percentCanRetry
}?: FinagleRetryBudgetOptions): RetryBudget;
/** Options of {@link grpcRetryBudget}; the names and numbers are those of gRPC's service config. */
interface GrpcRetryBudgetOptions {
  /** Tokens of a full bucket, up to 1,000. Default 10. */
  readonly maxTokens?: number;
  /** Tokens that a success gives back. Default 0.1. */
  readonly tokenRatio?: number;
}
/**
* gRPC's retry throttling (proposal A6) per origin: a failure that could be
* retried costs a token, whether it is retried or not, a success gives
* `tokenRatio` back, and retries are refused while no more than half the tokens
* are left. It recovers by successes only.
*
* @throws ConfigurationError for a number out of range.
*
* @example
* attachOutcomes(http, { retry: { budget: grpcRetryBudget() } });
*/
declare function grpcRetryBudget({
  maxTokens,
  tokenRatio
}?: GrpcRetryBudgetOptions): RetryBudget;
//#endregion
//#region src/semantics/configuration-error.d.ts
/**
* A wrong option or catalogue. Thrown when it is given, never later: the message
* names the option, the value and what is allowed.
*/
declare class ConfigurationError extends TypeError {
  readonly name: string;
  /** True also for an error of another copy of this library: `import` and `require` load one each. */
  static [Symbol.hasInstance](value: unknown): boolean;
}
//#endregion
//#region src/semantics/define-catalogue.d.ts
/**
* Checks a catalogue and returns it, with its statuses as literal types.
*
* @throws ConfigurationError naming the row, its value and what is allowed: an
*   unknown kind, no statuses, a row without a source, or a code that moves a
*   status to a kind that is not in the status's `or`.
*
* @example
* const shop = defineCatalogue({
*   name: 'Shop',
*   source: 'https://shop.example/docs/errors',
*   statuses: {
*     200: { name: 'OK', kind: 'success', retry: 'never', source: 'errors, table 1' },
*     503: { name: 'Closed', kind: 'unavailable', retry: 'transient', source: 'errors, table 1' },
*   },
* });
*/
declare function defineCatalogue<const C extends Catalogue>(catalogue: C): C;
//#endregion
//#region src/semantics/extend-catalogue.d.ts
type Flat<T> = { readonly [K in keyof T]: T[K] };
/** B with what E says in place of what B said. */
type Over<B, E> = Flat<Omit<B, keyof E> & E>;
type PartOf<C, K extends keyof Catalogue> = C extends { readonly [P in K]: infer V } ? V : object;
/** A catalogue's own parts, all of them optional. */
type CatalogueExtension = Partial<Catalogue>;
type Merged<B extends Catalogue, E extends CatalogueExtension> = Omit<B, "statuses" | "codes" | "operations" | keyof E> & Omit<E, "statuses" | "codes" | "operations"> & {
  readonly statuses: Over<PartOf<B, "statuses">, PartOf<E, "statuses">>;
  readonly codes: Over<PartOf<B, "codes">, PartOf<E, "codes">>;
};
/** What {@link extendCatalogue} returns. Mapped here and not by a type of its own, so that an editor shows this name. */
type Extended<B extends Catalogue, E extends CatalogueExtension> = { readonly [K in keyof Merged<B, E>]: Merged<B, E>[K] };
/**
* A catalogue that says more, or other, than `base`: rows of the extension
* replace rows of the base, its operations and dialects come first, and its
* retry advice is laid over the base's. The base is not changed.
*
* @throws ConfigurationError as {@link defineCatalogue} does.
*
* @example
* const strict = extendCatalogue(dew, {
*   name: 'DEW behind our proxy',
*   statuses: { 503: { name: 'Maintenance', kind: 'failed', retry: 'never', source: 'wiki/proxy' } },
* });
*/
declare function extendCatalogue<const B extends Catalogue, const E extends CatalogueExtension>(base: B, extension: E): Extended<B, E>;
//#endregion
export { type Answer, Answered, AnyOutcome, AnyResponses, type Assessment, type AttachableInstance, type Attempt, type AttemptEvent, type CancelOptions, Cancelled, type Catalogue, type CatalogueExtension, Choices, type CodeEntry, type CodeOf, Completed, ConfigurationError, type DataOf, type DefaultCatalogue, Delayed, type DelayedOptions, type Dialect, type Documented, type DocumentedKind, Documenting, type Effect, Empty, EndedTask, type EventSource, type Exchange, type ExplainOptions, type Extended, Failed, type FieldProblem, type FinagleRetryBudgetOptions, type FollowOptions, type GrpcRetryBudgetOptions, type Handlers, Issue, type Kind, type KindOf, type Limit, type Locale, Malformed, type Meaning, NoResponses, type Operation, Outcome, type OutcomeAdapterOptions, type OutcomeCallConfig, type OutcomeClient, OutcomeError, type OutcomeEvent, type OutcomeLike, type OutcomeOfOptions, type OutcomeOptions, type OutcomeRequestConfig, OverResponses, type PartialHandlers, type PollEvent, type Problem, type ProblemOf, type Processed, Redirected, Rejected, type RequestOutcomeOptions, RequestSummary, type ResponseLike, Responses, type ResumeOptions, type RetryAdvice, type RetryBudget, type RetryBudgetOptions, type RetryEvent, type RetryOptions, RetryVerdict, type Retryability, type Retryable, type StatusEntry, type StatusOf, type Stopped, Success, Task, type TaskAnswer, TaskFailed, type TaskLink, type TaskPoll, type TaskReading, type TokenBudget, TokenError, Unavailable, type Undocumented, type UndocumentedCode, Unexpected, Unmodified, Unreachable, type UserVerdict, type WatchedPoll, attachOutcomes, classify, defineCatalogue, defineDialect, explain, extendCatalogue, finagleRetryBudget, grpcRetryBudget, isOutcome, isRetryable, match, outcomeAdapter, outcomeOf, retryBudget, unwrap };