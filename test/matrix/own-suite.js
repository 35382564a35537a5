// The project's own suite, on every Node. The browser part and the parts that start
// programs of Debian's are there as well: they are the suite's, whatever the Node.
import { nodeBinary } from './node-binaries.js';
import { nodes } from './versions.js';
import { root, run } from './workshop.js';

export async function ownSuite() {
  const rows = [];
  // One after the other, as it uses all of the machine by itself.
  for (const wanted of nodes) rows.push(await rowOf(wanted));
  return { title: 'The own suite', head: ['Node', 'passed'], rows };
}

async function rowOf(wanted) {
  const { binary, version } = await nodeBinary(wanted);
  const args = ['node_modules/vitest/vitest.mjs', 'run'];
  // Minutes on a machine that has nothing else to do.
  const { ok, output } = await run(binary, args, root, { NO_COLOR: '1' }, 1_200_000);
  const [, passed] = /Tests\s.*?(\d+) passed/.exec(output) ?? [];
  return [version, ok && passed ? passed : { failed: 'failed', output }];
}
