import { type AskAgainOptions, askAgain } from './ask-again.js';

/**
 * Two options of a query or a mutation of TanStack Query (v5). `E` is the type of the query's error, as
 * TanStack Query would have it without these options.
 */
export interface QueryRetry<E = Error> {
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
 * - It may have been carried out, and only an Idempotency-Key that was made for this call says so: not
 *   asked again, since the function would make another key. Give a mutation a key of its own.
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
export function queryRetry<E = Error>(options?: AskAgainOptions): QueryRetry<E> {
  const again = askAgain(options);
  return {
    retry: (failureCount, error) => again(failureCount, error) !== undefined,
    // TanStack Query asks for the delay first, also where it is not needed.
    retryDelay: (failureCount, error) => again(failureCount, error) ?? 0,
  };
}
