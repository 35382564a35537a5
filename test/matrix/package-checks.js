// publint and attw on the packed tarball. No rule is ignored and no profile narrows them.
import { project, run } from './workshop.js';

const checks = {
  publint: (tarball) => ['node_modules/publint/src/cli.js', tarball, '--strict'],
  attw: (tarball) => ['node_modules/@arethetypeswrong/cli/dist/index.js', tarball, '--no-color'],
};

export async function packageChecks(tarball) {
  const packages = ['publint@0.3', '@arethetypeswrong/cli@0.18'];
  const at = await project('package-checks', { packages });
  const rows = [];
  for (const [name, argumentsFor] of Object.entries(checks)) {
    const { ok, output } = await run(process.execPath, argumentsFor(tarball), at);
    rows.push([name, ok ? 'clean' : { failed: 'problems', output }]);
  }
  return { title: 'The tarball', head: ['check', 'result'], rows };
}
