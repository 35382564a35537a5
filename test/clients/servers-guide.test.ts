import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(resolve(root, 'docs/servers.md'), 'utf8');
// The other blocks are compiled and run by docs.test.ts; those of NestJS need its decorators.
const files = [...guide.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)];
const printed = /^```ts main\.ts\n.*?^```$\n+```text\n(.*?)^```$/ms.exec(guide)?.[1];

// Beside the package's own name, so that the built package is found as a user finds it.
const folder = mkdtempSync(resolve(root, 'test/.servers-'));
beforeAll(() => {
  for (const [, name = '', code = ''] of files) writeFileSync(resolve(folder, name), code);
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    types: ['node'],
    skipLibCheck: true,
    // As a project of Nest has them.
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
  };
  writeFileSync(resolve(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('NestJS in docs/servers.md', () => {
  it('compiles with the options of a Nest project, runs, and prints what the page says', () => {
    expect(files.map(([, name]) => name)).toEqual(['keys.module.ts', 'main.ts']);
    const compiler = resolve(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
    const output = execFileSync(process.execPath, [resolve(folder, 'main.js')], { encoding: 'utf8' });
    expect(output).toBe(printed);
  }, 60_000);
});
