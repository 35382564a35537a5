import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue, Dialect } from '../src/index.js';

const root = resolve(import.meta.dirname, '..');
const text = readFileSync(resolve(root, 'CONTRIBUTING.md'), 'utf8');
const steps = [...text.matchAll(/^```ts (file|row)=(\S+)\n(.*?)^```/gms)].map(
  ([, how, path = '', code = '']) => ({ how, path, code }),
);

describe('the steps of CONTRIBUTING.md, followed on a copy of the source', () => {
  // Within the project, so that the copy finds axios and p-retry.
  const copy = mkdtempSync(resolve(root, 'test/.contributing-'));
  afterAll(() => rmSync(copy, { recursive: true }));

  beforeAll(() => {
    for (const part of ['src', 'package.json']) {
      cpSync(resolve(root, part), resolve(copy, part), { recursive: true });
    }
    for (const { how, path, code } of steps) {
      const file = resolve(copy, path);
      if (how === 'file') {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, code);
      }
      // The last row of the table, whose order is that of precedence.
      else writeFileSync(file, readFileSync(file, 'utf8').replace(/\n\];/, `\n${code}];`));
    }
  });
  // The copy's modules have the types that the pages' readers see; the compiler has checked them.
  const load = <T>(path: string): Promise<T> => import(pathToFileURL(resolve(copy, path)).href);

  it('are a catalogue, a hint and a dialect', () => {
    expect(steps.map(({ how, path }) => `${how} ${path}`)).toEqual([
      'file src/catalogues/acme/index.ts',
      'row src/retry/hint.ts',
      'file src/delayed/dialects/acme-job.ts',
    ]);
  });

  it('compile by the project’s own settings', () => {
    const config = { extends: '../../tsconfig.json', include: ['src'] };
    writeFileSync(resolve(copy, 'tsconfig.json'), JSON.stringify(config));
    const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', copy], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  }, 30_000);

  it('the catalogue decides', async () => {
    const { acme } = await load<{ acme: Catalogue }>('src/catalogues/acme/index.ts');
    const { classify, defineCatalogue } = await load<typeof import('../src/index.js')>('src/index.ts');
    const response = { status: 400, headers: {}, data: { error: { code: 'acme.busy', message: 'later' } } };
    expect(classify({ response }, defineCatalogue(acme))).toMatchObject({
      kind: 'unavailable',
      retry: 'throttle',
    });
  });

  it('the hint is read', async () => {
    const { readHint } = await load<typeof import('../src/retry/hint.js')>('src/retry/hint.ts');
    expect(readHint({ 'x-acme-wait-ms': '1500' }, Date.now(), false)).toEqual({
      afterMs: 1500,
      header: 'x-acme-wait-ms',
    });
  });

  it('the dialect starts and reads a task', async () => {
    const { acmeJob } = await load<{ acmeJob: Dialect }>('src/delayed/dialects/acme-job.ts');
    const { defineDialect } = await load<typeof import('../src/index.js')>('src/index.ts');
    const answer = { method: 'POST', url: 'https://acme.example/reports', headers: {} };
    const started = defineDialect(acmeJob).start({ ...answer, status: 202, body: { job: 'j 1' } });
    expect(started).toEqual({ monitor: '/jobs/j%201' });
    const read = (state: string) =>
      acmeJob.read({ ...answer, status: 200, body: { state } }, { monitor: '' });
    expect(read('queued')).toEqual({ state: 'running', word: 'queued' });
    expect(read('Succeeded')).toMatchObject({ state: 'done' });
    expect(read('failed')).toMatchObject({ state: 'failed' });
  });
});
