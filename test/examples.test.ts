import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dew } from '../src/catalogues/dew/index.js';

/** Runs an example as a user would, against the built package. */
async function run(file: string, variables: NodeJS.ProcessEnv = {}, ...args: string[]): Promise<string> {
  const path = resolve(import.meta.dirname, '../examples', file);
  const child = spawn(process.execPath, [path, ...args], { env: { ...process.env, ...variables } });
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
  let output = '';
  beforeAll(async () => {
    output = await run('demo/run.js');
  });

  it('shows what the README claims of it', () => {
    const block = (title: string) =>
      output.slice(output.indexOf(title), output.indexOf('\n\n', output.indexOf(title)));
    expect(block('503 twice')).toMatch(
      /wire +503 -\d+ ms- 503 (-\d+ ms- )?200 +\(the server saw 3 requests\)\n +outcome +success/,
    );
    expect(block('502 to a POST that may')).toMatch(
      /wire +502 +\(the server saw 1 request\)\n +outcome +unavailable, effect unknown/,
    );
    expect(block('202: a task')).toMatch(/outcome +delayed, effect pending.*task_id[\s\S]*Accept: /);
    const waited = /429 -(\d+) ms- 200/.exec(block('429 with'))?.[1];
    expect(Number(waited)).toBeGreaterThanOrEqual(1_000);
    expect(block('nobody waits a day')).toMatch(/stopped: hint,\s+come back at/);
    expect(block('reset under a POST')).toMatch(/\(the server saw 1 request\)\n.*effect unknown/);
    for (const [status, { name, kind }] of Object.entries(dew.statuses)) {
      if (status !== '429') expect(output).toMatch(new RegExp(`  ${status} +${name} +${kind} `));
    }
    expect(output).toContain('The 18 rows');
  });

  it('unbinds a key pair, each poll as it comes, and carries the token to another client', () => {
    const task = output.slice(output.indexOf('The task is followed at GET /v3/demo/tasks/'));
    const shown = task
      .slice(0, task.indexOf('\n\n'))
      .replace(/\d+ ms/g, 'N ms')
      .split('\n')
      .slice(1);
    expect(shown).toEqual([
      '  poll 1, after N ms: READY_UNBIND, look again in N ms',
      '  poll 2, after N ms: RUNNING_UNBIND, look again in N ms',
      expect.stringMatching(/^ {2}here the watching stops.* the token of \d+ characters:$/),
      '  poll 1, after N ms: RUNNING_UNBIND',
      '  poll 2, after N ms: SUCCESS_UNBIND',
      '  outcome: success, effect applied',
      '  server log: 1 request to unbind, 5 requests to the task: 200, 200, 503, 200, 200',
    ]);
  });

  it('shows a drained budget: it fails fast, for one origin alone, and successes refill it', () => {
    const title = output.indexOf('One client with a budget of 28 tokens per server');
    const table = output.slice(title, output.indexOf('The 18 rows'));
    const rows = [...table.matchAll(/^ +([AB]) +GET \/status\/(\d{3})(?:, 14 times)? {2,}(\S.*)$/gm)];
    const retried = /^503 -\d+ ms- 503 +2 requests +attempts /;
    const refused = /^503 +1 request +budget /;
    const wanted: [server: string, status: string, wire: RegExp][] = [
      ['A', '503', retried],
      ['A', '503', retried],
      ['A', '503', refused],
      ['A', '503', refused],
      ['B', '503', retried],
      ['A', '200', /^200 +14 requests +done/],
      ['A', '503', retried],
    ];
    expect(rows.map(([, server, status]) => [server, status])).toEqual(
      wanted.map(([server, status]) => [server, status]),
    );
    for (const [index, [, , wire]] of wanted.entries()) expect(rows[index]?.[3]).toMatch(wire);
  });

  it('calls a server of yours with --base-url and --path', async () => {
    const server = createServer((_, response) => response.writeHead(304).end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const called = await run('demo/run.js', {}, '--base-url', `http://127.0.0.1:${port}`, '--path', '/mine');
    server.close();
    expect(called).toMatch(/GET \/mine\n +wire +304[\s\S]*outcome +unmodified/);
  });
});

describe('the examples', () => {
  it('existing-instance: code that knows no outcomes is left alone, and outcomes are there beside it', async () => {
    const output = await run('existing-instance.js');
    const first = output.slice(0, output.indexOf('the caller got 200'));
    expect(first.match(/^attempt \d: 503, again in \d+ ms$/gm)).toHaveLength(2);
    expect(first.match(/^request interceptor/gm)).toHaveLength(1);
    expect(first.match(/^response interceptor: 200$/gm)).toHaveLength(1);
    expect(output).toMatch(/the caller got ERR_BAD_REQUEST 404\n/);
    expect(output).toMatch(/the outcome is CMK 1 of 20\n/);
    expect(output).toMatch(/the outcome is KMS\.0207 of request demo-\d+: The key does not exist\n/);
    expect(output).toContain(`${dew.codes['KMS.0207'].remedy.en} (${dew.codes['KMS.0207'].source})`);
  });

  it('typed-client: data is what the schema made of it, and a body that does not fit is malformed', async () => {
    const output = await run('typed-client.js');
    expect(output).toMatch(/describe-key → key demo of 2017\n/);
    expect(output).toMatch(/status\/202 → task aee8d2fe-/);
    expect(output).toContain(`/status/400 → 400 KMS.0205: ${dew.codes['KMS.0205'].remedy.en}\n`);
    expect(output).toMatch(/status\/404 → 404 no such key: create one\n/);
    expect(output).toMatch(/status\/501 → failed and the work: none\n/);
    expect(output).toMatch(/describe-key → malformed at keys: .*array/);
  });

  it('match: a function per kind, unwrap throws what happened, an outcome survives JSON', async () => {
    const output = await run('match.js');
    expect(output).toMatch(/status\/200 → use key 0d0466b0-/);
    expect(output).toMatch(/status\/202 → the work has begun: look again in 2000 ms\n/);
    expect(output).toMatch(/status\/300 → choose one of \/v1\.0, \/v3\n/);
    expect(output).toContain(`change the request: CSMS.0101: ${dew.codes['CSMS.0101'].remedy.en}\n`);
    expect(output).toMatch(/status\/418 → DEW does not document 418\n/);
    expect(output).toMatch(/status\/204 → no data: empty\n/);
    expect(output).toMatch(/unwrapped: 0d0466b0-/);
    expect(output).toMatch(/POST \/status\/502: unavailable, 502 Bad Gateway \(APIG\.0201\)/);
    expect(output).toMatch(/stored: rejected · anything else: false\n/);
  });

  it('custom-catalogue: codes in bodies of its own decide, and an extension changes one row', async () => {
    const output = await run('custom-catalogue.js');
    // The shop is busy at first, which is a 400 that is tried again.
    expect(output).toMatch(/tea: order 7, attempt 2\n/);
    expect(output).toMatch(/coffee: no more of these\. The last one is gone\. Order something else\.\n/);
    expect(output).toMatch(/DEW +503 → unavailable, 4 attempt/);
    expect(output).toMatch(/DEW +520 → unexpected, 4 attempt/);
    expect(output).toMatch(/proxied +503 → failed, 1 attempt/);
    expect(output).toMatch(/proxied +520 → unavailable, 4 attempt/);
  });
});

describe('the GitHub client', () => {
  it('is typed by operation and status of GitHub, follows statistics, and says why something failed', async () => {
    const output = await run('github/run.js', { GITHUB_TOKEN: 'a-token-that-nobody-prints' });
    expect(output.split('\n').slice(0, 11)).toEqual([
      // Its first answer was a 503.
      'axios/axios: 105000 stars, MIT',
      'no such repository (https://docs.github.com/rest)',
      '#7 It breaks',
      '#8 It is slow',
      '#9 It is loud',
      'opened #10',
      'title: missing',
      'unavailable; the work: unknown',
      'closed #10',
      "[ '2026-01-01: +120 -30' ]",
      'starred',
    ]);
    expect(output).toMatch(/Outcome: rejected .*403 Forbidden/);
    expect(output).not.toContain('a-token-that-nobody-prints');
  });
});

describe('the KMS client', () => {
  const token = 'a-token-that-nobody-prints';
  let output = '';
  beforeAll(async () => {
    output = await run('kms/run.js', { KMS_TOKEN: token });
  });
  const line = (step: string) => new RegExp(`^${step} +(.*)$`, 'm').exec(output)?.[1];

  it('creates, describes, encrypts, and decrypts to the same text', () => {
    expect(line('create')).toMatch(/^200 → success, effect applied: key [\da-f-]{36}$/);
    expect(line('describe')).toMatch(/success.*alias orders, state 2$/);
    expect(line('encrypt')).toMatch(/success.*: \d+ characters of ciphertext$/);
    expect(line('decrypt')).toMatch(/success.*: the same text as before$/);
  });

  it('lists page after page, until the last', () => {
    const pages = output.slice(0, output.indexOf('\nunbind')).match(/^list .*$/gm);
    expect(pages).toEqual([expect.stringMatching(/: 2 key\(s\)$/), expect.stringMatching(/: 1 key\(s\)$/)]);
  });

  it('unbinds a key pair, and follows the task to its end', () => {
    expect(line('unbind')).toMatch(
      /→ success, effect applied: READY_UNBIND, RUNNING_UNBIND, SUCCESS_UNBIND: the key pair is unbound$/,
    );
  });

  it('says of a missing key what DEW documents, in both languages', () => {
    const { meaning, remedy } = dew.codes['KMS.0207'];
    expect(line('missing')).toBe(`404 → rejected, effect none: KMS.0207: ${meaning.en} ${remedy.en}`);
    expect(output).toContain(`${meaning.zh}${remedy.zh}\n`);
  });

  it('renews an expired token once, and goes on', () => {
    expect(line('expired')).toMatch(/^403, 200 → success, .*: the token was renewed 1 time\(s\)$/);
  });

  it('creates a key again under the same Idempotency-Key where the answer was lost, and has one', () => {
    expect(line('lost')).toBe(
      '502, 200 → success, effect applied: 2 requests with an Idempotency-Key, 1 different',
    );
    expect(output).toMatch(/: 4 keys: none was made twice\n$/);
  });

  it('prints no credentials: neither the token that it was given nor those made from it', () => {
    expect(output).not.toContain(token);
  });
});
