import { http } from '../catalogues/http/statuses.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { checkCatalogue } from '../semantics/check-catalogue.js';
import { expect } from '../semantics/configuration-error.js';
import { anything, checkOptions } from './check-options.js';
import { play, type StandIn } from './play.js';
import { type BodyOptions, replierOf, type Step } from './step.js';

/** Options of {@link sequence}. */
export interface SequenceOptions extends BodyOptions {
  /** The API that answers: it gives the names, the meanings and the shape of errors. Default: HTTP itself. */
  readonly catalogue?: Catalogue;
}

/**
 * Answers one request after the other as the steps say; the last step stays.
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
