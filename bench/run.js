// npm run bench                  every part, with the peers, in one run; fails if a target is missed
// node bench/run.js outage       only the parts named
import { allHeld } from './gate.js';
import { inMemory, overLoopback } from './healthy.js';
import { importTime } from './import-time.js';
import { outage } from './outage.js';
import { behaviour } from './peers.js';
import { query } from './query.js';
import { randomFailures } from './random-failures.js';
import { recovery } from './recovery.js';
import { tasks } from './tasks.js';

const parts = {
  import: importTime,
  memory: inMemory,
  loopback: overLoopback,
  outage,
  query,
  'random-failures': randomFailures,
  recovery,
  peers: behaviour,
  tasks,
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. Parts: ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}
for (const [name, run] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  await run();
  console.log();
}
if (!allHeld()) process.exit(1);
