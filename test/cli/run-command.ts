import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The command as it is shipped: built, with its parsers inside. */
const command = resolve(import.meta.dirname, '../../dist/cli/axios-outcome.js');

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command with these words, and gives it `stdin`. Its working directory is test/cli. */
export function runCommand(words: readonly string[], stdin: string | Uint8Array = ''): Promise<Ended> {
  return runNode([command, ...words], stdin);
}

/** The same, with the milliseconds for which a processor worked for it: a busy machine takes no more. */
export async function measuredCommand(words: readonly string[]): Promise<Ended & { readonly cpuMs: number }> {
  const tell = `process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    process.stderr.write(\`\\ncpu \${(user + system) / 1000}\`);
  });`;
  const { stderr, ...ended } = await runNode(['--import', `data:text/javascript,${tell}`, command, ...words]);
  const [own = '', cpuMs] = stderr.split(/\ncpu (?=[\d.]+$)/);
  return { ...ended, stderr: own, cpuMs: Number(cpuMs) };
}

function runNode(args: readonly string[], stdin: string | Uint8Array = ''): Promise<Ended> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, args, { cwd: import.meta.dirname });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
      });
    }
    child.on('error', reject).on('close', (status) => settle({ status, ...texts }));
    // A command that needs no input may be gone by now.
    child.stdin.on('error', () => {}).end(stdin);
  });
}
