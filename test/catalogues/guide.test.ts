import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachOutcomes, type Catalogue, explain } from '../../src/index.js';
import { type Answer, elapse, scriptedApi } from './scripted-api.js';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(resolve(root, 'docs/writing-a-catalogue.md'), 'utf8');
/** A block of code says the file that it is. */
const files = [...guide.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)];

// Beside the package's own name, so that the built package is found as a user finds it.
const folder = mkdtempSync(resolve(root, 'test/.catalogue-'));
beforeAll(() => {
  for (const [, name = '', code = ''] of files) writeFileSync(resolve(folder, name), code);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2023', 'dom'],
    types: [],
    skipLibCheck: true,
  };
  writeFileSync(resolve(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('docs/writing-a-catalogue.md', () => {
  it('compiles, file by file, by the name of the package', async () => {
    expect(files.map(([, name]) => name)).toEqual([
      'statuses.ts',
      'codes.ts',
      'problem.ts',
      'kiosk.ts',
      'use.ts',
    ]);
    expect(guide.match(/^```ts$/gm)).toBeNull();
    const compiler = resolve(root, 'node_modules/typescript/bin/tsc');
    const child = spawn(process.execPath, [compiler, '-p', folder]);
    let output = '';
    child.stdout.on('data', (text) => {
      output += text;
    });
    const status = await new Promise((done) => child.on('close', done));
    expect([output, status]).toEqual(['', 0]);
  }, 30_000);
});

describe('the made-up API of the guide, by its catalogue alone', () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }));
  afterEach(() => vi.useRealTimers());

  async function kioskOf(...answers: readonly Answer[]) {
    const { kiosk }: { readonly kiosk: Catalogue } = await import(resolve(folder, 'kiosk.ts'));
    const api = scriptedApi('https://kiosk.example', answers);
    return { ...api, client: attachOutcomes(api.instance, { catalogue: kiosk }) };
  }
  const fault = (id: string) => ({ fault: { id, text: 'm' }, trace: 't-1' });

  it('201 is delayed by its job, and the job is followed to its end', async () => {
    const { client, asked } = await kioskOf(
      { status: 201, body: { job: 'j 1' } },
      { status: 200, body: { state: 'queued' } },
      { status: 200, body: { state: 'printing' } },
      { status: 200, body: { state: 'printed', pages: 2 } },
    );
    const outcome = await elapse(client.post('/print-jobs', {}));
    if (outcome.kind !== 'delayed') throw new Error('not delayed');
    expect(await elapse(client.complete(outcome))).toMatchObject({ kind: 'success', data: { pages: 2 } });
    expect(asked).toHaveLength(4);
    expect(asked[1]?.url).toContain('/print-jobs/j%201');
  });

  it('a jam fails the job', async () => {
    const { client } = await kioskOf(
      { status: 201, body: { job: 'j1' } },
      { status: 200, body: { state: 'jammed', ...fault('KSK-50') } },
    );
    const outcome = await elapse(client.post('/print-jobs', {}));
    if (outcome.kind !== 'delayed') throw new Error('not delayed');
    expect(await elapse(client.complete(outcome))).toMatchObject({ ok: false, problem: { code: 'KSK-50' } });
  });

  it('429 waits a second and is sent again, up to 4 times; with KSK-40 it is rejected at once', async () => {
    const fast = await kioskOf({ status: 429, body: fault('KSK-41') });
    expect(await elapse(fast.client.post('/print-jobs', {}))).toMatchObject({ kind: 'unavailable' });
    expect(fast.asked).toHaveLength(5);
    for (const wait of fast.waits()) expect(wait).toBeGreaterThanOrEqual(1_000);

    const spent = await kioskOf({ status: 429, body: fault('KSK-40') });
    const outcome = await elapse(spent.client.get('/printers'));
    expect(outcome).toMatchObject({ kind: 'rejected', problem: { code: 'KSK-40', requestId: 't-1' } });
    expect(explain(outcome)).toContain('Buy more pages.');
    expect(spent.asked).toHaveLength(1);
  });

  it('409 passes where the printer is in use, and not where the job was cancelled', async () => {
    const inUse = await kioskOf({ status: 409, body: fault('KSK-31') }, { status: 200, body: {} });
    expect(await elapse(inUse.client.put('/printers/p', {}))).toMatchObject({ kind: 'success' });
    const cancelled = await kioskOf({ status: 409, body: fault('KSK-32') });
    expect(await elapse(cancelled.client.put('/printers/p', {}))).toMatchObject({ kind: 'rejected' });
    expect(cancelled.asked).toHaveLength(1);
  });

  it('500 is not repeated, as the page says; 503 is, for a quote too', async () => {
    const broken = await kioskOf({ status: 500, body: fault('KSK-1') });
    expect(await elapse(broken.client.get('/printers'))).toMatchObject({ kind: 'failed' });
    expect(broken.asked).toHaveLength(1);
    const restarting = await kioskOf({ status: 503 }, { status: 200, body: { price: 3 } });
    expect(await elapse(restarting.client.post('/quotes', {}))).toMatchObject({ data: { price: 3 } });
  });
});
