// The declarations as built, under the newest compiler; under every older one, over the packed tarball
// and in every resolution: npm run test:matrix -- types.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bigProgram } from './big-catalogue.js';

const root = resolve(import.meta.dirname, '../..');

function compile(project: string): Promise<{ readonly output: string; readonly instantiations: number }> {
  const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
  return new Promise((done) => {
    execFile(process.execPath, [tsc, '-p', project, '--extendedDiagnostics'], (error, stdout, stderr) => {
      const instantiations = Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1]);
      done({ output: error === null ? '' : stdout + stderr, instantiations });
    });
  });
}

it.each(['main', 'augment', 'kit-vitest', 'kit-jest', 'kit-msw'])(
  'what a user writes compiles, and its mistakes are found: tsconfig.%s.json',
  async (program) => {
    const project = resolve(import.meta.dirname, `consumer/tsconfig.${program}.json`);
    expect((await compile(project)).output).toBe('');
  },
);

/** Inside of the package, so that its own name leads to its own dist. */
const folder = mkdtempSync(resolve(root, 'test/.compile-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function instantiationsOf(size: number): Promise<number> {
  writeFileSync(resolve(folder, `big-${size}.ts`), bigProgram(size));
  const project = resolve(folder, `tsconfig.${size}.json`);
  const extended = { extends: '../types/consumer/tsconfig.base.json', files: [`big-${size}.ts`] };
  writeFileSync(project, JSON.stringify(extended));
  const { output, instantiations } = await compile(project);
  expect(output).toBe('');
  return instantiations;
}

it('a catalogue of 200 statuses, plain and with 200 schemas, takes 120,000 instantiations at most', async () => {
  const twoHundred = await instantiationsOf(200);
  // Measured: 53,630.
  expect(twoHundred).toBeLessThan(120_000);
  const hundred = await instantiationsOf(100);
  expect(hundred).toBeGreaterThan(1000);
  // Twice the statuses cost no more than twice the work.
  expect(twoHundred / hundred).toBeLessThan(2.1);
});
