/**
 * Query libraries above an outcome client: what is asked again, and when. It imports none of
 * them: their signatures are enough.
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
