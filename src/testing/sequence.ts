import { http } from '../catalogues/http/statuses.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { checkCatalogue } from '../semantics/check-catalogue.js';
import { expect } from '../semantics/configuration-error.js';
import { anything, checkOptions } from './check-options.js';
import { play, type StandIn } from './play.js';
import { type BodyOptions, replierOf, type Step } from './step.js';

/** Options of {@link sequence}. */
export interface SequenceOptions extends BodyOptions {
  /** The catalogue of the API that answers. It gives names, meanings and the format of errors. Default: HTTP's own catalogue. */
  readonly catalogue?: Catalogue;
}

/**
 * Answers each request by the next step. After the last step, every request gets the last step again.
 *
 * @throws ConfigurationError for a step that is none, for no steps, and for a wrong option.
 *
 * @example
 * const api = sequence([503, 'reset', { status: 200, body: { id: 1 } }], { catalogue: dew });
 * const client = attachOutcomes(axios.create({ adapter: api.adapter }), { catalogue: dew });
 */
export function sequence(steps: readonly Step[], options: SequenceOptions = {}): StandIn {
  checkOptions(options, 'sequence', { catalogue: anything, problem: anything, data: anything });
  const { catalogue = http, ...bodies } = options;
  checkCatalogue(catalogue);
  expect(Array.isArray(steps) && steps.length > 0, 'steps', steps, 'a list of at least one step');
  const replies = steps.map(replierOf(catalogue, bodies));
  let next = 0;
  return play(() => {
    const reply = replies[Math.min(next++, replies.length - 1)];
    if (reply === undefined) throw new RangeError('unreachable: there is at least one step');
    return reply;
  });
}
