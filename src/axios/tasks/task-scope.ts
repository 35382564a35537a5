import type { WatchedPoll } from '../../delayed/follow.js';
import type { AnyOutcome } from '../../outcome/types.js';
import type { Around, TaskScope } from '../around.js';

type Watched = AsyncGenerator<WatchedPoll<AnyOutcome>, void>;

/**
 * Yields the polls of a task inside `around.task`. It ends with the outcome, or when the caller stops
 * iterating.
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
  // The polls themselves throw any error to the caller.
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
