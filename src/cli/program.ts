import { Command } from 'commander';
import { version } from '../semantics/between-copies.js';
import { diff } from './commands/diff.js';
import { explain } from './commands/explain.js';
import { openapi } from './commands/openapi.js';
import { page } from './commands/page.js';
import type { Session } from './streams.js';

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
