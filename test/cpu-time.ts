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
