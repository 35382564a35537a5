import { Command, CommanderError } from 'commander';
import { version } from '../semantics/between-copies.js';
import { diff } from './commands/diff.js';
import { explain } from './commands/explain.js';
import { openapi } from './commands/openapi.js';
import { page } from './commands/page.js';
import { BadInput, BadUsage, type Session, type Streams, write } from './streams.js';

/**
 * Runs the command with the words that follow its name, and returns the exit
 * status: 0 done, 1 bad input, 2 bad usage, and what a command adds to these (`diff`: 3).
 */
export async function run(words: readonly string[], streams: Streams): Promise<number> {
  // Without a listener, a reader that stops early ends the process with a stack trace.
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

/** The whole command. A new subcommand is one file in `commands/` and one line here. */
export function program(session: Session): Command {
  const root = new Command('axios-outcome')
    .description('Catalogues of documented HTTP status codes: made from documentation, compared, explained.')
    .version(version)
    .addHelpText('after', '\nExit status: 0 done, 1 bad input, 2 bad usage, 3 (diff) the meaning changed.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => session.stdout.write(text),
      writeErr: (text) => session.stderr.write(text),
    });
  const catalogue = root
    .command('catalogue')
    .description('Make a catalogue from documentation, or compare two.');
  page(catalogue, session);
  openapi(catalogue, session);
  diff(catalogue, session);
  explain(root, session);
  return root;
}
