import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dew } from '../src/catalogues/dew.js';

/** Runs an example as a user would, against the built package. */
async function run(file: string, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../examples', file), ...args]);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise((done) => child.on('close', done));
  expect([code, output]).toEqual([0, output]);
  return output;
}

describe('the demo, on real HTTP', () => {
  it('shows what the README claims of it', async () => {
    const output = await run('demo/run.js');
    const block = (title: string) =>
      output.slice(output.indexOf(title), output.indexOf('\n\n', output.indexOf(title)));
    expect(block('503 twice')).toMatch(
      /wire +503 -\d+ ms- 503 (-\d+ ms- )?200 +\(the server saw 3 requests\)\n +outcome +success/,
    );
    expect(block('502 to a POST that may')).toMatch(
      /wire +502 +\(the server saw 1 request\)\n +outcome +unavailable, effect unknown/,
    );
    expect(block('202: a task')).toMatch(/outcome +delayed, effect pending.*task_id[\s\S]*Accept: /);
    expect(block('429 with')).toMatch(/429 -(1\d{3}) ms- 200/);
    expect(block('nobody waits a day')).toMatch(/stopped: hint,\s+come back at/);
    expect(block('reset under a POST')).toMatch(/\(the server saw 1 request\)\n.*effect unknown/);
    for (const [status, { name, kind }] of Object.entries(dew.statuses)) {
      if (status !== '429') expect(output).toMatch(new RegExp(`  ${status} +${name} +${kind} `));
    }
    expect(output).toContain('The 18 rows');
  });

  it('calls a server of yours with --base-url and --path', async () => {
    const server = createServer((_, response) => response.writeHead(304).end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const output = await run('demo/run.js', '--base-url', `http://127.0.0.1:${port}`, '--path', '/mine');
    server.close();
    expect(output).toMatch(/GET \/mine\n +wire +304[\s\S]*outcome +unmodified/);
  });
});

describe('the examples run', () => {
  it.each([
    ['existing-instance.js', /the caller got 200[\s\S]*ERR_BAD_REQUEST 404[\s\S]*rejected KMS\.0207/],
    ['typed-client.js', /status\/200 → key[\s\S]*status\/501 → failed and the work: none/],
    ['match.js', /choose one of \/v1\.0, \/v3[\s\S]*POST \/status\/502: unavailable, 502 Bad Gateway/],
    ['custom-catalogue.js', /proxied +503 → failed, 1 attempt[\s\S]*tiny +503 → unexpected, 1 attempt/],
  ])('%s', async (file, wanted) => {
    expect(await run(file)).toMatch(wanted);
  });
});
