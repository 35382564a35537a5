// GitHub's whole description, which npm has in a package of 98 MB: the installed command reads it,
// and what it writes compiles and is the description's. test/cli/openapi-types.test.ts does so with a smaller one.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { project, run } from './workshop.js';

const description = 'node_modules/@octokit/openapi/generated/api.github.com.json';
/** So many bodies of answers are described at least. */
const fewestBodies = 600;
const mostMs = 10_000;

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  skipLibCheck: true,
  module: 'nodenext',
  target: 'es2022',
  outDir: 'out',
};

export async function descriptions(tarball) {
  const at = await project('descriptions', {
    packages: [tarball, 'axios', '@octokit/openapi@2', 'typescript'],
    manifest: { type: 'module' },
    files: { 'tsconfig.json': JSON.stringify({ compilerOptions, files: ['github.ts'] }) },
  });
  const row = [];
  for (const step of [read, compile, compare]) {
    const cell = await step(at);
    row.push(cell);
    if (typeof cell !== 'string') break;
  }
  const head = ['description', 'read in', 'compiles', 'statuses'];
  return { title: 'Descriptions', head, rows: [['GitHub', ...row, 'no', 'no'].slice(0, head.length)] };
}

/** By the time of a processor, of which a busy machine takes no more. */
async function read(at) {
  const tell = `process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    console.error(\`cpu \${Math.round((user + system) / 1000)}\`);
  });`;
  const command = 'node_modules/axios-outcome/dist/cli/axios-outcome.js';
  const words = ['catalogue', 'openapi', description, '--out', 'github.ts'];
  const told = await run(
    process.execPath,
    ['--import', `data:text/javascript,${tell}`, command, ...words],
    at,
  );
  const cpuMs = Number(/^cpu (\d+)$/m.exec(told.output)?.[1]);
  // What is not read is ranges and default only: no reference is lost.
  if (!told.ok || !(cpuMs < mostMs) || told.output.includes('$ref:')) return { failed: 'not read', ...told };
  return `${cpuMs} ms`;
}

async function compile(at) {
  const { ok, output } = await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], at);
  return ok ? 'yes' : { failed: 'errors', output };
}

/** The statuses of all operations and the bodies of their answers, by another way than the command's. */
async function compare(at) {
  const { paths } = JSON.parse(readFileSync(resolve(at, description), 'utf8'));
  const keys = Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap(({ responses = {} }) => Object.keys(responses)),
  );
  const wanted = [...new Set(keys)].filter((key) => /^\d+$/.test(key)).sort();
  const program = `
    import { defineCatalogue } from 'axios-outcome';
    import * as exports from './out/github.js';
    console.log(Object.keys(defineCatalogue(Object.values(exports)[0]).statuses).join(' '));`;
  writeFileSync(resolve(at, 'statuses.js'), program);
  const { output } = await run(process.execPath, ['statuses.js'], at);
  const module = readFileSync(resolve(at, 'github.ts'), 'utf8');
  const bodies = module.match(/^ {2}readonly \S.*: \{$/gm)?.length ?? 0;
  if (output === wanted.join(' ') && bodies > fewestBodies) return `${wanted.length}, ${bodies} bodies`;
  return { failed: 'others', output: `${bodies} bodies, and for ${wanted.join(' ')}\n${output}` };
}
