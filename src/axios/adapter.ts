import axios, { type AxiosAdapter } from 'axios';
import type { DefaultCatalogue } from '../catalogues/http/statuses.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { wrapAdapter } from './engine.js';
import { type OutcomeAdapterOptions, readOptions } from './options.js';
import { chooseAdapter } from './resolve-adapter.js';

/**
 * The engine of {@link attachOutcomes} as a bare axios adapter, for libraries
 * that take an axios config and hide their instance. `outcomeOf` turns what
 * such a library's axios returns into an outcome.
 *
 * @throws ConfigurationError for a wrong option.
 *
 * @example
 * axios.create({ adapter: outcomeAdapter({ catalogue: dew }) });
 */
export function outcomeAdapter<const C extends Catalogue = DefaultCatalogue>(
  options: OutcomeAdapterOptions<C> = {},
): AxiosAdapter {
  const settings = readOptions(options, ['adapter']);
  const given = options.adapter ?? axios.defaults.adapter;
  return wrapAdapter((config) => chooseAdapter(given, config)(config), settings, false);
}
