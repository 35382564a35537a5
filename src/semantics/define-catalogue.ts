import type { Catalogue } from './catalogue.js';
import { checkCatalogue } from './check-catalogue.js';

/**
 * Checks a catalogue and returns it, with its statuses as literal types.
 *
 * @throws ConfigurationError for an unknown kind, a catalogue without statuses, a row without a
 *   source, or a code whose kind is not in its status's `or`. The message names the row, its value,
 *   and what to write instead.
 *
 * @example
 * const shop = defineCatalogue({
 *   name: 'Shop',
 *   source: 'https://shop.example/docs/errors',
 *   statuses: {
 *     200: { name: 'OK', kind: 'success', retry: 'never', source: 'errors, table 1' },
 *     503: { name: 'Closed', kind: 'unavailable', retry: 'transient', source: 'errors, table 1' },
 *   },
 * });
 */
export function defineCatalogue<const C extends Catalogue>(catalogue: C): C {
  checkCatalogue(catalogue);
  return catalogue;
}
