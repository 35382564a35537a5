// A folder outside of the repository, where the packed tarball is installed as a stranger would.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

const folder = mkdtempSync(resolve(tmpdir(), 'axios-outcome-matrix-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Resolves to `{ ok, output }`; a command that fails is a result, not an error. */
export function run(command, args, cwd, environment = {}, timeout = 300_000) {
  const options = { cwd, env: { ...process.env, ...environment }, timeout, maxBuffer: 2 ** 26 };
  return new Promise((done) => {
    execFile(command, args, options, (error, stdout, stderr) =>
      done({ ok: error === null, output: `${stdout}${stderr}`.trim() || (error?.message ?? '') }),
    );
  });
}

/** The same, for what has to succeed before anything can be tested. */
export async function mustRun(command, args, cwd) {
  const { ok, output } = await run(command, args, cwd);
  if (!ok) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
  return output;
}

/** The package as `npm publish` would send it; the build has been done by then. */
export async function pack() {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(await mustRun('npm', args, root));
  return resolve(folder, filename);
}

/** A fresh project with these packages (`axios@1.7`, a tarball) and files, by their names. */
export async function project(name, { packages, files = {}, manifest = {} }) {
  const at = resolve(folder, name);
  mkdirSync(at, { recursive: true });
  writeFileSync(resolve(at, 'package.json'), JSON.stringify({ private: true, ...manifest }));
  // Engines are the matrix's own matter: it installs with one Node and runs with another.
  // Install scripts are not run: what they would download, a package of its own brings.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-package-lock', '--ignore-scripts'];
  if (packages.length > 0) await mustRun('npm', ['install', ...quiet, ...packages], at);
  for (const [file, text] of Object.entries(files)) writeFileSync(resolve(at, file), text);
  return at;
}

/** The version of an installed package. */
export function installed(at, name) {
  return JSON.parse(readFileSync(resolve(at, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** Runs the tasks, so many of them at a time; resolves to their results in order. */
export async function inParallel(tasks, width = 2) {
  const results = [];
  let next = 0;
  async function worker() {
    while (next < tasks.length) {
      const mine = next++;
      results[mine] = await tasks[mine]();
    }
  }
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

/** A binary of several packages for as many platforms, of which the one for this platform is installed. */
export function binaryIn(at, packages, file) {
  const [, scope, start] = /^(@[^/]+)\/(.*)$/.exec(packages);
  const folder = resolve(at, 'node_modules', scope);
  const name = readdirSync(folder).find((one) => one.startsWith(start));
  return resolve(folder, name, file);
}
