import { type Command, InvalidArgumentError, Option } from 'commander';
import { explainStatus } from '../explain/explain-status.js';
import { loadCatalogue } from '../load/load-catalogue.js';
import { type Session, write } from '../streams.js';

interface ExplainFlags {
  readonly code?: string;
  readonly catalogue: string;
  readonly method?: string;
  readonly path?: string;
  readonly retryAfter?: number;
  readonly locale: 'en' | 'zh';
}

/** `axios-outcome explain STATUS`. */
export function explain(parent: Command, session: Session): void {
  parent
    .command('explain')
    .description(
      'Say what a status means, whether and when a client sends the request again, and what to do.',
    )
    .argument('<status>', 'such as 503', toStatus)
    .option('--code <code>', 'the error code in the body')
    .option(
      '--catalogue <name or file>',
      'a shipped catalogue’s name, a module, JSON, a page or an OpenAPI description',
      'http',
    )
    .option('--method <method>', 'the request’s method (default: all)', toMethod)
    .option('--path <path>', 'the request’s path: a documented operation may be repeatable')
    .option('--retry-after <seconds>', 'the answer’s Retry-After', toSeconds)
    .addOption(new Option('--locale <locale>', 'the language').choices(['en', 'zh']).default('en'))
    .action((status: number, flags: ExplainFlags) => runExplain(status, flags, session));
}

async function runExplain(status: number, flags: ExplainFlags, session: Session): Promise<void> {
  const { code, method, path, retryAfter, locale } = flags;
  const catalogue = await loadCatalogue(flags.catalogue, session.stdin);
  const retryAfterMs = retryAfter === undefined ? undefined : retryAfter * 1000;
  await write(
    session.stdout,
    `${explainStatus({ status, code, method, path, retryAfterMs, locale }, catalogue)}\n`,
  );
}

function toStatus(text: string): number {
  if (!/^[1-9]\d\d$/.test(text))
    throw new InvalidArgumentError('Write a status of three digits, such as 503.');
  return Number(text);
}

function toMethod(text: string): string {
  if (!/^[A-Za-z]+$/.test(text)) throw new InvalidArgumentError('Write a method, such as POST.');
  return text.toUpperCase();
}

function toSeconds(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write seconds as a whole number, such as 30.');
  return Number(text);
}
