// Paired rounds of tinybench. Each round measures every contestant, in an order that rotates, so that a
// slow moment of the machine affects all of them. Ratios are computed within a round.
import { Bench } from 'tinybench';

/**
 * Microseconds per call (the median), and the ratio to the first contestant: of the median call (and
 * its lower bound), and of the mean, which includes the garbage collector.
 */
export async function runRounds(contestants, { rounds, timeMs }) {
  const medians = contestants.map(() => []);
  const means = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const bench = new Bench({ time: timeMs, warmupTime: round === 0 ? timeMs : timeMs / 5 });
    for (let turn = 0; turn < contestants.length; turn++) {
      const { name, call } = contestants[(round + turn) % contestants.length];
      bench.add(name, call);
    }
    await bench.run();
    for (const [index, { name }] of contestants.entries()) {
      const { latency } = bench.getTask(name).result;
      medians[index].push(latency.p50 * 1000);
      means[index].push(latency.mean * 1000);
    }
  }
  return contestants.map(({ name }, index) => ({
    name,
    micros: median(medians[index]),
    ratio: median(ratiosOf(medians, index)),
    atLeast: lowerBound(ratiosOf(medians, index)),
    meanRatio: median(ratiosOf(means, index)),
  }));
}

function ratiosOf(values, index) {
  return values[index].map((value, round) => value / values[0][round]);
}

/**
 * The lower bound of the true median, with 97.5 % confidence: the order statistic of the binomial
 * (sign) interval, z = 1.96. It assumes no distribution. On a noisy machine the interval is wider.
 */
function lowerBound(ratios) {
  const sorted = [...ratios].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.floor((sorted.length - 1.96 * Math.sqrt(sorted.length)) / 2) - 1)];
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  return (low + high) / 2;
}
