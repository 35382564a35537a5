import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { expect } from 'vitest';
import { run } from '../../src/cli/run.js';
import type { Catalogue } from '../../src/semantics/catalogue.js';
import type { Ended } from './run-command.js';

export const fixtures: string = resolve(import.meta.dirname, 'fixtures');

/** The command without a process of its own: the same words, streams and status. */
export async function inProcess(words: readonly string[], stdin: string | Uint8Array = ''): Promise<Ended> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const status = await run(words, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: into(stdout),
    stderr: into(stderr),
  });
  return { status, stdout: stdout.join(''), stderr: stderr.join('') };
}

function into(texts: string[]): Writable {
  return new Writable({
    write(chunk, _, done) {
      texts.push(String(chunk));
      done();
    },
  });
}

/** The catalogue in a module that the command wrote. Its text is the command's own, and all data. */
export function catalogueIn(moduleText: string): Catalogue {
  const data = /^const [\p{L}\w$]+Data = ([\s\S]*) as const;$/mu.exec(moduleText)?.[1];
  return new Function(`return ${data}`)();
}

/** The rows of a catalogue, each as `name: kind retry`. */
export function rowsIn({ statuses }: Catalogue): Record<string, string> {
  const rows = Object.entries(statuses).map(([status, { name, kind, or, retry }]) => {
    return [status, `${name}: ${[kind, ...(or ?? [])].join('|')} ${retry}`];
  });
  return Object.fromEntries(rows);
}

/** What the first line of a page's report says by number; these add up on every page. */
export function headOf(
  report: string,
): Record<'rows' | 'read' | 'entries' | 'leftOut' | 'decisions', number> {
  const head =
    /: (\d+) rows? on the page, (\d+) rows? read, (\d+) (?:entry|entries) made \(.*?\), (\d+) rows? left out, (\d+) decisions? left to a person\.$/;
  const [rows = NaN, read = NaN, entries = NaN, leftOut = NaN, decisions = NaN] = (
    head.exec(report.split('\n')[0] ?? '') ?? []
  )
    .slice(1)
    .map(Number);
  expect(read + leftOut).toBe(rows);
  return { rows, read, entries, leftOut, decisions };
}
