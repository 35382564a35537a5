import { finish } from '../../outcome/finish.js';
import type { AnyOutcome } from '../../outcome/types.js';
import type { Telling } from '../options.js';
import type { EndedRequest } from '../recorded-result.js';
import type { DelayedOutcome } from './task-record.js';

type Chunk = typeof import('./chunk.js');

let loaded: Chunk | undefined;

/**
 * Loads what only a delayed task needs. Once it is there it is given without a
 * wait for the module loader, which fake timers would not see. A load that failed
 * is tried again by the next call.
 */
export async function loadTasks(): Promise<Chunk> {
  loaded ??= await import('./chunk.js');
  return loaded;
}

/**
 * Finishes a `delayed` outcome, with where its task is followed. Where the chunk cannot be
 * loaded (a new deployment took it away), the outcome is `delayed` without a token: the
 * request was accepted, and a rejected promise would hide that.
 */
export function withTask(built: DelayedOutcome, ended: EndedRequest, telling: Telling): Promise<AnyOutcome> {
  return loadTasks().then(
    ({ finishStarted }) => finishStarted(built, ended, telling),
    () => finish(built, ended.ended.exchange, telling),
  );
}
