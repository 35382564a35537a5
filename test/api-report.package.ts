// Semantic versions are about these types: no change of them goes in unlooked at.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const report = readFileSync(resolve(root, 'etc/api.md'), 'utf8');

it('etc/api.md is what the built declarations say; after a change that is meant: npm run api -- --write', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/api-report.js'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});

it('it has every door of the package, and the options, kinds and codes behind them', () => {
  const { exports } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, unknown>>;
  };
  for (const door of Object.keys(exports).filter((path) => path !== './package.json')) {
    expect(report).toContain(`\n## axios-outcome${door.slice(1)}\n`);
  }
  for (const part of [
    'function attachOutcomes<',
    'readonly deadlineMs?: number',
    '"KMS.0205": {',
    'type Kind =',
  ]) {
    expect([part, report.includes(part)]).toEqual([part, true]);
  }
});
