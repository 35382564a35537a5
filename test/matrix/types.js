// The declarations as installed, under every compiler and module resolution: the programs of
// test/types/consumer, of which the suite compiles the working copy's with the newest compiler.
import { cpSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bigProgram } from '../types/big-catalogue.js';
import * as described from '../types/described-calls.js';
import * as matched from '../types/match-calls.js';
import { compilers, resolutions } from './versions.js';
import { inParallel, installed, project, root, run } from './workshop.js';

/** Programs that the user's own tools are part of; each is compiled once by each compiler. */
const withTools = ['kit-vitest', 'kit-jest', 'kit-msw'];
/** What a catalogue of 200 statuses may cost, plain and with 200 schemas; measured: 59,394 by 5.4, 51,960 by 5.9. */
const mostInstantiations = 120_000;

export async function types(tarball) {
  const aliases = compilers.map((compiler) => `typescript-${compiler}@npm:typescript@${compiler}`);
  const at = await project('types', {
    packages: [tarball, 'axios', 'vitest', 'msw', '@types/jest', ...aliases],
    manifest: { type: 'module' },
  });
  cpSync(resolve(root, 'test/types/consumer'), at, { recursive: true });
  writeFileSync(resolve(at, 'big.ts'), bigProgram(200));
  writeFileSync(
    resolve(at, 'tsconfig.big.json'),
    JSON.stringify({ extends: './tsconfig.base.json', files: ['big.ts'] }),
  );
  cpSync(resolve(root, 'test/described/kennel.ts'), resolve(at, 'kennel.ts'));
  const programs = { match: matched.program, described: described.program('./kennel.js') };
  for (const [name, program] of Object.entries(programs)) {
    const { compilerOptions } = name === 'match' ? matched : described;
    writeFileSync(resolve(at, `${name}-calls.ts`), program);
    const config = { compilerOptions, files: [`${name}-calls.ts`] };
    writeFileSync(resolve(at, `tsconfig.${name}.json`), JSON.stringify(config));
  }
  const rows = await inParallel(compilers.map((compiler) => () => rowOf(at, compiler)));
  const names = resolutions.map(({ resolution }) => resolution);
  return {
    title: 'Declarations',
    head: ['TypeScript', ...names, ...withTools, '200 statuses', 'errors of match', 'of describedBy'],
    rows,
  };
}

async function rowOf(at, compiler) {
  const cells = [];
  for (const { resolution, module, until } of resolutions) {
    if (until !== undefined && Number.parseInt(compiler, 10) > Number(until)) cells.push('given up');
    else
      cells.push(await underResolution(at, compiler, ['--module', module, '--moduleResolution', resolution]));
  }
  for (const program of withTools) cells.push(await cellOf(at, compiler, program));
  return [
    installed(at, `typescript-${compiler}`),
    ...cells,
    await bigCellOf(at, compiler),
    await errorsCellOf(at, compiler, 'match', matched),
    await errorsCellOf(at, compiler, 'described', described),
  ];
}

async function underResolution(at, compiler, options) {
  const main = await cellOf(at, compiler, 'main', options, 'TS CTS JS');
  return main.failed ? main : cellOf(at, compiler, 'augment', options, main);
}

async function cellOf(at, compiler, program, options = [], good = 'TS') {
  const { ok, output } = await compile(at, compiler, program, options);
  return ok ? good : { failed: 'errors', output };
}

async function bigCellOf(at, compiler) {
  const { ok, output } = await compile(at, compiler, 'big', ['--extendedDiagnostics']);
  const instantiations = Number(/^Instantiations:\s+(\d+)/m.exec(output)?.[1]);
  return ok && instantiations < mostInstantiations ? `${instantiations}` : { failed: 'too much', output };
}

async function errorsCellOf(at, compiler, program, { wrongErrors }) {
  const { ok, output } = await compile(at, compiler, program, []);
  const wrong = ok ? ['no error at all'] : wrongErrors(output);
  return wrong.length === 0 ? 'named' : { failed: 'not named', output: wrong.join('\n') };
}

function compile(at, compiler, program, options) {
  const tsc = resolve(at, `node_modules/typescript-${compiler}/bin/tsc`);
  return run(process.execPath, [tsc, '-p', `tsconfig.${program}.json`, ...options], at);
}
