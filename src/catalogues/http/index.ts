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
 * The default catalogue has the same rows without meanings. Use this catalogue to
 * show meanings to people:
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
    // Object.entries gives the keys as strings. They are the keys of core.statuses, and the type of
    // httpMeanings has exactly these keys.
    const meaning = httpMeanings[Number(status) as keyof CoreStatuses];
    return [status, { ...row, meaning }] as const;
  });
  // The type of Object.fromEntries does not say which key has which row. Each row kept its key, and
  // got its meaning.
  return Object.fromEntries(rows) as HttpCatalogue['statuses'];
}
