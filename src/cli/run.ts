import { CommanderError } from 'commander';
import { BadInput, BadUsage } from './bad-input.js';
import { program } from './program.js';
import { type Session, type Streams, write } from './streams.js';

/**
 * Runs the command with the words that follow its name, and returns the exit
 * status: 0 done, 1 bad input, 2 bad usage, and what a command adds to these (`diff`: 3).
 */
export async function run(words: readonly string[], streams: Streams): Promise<number> {
  // Without a listener, a reader that hangs up ends the process with a stack.
  for (const stream of [streams.stdout, streams.stderr]) stream.on('error', () => {});
  const session: Session = { ...streams, exitStatus: 0 };
  try {
    await program(session).parseAsync(words, { from: 'user' });
    return session.exitStatus;
  } catch (error) {
    return statusOf(error, streams);
  }
}

async function statusOf(error: unknown, { stderr }: Streams): Promise<number> {
  // The argument parser has printed its message by now; only `--help` and `--version` end well.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof BadInput || error instanceof BadUsage)) throw error;
  await write(stderr, `axios-outcome: ${error.message}\n`);
  return error instanceof BadUsage ? 2 : 1;
}
