// npm run mutants [-- AREA [FILE…]]: puts changes into the code, and counts those that no test notices.
// Messages are left out. Stryker is installed into a folder of its own, since nothing else needs it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
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

/** Lets Stryker run: what it mutates, by which tests. Returns the mutants, each with its place. */
function stryker(name, mutate, tests, timeoutMS) {
  const report = resolve(workshop, `${name}.json`);
  const config = {
    testRunner: 'vitest',
    plugins: [resolve(workshop, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    mutate,
    mutator: { excludedMutations: ['StringLiteral'] },
    concurrency: Number(process.env['MUTANTS_AT_ONCE'] ?? 1),
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: report },
    tempDirName: resolve(workshop, 'sandboxes'),
    ignorePatterns: ['dist', 'docs', 'bench', 'examples', 'etc'],
    // TypeScript's settings need no rewriting for vitest.
    tsconfigFile: 'none',
    timeoutMS,
  };
  const file = resolve(workshop, `${name}.config.json`);
  writeFileSync(file, JSON.stringify(config));
  const program = resolve(workshop, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  // Property tests run less often: each mutant lets them run again.
  const env = { FUZZ: '0.3', ANSWERS: '50', ...process.env, MUTANT_TESTS: tests.join(','), FORCE_COLOR: '0' };
  const { status } = spawnSync(process.execPath, [program, 'run', file], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`Stryker failed for ${name}`);
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(
    ([path, { source, mutants: found }]) => found.map((mutant) => ({ ...mutant, path, source })),
  );
}

const isCounted = ({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status);
const isUnnoticed = ({ status }) => ['Survived', 'NoCoverage'].includes(status);

/** The place of a mutant, as Stryker takes it. Stryker counts columns from 1, and takes them from 0. */
function placeOf({ path, location: { start, end } }) {
  return `${path}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

const nameOf = (mutant) => `${placeOf(mutant)} ${mutant.mutatorName} ${mutant.replacement}`;

/** Runs one area: all mutants by the fast tests, and those that survive by the slow ones. */
function mutate(name, files) {
  const { mutate: all, tests, slowTests } = areas[name];
  const first = stryker(name, files.length > 0 ? files : all, tests, 15_000);
  const places = [...new Set(first.filter(isUnnoticed).map(placeOf))];
  if (places.length === 0) return first;
  // A mutant that times out counts as noticed. The slow tests of a busy machine must not.
  const slow = stryker(`${name}-slow`, places, slowTests, 120_000);
  const again = new Map(slow.map((mutant) => [nameOf(mutant), mutant]));
  return first.map((mutant) => (isUnnoticed(mutant) ? (again.get(nameOf(mutant)) ?? mutant) : mutant));
}

/** What of the mutants was noticed, and each that was not. */
function tell(name, mutants) {
  const counted = mutants.filter(isCounted);
  const unnoticed = counted.filter(isUnnoticed);
  for (const { path, source, location, replacement = '', mutatorName } of unnoticed) {
    const { start, end } = location;
    const line = source.split('\n')[start.line - 1];
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
