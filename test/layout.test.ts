import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { join } from 'node:path/posix';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

/** Each folder imports itself and those before it; last, the files of `src` itself (ARCHITECTURE.md). */
const order = ['semantics', 'catalogues', 'classify', 'retry', 'outcome', 'delayed', 'axios', ''];

interface Wall {
  /** The other folders that it imports. */
  readonly folders: readonly string[];
  /** The packages that it loads, Node's own modules (`node:`) by that word. */
  readonly packages: readonly string[];
}
/** What stands beside the core: only its own subpath leads to it. */
const beside: { readonly [folder: string]: Wall } = {
  cli: {
    folders: ['semantics', 'catalogues', 'classify', 'retry', 'outcome'],
    // Bundled into the command, so that a user's tree has none of its parsers.
    packages: [
      'node:',
      'commander',
      'parse5',
      'micromark',
      'micromark-extension-gfm-table',
      'sucrase',
      'yaml',
    ],
  },
  // An optional peer, which whoever imports the subpath has.
  observe: { folders: ['classify', 'outcome', 'axios'], packages: ['@opentelemetry/api'] },
  query: { folders: ['semantics', 'classify', 'outcome', 'axios'], packages: [] },
  server: { folders: ['semantics', 'classify', 'outcome'], packages: [] },
  nestjs: {
    folders: ['server', 'semantics', 'classify', 'outcome', 'axios'],
    packages: ['@nestjs/common', '@nestjs/axios'],
  },
  logging: { folders: ['semantics', 'classify', 'retry', 'outcome', 'observe'], packages: [] },
  testing: {
    folders: ['semantics', 'catalogues', 'classify', 'retry', 'outcome'],
    // An adapter fails as axios's own do; the timers are bundled into the kit.
    packages: ['axios', '@sinonjs/fake-timers'],
  },
};

/** What files of the core load, one each: p-retry, and what is bundled into it. */
const core = ['p-retry', 'leven'];

interface Import {
  readonly file: string;
  readonly from: string;
  /** Whether nothing is loaded for it. */
  readonly isType: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(resolve(src, file), 'utf8')
    .replace(/^\s*\/\*.*?\*\//gms, '')
    .replace(/^\s*\/\/.*$/gm, '');
  const found = [
    ...text.matchAll(/^(?:import|export)(?<type> type)?\b[^;'"]*?\bfrom '(?<from>[^']+)'/gm),
    ...text.matchAll(/^import '(?<from>[^']+)'/gm),
    ...text.matchAll(/(?<type>\btypeof )?\bimport\(\s*'(?<from>[^']+)'/g),
  ];
  return found.map(({ groups }) => ({ file, from: groups?.['from'] ?? '', isType: !!groups?.['type'] }));
}

const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

/** Where a relative import leads, from `src` on. */
function targetOf({ file, from }: Import): string {
  return join(file, '..', from).replace(/\.js$/, '.ts');
}

function oneWay(one: Import): string[] {
  const [folder, target] = [folderOf(one.file), targetOf(one)];
  const told = `${one.file} imports ${target}`;
  // Tables of words, which the command carries in its bundle.
  if (folder === 'cli' && target.endsWith('.json')) return [];
  if (!files.includes(target)) return [`${told}, which is no file of src`];
  if (folder === folderOf(target)) return [];
  const wall = beside[folder];
  if (wall?.folders.includes(folderOf(target))) return [];
  const isCore = order.includes(folder) && order.includes(folderOf(target));
  if (isCore && order.indexOf(folderOf(target)) < order.indexOf(folder)) return [];
  return [`${told}: ${folder || 'src'} may not import ${folderOf(target) || 'src'}`];
}

/** Only src/axios loads axios, and a folder beside the core what its wall names. */
function packages({ file, from, isType }: Import): string[] {
  if (isType) return [];
  const folder = folderOf(file);
  const allowed = beside[folder]?.packages ?? (folder === 'axios' ? ['axios', ...core] : core);
  const name = from.startsWith('node:') ? 'node:' : from;
  return allowed.includes(name) ? [] : [`${file} loads ${from}`];
}

function onlyOne(name: string): string[] {
  const loading = imports.filter(({ from, isType }) => from === name && !isType).map(({ file }) => file);
  return loading.length < 2 ? [] : [`one file may load ${name}, not ${loading.join(' and ')}`];
}

/** The shortest way of imports from one file to another. */
function way(from: string, to: string): string[] | undefined {
  const ways = [[from]];
  const seen = new Set([from]);
  for (const known of ways) {
    const last = known.at(-1) ?? '';
    if (last === to) return known;
    for (const next of graph.get(last) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...known, next]);
    }
  }
  return undefined;
}

/** Every circle of imports, each once, as a chain of names that begins with its first by the alphabet. */
function circles(): string[] {
  const chains = [...graph].flatMap(([file, targets]) =>
    targets.flatMap((target) => {
      const back = way(target, file);
      if (back === undefined) return [];
      const first = back.indexOf([...back].sort()[0] ?? '');
      const chain = [...back.slice(first), ...back.slice(0, first)];
      return [`a circle: ${[...chain, chain[0]].join(' -> ')}`];
    }),
  );
  return [...new Set(chains)];
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const imports = files.flatMap(importsOf);
const inside = imports.filter(({ from }) => from.startsWith('.'));
const outside = imports.filter(({ from }) => !from.startsWith('.'));
const graph = new Map(
  files.map((file) => [file, inside.filter((one) => one.file === file).map((one) => targetOf(one))]),
);

it('imports go one way and in no circle, types included; axios and p-retry are loaded where ARCHITECTURE.md says', () => {
  // What is held is there.
  expect([files.length > 100, inside.length > 500, outside.length > 10]).toEqual([true, true, true]);
  const found = [
    ...inside.flatMap(oneWay),
    ...outside.flatMap(packages),
    ...core.flatMap(onlyOne),
    ...circles(),
  ];
  expect(found.join('\n')).toBe('');
});
