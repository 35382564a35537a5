/** The longest delay of a timer (2^31 - 1). A timer with a longer delay fires at once. */
export const maxTimerMs = 2_147_483_647;

/** Time and randomness. All parts of a client use the same clock. */
export interface Clock {
  /** Milliseconds of a clock that never runs backwards. */
  readonly now: () => number;
  /** Milliseconds since the epoch. */
  readonly date: () => number;
  /** A random number from 0 to 1. */
  readonly random: () => number;
  /** Calls `callback` after `ms`. The returned function cancels the call. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

/** The clock of the platform. It looks its functions up at each call, so that fake timers work. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(ms, maxTimerMs));
    return () => clearTimeout(timer);
  },
};

/**
 * Waits for `ms`. `sleep` may stop the wait early: then its result is returned. Without `sleep`, nothing
 * can stop the wait.
 */
export async function waitOut<Stop>(
  ms: number,
  clock: Clock,
  sleep: (ms: number) => Promise<Stop | undefined> = (ms) => sleepBy(clock, ms),
): Promise<Stop | undefined> {
  const due = clock.now() + ms;
  for (let leftMs = ms; leftMs > 0; ) {
    const stopped = await sleep(leftMs);
    if (stopped) return stopped;
    // Node's timers may fire a millisecond early, and a retry must not be earlier than the hint. A
    // greater difference means that fake timers run and the clock stands still.
    const early = due - clock.now();
    leftMs = early > 0 && early < 2 ? 2 : 0;
  }
  return undefined;
}

function sleepBy(clock: Clock, ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    clock.after(ms, () => resolve(undefined));
  });
}
