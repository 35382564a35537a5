import { expect } from '../semantics/configuration-error.js';
import { checkOptions } from './check-options.js';
import { eventLoop } from './event-loop.js';
import { install } from './fake-timers.js';
import { watchReads } from './reads.js';

/** Options of {@link virtualClock}. */
export interface VirtualClockOptions {
  /**
   * The most timers that one `run` may fire before it gives up. Work that waits again and again, such
   * as for a task that never ends, would go on for ever. Default: 3,000, which is more than a day of
   * polls at their longest interval of 30 s.
   */
  readonly maxTimers?: number;
}

/** A clock that replaces the platform's clock. Time passes only when the test says so, and takes no real time. */
export interface VirtualClock {
  /**
   * Does the work. Whenever the work waits only for a timer (a backoff, `Retry-After`, a poll, a
   * deadline, a latency), time passes at once. It resolves or rejects as the work does.
   *
   * Use it when answers come from this process: from the kit's adapters, msw or mocks. On Node.js it
   * also waits for files. A real socket, zlib or a long computation of WebCrypto takes real time, so
   * timers may fire before it.
   *
   * @throws Error where more than `maxTimers` rang and the work has not ended.
   */
  run<T>(work: () => PromiseLike<T>): Promise<T>;
  /** Lets a number of milliseconds pass, and fires the timers that are due in them. */
  advance(ms: number): Promise<void>;
  /** Milliseconds that have passed since the clock was made. */
  readonly elapsedMs: number;
  /** Gives the platform its own clock back. Timers that are not due yet are dropped. */
  restore(): void;
}

/**
 * Replaces `setTimeout`, `setInterval`, `Date` and `performance` by a virtual clock. It uses fake-timers,
 * as vitest and jest do. Other parts of the platform, such as I/O and promises, are not changed. It
 * works in any test runner, and without one. Call `restore` when the test is done.
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

  /** Waits until the work is done, or until only timers are left. */
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
      // The caller gave a promise instead of a function, so the work has begun already.
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
      // The caller gets the rejection from the promise below.
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
