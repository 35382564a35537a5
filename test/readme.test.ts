import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '');

describe("the README's code", () => {
  const folder = mkdtempSync(resolve(root, 'test/.readme-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('compiles as a user would compile it, by the package name', () => {
    expect(blocks.length).toBeGreaterThan(2);
    for (const [index, code] of blocks.entries()) writeFileSync(resolve(folder, `block${index}.ts`), code);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2022',
      skipLibCheck: false,
    };
    writeFileSync(
      resolve(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: blocks.map((_, index) => `block${index}.ts`) }),
    );
    const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  });

  it('names every retry option and every reason to stop', () => {
    const policy = readFileSync(resolve(root, 'src/retry/policy.ts'), 'utf8');
    const options = /interface RetryOptions \{(.*?)\n\}/s.exec(policy)?.[1] ?? '';
    const names = [...options.matchAll(/readonly (\w+)\?/g)].map(([, name]) => name);
    expect(names.length).toBe(14);
    for (const name of names) expect(readme).toContain(`| \`${name}\` |`);
    const decide = readFileSync(resolve(root, 'src/retry/decide.ts'), 'utf8');
    const reasons = /type Stopped =(.*?);/s.exec(decide)?.[1]?.match(/[a-z][a-z-]+/g) ?? [];
    expect(reasons).toHaveLength(8);
    for (const reason of reasons) expect(readme).toContain(`\`${reason}\``);
  });
});
