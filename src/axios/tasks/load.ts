import { finish } from '../../outcome/finish.js';
import type { AnyOutcome } from '../../outcome/types.js';
import type { OutcomeSettings } from '../options.js';
import type { EndedRequest } from '../recorded-result.js';
import type { DelayedOutcome } from './task-record.js';

type Chunk = typeof import('./chunk.js');

let loaded: Chunk | undefined;

/**
 * Loads the code that only delayed tasks need. Later calls do not wait for the module loader, which fake
 * timers would not see. A load that failed is tried again by the next call.
 */
export async function loadTasks(): Promise<Chunk> {
  loaded ??= await import('./chunk.js');
  return loaded;
}

/**
 * Finishes a `delayed` outcome, with its task. If the chunk cannot be loaded (a new deployment may have
 * removed it), the outcome is `delayed` without a token: the request was accepted, and a rejected promise
 * would hide that.
 */
export function withTask(
  built: DelayedOutcome,
  ended: EndedRequest,
  settings: OutcomeSettings,
): Promise<AnyOutcome> {
  return loadTasks().then(
    ({ finishStarted }) => finishStarted(built, ended, settings),
    () => finish(built, ended.ended.exchange, settings),
  );
}
