// publint and attw on the packed tarball. No rule is ignored and no profile narrows them.
import { resolve } from 'node:path';
import { root, run } from './workshop.js';

const checks = {
  publint: (tarball) => ['node_modules/publint/src/cli.js', tarball, '--strict'],
  attw: (tarball) => ['node_modules/@arethetypeswrong/cli/dist/index.js', tarball, '--no-color'],
};

export async function packageChecks(tarball) {
  const rows = [];
  for (const [name, argumentsFor] of Object.entries(checks)) {
    const [script, ...args] = argumentsFor(tarball);
    const { ok, output } = await run(process.execPath, [resolve(root, script), ...args], root);
    rows.push([name, ok ? 'clean' : { failed: 'problems', output }]);
  }
  return { title: 'The tarball', head: ['check', 'result'], rows };
}
