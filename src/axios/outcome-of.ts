import type { DefaultCatalogue } from '../catalogues/http/statuses.js';
import { isOkKind } from '../classify/classify.js';
import { fieldsOf, responseOf } from '../classify/exchange.js';
import type { ByStatus, CheckedBy } from '../outcome/described/bodies.js';
import type { DescribedOutcome } from '../outcome/described/outcome.js';
import { isOutcome } from '../outcome/is-outcome.js';
import { bothOf, readRedact } from '../outcome/redact/redact.js';
import { nothingMore } from '../outcome/redact/secret-names.js';
import type { AnyOutcome, AnyResponses, Documenting, NoResponses, Outcome } from '../outcome/types.js';
import { systemClock } from '../retry/clock.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { withErrorBody } from './error-body.js';
import type { OutcomeSettings } from './options.js';
import { readCatalogue, type Settings } from './options.js';
import { isHookError, records } from './recorded-result.js';
import { optionsIn } from './request-options.js';
import { readResponses } from './schemas.js';
import { endOf, exchangeOf, recordIn, toOutcome } from './to-outcome.js';

/** A response of any axios and any instance. */
export interface Answer<D> {
  readonly data: D;
  readonly status: number;
}

/** Options of {@link outcomeOf}. */
export interface OutcomeOfOptions<C extends Catalogue, R = AnyResponses> {
  /** The documentation of the API, which also gives the type of the outcome. Default: HTTP's status codes. */
  readonly catalogue?: C;
  /** Standard Schemas of the bodies, by status. Default: the schemas in the config of the call. */
  readonly responses?: Documenting<C, R>;
  /**
   * Further names whose values the outcome must not contain, added to the names of the client. Default:
   * no further names.
   */
  readonly redact?: readonly string[];
}

/**
 * Turns an axios call into an outcome. Give it the response, the error or the promise of the call. The
 * instance may be attached or not.
 *
 * @throws any error that is not about HTTP, such as an error of the caller's own code, unchanged. A
 * TypeError for a value that is neither a response nor an error.
 *
 * @example
 * const outcome = await outcomeOf(axios.get<Key>('/key'), { catalogue: dew });
 *
 * @example
 * // Bodies by status, as hey-api writes them. With a catalogue: outcomeOf<Good, Bad, typeof dew>.
 * const outcome = await outcomeOf<GetPetResponses, GetPetErrors>(sdk.getPet({ path: { id } }));
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
export async function outcomeOf<
  Good extends object,
  Bad = unknown,
  const C extends Catalogue = DefaultCatalogue,
  const R extends AnyResponses = NoResponses,
>(
  from: unknown,
  options?: OutcomeOfOptions<C, R>,
): Promise<DescribedOutcome<CheckedBy<ByStatus<Good, Bad>, R>, C>>;
export async function outcomeOf(
  from: unknown,
  options: OutcomeOfOptions<Catalogue> = {},
): Promise<AnyOutcome> {
  const settled = await settle(from);
  const catalogue = readCatalogue(options.catalogue);
  const known = recordIn(settled)?.settings;
  return outcomeOfSettled(settled, {
    catalogue,
    redact: readRedact(options.redact),
    responses: readResponses(options.responses, 'responses', catalogue),
    delayed: known?.delayed ?? {},
    clock: known?.clock ?? systemClock,
    owner: known?.owner ?? {},
  });
}

/** Does the same with the settings of a client. */
export async function outcomeByClient(from: unknown, settings: Settings): Promise<AnyOutcome> {
  return outcomeOfSettled(await settle(from), settings);
}

async function outcomeOfSettled(settled: unknown, outcomeSettings: OutcomeSettings): Promise<AnyOutcome> {
  if (isOutcome(settled)) return settled;
  const exchange = exchangeOf(settled);
  if (exchange === undefined) {
    if (settled instanceof Error) throw settled;
    throw new TypeError(
      'axios-outcome: outcomeOf takes an axios response, an axios error, or a promise of a response',
    );
  }
  const recorded = recordIn(settled);
  const { config } = recorded ?? fieldsOf(responseOf(exchange)?.response);
  const ofCall = readResponses(optionsIn(config)?.responses, 'outcome.responses', outcomeSettings.catalogue);
  const ended = endOf(
    settled,
    await withErrorBody(exchange, outcomeSettings.clock),
    outcomeSettings.catalogue,
  );
  return toOutcome(ended, {
    ...outcomeSettings,
    delayed: recorded?.settings.delayed ?? outcomeSettings.delayed,
    responses: { ...ofCall, ...outcomeSettings.responses },
    redact: bothOf(outcomeSettings.redact, recorded?.settings.redact ?? nothingMore),
  });
}

async function settle(from: unknown): Promise<unknown> {
  try {
    return await from;
  } catch (error) {
    if (exchangeOf(error) && !isHookError(error) && !isOfGoodAnswer(error)) return error;
    throw error;
  }
}

/** Whether an interceptor made an AxiosError from a good answer. The engine has not seen that error. */
function isOfGoodAnswer(error: unknown): boolean {
  const recorded = records.get(error) ? undefined : records.get(fieldsOf(error).response);
  return recorded !== undefined && isOkKind(recorded.ended.assessment.kind);
}
