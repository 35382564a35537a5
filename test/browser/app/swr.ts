// A component that SWR feeds, rendered outside of any page's layout.
import axios from 'axios';
import { attachOutcomes, type OutcomeOptions, unwrap } from 'axios-outcome';
import { swrRetry } from 'axios-outcome/query';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import useSWR from 'swr';

/** What SWR has in the end: data, or the error that it does not ask again for. */
export interface SwrEnd {
  readonly data?: unknown;
  readonly kind?: string;
}

/** Asks by SWR until there are data, or nothing more has been asked for `quietMs`. */
export function askBySwr(
  url: string,
  options: Pick<OutcomeOptions<never>, 'retry'>,
  quietMs: number,
): Promise<SwrEnd> {
  const client = attachOutcomes(axios.create(), options);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  return new Promise<SwrEnd>((end) => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    function Data(): null {
      const { data, error } = useSWR(url, async (key: string) => unwrap(await client.get(key)), {
        onErrorRetry: swrRetry(),
      });
      clearTimeout(quiet);
      if (data !== undefined) end({ data });
      else if (error !== undefined) quiet = setTimeout(() => end({ kind: error.outcome.kind }), quietMs);
      return null;
    }
    root.render(createElement(Data));
  }).finally(() => root.unmount());
}
