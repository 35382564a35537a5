import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';

/** Says so where the tests must be skipped, so that nobody takes a skipped one for a passed one. */
function isRedisMissing(): boolean {
  const missing = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status !== 0;
  if (missing) {
    console.warn(
      'SKIPPED: there is no redis-server here. Run .ci/install-debian-packages, or install redis-server.',
    );
  }
  return missing;
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the example as a user would, against the built package. */
async function runExample(variables: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const file = resolve(import.meta.dirname, '../examples/queue/run.js');
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...variables } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, output };
}

describe.skipIf(isRedisMissing())('tokens in a BullMQ queue, on a real Redis', () => {
  let ran: Ran = { code: null, output: '' };
  beforeAll(async () => {
    ran = await runExample();
  }, 20_000);
  /** What one of the actors said, line by line. */
  const lines = (who: string) =>
    [...ran.output.matchAll(/^(\w+) +(.*)$/gm)].flatMap(([, name, text]) => (name === who ? [text] : []));

  it('comes to a good end', () => {
    expect(ran).toEqual({ code: 0, output: ran.output });
  });

  it('the first worker is killed while it follows the task', () => {
    expect(lines('first')).toEqual(['follows the task', 'poll 1: not done yet', 'poll 2: not done yet']);
    expect(lines('run')).toContainEqual(expect.stringMatching(/^the first worker is killed .* poll 3$/));
  });

  it('the second worker takes it over by its token, and has its result', () => {
    expect(lines('second')).toEqual([
      'follows the task, which another worker left behind',
      ...[1, 2, 3, 4].map((number) => `poll ${number}: not done yet`),
      'poll 5: done',
    ]);
    expect(lines('run').at(-1)).toBe('the job is completed: {"report":"ready","pages":12}');
  });

  it('the task is submitted once and its job completed once', () => {
    expect(lines('server')).toEqual(['saw 1 submission, 8 polls, handed out 1 result']);
    expect(lines('queue')).toEqual(['started the job 2 times, completed it 1 time']);
  });
});

describe('without a redis-server', () => {
  it('the example says what to install, and fails', async () => {
    const { code, output } = await runExample({ PATH: '' });
    expect(code).toBe(1);
    expect(output).toContain('apt-get install redis-server');
  });
});

describe("the guide's worker", () => {
  const root = resolve(import.meta.dirname, '..');

  it('compiles as the examples do', () => {
    const readme = readFileSync(resolve(root, 'docs/delayed-tasks.md'), 'utf8');
    const code = /^#+ Thousands of tasks[^#]*?```js\n(.*?)```/ms.exec(readme)?.[1] ?? '';
    expect(code).toContain('client.resume(');
    const folder = mkdtempSync(resolve(root, 'test/.readme-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(resolve(folder, 'worker.js'), code);
    writeFileSync(
      resolve(folder, 'tsconfig.json'),
      '{ "extends": "../../examples/tsconfig.json", "include": ["*.js"] }',
    );
    const tsc = resolve(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  });
});
