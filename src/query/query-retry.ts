import { type AskAgainOptions, askAgain } from './ask-again.js';

/**
 * Two options of a query or a mutation of TanStack Query (v5). `E` is the type of the query's error.
 */
export interface QueryRetry<E = Error> {
  readonly retry: (failureCount: number, error: E) => boolean;
  readonly retryDelay: (failureCount: number, error: E) => number;
}

/**
 * Returns TanStack Query's `retry` and `retryDelay`. They follow the outcome of an `OutcomeError`:
 *
 * - A retry cannot help (a refusal, a broken body, an unknown effect): the query is not asked again.
 * - A limit stopped the client (`attempts`, `deadline`, `hint`, `body`): the query is asked again at
 *   `retryAt` or later. If the server named no time, it is asked after 0.5 to 1 s, and then after
 *   twice that time for each retry.
 * - The budget of the origin is spent: the query is not asked again.
 * - The request may have been carried out, and the library made its Idempotency-Key: the query is not
 *   asked again, since the next call would have another key. Give a mutation a key of its own.
 *
 * After an error without an outcome, the query is asked again as TanStack Query does by default
 * (3 times, after 1, 2 and 4 s), unless the caller stopped it, or it has a status 4xx other than 408,
 * 425 and 429. `throwOnError` and error boundaries work as before: they get the error after the last
 * retry.
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
    // TanStack Query asks for the delay first, even if it does not need the delay.
    retryDelay: (failureCount, error) => again(failureCount, error) ?? 0,
  };
}
