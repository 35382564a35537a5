// Every Node with every axios and every p-retry, then the other runtimes: the behaviour suite,
// over the packed tarball, once by import and once by require.
import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeBinary } from './node-binaries.js';
import { otherRuntimes } from './other-runtimes.js';
import { axioses, nodes, optionalPeers, pRetries } from './versions.js';
import { inParallel, installed, project, run } from './workshop.js';

/** Without the require of ES modules, which older Nodes and other loaders do not have. */
const entries = { ESM: ['esm.mjs'], CJS: ['--no-experimental-require-module', 'commonjs.mjs'] };

export async function runtime(tarball) {
  const binaries = await inParallel(nodes.map((wanted) => () => nodeBinary(wanted)));
  const pairs = axioses.flatMap((axios) => pRetries.map((pRetry) => ({ axios, pRetry })));
  const rows = await inParallel(pairs.map((pair) => () => rowOf(tarball, pair, binaries)));
  const nodeTable = {
    title: 'Run time',
    head: ['axios', 'p-retry', ...binaries.map(({ version }) => version)],
    rows,
  };
  return [nodeTable, await otherRuntimes(tarball)];
}

async function rowOf(tarball, { axios, pRetry }, binaries) {
  const at = await project(`axios-${axios}-p-retry-${pRetry}`, {
    packages: [tarball, `axios@${axios}`, `p-retry@${pRetry}`, ...optionalPeers],
  });
  cpSync(resolve(import.meta.dirname, 'behaviour'), at, { recursive: true });
  // The CommonJS build has its own p-retry inside, whichever is installed.
  const ways = pRetry === pRetries.at(-1) ? ['ESM', 'CJS'] : ['ESM'];
  const cells = [];
  for (const { binary } of binaries) cells.push(await cellOf(at, binary, ways));
  return [installed(at, 'axios'), installed(at, 'p-retry'), ...cells];
}

async function cellOf(at, binary, ways) {
  const counts = [];
  for (const name of ways) {
    // A warning (of an experimental require) is something that a user would see as well.
    const { ok, output } = await run(
      binary,
      ['--test-reporter=tap', '--throw-deprecation', ...entries[name]],
      at,
    );
    const passed = Number(/^# pass (\d+)$/m.exec(output)?.[1] ?? 0);
    const warned = /ExperimentalWarning: .*(require|CommonJS)/.test(output);
    if (!ok || passed === 0 || warned) return { failed: `${name} failed`, output: failuresIn(output) };
    counts.push(`${passed} ${name}`);
  }
  return counts.join(' ');
}

/** TAP without the tests that passed. */
function failuresIn(tap) {
  return tap.replace(/^(# Subtest: .*\n)?ok .*\n( {2}---\n( {2}.*\n)*? {2}\.\.\.\n)?/gm, '');
}
