// npm run site: builds the site of docs/ in docs/.vitepress/dist, and checks its links.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { installSitePackages } from './site-packages.js';

const root = resolve(import.meta.dirname, '..');
const site = 'docs/.vitepress/dist';
/** Links to other sites are not checked, since the build has no network. */
const otherSites = '^https?://(?!localhost)';

/** @param {readonly string[]} command */
function run(...command) {
  try {
    execFileSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  } catch {
    console.error(`The site is not built: ${command[0]} failed, see above.`);
    process.exit(1);
  }
}

installSitePackages();
run('node_modules/typescript/bin/tsc', '-p', 'docs');
run('docs/node_modules/vitepress/bin/vitepress.js', 'build', 'docs', ...process.argv.slice(2));
run(
  'docs/node_modules/linkinator/build/src/cli.js',
  ...[site, '--recurse', '--check-fragments', '--skip', otherSites, '--verbosity', 'error'],
);
console.log(
  `The site is in ${site}. To look at it: node docs/node_modules/vitepress/bin/vitepress.js preview docs`,
);
