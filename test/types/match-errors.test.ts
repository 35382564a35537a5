// The words of each compiler, over the declarations as built.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileInProcess } from './in-process.js';

const root = resolve(import.meta.dirname, '../..');
/** Inside of the package, so that its own name leads to its own dist. */
const folder = mkdtempSync(resolve(root, 'test/.match-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Functions = { readonly [kind: string]: string };
/** One for each kind that an outcome of the program's catalogue can have. */
const all: Functions = {
  success: '({ data }) => data.id',
  delayed: '({ task }) => task.token',
  rejected: '({ problem }) => problem.code',
  unexpected: '({ httpStatus }) => httpStatus',
  malformed: '({ issues }) => issues.length',
  unreachable: '({ code }) => code',
  cancelled: '({ effect }) => effect',
};
const kinds = Object.keys(all);
const without = (left: string) => Object.fromEntries(Object.entries(all).filter(([kind]) => kind !== left));

/** Each call, with what the first line of its error names. */
const calls: readonly (readonly [Functions, named?: readonly string[]])[] = [
  [all],
  [{ success: '({ data }) => data.id', _: '({ attempts }) => attempts.length' }],
  ...kinds.map((kind) => [without(kind), [`LeftOut<"${kind}">`]] as const),
  [{ success: '() => 1' }, kinds.slice(1).map((kind) => `"${kind}"`)],
  [{ sucess: '() => 1', _: '() => 0' }, ['NoSuchKind<"sucess">']],
];
const program = `import { match, type Outcome } from 'axios-outcome';
interface Row<Status> { readonly name: 'n'; readonly kind: Status; readonly retry: 'never'; readonly source: 's' }
interface Shop {
  readonly name: 'Shop';
  readonly source: 's';
  readonly statuses: { readonly 200: Row<'success'>; readonly 202: Row<'delayed'>; readonly 400: Row<'rejected'> };
}
declare const outcome: Outcome<Shop, { readonly id: number }>;
`;
const firstCall = program.split('\n').length;
const lines = calls.map(([functions]) => {
  const handlers = Object.entries(functions).map(([kind, code]) => `${kind}: ${code}`);
  return `match(outcome, { ${handlers.join(', ')} });`;
});
const file = resolve(folder, 'calls.ts');
writeFileSync(file, program + lines.join('\n'));

function outputOf(compiler: string): string | Promise<string> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    // The least that `match` needs: each compiler has to read its own.
    lib: ['es5'],
    types: [],
    skipLibCheck: true,
    module: 'nodenext',
    moduleResolution: 'nodenext',
  };
  if (compiler !== 'typescript') return compileInProcess(compiler, [file], compilerOptions).output;
  writeFileSync(resolve(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
  return new Promise((done) => {
    execFile(process.execPath, [tsc, '-p', folder], (_, stdout) => done(stdout));
  });
}

/** The first line of the error of each call, by the number of the call. */
function firstLines(output: string): Map<number, string> {
  const errors = output.matchAll(/^\S*calls\.ts\((\d+),\d+\): error (.*)$/gm);
  return new Map([...errors].map(([, line, text = '']) => [Number(line) - firstCall, text]));
}

describe('match: the first line of the error names a kind that is left out, and a key that is no kind', () => {
  it.each(['typescript-5.4', 'typescript-5.9', 'typescript-6', 'typescript'])(
    'under %s',
    async (compiler) => {
      const told = firstLines(await outputOf(compiler));
      for (const [index, [functions, named = []]] of calls.entries()) {
        const call = `${compiler}: match of ${Object.keys(functions)}`;
        if (named.length === 0) expect(told.get(index), call).toBeUndefined();
        for (const name of named) expect(told.get(index), call).toContain(name);
      }
    },
    120_000,
  );
});
