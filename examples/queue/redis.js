// A Redis of the example's own: on a loopback port, in a folder of its own, gone when it stops.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function startRedis() {
  const port = await unusedPort();
  const folder = mkdtempSync(join(tmpdir(), 'axios-outcome-'));
  // The example needs nothing on disk. A queue that outlives its Redis wants `--appendonly yes`.
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  // Also where the example fails half-way.
  process.once('exit', () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  await ready(child);
  return {
    port,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} child */
async function ready(child) {
  let log = '';
  await new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      log += chunk;
      if (log.includes('Ready to accept connections')) resolve(undefined);
    });
    child.once('error', (cause) =>
      reject(new Error('There is no redis-server here. On Debian: apt-get install redis-server', { cause })),
    );
    child.once('exit', () => reject(new Error(`redis-server did not start:\n${log}`)));
  });
}

/** redis-server takes no port 0. Below the ports that a system hands out by itself, this one stays free. */
async function unusedPort() {
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
