// axios declares its types twice, for `import` and for `require`. Declarations without types of axios
// are the same for both. For these, the file for `import` re-exports the file for `require`.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const dist = resolve(import.meta.dirname, '../dist');
// The clock in the test kit is internal, and has no declarations.
rmSync(resolve(dist, 'fake-timers.d.cts'), { force: true });

const outside = /^(?:import|export) [^;]* from ["'][^.]|^declare (?:module|global)\b/m;
const inside = /^((?:import|export) [^;]* from ["'])(\.[^"']+)\.js(["'])/gm;

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.d.ts'),
);
const texts = new Map(files.map((file) => [file, readFileSync(resolve(dist, file), 'utf8')]));

for (const [file, text] of texts) {
  const twin = readFileSync(resolve(dist, file.replace(/\.ts$/, '.cts')), 'utf8');
  if (needsNobody(file) && text.replace(inside, '$1$2.cjs$3') === twin) {
    writeFileSync(resolve(dist, file), `export * from './${basename(file, '.d.ts')}.cjs';\n`);
  }
}

/** Whether a declaration, with the declarations that it imports, needs no other package. */
function needsNobody(file) {
  const text = texts.get(file);
  const imported = [...text.matchAll(inside)].map(([, , path]) => `${join(dirname(file), path)}.d.ts`);
  return !outside.test(text) && imported.every(needsNobody);
}
