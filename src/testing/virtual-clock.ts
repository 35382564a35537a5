import { install } from '@sinonjs/fake-timers';

/** A clock in the place of the platform's: time passes when it is told to, and takes none. */
export interface VirtualClock {
  /**
   * Does the work, and lets time pass at once whenever nothing but a timer is
   * left to wait for: backoffs, `Retry-After`, polls, deadlines, latencies.
   * Resolves or rejects as the work does.
   *
   * For what is answered inside of this process: the kit's adapters, msw, mocks.
   * What comes from a real socket is late by real time, and may be overtaken.
   */
  run<T>(work: () => PromiseLike<T>): Promise<T>;
  /** Lets so many milliseconds pass, and everything that is due in them happen. */
  advance(ms: number): Promise<void>;
  /** Milliseconds that have passed since the clock was made. */
  readonly elapsedMs: number;
  /** Gives the platform its own clock back. Timers that are not due yet are gone. */
  restore(): void;
}

/**
 * Turns of the event loop without a new timer after which nothing else is under
 * way. Counted and not timed, so that a busy machine changes nothing: a request
 * over msw and axios's http or fetch adapter was seen to take one turn.
 */
const quietTurns = 100;

/**
 * Puts a virtual clock in the place of `setTimeout`, `setInterval`, `Date` and
 * `performance`, with fake-timers, which vitest and jest use too. Everything
 * else, I/O and promises included, goes its own way. Works in any runner, or
 * none; call `restore` when the test is done.
 *
 * @throws TypeError where timers are faked already, as by `vi.useFakeTimers`.
 *
 * @example
 * const clock = virtualClock();
 * const outcome = await clock.run(() => client.get('/key')); // 429, Retry-After: 30, then 200
 * expect(clock.elapsedMs).toBe(30_000); // and the test took none of them
 * clock.restore();
 */
export function virtualClock(): VirtualClock {
  const turn = setImmediate;
  const startedAt = Date.now();
  const clock = install({
    now: startedAt,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  let restored = false;

  /** Waits until the work is done, or until nothing has happened for a while but time. */
  async function settle(isDone: () => boolean): Promise<void> {
    let timers = clock.countTimers();
    for (let quiet = 0; quiet < quietTurns && !isDone(); quiet++) {
      await new Promise<void>((resolve) => turn(resolve));
      const now = clock.countTimers();
      if (now !== timers) quiet = 0;
      timers = now;
    }
  }

  return {
    async run<T>(work: () => PromiseLike<T>): Promise<T> {
      let done = false;
      const result = Promise.resolve(work()).finally(() => {
        done = true;
      });
      // Its rejection is the caller's, who gets it from below.
      result.catch(() => undefined);
      while (!done && !restored) {
        await settle(() => done);
        if (!done && clock.countTimers() > 0) await clock.nextAsync();
      }
      return result;
    },
    async advance(ms) {
      await clock.tickAsync(ms);
    },
    get elapsedMs() {
      return Math.round(clock.now - startedAt);
    },
    restore() {
      restored = true;
      clock.uninstall();
    },
  };
}
