import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(resolve(root, 'docs/catalogue-from-documentation.md'), 'utf8');

// Within the package, so that the guide's modules find `axios-outcome` as a user's do.
const folder = mkdtempSync(resolve(root, 'test/.guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A reader's `npx axios-outcome` is the command that was built. */
const bin = resolve(folder, 'bin');
mkdirSync(bin);
const shim = `#!/bin/sh\nshift\nexec "${process.execPath}" "${root}/dist/cli/axios-outcome.js" "$@"\n`;
writeFileSync(resolve(bin, 'npx'), shim);
chmodSync(resolve(bin, 'npx'), 0o755);

for (const [, name = '', text = ''] of guide.matchAll(/^```\w+ ([\w.-]+)\n(.*?)^```$/gms)) {
  writeFileSync(resolve(folder, name), text);
}
const sessions = [...guide.matchAll(/^```console\n\$ ([^\n]+)\n(.*?)^```$/gms)].map(
  ([, command = '', output = '']) => ({
    command,
    output,
  }),
);

it('the guide shows all commands', () => {
  expect(sessions.length).toBeGreaterThan(5);
  for (const name of ['catalogue page', 'catalogue openapi', 'catalogue diff', 'explain']) {
    expect(sessions.some(({ command }) => command.includes(`axios-outcome ${name}`))).toBe(true);
  }
});

// In the guide's order: later commands read what earlier ones wrote.
it.each(sessions)('the guide shows what this prints: $command', ({ command, output }) => {
  const { stdout, status } = spawnSync('sh', ['-c', `(${command}) 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env['PATH']}` },
  });
  expect(status === 0 ? stdout : `${stdout}(exit status ${status})\n`).toBe(output);
});
