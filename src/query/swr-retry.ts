import { type AskAgainOptions, askAgain } from './ask-again.js';

/** The part of SWR's `onErrorRetry` (v2) that is used here. */
export type SwrRetry = (
  error: unknown,
  key: string,
  config: { readonly errorRetryCount?: number | undefined },
  revalidate: (options?: { retryCount?: number; dedupe?: boolean }) => unknown,
  options: { retryCount: number; dedupe: boolean },
) => void;

/**
 * Returns SWR's `onErrorRetry`. It follows the rules of {@link queryRetry}. SWR's `errorRetryCount`
 * counts if it is lower than `retries`. SWR's `errorRetryInterval` is not used.
 *
 * @throws ConfigurationError for a negative number.
 *
 * @example
 * <SWRConfig value={{ onErrorRetry: swrRetry(), fetcher: async (url) => unwrap(await api.get(url)) }}>
 */
export function swrRetry(options?: AskAgainOptions): SwrRetry {
  const again = askAgain(options);
  return (error, _key, { errorRetryCount }, revalidate, revalidateOptions) => {
    // SWR gives the number of the next retry: 1 for the first retry.
    const { retryCount } = revalidateOptions;
    if (errorRetryCount !== undefined && retryCount > errorRetryCount) return;
    const waitMs = again(retryCount - 1, error);
    if (waitMs !== undefined) setTimeout(revalidate, waitMs, revalidateOptions);
  };
}
