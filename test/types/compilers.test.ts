// The declarations as built, under the oldest, the last and the native compiler; the matrix has 6 too.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bigProgram } from './big-catalogue.js';
import { type Compiled, compileInProcess } from './in-process.js';

const require = createRequire(import.meta.url);
const root = resolve(import.meta.dirname, '../..');
/** Inside of the package, so that its own name leads to its own dist. */
const folder = mkdtempSync(resolve(root, 'test/.compile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const compilers = [
  ['5.4', 'typescript-5.4'],
  ['5.9', 'typescript-5.9'],
  ['7', 'typescript'],
] as const;
/** Many times what the slowest compiler takes on an idle machine, the first time that it is loaded. */
const hangsMs = 120_000;
/** ESM, CommonJS, and JavaScript under checkJs; each with mistakes that have to be found. */
const consumers = ['uses.ts', 'mistakes.ts', 'commonjs.cts', 'plain.js'];

function run(...args: string[]): Promise<Compiled> {
  const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
  return new Promise((done) => {
    execFile(process.execPath, [tsc, ...args], (error, stdout, stderr) => {
      const instantiations = Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]);
      done({ status: error === null ? 0 : Number(error.code), output: stdout + stderr, instantiations });
    });
  });
}

let projects = 0;
async function compile(compiler: string, files: readonly string[], ...args: string[]): Promise<Compiled> {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    checkJs: true,
    // Not skipLibCheck: the declarations themselves have to be right.
    skipDefaultLibCheck: true,
    module: 'nodenext',
    moduleResolution: 'nodenext',
  };
  if (compiler !== 'typescript') return compileInProcess(compiler, files, compilerOptions);
  const project = resolve(folder, `tsconfig.${projects++}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files }));
  return run('-p', project, ...args);
}

for (const size of [100, 200]) writeFileSync(resolve(folder, `big-${size}.ts`), bigProgram(size));

async function instantiations(compiler: string, size: number): Promise<number> {
  const program = resolve(folder, `big-${size}.ts`);
  const compiled = await compile(compiler, [program], '--extendedDiagnostics');
  expect([compiled.status, compiled.status === 0 ? '' : compiled.output]).toEqual([0, '']);
  return compiled.instantiations;
}

describe.each(compilers)('TypeScript %s', (version, compiler) => {
  it('is the one that runs here', () => {
    const { version: installed } = require(`${compiler}/package.json`) as { readonly version: string };
    expect(installed.startsWith(`${version}.`)).toBe(true);
  });

  // Under `node16` and `bundler` too, over the packed tarball: npm run test:matrix -- types.
  it(
    'compiles what a user writes, and finds the mistakes',
    async () => {
      const files = consumers.map((file) => resolve(import.meta.dirname, 'consumer', file));
      expect(await compile(compiler, files)).toMatchObject({ status: 0, output: '' });
    },
    hangsMs,
  );

  it(
    'gets through a catalogue of 200 statuses, plain and with 200 schemas, in 120,000 instantiations',
    async () => {
      // Measured: 59,394 by 5.4, 51,960 by 5.9 and 53,630 by 7.
      expect(await instantiations(compiler, 200)).toBeLessThan(120_000);
    },
    hangsMs,
  );
});

it(
  'twice the statuses cost no more than twice the instantiations',
  async () => {
    const [hundred, twoHundred] = [
      await instantiations('typescript', 100),
      await instantiations('typescript', 200),
    ];
    expect(hundred).toBeGreaterThan(1000);
    expect(twoHundred / hundred).toBeLessThan(2.1);
  },
  hangsMs,
);
