import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { runCommand } from './run-command.js';

describe('the command', () => {
  it('says how it is used, on standard output, with status 0', async () => {
    const { status, stdout, stderr } = await runCommand(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Usage: axios-outcome');
    expect(stdout).toContain('catalogue');
  });

  it('says its version, which is the package’s', async () => {
    expect(await runCommand(['--version'])).toEqual({
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
    });
  });

  it.each([[[]], [['catalog']], [['--nonsense']], [['catalogue']], [['catalogue', 'nonsense']]])(
    'bad usage ends with status 2 and a message on standard error: %j',
    async (words) => {
      const { status, stdout, stderr } = await runCommand(words);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/Usage: axios-outcome|error: /);
    },
  );

  it('writes no colour where the output is not a terminal', async () => {
    const { stdout } = await runCommand(['--help']);
    expect(stdout).not.toContain('\u001b');
  });

  it('adds nothing to a user’s tree: the parsers are bundled, not depended on', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['p-retry']);
    expect(manifest.bin).toEqual({ 'axios-outcome': 'dist/cli/axios-outcome.js' });
  });
});
