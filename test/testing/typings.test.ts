// The kit's declarations as built, under every compiler, with and without the runners' types.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** Inside of the package, so that its own name leads to its own dist. */
const folder = mkdtempSync(resolve(root, 'test/.typings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kit = `
  import axios from 'axios';
  import { dew } from 'axios-outcome/catalogues/dew';
  import { delayedTask, everyOutcome, outcomeMatchers, sequence, type Step, virtualClock } from 'axios-outcome/testing';
  export const steps: Step[] = [503, 'reset', { status: 403, code: 'KMS.0301' }, { failure: 'dns', latencyMs: 1 }];
  export const http = axios.create({ adapter: sequence(steps, { catalogue: dew }).adapter });
  export const names: readonly string[] = everyOutcome(dew, { problem: 'huawei' }).map(({ name }) => name);
  export const task = delayedTask('location', { states: ['running', { state: 'done' }] });
  export const seven: Promise<7> = virtualClock().run(async () => 7 as const);
  export { outcomeMatchers };
`;
const uses = `
  expect.extend(outcomeMatchers);
  expect({}).toHaveOutcome({ kind: 'unavailable', status: 503, effect: 'none', code: 'KMS.0101', stopped: 'budget' });
  expect({}).not.toHaveOutcome({ status: 'other', data: expect.any(String) });
  expect({}).toHaveRetried(2);
  expect({}).toHaveRetried();
  const waits: Promise<void> = expect(Promise.resolve({})).resolves.toHaveOutcome({ kind: 'success' });
  void waits;
  // @ts-expect-error: no such kind
  expect({}).toHaveOutcome({ kind: 'succeeded' });
  // @ts-expect-error: no such field
  expect({}).toHaveOutcome({ kinds: 'success' });
  // @ts-expect-error: not a number
  expect({}).toHaveRetried('2');
`;
const mistakes = `
  // @ts-expect-error: no such failure
  sequence(['resett']);
  // @ts-expect-error: no such dialect
  delayedTask('soap');
  // @ts-expect-error: no such state
  delayedTask('location', { states: ['finished'] });
  // @ts-expect-error: no such shape
  everyOutcome(dew, { problem: 'soap' });
`;
const toMsw = `
  import { http as on, type RequestHandler } from 'msw';
  export const handlers: RequestHandler[] = everyOutcome(dew).flatMap(({ resolver }) => resolver ? [on.all('*', resolver)] : []);
`;

const programs = {
  'without a runner and without msw': { types: [], code: kit + mistakes },
  vitest: { types: [], code: `import { expect } from 'vitest';${kit}${uses}` },
  '@types/jest': { types: ['jest'], code: kit + uses },
  msw: { types: [], code: kit + toMsw },
};

function compile(compiler: string, name: string, types: readonly string[], code: string): Promise<unknown> {
  const file = resolve(folder, `${compiler}-${name.replace(/\W/g, '')}`);
  writeFileSync(`${file}.ts`, code);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types,
    module: 'nodenext',
    // The kit's own declarations have to be right by themselves; the runners' are theirs.
    skipLibCheck: types.length > 0 || name === 'vitest' || name === 'msw',
    skipDefaultLibCheck: true,
  };
  writeFileSync(`${file}.json`, JSON.stringify({ compilerOptions, files: [`${file}.ts`] }));
  const tsc = resolve(root, 'node_modules', compiler, 'bin/tsc');
  return new Promise((done) => {
    execFile(process.execPath, [tsc, '-p', `${file}.json`], (_error, stdout) => done(stdout));
  });
}

// The newest compiler is quick; each older one takes the declarations alone, and one of the runners.
const all = Object.keys(programs);
describe.each([
  ['typescript', all],
  ['typescript-5.9', all.slice(0, 2)],
  ['typescript-5.4', all.slice(0, 1)],
])('under %s', (compiler, chosen) => {
  it.each(Object.entries(programs).filter(([name]) => chosen.includes(name)))(
    '%s',
    async (name, { types, code }) => {
      expect(await compile(compiler, name, types, code)).toBe('');
    },
    60_000,
  );
});
