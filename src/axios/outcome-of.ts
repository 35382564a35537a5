import { type DefaultCatalogue, http } from '../catalogues/http/statuses.js';
import { fieldsOf, responseOf } from '../classify/exchange.js';
import { delayedDefaults } from '../delayed/options.js';
import { isOutcome } from '../outcome/is-outcome.js';
import { redactOutcome } from '../outcome/redact/fields.js';
import { bothOf, readRedact } from '../outcome/redact/redact.js';
import { nothingMore } from '../outcome/redact/secret-names.js';
import type { AnyOutcome, AnyResponses, Documenting, NoResponses, Outcome } from '../outcome/types.js';
import { validateOutcome } from '../outcome/validate.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { checkCatalogue } from '../semantics/check-catalogue.js';
import { isOkKind } from '../semantics/kinds.js';
import { withErrorBody } from './error-body.js';
import type { Settings } from './options.js';
import { isDisowned, recordedOf } from './recorded-result.js';
import { readResponses, responsesIn } from './responses.js';
import { rememberSchemas } from './tasks/known-tasks.js';
import { conclude, exchangeOf, recordOf } from './to-outcome.js';

/** A response, of any axios and any instance. */
export interface Answer<D> {
  readonly data: D;
  readonly status: number;
}

/** Options of {@link outcomeOf}. */
export interface OutcomeOfOptions<C extends Catalogue, R = AnyResponses> {
  /** The API's documentation, which decides the outcome's type. Default: HTTP's own status codes. */
  readonly catalogue?: C;
  /** What bodies look like, as Standard Schemas by status. Default: those of the call's own config. */
  readonly responses?: Documenting<C, R>;
  /** More names that the outcome must not carry, beside those of the call's own client. Default: none. */
  readonly redact?: readonly string[];
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
export async function outcomeOf<
  D,
  const C extends Catalogue = DefaultCatalogue,
  const R extends AnyResponses = NoResponses,
>(from: PromiseLike<Answer<D>> | Answer<D>, options?: OutcomeOfOptions<C, R>): Promise<Outcome<C, D, R>>;
export async function outcomeOf<
  const C extends Catalogue = DefaultCatalogue,
  const R extends AnyResponses = NoResponses,
>(from: unknown, options?: OutcomeOfOptions<C, R>): Promise<Outcome<C, unknown, R>>;
export async function outcomeOf(
  from: unknown,
  options: OutcomeOfOptions<Catalogue> = {},
): Promise<AnyOutcome> {
  const settled = await settle(from);
  const catalogue: Catalogue = options.catalogue === undefined ? http : options.catalogue;
  checkCatalogue(catalogue);
  return concludeSettled(settled, {
    catalogue,
    redact: readRedact(options.redact),
    responses: readResponses(options.responses, 'responses', catalogue),
    delayed: recordOf(settled)?.settings.delayed ?? delayedDefaults,
  });
}

/** The same by a client's own options. */
export async function outcomeByClient(from: unknown, settings: Settings): Promise<AnyOutcome> {
  return concludeSettled(await settle(from), settings);
}

type Reading = Pick<Settings, 'catalogue' | 'redact' | 'responses' | 'delayed'>;

async function concludeSettled(settled: unknown, reading: Reading): Promise<AnyOutcome> {
  if (isOutcome(settled)) return settled;
  const exchange = exchangeOf(settled);
  if (exchange === undefined) {
    if (settled instanceof Error) throw settled;
    throw new TypeError(
      'axios-outcome: outcomeOf takes an axios response, an axios error, or a promise of one',
    );
  }
  const { config } = recordedOf(settled) ?? fieldsOf(responseOf(exchange)?.response);
  const schemas = { ...responsesIn(config, reading.catalogue), ...reading.responses };
  const redact = bothOf(reading.redact, recordOf(settled)?.settings.redact ?? nothingMore);
  const outcome = await conclude(settled, await withErrorBody(exchange), { ...reading, redact });
  rememberSchemas(outcome, schemas);
  return redactOutcome(await validateOutcome(outcome, schemas), redact);
}

async function settle(from: unknown): Promise<unknown> {
  try {
    return await from;
  } catch (error) {
    if (exchangeOf(error) && !isDisowned(error) && !isOfGoodAnswer(error)) return error;
    throw error;
  }
}

/** An AxiosError that the engine never saw, of an answer that was good: an interceptor's own. */
function isOfGoodAnswer(error: unknown): boolean {
  const recorded = recordedOf(error) ? undefined : recordedOf(fieldsOf(error).response);
  return recorded !== undefined && isOkKind(recorded.ended.assessment.kind);
}
