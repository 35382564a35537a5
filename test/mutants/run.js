// npm run mutants [-- AREA [FILE…]]: puts changes into the code, and counts those that no test notices.
// Messages are left out. Stryker is installed into a folder of its own, since nothing else needs it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, resolve } from 'node:path';
import { areas } from './areas.js';

const root = resolve(import.meta.dirname, '../..');
const workshop = process.env['MUTANTS_FOLDER'] ?? resolve(tmpdir(), 'axios-outcome-mutants');
const packages = ['@stryker-mutator/core@9', '@stryker-mutator/vitest-runner@9'];

function install() {
  if (existsSync(resolve(workshop, 'node_modules/@stryker-mutator/core'))) return;
  mkdirSync(workshop, { recursive: true });
  writeFileSync(resolve(workshop, 'package.json'), '{"private":true}');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-package-lock', '--ignore-scripts'];
  execFileSync('npm', ['install', ...quiet, ...packages], { cwd: workshop, stdio: 'inherit' });
  // Of two copies of vitest, the runner would start the one that the tests do not import.
  const vitest = resolve(workshop, 'node_modules/vitest');
  rmSync(vitest, { recursive: true, force: true });
  symlinkSync(resolve(root, 'node_modules/vitest'), vitest);
}

/** Runs one area; returns its mutants as Stryker reports them, by file. */
function mutate(name, files) {
  const { mutate: all, tests: every, quick = {} } = areas[name];
  const tests =
    files.length > 0 && files.every((file) => quick[file.split(':')[0]])
      ? [...new Set(files.flatMap((file) => quick[file.split(':')[0]]))]
      : every;
  const report = resolve(
    workshop,
    `${name}${files.map((file) => `-${basename(file, '.ts')}`).join('')}.json`,
  );
  const config = {
    testRunner: 'vitest',
    plugins: [resolve(workshop, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    mutate: files.length > 0 ? files : all,
    mutator: { excludedMutations: ['StringLiteral'] },
    concurrency: Number(process.env['MUTANTS_AT_ONCE'] ?? 1),
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: report },
    tempDirName: resolve(workshop, 'sandboxes'),
    ignorePatterns: ['dist', 'docs', 'bench', 'examples', 'etc'],
    // TypeScript's settings need no rewriting for vitest.
    tsconfigFile: 'none',
    timeoutMS: 15_000,
  };
  const file = resolve(workshop, `${name}.config.json`);
  writeFileSync(file, JSON.stringify(config));
  const stryker = resolve(workshop, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const env = { ...process.env, MUTANT_TESTS: tests.join(','), FORCE_COLOR: '0' };
  const { status } = spawnSync(process.execPath, [stryker, 'run', file], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`Stryker failed for ${name}`);
  return JSON.parse(readFileSync(report, 'utf8')).files;
}

/** What of the mutants was noticed, and each that was not. */
function tell(name, files) {
  const mutants = Object.entries(files).flatMap(([path, { source, mutants: found }]) =>
    found.map((mutant) => ({ ...mutant, path, line: source.split('\n')[mutant.location.start.line - 1] })),
  );
  const counted = mutants.filter(({ status }) =>
    ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status),
  );
  const unnoticed = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  for (const { path, location, line, replacement = '', mutatorName } of unnoticed) {
    const { start, end } = location;
    const from = start.line === end.line ? line.slice(start.column - 1, end.column - 1) : `${line.trim()} …`;
    console.log(
      `${path}:${start.line}:${start.column} ${mutatorName}: ${from} -> ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`,
    );
  }
  const score = ((counted.length - unnoticed.length) / counted.length) * 100;
  console.log(`${name}: ${score.toFixed(1)} % of ${counted.length} noticed (at least ${areas[name].least})`);
  return score >= areas[name].least;
}

install();
const [area, ...files] = process.argv.slice(2);
const names = area === undefined ? Object.keys(areas) : [area];
const held = names.map((name) => tell(name, mutate(name, files)));
process.exitCode = held.every(Boolean) ? 0 : 1;
