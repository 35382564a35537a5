// In programs of its own: an augmentation would reach every other test of this folder.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
// Beside the package's own name, so that the compiler finds it as it does for a user.
const folder = mkdtempSync(resolve(root, 'test/.augment-'));
afterAll(() => rmSync(folder, { recursive: true }));

const use = `
import axios from 'axios';
axios.get('/keys', { outcome: { retry: { retries: 0, budget: false } } });
axios.create().post('/keys', {}, { outcome: { retry: false } });
`;
const mistake = "axios.get('/keys', { outcome: { retry: { retries: 'none' } } });";

/** The errors of one program, each with the file that it is in. */
function errorsOf(program: string, files: Readonly<Record<string, string>>, compiler: string): string[] {
  for (const [name, code] of Object.entries(files)) writeFileSync(resolve(folder, name), code);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2022',
    types: ['node'],
  };
  const tsconfig = resolve(folder, program);
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  const tsc = resolve(root, 'node_modules', compiler, 'bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', tsconfig], { cwd: folder, encoding: 'utf8' });
  return [...stdout.matchAll(/^(\S+)\(.*error (TS\d+)/gm)].map(([, file, code]) => `${file}: ${code}`);
}

describe('axios-outcome/augment (DESIGN, In use)', () => {
  it.each(['typescript', 'typescript-5.4'])(
    'types the options of one request in an axios config: %s',
    (compiler) => {
      const code = `import 'axios-outcome/augment';${use}`;
      // skipLibCheck is off: the declarations merge with axios's own without an error.
      const files = { 'use.mts': code, 'use.cts': code, 'mistake.mts': code + mistake };
      expect(errorsOf(`${compiler}.json`, files, compiler)).toEqual(['mistake.mts: TS2322']);
    },
    60_000,
  );

  it('is opt-in: without the import an axios config knows nothing of it', () => {
    const errors = errorsOf('without.json', { 'without.mts': use }, 'typescript');
    expect(errors).toEqual(['without.mts: TS2353', 'without.mts: TS2353']);
  }, 60_000);
});
