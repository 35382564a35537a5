// npm run docs:api               writes the reference, docs/api, from the docstrings
// npm run docs:api -- --out DIR  writes it elsewhere
// typedoc is installed only for this, with the last compiler that has an API. TypeScript 7 has no API.
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { project, root, run } from '../test/matrix/workshop.js';

const packages = ['typedoc@0.28', 'typedoc-plugin-markdown@4', 'typescript@5.9'];
const at = await project('typedoc', { packages, manifest: { type: 'module' } });

/** A plugin of this repository is copied next to typedoc, so that it finds typedoc. */
function placed(plugin) {
  if (!plugin.startsWith('.')) return plugin;
  const copy = resolve(at, basename(plugin));
  copyFileSync(resolve(root, plugin), copy);
  return copy;
}

const { plugin } = createRequire(import.meta.url)('../typedoc.json');
const plugins = plugin.flatMap((name) => ['--plugin', placed(name)]);
const typedoc = resolve(at, 'node_modules/typedoc/bin/typedoc');
const { ok, output } = await run(process.execPath, [typedoc, ...plugins, ...process.argv.slice(2)], root);
console.log(output);
process.exit(ok ? 0 : 1);
