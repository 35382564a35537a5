import type { Exchange } from '../classify/exchange.js';
import type { AnyOutcome } from '../outcome/types.js';
import type { Addressed } from './address.js';
import type { Settings } from './options.js';

/** Loads what only a delayed task needs. A load that failed is tried again by the next call. */
export function loadDelayed(): Promise<typeof import('./delayed-part.js')> {
  return import('./delayed-part.js');
}

/**
 * Tells in a `delayed` outcome where its task is followed; any other outcome is
 * returned as it is, at once. Where the part cannot be loaded (a chunk that a new
 * deployment took away), the outcome is `delayed` without a token: the request was
 * accepted, and a rejected promise would hide that.
 */
export function withTask(
  outcome: AnyOutcome,
  exchange: Exchange,
  config: Addressed,
  settings: Pick<Settings, 'catalogue' | 'redact' | 'delayed'>,
): AnyOutcome | Promise<AnyOutcome> {
  if (outcome.kind !== 'delayed') return outcome;
  return loadDelayed().then(
    ({ describeTask }) => describeTask(outcome, exchange, config, settings),
    () => outcome,
  );
}
