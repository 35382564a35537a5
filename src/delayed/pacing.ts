/** When a monitor is asked, in milliseconds. */
export interface Pacing {
  readonly pollIntervalMs: number;
  readonly maxPollIntervalMs: number;
}

/**
 * The wait before poll `number` (from 1): what the server asked for, else the
 * interval times 1.5 for each poll before, up to the longest, a fifth more or
 * less so that tasks which began together are not asked together. A hint is
 * never undercut, and makes no difference to the pace of later polls.
 */
export function pollWaitMs(
  number: number,
  hintMs: number | undefined,
  { pollIntervalMs, maxPollIntervalMs }: Pacing,
  random: () => number,
): number {
  if (hintMs !== undefined) return hintMs;
  const pace = Math.min(pollIntervalMs * 1.5 ** (number - 1), maxPollIntervalMs);
  return Math.min(Math.round(pace * (0.8 + 0.4 * random())), maxPollIntervalMs);
}
