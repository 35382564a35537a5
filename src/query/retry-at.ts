import { at } from '../outcome/field.js';
import { outcomeIn } from '../outcome/outcome-in.js';

/**
 * When the server wants to be asked again: milliseconds since the epoch, or undefined where it
 * said nothing. Takes an OutcomeError, an outcome, or the error of {@link outcomeBaseQuery}.
 * For a countdown in a page.
 *
 * @example
 * const at = retryAt(query.failureReason);
 * const secondsLeft = at && Math.max(0, Math.ceil((at - now) / 1000));
 */
export function retryAt(errorOrOutcome: unknown): number | undefined {
  const time = at(at(outcomeIn(errorOrOutcome), 'retry'), 'retryAt');
  return typeof time === 'number' ? time : undefined;
}
