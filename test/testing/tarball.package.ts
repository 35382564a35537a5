// What a user gets: the packed package in a project that has nothing but its dependencies.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const project = mkdtempSync(resolve(tmpdir(), 'axios-outcome-'));
afterAll(() => rmSync(project, { recursive: true }));

/** Puts an installed package of this repository into the project. */
function give(name: string): void {
  const target = resolve(project, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(resolve(root, 'node_modules', name), target);
}

beforeAll(() => {
  const folder = resolve(project, 'node_modules/axios-outcome');
  mkdirSync(folder, { recursive: true });
  const npm = ['pack', '--silent', '--ignore-scripts', '--pack-destination', project];
  const tarball = execFileSync('npm', npm, { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  execFileSync('tar', ['-xzf', resolve(project, tarball), '--strip-components=1', '-C', folder]);
  give('axios');
  give('p-retry');
}, 60_000);

/** Runs a module in the project; the last line that it prints. */
function run(code: string, name = 'main.mjs'): string {
  writeFileSync(resolve(project, name), code);
  // msw looks at localStorage, of which Node 25 and later warn.
  const args = name === 'with-msw.mjs' ? ['--disable-warning=ExperimentalWarning', name] : [name];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.trim().split('\n').at(-1) ?? '';
}

const use = `
  const api = sequence([{ status: 503, retryAfterSeconds: 30 }, 200]);
  const clock = virtualClock();
  const client = attachOutcomes(axios.create({ adapter: api.adapter }), { retry: { jitter: 'none' } });
  clock.run(() => client.get('/')).then((outcome) => {
    const { pass } = outcomeMatchers.toHaveRetried.call({ equals: Object.is }, outcome, 1);
    console.log(pass, clock.elapsedMs, everyOutcome(http).length > 80);
    clock.restore();
  });
`;
const names = '{ everyOutcome, outcomeMatchers, sequence, virtualClock }';

describe('axios-outcome/testing from the tarball, without msw and without a runner', () => {
  it('is imported', () => {
    const code = `
      import axios from 'axios';
      import { attachOutcomes } from 'axios-outcome';
      import { http } from 'axios-outcome/catalogues/http';
      import ${names} from 'axios-outcome/testing';
      ${use}`;
    expect(run(code)).toBe('true 30000 true');
  });

  it('and required', () => {
    const code = `
      const axios = require('axios');
      const { attachOutcomes } = require('axios-outcome');
      const { http } = require('axios-outcome/catalogues/http');
      const ${names} = require('axios-outcome/testing');
      ${use}`;
    // Node 20 and 22 warn that require(esm) is new; that is theirs to say.
    writeFileSync(resolve(project, 'main.cjs'), code);
    const args = ['--no-warnings', 'main.cjs'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    expect(stdout.trim()).toBe('true 30000 true');
  });

  it('throws the ConfigurationError of the core, not a copy of it', () => {
    const code = `
      import { ConfigurationError } from 'axios-outcome';
      import { sequence } from 'axios-outcome/testing';
      try { sequence([]) } catch (error) { console.log(error instanceof ConfigurationError) }`;
    expect(run(code)).toBe('true');
  });

  it('hands on the licences of what it carries along', () => {
    const code = `
      import { readFileSync } from 'node:fs';
      const text = readFileSync('node_modules/axios-outcome/dist/THIRD-PARTY-NOTICES.txt', 'utf8');
      const inside = ['@sinonjs/fake-timers', '@sinonjs/commons', 'type-detect', 'p-retry', 'is-network-error'];
      console.log(inside.every((name) => text.includes('\\n' + name + ' ') || text.startsWith(name + ' ')),
        text.match(/Copyright \\(c\\)|MIT License/g).length >= 5)`;
    expect(run(code)).toBe('true true');
  });
});

it('and with msw beside it, the resolvers are handlers', () => {
  give('msw');
  const code = `
    import axios from 'axios';
    import { http } from 'msw';
    import { setupServer } from 'msw/node';
    import { sequence } from 'axios-outcome/testing';
    const { resolver } = sequence([418]);
    const server = setupServer(http.get('https://api.example/', resolver));
    server.listen();
    console.log((await axios.get('https://api.example/', { validateStatus: null })).status);
    server.close();`;
  expect(run(code, 'with-msw.mjs')).toBe('418');
});
