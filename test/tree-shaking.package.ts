// What a bundler leaves of the built package, where only a part of it is imported: by
// Rolldown through Vite, with p-retry bundled, and axios left out as a user's own.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { http } from '../src/catalogues/http/index.js';

const dist = resolve(import.meta.dirname, '../dist');

interface Bundled {
  /** What a page loads at its start, and what it loads when that asks for it. */
  readonly atStart: string;
  readonly later: string;
  /** Packages of others that have code in it. */
  readonly packages: readonly string[];
}

async function bundle(names: string): Promise<Bundled> {
  const entry = `\0only ${names}`;
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: dist,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry ? `export { ${names} } from ${JSON.stringify(resolve(dist, 'index.js'))};` : null,
      },
    ],
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: entry, external: ['axios'], preserveEntrySignatures: 'strict' },
    },
  });
  // No watcher was asked for, and one input makes one output.
  const { output } = (Array.isArray(result) ? result[0] : result) as Extract<
    typeof result,
    { output: unknown }
  >;
  const chunks = output.filter((file) => file.type === 'chunk');
  const later = new Set(chunks.flatMap(({ dynamicImports }) => dynamicImports));
  const codeOf = (wanted: boolean) =>
    chunks
      .filter(({ fileName }) => later.has(fileName) === wanted)
      .map(({ code }) => code)
      .join('\n');
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  const packages = modules.flatMap(([id, { renderedLength }]) =>
    renderedLength > 0 ? [/node_modules\/([^/]+)/.exec(id)?.[1] ?? ''].filter(Boolean) : [],
  );
  return { atStart: codeOf(false), later: codeOf(true), packages: [...new Set(packages)] };
}

const engine = ['function sendRequest(', 'function wrapAdapter(', 'function addLastInterceptor('];
const meaning = http.statuses[503].meaning.en;

describe('what is imported decides what is bundled', () => {
  it('attachOutcomes has the engine, the retry loop, and no catalogue text', async () => {
    const { atStart, packages } = await bundle('attachOutcomes');
    for (const mark of engine) expect([mark, atStart.includes(mark)]).toEqual([mark, true]);
    expect(packages).toContain('p-retry');
    // So that the marks are known to be what the package has.
    expect(readFileSync(resolve(dist, 'catalogues/http.js'), 'utf8').includes(meaning)).toBe(true);
    expect(atStart.includes(meaning)).toBe(false);
  });

  it('outcomeOf has no retry loop, no engine and no catalogue text, at its start or later', async () => {
    const { atStart, later, packages } = await bundle('outcomeOf');
    expect(packages).toEqual([]);
    for (const mark of [...engine, meaning])
      expect([mark, (atStart + later).includes(mark)]).toEqual([mark, false]);
  });

  it('what follows a task comes later, with the first delayed one', async () => {
    const { atStart, later } = await bundle('attachOutcomes');
    const mark = 'function* follow(';
    expect([atStart.includes(mark), later.includes(mark)]).toEqual([false, true]);
  });

  it.each([
    ['match', 1_000],
    ['isOutcome', 2_000],
    ['match, unwrap', 12_000],
  ])('%s has nothing of the engine, and stays below %i characters', async (names, most) => {
    const { atStart, later, packages } = await bundle(names);
    expect([packages, later]).toEqual([[], '']);
    for (const mark of [...engine, meaning]) expect([mark, atStart.includes(mark)]).toEqual([mark, false]);
    expect(atStart.length).toBeLessThan(most);
  });
});
