// The words of the newest compiler, over the declarations as built. The matrix asks the older ones.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compilerOptions, program, wrongErrors } from './match-calls.js';

const root = resolve(import.meta.dirname, '../..');
/** Inside of the package, so that its own name leads to its own dist. */
const folder = mkdtempSync(resolve(root, 'test/.match-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('match: the first line of the error names a kind that is left out, and a key that is no kind', async () => {
  const file = resolve(folder, 'calls.ts');
  writeFileSync(file, program);
  writeFileSync(resolve(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, [tsc, '-p', folder], (_, stdout) => done(stdout));
  });
  expect(output).toContain('calls.ts');
  expect(wrongErrors(output)).toEqual([]);
});
