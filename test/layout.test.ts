import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../src');
/** Each folder imports only those before it (DESIGN, Layout). */
const order = ['semantics', 'catalogues', 'classify', 'retry', 'outcome', 'delayed', 'axios', ''];

/** What stands beside the core imports these only, and nothing imports it. */
const beside: { readonly [folder: string]: string[] } = {
  cli: ['cli', 'semantics', 'catalogues', 'classify', 'retry', 'outcome'],
  observe: ['observe', 'classify', 'outcome', 'axios'],
  query: ['query', 'semantics', 'classify', 'outcome', 'axios'],
  server: ['server', 'semantics', 'classify', 'outcome'],
  nestjs: ['nestjs', 'server', 'semantics', 'classify', 'outcome', 'axios'],
  logging: ['logging', 'semantics', 'classify', 'retry', 'outcome', 'observe'],
  testing: ['testing', 'semantics', 'catalogues', 'classify', 'retry', 'outcome'],
};
/** What else they import at run time; `query`, `server` and `logging` nothing. */
const optionalPeers: { readonly [folder: string]: string[] } = {
  observe: ['@opentelemetry/api'],
  query: [],
  server: [],
  logging: [],
  nestjs: ['@nestjs/common', '@nestjs/axios'],
};
/** The command's parsers: bundled into it, so that a user's tree has none of them. */
const bundled = [
  'commander',
  'parse5',
  'micromark',
  'micromark-extension-gfm-table',
  'sucrase',
  'yaml',
  '@apidevtools/json-schema-ref-parser',
];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const imports = files.flatMap((file) => {
  const text = readFileSync(resolve(src, file), 'utf8');
  return [...text.matchAll(/^(import|export)( type)? [^;]*?from '([^']+)'/gms)].map((found) => ({
    file,
    type: found[2] !== undefined,
    from: found[3] ?? '',
  }));
});

function folderOf(file: string): string {
  return file.includes(sep) ? (file.split(sep)[0] ?? '') : '';
}

describe('imports go one way (DESIGN, Layout)', () => {
  it('finds the imports that it checks', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each(imports.filter(({ from }) => from.startsWith('.')))('$file imports $from', ({ file, from }) => {
    const folder = folderOf(file);
    // The package's name and version are anybody's to know.
    const ownManifest = from.endsWith('/package.json');
    const target = ownManifest ? folder : folderOf(relative(src, resolve(src, dirname(file), from)));
    const allowed = beside[folder];
    if (allowed !== undefined) return expect(target).toBeOneOf(allowed);
    expect(order.indexOf(target)).toBeLessThanOrEqual(order.indexOf(folder));
    expect(order).toContain(target);
  });

  it('only axios/ touches axios at run time, and only its engine p-retry', () => {
    const runTime = imports.filter(({ from, type }) => !from.startsWith('.') && !type);
    for (const { file, from } of runTime) {
      // msw is a type of its own making there: any version will do, and none.
      if (folderOf(file) === 'testing') {
        expect(from).toBeOneOf(['axios', '@sinonjs/fake-timers']);
        continue;
      }
      // Optional peers, which whoever imports the subpath has.
      const peers = optionalPeers[folderOf(file)];
      if (peers !== undefined) {
        expect(peers).toContain(from);
        continue;
      }
      if (folderOf(file) === 'cli') {
        expect(from.startsWith('node:') ? from : bundled).toContain(from);
        continue;
      }
      expect([file, from]).toEqual([file, from === 'p-retry' || from === 'leven' ? from : 'axios']);
      if (from === 'axios') expect(folderOf(file)).toBe('axios');
      if (from === 'p-retry') expect(file).toBe(`axios${sep}engine.ts`);
      // Carried in the bundle, for misspelt options.
      if (from === 'leven') expect(file).toBe(`semantics${sep}configuration-error.ts`);
    }
    expect(runTime.length).toBeGreaterThan(1);
  });
});
