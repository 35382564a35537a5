import { t as Catalogue } from "./catalogue.cjs";
import { r as Outcome, t as AnyOutcome } from "./types.cjs";
import { i as OutcomeRequestConfig } from "./options.cjs";
import { t as OutcomeClient } from "./client.cjs";

//#region src/query/ask-again.d.ts
/** How often a query library asks again, and how long it waits for that. */
interface AskAgainOptions {
  /**
  * How often a query is asked again. Default: 2 for an outcome, whose client has made attempts
  * of its own; 3 for any other error (TanStack Query, Query Retries).
  */
  readonly retries?: number;
  /** Milliseconds, the longest wait for a server's `retryAt`. Default: 2,147,483,647, the longest that a timer can wait for. */
  readonly maxWaitMs?: number;
}
//#endregion
//#region src/query/query-retry.d.ts
/**
* Two options of a query or a mutation of TanStack Query (v5). `E` is the type of the query's error, as
* TanStack Query would have it without these options.
*/
interface QueryRetry<E = Error> {
  readonly retry: (failureCount: number, error: E) => boolean;
  readonly retryDelay: (failureCount: number, error: E) => number;
}
/**
* TanStack Query's `retry` and `retryDelay`, by what the outcome of an `OutcomeError` says.
*
* - It cannot be helped (a refusal, a broken body, an effect that nobody knows): never asked again.
* - A limit stopped the client (`attempts`, `deadline`, `hint`, `body`): asked at `retryAt` or
*   later; where the server named no time, after 0.5 to 1 s, then twice as long each time.
* - The budget of its origin is spent: not asked again.
*
* An error that is no outcome is asked again as TanStack Query does by default (3 times, after
* 1, 2 and 4 s), unless its caller stopped it, or it has a status 4xx other than 408, 425 and 429.
* `throwOnError` and error boundaries work as before: they get the error once nothing more is asked.
*
* @throws ConfigurationError for a negative number.
*
* @example
* new QueryClient({ defaultOptions: { queries: queryRetry(), mutations: queryRetry() } });
* useQuery({ queryKey: ['orders'], queryFn: async ({ signal }) => unwrap(await api.get('/orders', { signal })) });
*/
declare function queryRetry<E = Error>(options?: AskAgainOptions): QueryRetry<E>;
//#endregion
//#region src/query/retry-at.d.ts
/**
* When the server wants to be asked again: milliseconds since the epoch, or undefined where it
* said nothing. Takes an OutcomeError, an outcome, or the error of {@link outcomeBaseQuery}.
* For a countdown in a page.
*
* @example
* const at = retryAt(query.failureReason);
* const secondsLeft = at && Math.max(0, Math.ceil((at - now) / 1000));
*/
declare function retryAt(errorOrOutcome: unknown): number | undefined;
//#endregion
//#region src/query/rtk-base-query.d.ts
/** What is told of every call, beside its data or error: `meta` of RTK Query. Serializable. */
interface OutcomeMeta extends Pick<AnyOutcome, "kind" | "effect" | "request" | "attempts"> {
  /** The status on the wire, where there was an answer. */
  readonly httpStatus?: number;
  /** Names in lower case; the values of credentials are `[redacted]`. */
  readonly headers?: Readonly<Record<string, string>>;
}
type Plain<O> = O extends {
  readonly cause: Error;
} ? Omit<O, "cause"> & {
  readonly cause: {
    readonly name: string;
    readonly message: string;
  };
} : O;
/** An outcome without data, as JSON can hold it: what RTK Query keeps as `error`. `isOutcome` knows it. */
type OutcomeFailure<C extends Catalogue = Catalogue> = Plain<Exclude<Outcome<C>, {
  readonly kind: "success" | "empty";
}>>;
/** A `BaseQueryFn` of RTK Query. Its argument is an address, or the axios config of the call. */
type OutcomeBaseQuery<C extends Catalogue = Catalogue> = (call: string | OutcomeRequestConfig, api: {
  readonly signal: AbortSignal;
}, extraOptions: object) => Promise<{
  readonly data: unknown;
  readonly error?: undefined;
  readonly meta: OutcomeMeta;
} | {
  readonly error: OutcomeFailure<C>;
  readonly data?: undefined;
  readonly meta: OutcomeMeta;
}>;
/**
* RTK Query's base query over an outcome client. A success gives its data, an answer without a body
* `null`. Any other outcome is the error, made serializable: an Error is `{ name, message, code }`,
* a BigInt a text, and what JSON cannot hold (a stream, a Blob) is left out. A `delayed` outcome is an
* error too, since its data is not there yet: `error.task.token` lets the client follow the task.
*
* @throws what the client throws: an error of the caller's own code, never an answer or a failure.
*
* @example
* // In a constant of its own: within createApi's own call, TypeScript infers no types of it.
* const baseQuery = outcomeBaseQuery(attachOutcomes(axios.create({ baseURL })));
* const api = createApi({
*   baseQuery,
*   endpoints: (build) => ({ order: build.query<Order, string>({ query: (id) => `/orders/${id}` }) }),
* });
*/
declare function outcomeBaseQuery<C extends Catalogue, R>(client: Pick<OutcomeClient<C, R>, "request">): OutcomeBaseQuery<C>;
//#endregion
//#region src/query/swr-retry.d.ts
/** SWR's `onErrorRetry` (v2), as far as it is used here. */
type SwrRetry = (error: unknown, key: string, config: {
  readonly errorRetryCount?: number | undefined;
}, revalidate: (options?: {
  retryCount?: number;
  dedupe?: boolean;
}) => unknown, options: {
  retryCount: number;
  dedupe: boolean;
}) => void;
/**
* SWR's `onErrorRetry`, by the same rules as {@link queryRetry}. SWR's own `errorRetryCount` goes
* before `retries` where it is lower. Its `errorRetryInterval` has no say.
*
* @throws ConfigurationError for a negative number.
*
* @example
* <SWRConfig value={{ onErrorRetry: swrRetry(), fetcher: async (url) => unwrap(await api.get(url)) }}>
*/
declare function swrRetry(options?: AskAgainOptions): SwrRetry;
//#endregion
export { type AskAgainOptions, type OutcomeBaseQuery, type OutcomeFailure, type OutcomeMeta, type QueryRetry, type SwrRetry, outcomeBaseQuery, queryRetry, retryAt, swrRetry };