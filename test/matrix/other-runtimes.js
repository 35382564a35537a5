// Bun, Deno and workerd, each from the npm package that brings its binary.
import { cpSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { optionalPeers } from './versions.js';
import { binaryIn, inParallel, installed, project, run } from './workshop.js';

const runtimes = { Bun: onBun, Deno: onDeno, workerd: onWorkerd };
const entries = ['esm.mjs', 'commonjs.mjs'];

/** Two columns: what passed by import, and what by require. */
export async function otherRuntimes(tarball) {
  const rows = await inParallel(
    Object.entries(runtimes).map(([name, on]) => async () => [name, ...(await on(tarball))]),
  );
  return { title: 'Other runtimes', head: ['runtime', 'version', 'ESM', 'CJS'], rows };
}

async function onBun(tarball) {
  const at = await behaviourProject('bun', tarball);
  const bun = binaryIn(at, '@oven/bun-', 'bin/bun');
  const cell = async (entry) => counted(await run(bun, ['test', `./${entry}`], at), /^ (\d+) pass$/m);
  return [installed(at, 'bun'), ...(await inParallel(entries.map((entry) => () => cell(entry))))];
}

async function onDeno(tarball) {
  const at = await behaviourProject('deno', tarball);
  const deno = binaryIn(at, '@deno/', 'deno');
  // Its cache inside of the project; nothing is fetched, since everything is installed.
  const own = { DENO_DIR: resolve(at, '.deno'), DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' };
  const args = ['test', '--cached-only', '--no-check', '--no-lock', '--allow-all'];
  const cell = async (entry) => counted(await run(deno, [...args, entry], at, own), /ok \| (\d+) passed/);
  return [installed(at, 'deno'), ...(await inParallel(entries.map((entry) => () => cell(entry))))];
}

async function behaviourProject(name, tarball) {
  const at = await project(name, {
    packages: [tarball, 'axios', ...optionalPeers, name],
    manifest: { type: 'module' },
  });
  cpSync(resolve(import.meta.dirname, 'behaviour'), at, { recursive: true });
  return at;
}

function counted({ ok, output }, pattern) {
  const passed = Number(pattern.exec(output)?.[1] ?? 0);
  return ok && passed > 0 ? String(passed) : { failed: 'failed', output };
}

/** A Worker is one bundle, and its requests go by fetch to a server on loopback. */
async function onWorkerd(tarball) {
  const at = await project('workerd', { packages: [tarball, 'axios', 'esbuild', 'workerd'] });
  cpSync(resolve(import.meta.dirname, 'workerd'), at, { recursive: true });
  const server = createServer(answer);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const cells = [];
  for (const entry of entries) cells.push(await workerCell(at, entry, origin));
  server.closeAllConnections();
  server.close();
  return [installed(at, 'workerd'), ...cells];
}

async function workerCell(at, entry, origin) {
  const conditions = '--conditions=workerd,worker,browser';
  const esbuild = binaryIn(at, '@esbuild/', 'bin/esbuild');
  const args = [entry, '--bundle', '--format=esm', conditions, `--outfile=bundled-${entry}`];
  const bundled = await run(esbuild, args, at);
  if (!bundled.ok) return { failed: 'not bundled', ...bundled };
  writeFileSync(resolve(at, `${entry}.capnp`), workerdConfig(`bundled-${entry}`, origin));
  const workerd = binaryIn(at, '@cloudflare/workerd-', 'bin/workerd');
  const { ok, output } = await run(workerd, ['test', `${entry}.capnp`], at);
  return ok ? 'passed' : { failed: 'failed', output };
}

function workerdConfig(bundle, origin) {
  return `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (services = [
      (name = "main", worker = (
        modules = [(name = "worker", esModule = embed "${bundle}")],
        bindings = [(name = "ORIGIN", text = "${origin}")],
        compatibilityDate = "2025-06-01",
        globalOutbound = "loopback",
      )),
      (name = "loopback", network = (allow = ["private"])),
    ]);`;
}

const runs = new Map();

/** By the path; `busy` and the task have an answer of their own for the first request of a run. */
function answer({ url }, response) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const key = pathname + searchParams.get('run');
  const nth = (runs.get(key) ?? 0) + 1;
  runs.set(key, nth);
  const say = (status, body, headers = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
  if (pathname === '/silence') return;
  if (pathname === '/busy' && nth === 1) return say(503, {});
  if (pathname === '/refused')
    return say(400, { error: { error_code: 'KMS.0205', error_msg: 'no such key' } });
  const monitor = { location: `/monitor?run=${searchParams.get('run')}` };
  if (pathname === '/task' || (pathname === '/monitor' && nth < 3)) return say(202, {}, monitor);
  say(200, { id: 1 });
}
