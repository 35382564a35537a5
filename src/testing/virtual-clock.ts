import { expect } from '../semantics/configuration-error.js';
import { checkOptions } from './check-options.js';
import { eventLoop } from './event-loop.js';
import { install } from './fake-timers.js';
import { watchReads } from './reads.js';

/** Options of {@link virtualClock}. */
export interface VirtualClockOptions {
  /**
   * How many timers one `run` may let ring before it is given up: something waits again
   * and again, such as for a task that never ends. Default 3,000: at the longest pace of
   * polls, 30 s, more than a day.
   */
  readonly maxTimers?: number;
}

/** A clock in the place of the platform's: time passes when it is told to, and takes none. */
export interface VirtualClock {
  /**
   * Does the work, and lets time pass at once whenever nothing but a timer is
   * left to wait for: backoffs, `Retry-After`, polls, deadlines, latencies.
   * Resolves or rejects as the work does.
   *
   * For what is answered inside of this process: the kit's adapters, msw, mocks.
   * Files are waited for too, where the platform tells of them (Node.js). What
   * comes from a real socket, zlib or a long computation of WebCrypto is late by
   * real time, and may be overtaken.
   *
   * @throws Error where more than `maxTimers` rang and the work has not ended.
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
 * Puts a virtual clock in the place of `setTimeout`, `setInterval`, `Date` and
 * `performance`, with fake-timers, which vitest and jest use too. Everything
 * else, I/O and promises included, goes its own way. Works in any runner, or
 * none; call `restore` when the test is done.
 *
 * @throws TypeError where timers are faked already, as by `vi.useFakeTimers`.
 * @throws ConfigurationError for a wrong option.
 *
 * @example
 * const clock = virtualClock();
 * const outcome = await clock.run(() => client.get('/key')); // 429, Retry-After: 30, then 200
 * expect(clock.elapsedMs).toBe(30_000); // and the test took none of them
 * clock.restore();
 */
export function virtualClock(options: VirtualClockOptions = {}): VirtualClock {
  checkOptions(options, 'virtualClock', {
    maxTimers: { holds: isCount, allowed: 'a whole number from 1 up', optional: true },
  });
  const { maxTimers = 3_000 } = options;
  const { turn, quietTurns } = eventLoop();
  const startedAt = Date.now();
  const clock = install({
    now: startedAt,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  const reads = watchReads();
  let restored = false;

  /** Waits until the work is done, or until nothing has happened for a while but time. */
  async function settle(isDone: () => boolean): Promise<void> {
    let timers = clock.countTimers();
    for (let quiet = 0; quiet < quietTurns && !isDone(); quiet++) {
      await turn();
      const now = clock.countTimers();
      if (now !== timers || reads.underWay()) quiet = 0;
      timers = now;
    }
  }

  return {
    async run<T>(work: () => PromiseLike<T>): Promise<T> {
      // A call in the place of a function has begun already, and is a promise.
      expect(
        typeof work === 'function',
        'the work of run',
        work,
        'a function, such as () => client.get(url)',
      );
      let done = false;
      const result = Promise.resolve(work()).finally(() => {
        done = true;
      });
      // Its rejection is the caller's, who gets it from below.
      result.catch(() => undefined);
      for (let rung = 0; !done && !restored; ) {
        await settle(() => done);
        if (done || restored || clock.countTimers() === 0) continue;
        if (rung++ === maxTimers) throw endless(maxTimers, clock.now - startedAt);
        await clock.nextAsync();
      }
      return result;
    },
    async advance(ms) {
      expect(
        typeof ms === 'number' && ms >= 0 && ms < Number.POSITIVE_INFINITY,
        'ms',
        ms,
        'a number from 0 up',
      );
      await clock.tickAsync(ms);
    },
    get elapsedMs() {
      return Math.round(clock.now - startedAt);
    },
    restore() {
      restored = true;
      reads.stop();
      clock.uninstall();
    },
  };
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function endless(maxTimers: number, elapsedMs: number): Error {
  return new Error(
    `axios-outcome/testing: the work has not ended after ${maxTimers} timers and ${Math.round(elapsedMs / 1_000)} s of virtual time. ` +
      'Something waits again and again, such as for a task whose last state is "running": ' +
      'let its states end, give the call a deadlineMs, or raise maxTimers of virtualClock.',
  );
}
