// The licences of bundled packages require that the bundle has their texts.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A plugin of the bundler: writes THIRD-PARTY-NOTICES.txt next to a bundle that has code of other packages. */
export function thirdPartyNotices() {
  return {
    name: 'third-party-notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(({ modules }) => Object.keys(modules ?? {}));
      const packages = new Set(
        modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []),
      );
      if (packages.size === 0) return;
      const source = [...packages].sort().map(noticeOf).join('\n');
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source });
    },
  };
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(resolve(folder, file), 'utf8') : '';
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
