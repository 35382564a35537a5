/**
 * Starts to measure; the function that it returns gives the milliseconds for which
 * a processor has worked for this process since. That is what an expression that
 * runs away takes, and a busy machine does not: it takes time by the clock.
 */
export function cpuTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

/**
 * The milliseconds that a processor works for this: of up to four runs the least, as the
 * collection of garbage, and a compiler at work, come in between, but not each time.
 */
export async function leastCpuMs(work: () => unknown, enoughMs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4 && least > enoughMs; run++) {
    const took = cpuTime();
    await work();
    least = Math.min(least, took());
  }
  return least;
}
