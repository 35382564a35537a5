// A fresh, empty project each for ESM, CommonJS and Vite: installs the tarball, compiles
// the README's code as a user would, and runs it against a server on loopback. And one for
// jest, in its default configuration.
import { cpSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { inParallel, installed, project, root, run } from './workshop.js';

const kinds = { ESM: ofEsm, CJS: ofCommonjs, Vite: ofVite, jest: ofJest };
const tsc = 'node_modules/typescript/bin/tsc';
const options = [
  '--strict',
  '--module',
  'nodenext',
  '--target',
  'es2022',
  '--skipLibCheck',
  '--outDir',
  'out',
];

export async function projects(tarball) {
  const server = createServer(answerAnything);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const blocks = readmeBlocks(`http://127.0.0.1:${server.address().port}`);
  const rows = await inParallel(
    Object.entries(kinds).map(([name, of]) => async () => [name, ...(await of(tarball, blocks))]),
  );
  server.close();
  return {
    title: "Fresh projects, the README's code and jest's",
    head: ['project', 'compiles', 'runs'],
    rows,
  };
}

/** Every TypeScript block with its hosts turned to loopback, but for a test, which only a test runner runs. */
function readmeBlocks(origin) {
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
  const codes = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code);
  const programs = codes.filter((code) => !code.includes("from 'vitest'"));
  return programs.map((code) => code.replace(/https:\/\/[\w.]+\.example(\.com)?/g, origin));
}

async function ofEsm(tarball, blocks) {
  const at = await typescriptProject('esm', tarball, blocks, { type: 'module' });
  return compileAndRun(at, blocks, 'import');
}

async function ofCommonjs(tarball, blocks) {
  // CommonJS has no await at the top level.
  const possible = blocks.filter((code) => !/^(?![ /}]).*\bawait\b/m.test(code));
  const at = await typescriptProject('cjs', tarball, possible, {});
  // Nor do older Nodes, and other loaders, require ES modules.
  return compileAndRun(at, possible, 'require', ['--no-experimental-require-module']);
}

async function ofVite(tarball, blocks) {
  const at = await project('vite', {
    packages: [tarball, 'axios', 'zod', 'vite'],
    manifest: { type: 'module' },
    files: {
      ...named(blocks),
      'index.html': '<script type="module" src="/main.js"></script>',
      'main.js': runner(blocks, (name) => `import('./${name}.ts')`),
      // So that the bundle also runs where there is no document; it is axios's browser build all the same.
      'vite.config.js': `export default { build: { modulePreload: false, rollupOptions: { output: {
        entryFileNames: 'main.js' } } } };`,
    },
  });
  const built = await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], at);
  if (!built.ok || /externalized|warning/i.test(built.output)) return [{ failed: 'errors', ...built }, 'no'];
  return [`${blocks.length} blocks`, await runIt(at, 'dist/main.js', blocks)];
}

async function ofJest(tarball) {
  const at = await project('jest', { packages: [tarball, 'axios', 'jest'] });
  cpSync(resolve(import.meta.dirname, 'jest'), at, { recursive: true });
  const { ok, output } = await run(process.execPath, ['node_modules/jest/bin/jest.js'], at, {
    NODE_OPTIONS: '',
  });
  const passed = Number(/^Tests: +(\d+) passed, \1 total$/m.exec(output)?.[1] ?? 0);
  const ran = ok && passed > 0 ? `${passed} tests` : { failed: 'failed', output };
  return [`jest ${installed(at, 'jest')}`, ran];
}

function typescriptProject(name, tarball, blocks, manifest) {
  const packages = [tarball, 'axios', 'zod', 'typescript', '@types/node'];
  return project(name, { packages, manifest, files: named(blocks) });
}

function named(blocks) {
  return Object.fromEntries(blocks.map((code, index) => [`block${index}.ts`, code]));
}

async function compileAndRun(at, blocks, how, flags = []) {
  const files = Object.keys(named(blocks));
  const compiled = await run(process.execPath, [tsc, ...options, ...files], at);
  if (!compiled.ok) return [{ failed: 'errors', ...compiled }, 'no'];
  return [
    `${blocks.length} blocks`,
    await runIt(at, [...flags, '-e', runner(blocks, (name) => `${how}('./out/${name}.js')`)], blocks),
  ];
}

async function runIt(at, program, blocks) {
  const { ok, output } = await run(process.execPath, [program].flat(), at, { NODE_OPTIONS: '' });
  const ran = output.match(/^ran \d+$/gm)?.length ?? 0;
  return ok && ran === blocks.length ? `${ran} blocks` : { failed: `${ran} of ${blocks.length}`, output };
}

/** A program that runs each block, and calls every async function that it exports. */
function runner(blocks, load) {
  const loads = blocks.map((_, index) => `() => ${load(`block${index}`)}`);
  return `(async () => {
    for (const [index, load] of [${loads.join(', ')}].entries()) {
      for (const given of Object.values(await load())) {
        // An axios instance is a function as well, and so is a class.
        if (Object.prototype.toString.call(given) === '[object AsyncFunction]') await given('k1');
      }
      console.log('ran ' + index);
    }
  })().catch((error) => { console.error(error); throw error; });`;
}

/** A good answer to whatever the README asks for. */
function answerAnything(_, response) {
  response.setHeader('Content-Type', 'application/json');
  const key = { key_id: 'k1', key_alias: 'one', created: '2026-01-01T00:00:00Z' };
  response.end(JSON.stringify({ id: 1, name: 'one', ...key, key_info: key, items: [] }));
}
