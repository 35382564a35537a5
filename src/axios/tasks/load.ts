import type { Exchange } from '../../classify/exchange.js';
import type { AnyOutcome } from '../../outcome/types.js';
import type { Settings } from '../options.js';
import type { Addressed } from '../request-address.js';

type DelayedPart = typeof import('./chunk.js');

let loaded: DelayedPart | undefined;

/**
 * Loads what only a delayed task needs. Once it is there it is given without a
 * wait for the module loader, which fake timers would not see. A load that failed
 * is tried again by the next call.
 */
export async function loadDelayed(): Promise<DelayedPart> {
  loaded ??= await import('./chunk.js');
  return loaded;
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
