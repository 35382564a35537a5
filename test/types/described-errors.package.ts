// The words of the newest compiler, over the declarations as built. The matrix asks the older ones.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compilerOptions, program, wrongErrors } from './described-calls.js';

const root = resolve(import.meta.dirname, '../..');
/** Inside of the package, so that its own name leads to its own dist. */
const folder = mkdtempSync(resolve(root, 'test/.described-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('describedBy: the first line of an error names the wrong path, parameter, body or status', async () => {
  const file = resolve(folder, 'calls.ts');
  writeFileSync(file, program('../described/kennel.js'));
  writeFileSync(resolve(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, [tsc, '-p', folder], (_, stdout) => done(stdout));
  });
  expect(output).toContain('calls.ts');
  expect(wrongErrors(output)).toEqual([]);
});
