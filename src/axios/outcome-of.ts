import type { AnyOutcome, Outcome } from '../outcome/types.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { checkCatalogue } from '../semantics/check-catalogue.js';
import { http } from '../semantics/http.js';
import { conclude, exchangeOf } from './conclude.js';

/** A response, of any axios and any instance. */
export interface Answer<D> {
  readonly data: D;
  readonly status: number;
}

/** Options of {@link outcomeOf}. */
export interface OutcomeOfOptions<C extends Catalogue> {
  /** The API's documentation, which decides the outcome's type. Default: HTTP's own status codes. */
  readonly catalogue?: C;
}

/**
 * The outcome of an axios call, from its response, its error or its promise, of
 * an attached or a bare instance.
 *
 * @throws whatever is no HTTP matter, such as an error of the caller's own
 *   code, untouched; a TypeError for what is neither response nor error.
 *
 * @example
 * const outcome = await outcomeOf(axios.get<Key>('/key'), { catalogue: dew });
 */
export async function outcomeOf<D, const C extends Catalogue = typeof http>(
  from: PromiseLike<Answer<D>> | Answer<D>,
  options?: OutcomeOfOptions<C>,
): Promise<Outcome<C, D>>;
export async function outcomeOf<const C extends Catalogue = typeof http>(
  from: unknown,
  options?: OutcomeOfOptions<C>,
): Promise<Outcome<C>>;
export async function outcomeOf(
  from: unknown,
  options: OutcomeOfOptions<Catalogue> = {},
): Promise<AnyOutcome> {
  const catalogue: Catalogue = options.catalogue === undefined ? http : options.catalogue;
  checkCatalogue(catalogue);
  const settled = await settle(from);
  const exchange = exchangeOf(settled);
  if (exchange !== undefined) return conclude(settled, exchange, catalogue);
  if (settled instanceof Error) throw settled;
  throw new TypeError(
    'axios-outcome: outcomeOf takes an axios response, an axios error, or a promise of one',
  );
}

async function settle(from: unknown): Promise<unknown> {
  try {
    return await from;
  } catch (error) {
    if (exchangeOf(error)) return error;
    throw error;
  }
}
