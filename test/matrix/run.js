// npm run test:matrix                      every part
// npm run test:matrix -- types projects    only the parts named

import { described } from './described.js';
import { descriptions } from './descriptions.js';
import { ownSuite } from './own-suite.js';
import { packageChecks } from './package-checks.js';
import { projects } from './projects.js';
import { runtime } from './runtime.js';
import { print } from './table.js';
import { types } from './types.js';
import { pack } from './workshop.js';

const parts = {
  package: packageChecks,
  types,
  described,
  projects,
  runtime,
  descriptions,
  suite: ownSuite,
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. Parts: ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}

const tarball = await pack();
let failed = 0;
for (const [name, part] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const begin = performance.now();
  const tables = [await part(tarball)].flat();
  const seconds = Math.round((performance.now() - begin) / 1000);
  for (const table of tables) failed += print(table, seconds);
}
console.log(failed === 0 ? 'matrix: all passed' : `matrix: ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
