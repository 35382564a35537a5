import type { WatchedPoll } from '../../delayed/follow.js';
import type { AnyOutcome } from '../../outcome/types.js';
import type { Around, TaskScope } from '../around.js';

type Watched = AsyncGenerator<WatchedPoll<AnyOutcome>, void>;

/**
 * The polls of a task, with what is done around the task. It lasts until the outcome is
 * there, or until its watcher breaks off.
 */
export async function* withinTask(
  task: TaskScope,
  around: NonNullable<Around['task']>,
  polls: Watched,
): Watched {
  let settle: (ended: AnyOutcome | undefined | Promise<never>) => void = () => {};
  const ended = new Promise<AnyOutcome | undefined>((resolve) => {
    settle = resolve;
  });
  const whole = around(
    task,
    () => ended,
    (outcome) => outcome,
  );
  // Whoever watches is told of what went wrong by the polls themselves.
  const done = whole.catch(() => {});
  try {
    for await (const poll of polls) {
      if (poll.outcome) {
        settle(poll.outcome);
        await whole;
      }
      yield poll;
    }
  } catch (error) {
    settle(Promise.reject(error));
    throw error;
  } finally {
    settle(undefined);
    await done;
  }
}
