import { type AskAgainOptions, askAgain } from './ask-again.js';

/** SWR's `onErrorRetry` (v2), as far as it is used here. */
export type SwrRetry = (
  error: unknown,
  key: string,
  config: { readonly errorRetryCount?: number | undefined },
  revalidate: (options?: { retryCount?: number; dedupe?: boolean }) => unknown,
  options: { retryCount: number; dedupe: boolean },
) => void;

/**
 * SWR's `onErrorRetry`, by the same rules as {@link queryRetry}. SWR's own `errorRetryCount` goes
 * before `retries` where it is lower. Its `errorRetryInterval` has no say.
 *
 * @throws ConfigurationError for a negative number.
 *
 * @example
 * <SWRConfig value={{ onErrorRetry: swrRetry(), fetcher: async (url) => unwrap(await api.get(url)) }}>
 */
export function swrRetry(options?: AskAgainOptions): SwrRetry {
  const again = askAgain(options);
  return (error, _key, { errorRetryCount }, revalidate, revalidateOptions) => {
    // SWR counts the retry that is to be made: 1 for the first.
    const { retryCount } = revalidateOptions;
    if (errorRetryCount !== undefined && retryCount > errorRetryCount) return;
    const waitMs = again(retryCount - 1, error);
    if (waitMs !== undefined) setTimeout(revalidate, waitMs, revalidateOptions);
  };
}
