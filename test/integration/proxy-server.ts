import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export type ProxyName = 'nginx' | 'haproxy';

/** A proxy that is killed when its test is finished. */
export interface ProxyServer {
  readonly origin: string;
  /** Every request that the proxy has answered so far, as "GET /work 502". */
  readonly served: () => Promise<readonly string[]>;
}

/** An upstream at a port of its own, where nobody listens until it recovers. */
export interface DeadUpstream {
  readonly port: number;
  readonly seen: readonly string[];
  readonly recover: () => Promise<void>;
}

// Debian puts both where the path of an ordinary user does not look.
const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/usr/local/sbin` };

/** Says so where tests must be skipped, so that nobody takes a skipped one for a passed one. */
export function isMissing(name: ProxyName): boolean {
  const missing = spawnSync(name, ['-v'], { env, stdio: 'ignore' }).status !== 0;
  if (missing)
    console.warn(`SKIPPED: there is no ${name} here. Run .ci/install-debian-packages, or install ${name}.`);
  return missing;
}

/** nginx with these lines in its `server` block. Zones for `limit_req` stand outside of it. */
export async function nginx(server: string, zone = ''): Promise<ProxyServer> {
  const port = await unusedPort();
  const folder = temporaryFolder();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const config = `
    daemon off;
    # One process: killing it leaves no worker behind.
    master_process off;
    pid ${folder}/pid;
    events { worker_connections 64; }
    http {
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
      log_format served "$request_method $uri $status";
      access_log ${folder}/served.log served;
      ${zone}
      server {
        listen 127.0.0.1:${port};
        location = ${mark} { return 204; }
        ${server}
      }
    }`;
  writeFileSync(join(folder, 'config'), config);
  return start('nginx', ['-p', folder, '-c', 'config', '-e', 'error.log'], folder, port);
}

/** HAProxy with these lines in its one backend. */
export async function haproxy(backend: string): Promise<ProxyServer> {
  const port = await unusedPort();
  const folder = temporaryFolder();
  const config = `
    global
      nbthread 1
      maxconn 64
      log stdout format raw local0 info
    defaults
      mode http
      log global
      log-format "%HM %HP %ST"
      # The connection that looks whether the port is open asks for nothing.
      option dontlognull
      timeout connect 1s
      timeout client 5s
      timeout server 5s
      # Else it waits a second before it tries a server again that refused.
      retries 0
    frontend in
      bind 127.0.0.1:${port}
      http-request return status 204 if { path ${mark} }
      default_backend out
    backend out
      ${backend}
`;
  writeFileSync(join(folder, 'config'), config);
  return start('haproxy', ['-db', '-f', join(folder, 'config')], folder, port);
}

export async function deadUpstream(): Promise<DeadUpstream> {
  const port = await unusedPort();
  const seen: string[] = [];
  const server = createHttpServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.setHeader('Content-Type', 'application/json').end('{"recovered":true}');
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const recover = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  return { port, seen, recover };
}

/** A path that no test asks for, and whose line in a log says that all lines before it are there. */
const mark = '/.mark';

async function start(
  name: ProxyName,
  args: readonly string[],
  folder: string,
  port: number,
): Promise<ProxyServer> {
  const log = join(folder, 'served.log');
  const out = openSync(log, 'a');
  const errors = openSync(join(folder, 'errors'), 'a');
  const child = spawn(name, args, { env, stdio: ['ignore', out, errors] });
  closeSync(out);
  closeSync(errors);
  onTestFinished(() => stop(child));
  await once(child, 'spawn');
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${name}: ${readFileSync(join(folder, 'errors'), 'utf8')}`);
    await sleep(5);
  }
  const origin = `http://127.0.0.1:${port}`;
  return { origin, served: () => readServed(origin, log) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** A line is written after its answer is, and the lines of one thread are in order. */
async function readServed(origin: string, log: string): Promise<readonly string[]> {
  await fetch(origin + mark);
  for (;;) {
    const lines = readFileSync(log, 'utf8').split('\n');
    const end = lines.indexOf(`GET ${mark} 204`);
    if (end >= 0) return lines.slice(0, end);
    await sleep(5);
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'axios-outcome-'));
  // Finishers run last first: the proxy that writes here is gone by then.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Below the ports that a system hands out by itself, so that no other test gets it meanwhile. */
export async function unusedPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const accepted = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return accepted;
}
