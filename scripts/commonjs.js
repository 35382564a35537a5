// What `require('axios-outcome')` finds, beside what tsdown built for `import`.
//
// The code stays ESM, once: Node 20.19 and later can require it, and a second copy in
// CommonJS would have second marks and records, so that an instance attached by one copy
// would look bare to the other. What CommonJS needs is a name of its own for each door,
// since TypeScript before 5.8 (and `module: node16` in every version) refuses to require
// a declaration of an ES module: dist/x.cjs hands on dist/x.js, dist/x.d.cts says what
// dist/x.d.ts says, with CommonJS's view of axios's types.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(root, 'dist');

for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue;
  const declarations = readFileSync(resolve(dist, file), 'utf8');
  const relative = /(\bfrom |\bimport\()(["']\.{1,2}\/[^"']+)\.js(["'])/g;
  write(file.replace(/\.d\.ts$/, '.d.cts'), declarations.replace(relative, '$1$2.cjs$3'));
}

const { exports } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
for (const door of Object.values(exports)) {
  const file = door.require?.default;
  if (file === undefined) continue;
  write(file.replace('./dist/', ''), `module.exports = require('./${basename(file, '.cjs')}.js');\n`);
}

function write(file, text) {
  writeFileSync(resolve(dist, file), text);
}
