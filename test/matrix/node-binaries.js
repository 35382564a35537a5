// Other versions of Node, from the npm package of that name.
import { resolve } from 'node:path';
import { installed, mustRun, project, run } from './workshop.js';

/** The path of a binary and its version, by what is asked for: `20`, `20.19.0`. */
export async function nodeBinary(wanted) {
  const at = await project(`node-${wanted}`, { packages: [`node@${wanted}`] });
  const binary = resolve(at, 'node_modules/node/bin/node');
  const found = await run(binary, ['--version'], at);
  if (found.ok) return { binary, version: found.output };
  // Its install script did not run (npm may be told to run none): what it would have installed.
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  await project(`node-${wanted}`, { packages: [`${name}@${installed(at, 'node')}`] });
  const own = resolve(at, 'node_modules', name, 'bin/node');
  return { binary: own, version: await mustRun(own, ['--version'], at) };
}
