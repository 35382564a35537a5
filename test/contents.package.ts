// What a stranger's install gets: the files of the tarball, and a door for each way in.
// Installed and used for real by test/matrix.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedNames } from '../src/cli/load/load-catalogue.js';
import { version } from '../src/semantics/between-copies.js';

const root = resolve(import.meta.dirname, '..');

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> };
}
// Our own package.json, whose fields are those above.
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Manifest;
const doors = Object.keys(manifest.exports).filter((path) => path !== './package.json');

// npm's own report: [{ size, files: [{ path }] }].
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
) as readonly [{ readonly size: number; readonly files: readonly { readonly path: string }[] }];
const files = packed.files.map(({ path }) => path);

function run(program: string, ...flags: readonly string[]): string {
  return execFileSync(process.execPath, [...flags, '--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
  });
}

describe.each(doors)('the door %s', (path) => {
  const name = path === '.' ? 'index' : path.slice(2);

  it('has declarations and code for import and for require, all of them in the tarball', () => {
    expect(manifest.exports[path]).toEqual({
      import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
      require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
    });
    for (const end of ['d.ts', 'js', 'd.cts', 'cjs']) expect(files).toContain(`dist/${name}.${end}`);
  });

  it('gives require what it gives import, without the require of ES modules that jest and older Nodes lack', () => {
    // Catalogues are the same data; of functions and classes each format has its own copy.
    const program = `
      import { createRequire } from 'node:module';
      import { isDeepStrictEqual } from 'node:util';
      const specifier = 'axios-outcome${path.slice(1)}';
      const imported = { ...(await import(specifier)) };
      const required = { ...createRequire(process.cwd() + '/x.js')(specifier) };
      const shown = (exports) => JSON.parse(JSON.stringify(Object.entries(exports).sort(([a], [b]) => (a < b ? -1 : 1)), (key, value) =>
        typeof value === 'function' ? 'function ' + value.name : value));
      // The augmentation has types alone, and nothing to give.
      console.log(Object.keys(imported).length > 0 === ${path !== './augment'},
        isDeepStrictEqual(shown(imported), shown(required)));
    `;
    // NestJS 12 is an ES module itself: its door opens to require where Node requires those.
    const options = path === './nestjs' ? [] : ['--no-experimental-require-module'];
    expect(run(program, ...options)).toBe('true true\n');
  });
});

it('the source has the version and the names of catalogues of package.json', () => {
  const named = doors.flatMap((path) => /^\.\/catalogues\/(.+)$/.exec(path)?.[1] ?? []);
  expect([version, [...shippedNames].sort()]).toEqual([manifest.version, named.sort()]);
});

it.each(doors.filter((path) => path !== '.'))(
  'the door %s is found by moduleResolution node10, which knows no exports map',
  (path) => {
    const name = path.slice(2);
    const found = Object.entries(manifest.typesVersions['*']).flatMap(([pattern, [target = '']]) => {
      const [before = '', after] = pattern.split('*');
      if (after === undefined) return pattern === name ? [target] : [];
      return name.startsWith(before) ? [target.replace('*', name.slice(before.length))] : [];
    });
    expect(found).toEqual([`./dist/${name}.d.cts`]);
  },
);

describe('the tarball', () => {
  it('has code, declarations, README, LICENSE and the notices of what is bundled, and nothing else', () => {
    const others = files.filter((file) => !/^dist\/[\w/-]+\.(js|cjs|d\.ts|d\.cts)$/.test(file));
    const notices = ['dist/THIRD-PARTY-NOTICES.txt', 'dist/cli/THIRD-PARTY-NOTICES.txt'];
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'README.zh-CN.md', ...notices, 'package.json']);
  });

  // The target is 450 kB. The command's parsers and vocabularies alone are 190.
  it('is of 496 kB at most: the command is minified, and texts are declared once', () => {
    expect(packed.size).toBeLessThan(496_000);
  });

  it('has no tests, no source maps, and no path of the machine that built it', () => {
    expect(files.filter((file) => /test|\.map$/.test(file.replace('dist/testing', '')))).toEqual([]);
    for (const file of files.filter((path) => path.startsWith('dist/'))) {
      const text = readFileSync(resolve(root, file), 'utf8');
      expect([file, text.includes(root), text.includes('sourceMappingURL')]).toEqual([file, false, false]);
    }
  });
});
