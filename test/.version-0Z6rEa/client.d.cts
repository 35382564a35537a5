import { t as Catalogue } from "./catalogue.cjs";
import { D as OverResponses, E as NoResponses, M as ProblemOf, T as Documenting, _ as TaskFailed, n as Completed, r as Outcome, s as Delayed, w as AnyResponses } from "./types.cjs";
import { a as OwnResponses, n as OutcomeCallConfig } from "./options.cjs";
import { t as DefaultCatalogue } from "./statuses.cjs";
import { c as TaskPoll } from "./around.cjs";

//#region src/axios/outcome-of.d.ts
/** A response, of any axios and any instance. */
interface Answer<D> {
  readonly data: D;
  readonly status: number;
}
/** Options of {@link outcomeOf}. */
interface OutcomeOfOptions<C extends Catalogue, R = AnyResponses> {
  /** The API's documentation, which decides the outcome's type. Default: HTTP's own status codes. */
  readonly catalogue?: C;
  /** What bodies look like, as Standard Schemas by status. Default: those of the call's own config. */
  readonly responses?: Documenting<C, R>;
  /** More names that the outcome must not carry, beside those of the call's own client. Default: none. */
  readonly redact?: readonly string[];
}
/**
* The outcome of an axios call, from its response, its error or its promise, of
* an attached or a bare instance.
*
* @throws whatever is no HTTP matter, such as an error of the caller's own
*   code, untouched; a TypeError for what is neither response nor error.
*
* @example
* const outcome = await outcomeOf(axios.get<Key>('/key'), { catalogue: dew });
*/
declare function outcomeOf<D, const C extends Catalogue = DefaultCatalogue, const R extends AnyResponses = NoResponses>(from: PromiseLike<Answer<D>> | Answer<D>, options?: OutcomeOfOptions<C, R>): Promise<Outcome<C, D, R>>;
declare function outcomeOf<const C extends Catalogue = DefaultCatalogue, const R extends AnyResponses = NoResponses>(from: unknown, options?: OutcomeOfOptions<C, R>): Promise<Outcome<C, unknown, R>>;
//#endregion
//#region src/axios/tasks/options.d.ts
/** Options of following one task. */
interface FollowOptions {
  /** Stops watching. The task goes on: only the server can stop it. */
  readonly signal?: AbortSignal;
  /** Milliseconds for all waits and polls. Default: that of the client. */
  readonly deadlineMs?: number;
  /** Called after each poll. What it throws is thrown to the caller. */
  readonly onPoll?: (poll: TaskPoll) => void;
  /** Headers for the task's own origin, where the instance does not set them. Default: those of the call. */
  readonly headers?: Readonly<Record<string, string>>;
}
/** Options of following the task of a token. */
interface ResumeOptions<C extends Catalogue = Catalogue, Own = AnyResponses> extends FollowOptions {
  /**
  * What bodies look like, as the call that began the task was told it: a token has no
  * schemas. They go over those of the client. Default: those of the client.
  */
  readonly responses?: OwnResponses<C, Own>;
}
/** Options of asking the API to stop a task. */
type CancelOptions = Pick<FollowOptions, "signal" | "headers">;
/** One look at a task's monitor; the last one has the task's outcome. */
interface WatchedPoll<O> extends TaskPoll {
  readonly outcome?: O;
}
//#endregion
//#region src/axios/client.d.ts
/**
* A method without a body. One signature and no overloads, so that a union of
* clients can be called.
*/
type BareMethod<C extends Catalogue, R> = <D = unknown, const Own extends AnyResponses = NoResponses>(url: string, config?: OutcomeCallConfig<C, Own>) => Promise<Outcome<C, D, OverResponses<R, Own>>>;
/** A method with a body. */
type BodyMethod<C extends Catalogue, R> = <D = unknown, const Own extends AnyResponses = NoResponses>(url: string, data?: unknown, config?: OutcomeCallConfig<C, Own>) => Promise<Outcome<C, D, OverResponses<R, Own>>>;
/**
* The methods of an axios instance, each resolving to an outcome. They never
* reject for an HTTP or network reason; a bug in the caller's code (a throwing
* transform, a bad option) is still thrown.
*/
interface OutcomeClient<C extends Catalogue = DefaultCatalogue, R = NoResponses> {
  request<D = unknown, const Own extends AnyResponses = NoResponses>(config: OutcomeCallConfig<C, Own>): Promise<Outcome<C, D, OverResponses<R, Own>>>;
  readonly get: BareMethod<C, R>;
  readonly delete: BareMethod<C, R>;
  readonly head: BareMethod<C, R>;
  readonly options: BareMethod<C, R>;
  readonly post: BodyMethod<C, R>;
  readonly put: BodyMethod<C, R>;
  readonly patch: BodyMethod<C, R>;
  /** The outcome of a call that was made on the instance itself, by this client's catalogue and schemas. */
  outcomeOf<D>(from: PromiseLike<Answer<D>> | Answer<D>): Promise<Outcome<C, D, R>>;
  outcomeOf(from: unknown): Promise<Outcome<C, unknown, R>>;
  /**
  * Follows the task of a `delayed` outcome to its end, and resolves to the task's
  * own outcome: its data, its problem, or `delayed` still, with a token, where
  * `deadlineMs` passed or the server asks to come back later than `maxHintMs`.
  * Any other outcome is returned as it is. Sends nothing but GET.
  *
  * @throws TokenError for an outcome that was JSON in between, where `resume`
  *   would refuse its token.
  *
  * @example
  * const outcome = await client.post<Report>('/reports', { year: 2026 });
  * const ended = await client.complete(outcome, { deadlineMs: 600_000 });
  */
  complete<O extends {
    readonly kind: string;
  }>(outcome: O, options?: FollowOptions): Promise<Completed<C, O>>;
  /**
  * The same, poll by poll; the last one has the outcome. A `break`, or `signal`,
  * stops watching; the task itself goes on.
  */
  watch<O extends {
    readonly kind: string;
  }>(outcome: O, options?: FollowOptions): AsyncGenerator<WatchedPoll<Completed<C, O>>, void>;
  /**
  * Follows the task of a token (`outcome.task.token`), also of another process.
  * It never submits anything again. A token has no types and no schemas: give those
  * of the call that began the task, which check and type its result.
  *
  * @throws TokenError for a token that is malformed, changed, of another version
  *   or from an origin that is not this client's.
  *
  * @example
  * const ended = await client.resume(token, { responses: { 200: Report } });
  */
  resume<D = unknown, const Own extends AnyResponses = NoResponses>(token: string, options?: ResumeOptions<C, Own>): Promise<Outcome<C, D, OverResponses<R, Own>> | TaskFailed<ProblemOf<C>>>;
  /**
  * Asks the API to stop a task, where it has a request for that
  * (`outcome.task.cancellable`), and resolves to the outcome of that request. The
  * API may take it and finish the task all the same (Google AIP-151): `complete`
  * tells how the task ended.
  *
  * @throws TypeError where the API has no such request.
  */
  cancel(outcome: Delayed<unknown, number>, options?: CancelOptions): Promise<Outcome<C, unknown, R>>;
  /** Takes everything back: the instance is as it was before `attachOutcomes`. */
  detach(): void;
}
//#endregion
export { WatchedPoll as a, outcomeOf as c, ResumeOptions as i, CancelOptions as n, Answer as o, FollowOptions as r, OutcomeOfOptions as s, OutcomeClient as t };