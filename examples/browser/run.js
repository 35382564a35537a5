// A page that shows outcomes as they come about: `npm run demo:browser`, then open the address.
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { startApi } from './api.js';

const root = fileURLToPath(new URL('page', import.meta.url));
const outDir = fileURLToPath(new URL('../../dist-browser', import.meta.url));

const api = await startApi();
/** Libraries of React mark their files for servers (`"use client"`), and a bundle for a page has no use for that. */
const rolldownOptions = {
  /** @param {{ code?: string }} warning @param {(warning: any) => void} warn */
  onwarn(warning, warn) {
    if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
  },
};
await build({
  root,
  base: './',
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true, rolldownOptions, chunkSizeWarningLimit: 2_000 },
});
const server = await preview({
  root,
  logLevel: 'warn',
  build: { outDir },
  preview: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4173) },
});
const [page] = server.resolvedUrls?.local ?? [];
// The API is on an origin of its own, as one usually is: what CORS hides is hidden here too.
console.log(`Outcomes in a browser: ${page}?api=${encodeURIComponent(api.origin)}`);
