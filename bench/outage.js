// A full outage: how many requests a server that is down gets.
import { sendAll } from './concurrency.js';
import { judge } from './gate.js';
import { retriers, terms } from './retriers.js';
import { row } from './table.js';
import { withServer } from './unreliable-server.js';

const load = { requests: 1000, concurrency: 50 };
const target = 1.05;

export async function outage() {
  console.log(`Full outage: ${load.requests} GETs, ${load.concurrency} at a time, all answered with 503`);
  console.log(terms);
  console.log(row('contestant', 'attempts', 'per GET', 'target'));
  for (const retrier of retriers) {
    const { received } = await measure(retrier);
    const perGet = received / load.requests;
    const cells = [String(received), perGet.toFixed(3)];
    if (!retrier.name.startsWith('axios-outcome')) console.log(row(retrier.name, ...cells));
    else console.log(judge('Full outage', row(retrier.name, ...cells, String(target)), perGet <= target));
  }
}

function measure(retrier) {
  return withServer(
    retrier,
    () => 503,
    async (get) => {
      const succeeded = await sendAll(get, load);
      if (succeeded > 0) throw new Error(`${retrier.name}: ${succeeded} requests succeeded in a full outage`);
    },
  );
}
