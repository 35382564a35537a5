import { at } from '../outcome/field.js';
import { outcomeIn } from '../outcome/outcome-in.js';

/**
 * When the server allows the next request, in milliseconds since the epoch; undefined if the server
 * named no time. It takes an OutcomeError, an outcome, or the error of {@link outcomeBaseQuery}. Use it
 * for a countdown in a page.
 *
 * @example
 * const at = retryAt(query.failureReason);
 * const secondsLeft = at && Math.max(0, Math.ceil((at - now) / 1000));
 */
export function retryAt(errorOrOutcome: unknown): number | undefined {
  const time = at(at(outcomeIn(errorOrOutcome), 'retry'), 'retryAt');
  return typeof time === 'number' ? time : undefined;
}
