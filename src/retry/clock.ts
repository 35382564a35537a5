/** The most milliseconds that a timer holds (2^31 - 1); a longer one fires at once. */
export const maxTimerMs = 2_147_483_647;

/** Time and chance. Everything that waits, measures or draws lots is handed the same one. */
export interface Clock {
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
  /** Milliseconds since the epoch. */
  readonly date: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Calls back after `ms`. The returned function takes that back. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

/** The platform's own, looked up at each call, so that fake timers are seen. */
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
 * Waits for `ms`, and returns what `sleep` returns as soon as something stopped the wait.
 * Without `sleep`, nothing can stop it.
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
    // Node's timers may fire a millisecond early, and a hint is never undercut. A greater
    // difference is that of a clock which stands still beside fake timers.
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
