// Paired rounds: in each, every contestant runs a batch, in turning order, so that
// a slow moment of the machine hits all of them. Ratios are taken within a round.

/** Median microseconds per call, and median ratio to the first contestant. */
export async function runRounds(contestants, { rounds, batch, warmup }) {
  for (const { call } of contestants) await times(call, warmup);
  const micros = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (round + turn) % contestants.length;
      globalThis.gc?.();
      const start = performance.now();
      await times(contestants[index].call, batch);
      micros[index].push(((performance.now() - start) * 1000) / batch);
    }
  }
  return contestants.map(({ name }, index) => ({
    name,
    micros: median(micros[index]),
    ratio: median(micros[index].map((value, round) => value / micros[0][round])),
  }));
}

async function times(call, count) {
  for (let done = 0; done < count; done++) await call();
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  return (low + high) / 2;
}
