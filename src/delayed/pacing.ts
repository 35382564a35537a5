/** When a monitor is asked, in milliseconds. */
export interface Pacing {
  readonly pollIntervalMs: number;
  readonly maxPollIntervalMs: number;
}

/**
 * The wait before poll `number` (from 1): what the server asked for, else the
 * interval times 1.5 for each poll before, a fifth more or less so that tasks
 * which began together are not asked together, and never above the longest. A
 * hint is never undercut, and makes no difference to the pace of later polls. One
 * that is below `pollIntervalMs` is raised to it, so that no server can make a storm
 * of polls; a hint of "now" asks for no wait, and gets the usual one.
 */
export function pollWaitMs(
  number: number,
  hintMs: number | undefined,
  { pollIntervalMs, maxPollIntervalMs }: Pacing,
  random: () => number,
): number {
  if (hintMs !== undefined && hintMs > 0) return Math.max(hintMs, pollIntervalMs);
  const pace = Math.min(pollIntervalMs * 1.5 ** (number - 1), maxPollIntervalMs);
  // Two thirds of the longest to the whole of it: also at the cap, waits stay spread.
  const longest = Math.min(pace * 1.2, maxPollIntervalMs);
  return Math.round(longest * ((2 + random()) / 3));
}
