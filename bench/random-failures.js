// One answer in ten is a 503, by chance: how many requests succeed.
import { sendAll } from './concurrency.js';
import { judge } from './gate.js';
import { retriers, terms } from './retriers.js';
import { fails } from './seeded.js';
import { row } from './table.js';
import { withServer } from './unreliable-server.js';

const load = { requests: 1000, concurrency: 50 };
const share = 0.1;
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const target = 999;

export async function randomFailures() {
  console.log(
    `${share * 100} % random 503: ${load.requests} GETs, ${load.concurrency} at a time, seeds ${seeds[0]} to ${seeds.at(-1)}`,
  );
  console.log(terms);
  console.log(row('succeeded', 'median', 'worst', 'per GET', 'target'));
  for (const retrier of retriers) {
    const results = [];
    for (const seed of seeds) results.push(await measure(retrier, seed));
    report(retrier.name, results);
  }
}

function report(name, results) {
  const succeeded = results.map((result) => result.succeeded).sort((a, b) => a - b);
  const median = succeeded[(succeeded.length - 1) / 2];
  const received = results.reduce((sum, result) => sum + result.received, 0);
  const perGet = received / (load.requests * results.length);
  const cells = [String(median), String(succeeded[0]), perGet.toFixed(3)];
  if (!name.startsWith('axios-outcome')) console.log(row(name, ...cells));
  else console.log(judge('Random failures', row(name, ...cells, String(target)), median >= target));
}

function measure(retrier, seed) {
  return withServer(
    retrier,
    // The answer depends on path and attempt, and not on the order of arrival. So each contestant gets the same answers.
    (path, attempt) => (fails(share, `${seed} ${path} ${attempt}`) ? 503 : 200),
    async (get) => ({ succeeded: await sendAll(get, load) }),
  );
}
