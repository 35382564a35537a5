import type { Catalogue, Meaning } from '../../semantics/catalogue.js';
import { httpMeanings } from './meanings.js';
import { http as core, type DefaultCatalogue } from './statuses.js';

type CoreStatuses = DefaultCatalogue['statuses'];

/** The type of {@link http}, short enough for a field: `OutcomeClient<HttpCatalogue>`. */
export interface HttpCatalogue extends DefaultCatalogue {
  readonly statuses: {
    readonly [S in keyof CoreStatuses]: CoreStatuses[S] & { readonly meaning: Meaning };
  };
}

/**
 * HTTP's own status codes (RFC 9110 and the IANA HTTP Status Code Registry),
 * each with its meaning in English and Chinese.
 *
 * The same rows without the text are built in and are the default, so this is
 * only needed where meanings are shown to people:
 *
 * ```ts
 * import { attachOutcomes } from 'axios-outcome';
 * import { http } from 'axios-outcome/catalogues/http';
 *
 * const client = attachOutcomes(instance, { catalogue: http });
 * ```
 */
export const http: HttpCatalogue = {
  name: core.name,
  source: core.source,
  statuses: withMeanings(),
};

http satisfies Catalogue;

function withMeanings(): HttpCatalogue['statuses'] {
  const rows = Object.entries(core.statuses).map(([status, row]) => {
    // Object.entries makes strings of the keys; they are the keys of core.statuses, and
    // httpMeanings is typed to have exactly those.
    const meaning = httpMeanings[Number(status) as keyof CoreStatuses];
    return [status, { ...row, meaning }] as const;
  });
  // Object.fromEntries forgets which key has which row. Each row above kept its key, and
  // gained its meaning.
  return Object.fromEntries(rows) as HttpCatalogue['statuses'];
}
