import { p as Dialect, t as Catalogue } from "./catalogue.cjs";
import { n as UserVerdict, r as Assessment } from "./decide.cjs";
import { E as NoResponses, F as Exchange, T as Documenting, r as Outcome, w as AnyResponses } from "./types.cjs";
import { n as around, r as AttemptEvent, s as RetryEvent, t as Around } from "./around.cjs";
import { AxiosRequestConfig, InternalAxiosRequestConfig } from "axios";

//#region src/classify/classify.d.ts
/** What a status outside the catalogue is worth to the retry policy. */
type Undocumented = "class" | "never";
/**
* What one attempt's end means: a response by the catalogue's row for its
* status, refined by the error code in its body; anything else by the code of
* the failure and by how far the request got.
*
* @example
* classify({ response }, dew).kind; // 'unavailable'
* classify({ error }, dew).processed; // 'no': the connection was refused
*/
declare function classify(exchange: Exchange, catalogue: Catalogue, undocumented?: Undocumented): Assessment;
//#endregion
//#region src/delayed/options.d.ts
/** How delayed tasks are followed. */
interface DelayedOptions {
  /** Dialects of your own, tried before those that are built in. Default: none. */
  readonly dialects?: readonly Dialect[];
  /** Milliseconds before the first poll, then 1.5 times as long for each, where the server names no time. A server that names a shorter one is asked no sooner. Default 2,000. */
  readonly pollIntervalMs?: number;
  /** The longest wait between polls that is not the server's own word. Default 30,000 ms. */
  readonly maxPollIntervalMs?: number;
  /** Milliseconds for all waits and polls of one task. Default: no limit. */
  readonly deadlineMs?: number;
  /** Polls to one origin that may be under way at once, over all tasks of the client. Default 20. */
  readonly concurrency?: number;
  /** Origins, beside the one that started a task, to which its monitor and result may lead. They get no credentials. Default: none. */
  readonly trustedOrigins?: readonly string[];
}
//#endregion
//#region src/retry/budget.d.ts
/**
* How many retries an origin may be sent, so that an outage is not answered with
* a flood. Three are shipped: `retryBudget`, `grpcRetryBudget`,
* `finagleRetryBudget`; any object with these methods is one.
*/
interface RetryBudget {
  /** A logical request begins. */
  started?(origin: string): void;
  /** An attempt failed in a way that could be retried; one that was never sent does not count. */
  failed?(origin: string): void;
  /** Asks for one retry and pays for it. A retry of a request that was never sent is not asked for. */
  take(origin: string, cost: "transient" | "throttle"): boolean;
  /** A retry that was paid for was stopped before it was sent. */
  refund?(origin: string, cost: "transient" | "throttle"): void;
  /** True while a success has nothing to give back, so that it need not be told. */
  idle?(): boolean;
  /** A request succeeded; `paid` is the cost of its last retry, undefined where it had none. */
  succeeded(origin: string, paid: "transient" | "throttle" | undefined): void;
}
/** A budget of tokens. */
interface TokenBudget extends RetryBudget {
  /** The tokens that are left to an origin, for a dashboard. */
  tokens(origin: string): number;
}
/** Options of {@link retryBudget}; the numbers are those of AWS's standard retry mode 2.1. */
interface RetryBudgetOptions {
  /** Tokens of a full bucket. Default 500. */
  readonly capacity?: number;
  /** Tokens of a retry after a transient fault. Default 14. */
  readonly transientCost?: number;
  /** Tokens of a retry after throttling. Default 5. */
  readonly throttleCost?: number;
  /** A drained bucket still allows one retry per so many milliseconds. Default 10,000. */
  readonly trickleMs?: number;
}
/**
* A token bucket per origin (AWS SDKs' standard retry mode, revision 2.1): a
* retry pays, a success gets its last payment back or, without a retry, earns
* one token. A drained bucket lets one retry through every `trickleMs`, so that
* it recovers. Share one between instances by passing the same object.
*
* @throws ConfigurationError for a number below 0.
*
* @example
* attachOutcomes(http, { retry: { budget: retryBudget({ capacity: 100 }) } });
*/
declare function retryBudget(options?: RetryBudgetOptions): TokenBudget;
//#endregion
//#region src/retry/policy.d.ts
/** How requests are retried. Every option may also be given per request, as `outcome.retry` in its config. */
interface RetryOptions {
  /** Retries after the first attempt. Default 2, or what the catalogue advises. */
  readonly retries?: number;
  /** Milliseconds one attempt may take, all in all, where axios's `timeout` is not set; that one counts the silence between two bytes on Node. Default: no limit, or what the catalogue advises. */
  readonly attemptTimeoutMs?: number;
  /** The first wait after a transient fault, doubled each time. Default 50 ms. */
  readonly baseDelayMs?: number;
  /** The first wait after throttling, doubled each time; also the most that is added to a server's hint. Default 1,000 ms. */
  readonly throttleDelayMs?: number;
  /** The longest wait that is not the server's own word. Default 20,000 ms. */
  readonly maxDelayMs?: number;
  /** A server that asks for a longer wait than this is not waited for; the outcome says when. Default 60,000 ms. */
  readonly maxHintMs?: number;
  /** Milliseconds for everything: attempts and waits. Default: no limit. */
  readonly deadlineMs?: number;
  /** `full`: a random part of each wait, and up to a fifth more than a server's hint. `none`: the whole, and the hint to the millisecond. Default `full`. */
  readonly jitter?: "full" | "none";
  /** How many retries an origin may be sent; `false` for no limit. Default: one `retryBudget()` per attached instance. */
  readonly budget?: RetryBudget | false;
  /** A stable `Idempotency-Key` for POST and PATCH: `true` for a random UUID (which browsers make on https pages only), a text, or a function. Default: none. */
  readonly idempotencyKey?: boolean | string | ((config: InternalAxiosRequestConfig) => string);
  /** Renews credentials after a 401, once, for all requests that wait for it. `false`, or a failed request of its own, says that it cannot. Where that request goes through the same client, give it `outcome: { retry: false }`, or its own 401 waits for the renewal that waits for it (20 s at most). Default: none. */
  readonly reauthenticate?: () => unknown;
  /** Sets what must be fresh on each attempt, the first included: a signature, a date. Default: none. */
  readonly beforeAttempt?: (config: InternalAxiosRequestConfig, attempt: number) => unknown;
  /** The user's veto or grant; undefined leaves it to the policy. Default: none. */
  readonly shouldRetry?: (assessment: Assessment, attempt: number) => UserVerdict | undefined;
  /** A request header that carries the attempt's number, from 1. Default: none. */
  readonly attemptHeader?: string;
}
//#endregion
//#region src/axios/options.d.ts
/** Options of {@link attachOutcomes}. */
interface OutcomeOptions<C extends Catalogue, R = AnyResponses> {
  /** The API's documentation. Default: HTTP's own status codes, RFC 9110 and the IANA registry. */
  readonly catalogue?: C;
  /** How requests are retried; `false` for not at all. Default: see {@link RetryOptions}. */
  readonly retry?: RetryOptions | false;
  /** Whether a status outside the catalogue is retried by what HTTP says of it. Default `class`. */
  readonly undocumented?: Undocumented;
  /**
  * What bodies look like, as Standard Schemas by status, and `problem` for every
  * other error. Outcomes then hold the schemas' outputs; a body that does not fit
  * is `malformed`. Default: none.
  */
  readonly responses?: Documenting<C, R>;
  /**
  * More names that outcomes must not carry, in any case: of response headers, of
  * parameters in URLs and messages, and of fields anywhere in `data` and `problem`.
  * Their values become `[redacted]`, whatever their type was. Without it, headers,
  * URLs and messages lose what the built-in names give away (tokens, signatures,
  * keys, cookies, passwords), and bodies are left as they came. The AxiosResponse
  * of the instance has everything. Default: none.
  */
  readonly redact?: readonly string[];
  /** How delayed tasks are followed. Default: see {@link DelayedOptions}. */
  readonly delayed?: DelayedOptions;
  /** Called after each attempt. What it throws is thrown to the caller; it is not awaited, so an async one handles its own failures. */
  readonly onAttempt?: (event: AttemptEvent) => void;
  /** Called before the wait for each retry, as `onAttempt` is. */
  readonly onRetry?: (event: RetryEvent) => void;
  /**
  * Called once with the outcome of each request that is sent, before its caller
  * gets it: of the client's methods, of plain code on the instance, and of a
  * library that hides its instance. Of plain code it has the body as axios's own
  * JSON parsing makes it, before transforms and interceptors; streams are not
  * read. A task that is followed has one more outcome, at its end; its polls have
  * none. What it throws is thrown to the caller.
  */
  onOutcome?(outcome: Outcome<C, unknown, R>): void;
  /**
  * What is done around requests and attempts, by a subpath of this library.
  *
  * @internal
  */
  readonly [around]?: Around;
}
/** Options of {@link outcomeAdapter}. Schemas are {@link outcomeOf}'s: an adapter answers with responses. */
interface OutcomeAdapterOptions<C extends Catalogue> extends Omit<OutcomeOptions<C, NoResponses>, "responses"> {
  /** The adapter that sends. Default: axios's own for this platform. */
  readonly adapter?: Exclude<AxiosRequestConfig["adapter"], undefined>;
}
/**
* Options of one request, in the axios config under `outcome`, and of all requests of an
* instance, in `axios.create({ outcome })`. They have the shape that {@link attachOutcomes}
* takes. The nearest word wins, option by option: the request's, then the instance's, then
* those of `attachOutcomes`. Schemas (`responses`) are typed where the call's outcome is: in
* {@link OutcomeCallConfig}.
*/
interface RequestOutcomeOptions {
  /** How this request is retried. `false` holds until a nearer `retry: {…}`. */
  readonly retry?: RetryOptions | false;
  /** How the task of this request is followed; `concurrency` is the client's. */
  readonly delayed?: Omit<DelayedOptions, "concurrency">;
  /** More names that the outcome must not carry, beside those of the instance and the client. */
  readonly redact?: readonly string[];
}
/** An axios config with this library's options. */
interface OutcomeRequestConfig<D = unknown> extends AxiosRequestConfig<D> {
  outcome?: RequestOutcomeOptions;
}
/** An axios config with this library's options and the schemas of this one call, which go over the client's. */
type OutcomeCallConfig<C extends Catalogue, Own = NoResponses> = OutcomeRequestConfig & {
  readonly responses?: OwnResponses<C, Own>;
  readonly outcome?: {
    readonly responses?: OwnResponses<C, Own>;
  };
};
/** Where D is given by hand, Own is not inferred: schemas that the types would not follow are refused. */
type OwnResponses<C extends Catalogue, Own> = [keyof Own] extends [never] ? never : Documenting<C, Own>;
//#endregion
export { OwnResponses as a, RetryBudget as c, retryBudget as d, DelayedOptions as f, OutcomeRequestConfig as i, RetryBudgetOptions as l, classify as m, OutcomeCallConfig as n, RequestOutcomeOptions as o, Undocumented as p, OutcomeOptions as r, RetryOptions as s, OutcomeAdapterOptions as t, TokenBudget as u };