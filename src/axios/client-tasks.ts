import type { AxiosInstance } from 'axios';
import type { AnyOutcome } from '../outcome/types.js';
import { wrapAdapter } from './engine.js';
import type { Settings } from './options.js';
import type { Tasks } from './tasks/follower.js';
import { loadDelayed } from './tasks/load.js';
import type { CancelOptions, FollowOptions, ResumeOptions, WatchedPoll } from './tasks/options.js';

/** The client's methods for delayed tasks. What is behind them is loaded by the first call. */
export interface FollowedTasks {
  complete(outcome: AnyOutcome, options?: FollowOptions): Promise<AnyOutcome>;
  watch(outcome: AnyOutcome, options?: FollowOptions): AsyncGenerator<WatchedPoll<AnyOutcome>, void>;
  resume(token: string, options?: ResumeOptions): Promise<AnyOutcome>;
  cancel(outcome: AnyOutcome, options?: CancelOptions): Promise<AnyOutcome>;
}

export function followedTasks(
  instance: AxiosInstance,
  settings: Settings,
  expectAttached: () => void,
): FollowedTasks {
  let loaded: Tasks | undefined;

  async function load(): Promise<Tasks> {
    expectAttached();
    if (loaded !== undefined) return loaded;
    const part = await loadDelayed();
    // One for all tasks of the client, also where two loads ran at once.
    loaded ??= new part.Tasks(instance, settings, wrapAdapter, expectAttached);
    return loaded;
  }

  async function* watch(
    outcome: AnyOutcome,
    options?: FollowOptions,
  ): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    expectAttached();
    // As in `withTask`: the task goes on, and may be followed once the part is there again.
    const tasks = await load().catch(() => undefined);
    if (tasks === undefined) yield { number: 0, waitedMs: 0, outcome };
    else yield* tasks.watch(outcome, options);
  }

  return {
    watch,
    complete: (outcome, options) => lastOf(watch(outcome, options)),
    async resume(token, options) {
      return lastOf((await load()).resume(token, options));
    },
    async cancel(outcome, options) {
      return (await load()).cancel(outcome, options);
    },
  };
}

/** The last poll has the outcome. */
async function lastOf(polls: AsyncGenerator<WatchedPoll<AnyOutcome>, void>): Promise<AnyOutcome> {
  let last: AnyOutcome | undefined;
  for await (const { outcome } of polls) last = outcome;
  if (last === undefined) throw new TypeError('axios-outcome: a task ended without an outcome');
  return last;
}
