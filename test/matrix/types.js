// The declarations as installed, under every compiler and module resolution, from ESM,
// CommonJS and JavaScript: what test/types/compilers.test.ts holds for the working copy.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compilers, resolutions } from './versions.js';
import { inParallel, installed, project, root, run } from './workshop.js';

const consumer = resolve(root, 'test/types/consumer');
const entries = ['uses.ts', 'mistakes.ts', 'commonjs.cts', 'plain.js'];

export async function types(tarball) {
  const rows = await inParallel(compilers.map((compiler) => () => rowOf(tarball, compiler)));
  return {
    title: 'Declarations',
    head: ['TypeScript', ...resolutions.map(({ resolution }) => resolution)],
    rows,
  };
}

async function rowOf(tarball, compiler) {
  const names = [...entries, 'schemas.ts'];
  const at = await project(`typescript-${compiler}`, {
    packages: [tarball, 'axios', `typescript@${compiler}`],
    manifest: { type: 'module' },
    files: Object.fromEntries(names.map((name) => [name, readFileSync(resolve(consumer, name), 'utf8')])),
  });
  const cells = [];
  for (const { resolution, module, until } of resolutions) {
    if (until !== undefined && Number.parseInt(compiler, 10) > Number(until)) cells.push('given up');
    else cells.push(await cellOf(at, resolution, module));
  }
  return [installed(at, 'typescript'), ...cells];
}

async function cellOf(at, resolution, module) {
  const options = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--noEmit'];
  // Not skipLibCheck: the declarations themselves have to be right.
  const checks = ['--checkJs', '--allowJs', '--skipDefaultLibCheck', '--esModuleInterop'];
  const kind = [
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
    '--module',
    module,
    '--moduleResolution',
    resolution,
  ];
  const tsc = resolve(at, 'node_modules/typescript/bin/tsc');
  const { ok, output } = await run(process.execPath, [tsc, ...options, ...checks, ...kind, ...entries], at);
  return ok ? 'TS CTS JS' : { failed: 'errors', output };
}
