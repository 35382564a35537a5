import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(resolve(root, 'docs/testing.md'), 'utf8');
/** A block of code says the file that it is. */
const files = [...guide.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(([, name = '', code = '']) => ({
  name,
  code,
}));

// Beside the package's own name, so that the built package is found as a user finds it.
const folder = mkdtempSync(resolve(root, 'test/.testing-'));
beforeAll(() => {
  for (const { name, code } of files) writeFileSync(resolve(folder, name), code);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node'],
    skipLibCheck: true,
  };
  writeFileSync(resolve(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  writeFileSync(
    resolve(folder, 'vitest.config.js'),
    "export default { test: { include: ['*.test.ts'], isolate: false, maxWorkers: 1 } };\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

function run(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  return new Promise((done) => child.on('close', (status) => done({ status, output })));
}

describe('docs/testing.md', () => {
  it('compiles, file by file, by the name of the package', async () => {
    expect(files.length).toBeGreaterThan(6);
    expect(guide.match(/^```ts$/gm)).toBeNull();
    const { status, output } = await run(resolve(root, 'node_modules/typescript/bin/tsc'), '-p', folder);
    expect([output, status]).toEqual(['', 0]);
  }, 30_000);

  it('is a suite that passes', async () => {
    const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
    const { status, output } = await run(vitest, 'run', '--config', resolve(folder, 'vitest.config.js'));
    expect(output).toMatch(
      new RegExp(`Test Files\\s+${files.filter(({ name }) => name.includes('.test.')).length} passed`),
    );
    expect(status).toBe(0);
  }, 60_000);
});
