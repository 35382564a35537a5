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
