// Other versions of Node, from the npm package of that name.
import { resolve } from 'node:path';
import { installed, mustRun, project } from './workshop.js';

/** The path of a binary and its version, by what is asked for: `20`, `20.19.0`. */
export async function nodeBinary(wanted) {
  const at = await project(`node-${wanted}`, { packages: [`node@${wanted}`] });
  // Its install script would install the one for this platform.
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  await project(`node-${wanted}`, { packages: [`${name}@${installed(at, 'node')}`] });
  const binary = resolve(at, 'node_modules', name, 'bin/node');
  return { binary, version: await mustRun(binary, ['--version'], at) };
}
