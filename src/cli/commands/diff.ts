import type { Command } from 'commander';
import { type Change, diffCatalogues } from '../diff/diff-catalogues.js';
import { loadCatalogue } from '../load/load-catalogue.js';
import { BadUsage, type Session, writeOutput } from '../streams.js';

interface DiffFlags {
  readonly json?: true;
  readonly out?: string;
}

/** `axios-outcome catalogue diff A B`. */
export function diff(parent: Command, session: Session): void {
  parent
    .command('diff')
    .description(
      'Say what changed in meaning between two catalogues or pages. Exit status 3 if something did.',
    )
    .argument(
      '<before>',
      'a shipped catalogue’s name, a module (.ts, .js, .json), a page, or an OpenAPI description',
    )
    .argument('<after>', 'the same; - for a page on standard input')
    .option('--json', 'as JSON, for programs')
    .option('-o, --out <file>', 'where to write it (default: standard output)')
    .action((before: string, after: string, flags: DiffFlags) => runDiff(before, after, flags, session));
}

async function runDiff(before: string, after: string, flags: DiffFlags, session: Session): Promise<void> {
  if (before === '-' && after === '-') throw new BadUsage('only one of the two can be standard input');
  const old = await loadCatalogue(before, session.stdin);
  const changes = diffCatalogues(old, await loadCatalogue(after, session.stdin));
  const text = flags.json ? `${JSON.stringify(changes, null, 2)}\n` : diffText(changes);
  await writeOutput(text, flags.out, session.stdout);
  if (changes.some(({ weight }) => weight === 'meaning')) session.exitStatus = 3;
}

function diffText(changes: readonly Change[]): string {
  const meaning = changes.filter(({ weight }) => weight === 'meaning');
  const words = changes.length - meaning.length;
  const head = `Changed in meaning: ${meaning.length}. Changed in words only: ${words}.`;
  const blocks = changes.map(({ subject, weight, changes: texts }) => [
    `${weight === 'meaning' ? '!' : ' '} ${subject}`,
    ...texts.map((text) => `    ${text}`),
  ]);
  return `${[head, ...blocks.flat()].join('\n')}\n`;
}
