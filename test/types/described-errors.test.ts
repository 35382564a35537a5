// What each compiler and an editor say of described calls, over the declarations as built.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileInProcess } from './in-process.js';

const root = resolve(import.meta.dirname, '../..');
/** Inside of the package, so that its own name leads to its own dist. */
const folder = mkdtempSync(resolve(root, 'test/.described-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each line, with what the first line of its error names. */
const lines: readonly (readonly [string, named?: string])[] = [
  [`const dog = ended(api.get('/dogs/{id}', { path: { id: 'd1' } }));`],
  [`api.get('/dog/{id}', { path: { id: 'd1' } });`, '/dog/{id}'],
  [`api.delete('/dogs', {});`, '"/dogs"'],
  [`api.request({ method: 'get', url: '/cats' });`, '"/cats"'],
  [`api.get('/dogs/{id}', { path: { di: 'd1' } });`, "'di'"],
  [`api.get('/dogs/{id}', { path: {} });`, "'id'"],
  [`api.get('/dogs/{id}', {});`, 'id: string'],
  [`api.get('/dogs', { params: { breed: 'pug', colour: 'red' } });`, "'colour'"],
  [`api.get('/dogs', { params: { tags: [] } });`, "'breed'"],
  [`api.get('/dogs/{id}', { path: { id: 'd1' }, params: { breed: 'pug' } });`, "'breed'"],
  [`api.delete('/dogs/{id}', { path: { id: 'd1' }, headers: {} });`, "'If-Match'"],
  [`api.post('/dogs', { name: 'Rex', colour: 'red' });`, "'colour'"],
  [`api.post('/dogs', {});`, 'name: string'],
  [`api.put('/notes/{name}', 'text', { path: { name: 'n' } });`, 'NeedsContentType<"text/plain">'],
  [
    `api.post('/dogs', 'text', { headers: { 'Content-Type': 'text/csv' } });`,
    'NoSuchContentType<"text/csv">',
  ],
  [`api.get('/dogs/{id}', { path: { id: 'd1' }, responses: { 299: schema } });`, '299'],
  [`if (dog.status === 299) throw dog;`, "'299'"],
  [`if (dog.kind === 'sucess') throw dog;`, `'"sucess"'`],
  [`if (dog.status === 404) dog.problem.details.mising;`, "'mising'"],
  [`if (dog.status === 404) dog.problem.details.missing;`],
];
const program = `import type { DescribedClient } from 'axios-outcome';
import type { paths } from '../described/kennel.js';
declare const api: DescribedClient<paths>;
declare function ended<O>(call: Promise<O>): O;
declare const schema: { readonly '~standard': { readonly version: 1; readonly vendor: ''; readonly validate: () => { readonly value: 1 } } };
`;
const firstLine = program.split('\n').length;
const file = resolve(folder, 'calls.ts');
writeFileSync(file, `${program}${lines.map(([line]) => line).join('\n')}\nexport {};\n`);

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  // The least that the declarations need: each compiler has to read its own.
  lib: ['es5'],
  types: [],
  skipLibCheck: true,
  module: 'nodenext',
  moduleResolution: 'nodenext',
};

function outputOf(compiler: string): string | Promise<string> {
  if (compiler !== 'typescript') return compileInProcess(compiler, [file], compilerOptions).output;
  writeFileSync(resolve(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
  return new Promise((done) => {
    execFile(process.execPath, [tsc, '-p', folder], (_, stdout) => done(stdout));
  });
}

describe('the first line of an error names the wrong path, parameter, body or status', () => {
  it.each(['typescript-5.4', 'typescript'])(
    'under %s',
    async (compiler) => {
      const output = await outputOf(compiler);
      const errors = output.matchAll(/^\S*calls\.ts\((\d+),\d+\): error (.*)$/gm);
      const told = new Map([...errors].map(([, line, text = '']) => [Number(line) - firstLine, text]));
      for (const [index, [line, named]] of lines.entries()) {
        if (named === undefined) expect(told.get(index), line).toBeUndefined();
        else expect(told.get(index), `${compiler}: ${line}`).toContain(named);
      }
    },
    120_000,
  );
});
