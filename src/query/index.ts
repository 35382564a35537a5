/**
 * Retry rules for query libraries that use an outcome client: which query is asked again, and when.
 * It imports no query library, since the signatures are enough.
 *
 * ```ts
 * import { QueryClient } from '@tanstack/react-query';
 * import { queryRetry } from 'axios-outcome/query';
 *
 * const queryClient = new QueryClient({ defaultOptions: { queries: queryRetry() } });
 * ```
 *
 * @module
 */
export type { AskAgainOptions } from './ask-again.js';
export { type QueryRetry, queryRetry } from './query-retry.js';
export { retryAt } from './retry-at.js';
export {
  type OutcomeBaseQuery,
  type OutcomeFailure,
  type OutcomeMeta,
  outcomeBaseQuery,
} from './rtk-base-query.js';
export { type SwrRetry, swrRetry } from './swr-retry.js';
