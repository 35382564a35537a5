import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';

/** Where Debian, and the variable that others use, have it. */
export const executable = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);

/** Says so where tests must be skipped, so that nobody takes a skipped one for a passed one. */
export function isBrowserMissing(): boolean {
  if (executable !== undefined) return false;
  console.warn(
    'SKIPPED: there is no Chromium here. Run .ci/install-debian-packages, or name one in CHROMIUM.',
  );
  return true;
}

/** A page in headless Chromium, at an origin of its own. */
export interface BrowserPage {
  readonly page: Page;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Bundles a folder with Vite as its user would, serves it, and opens it. */
export async function openPage(root: string): Promise<BrowserPage> {
  const folder = mkdtempSync(join(tmpdir(), 'axios-outcome-page-'));
  await build({ root, base: './', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: executable ?? '', args: quiet });
  const page = await browser.newPage();
  await page.goto(server.origin);
  return {
    page,
    origin: server.origin,
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Root may start it, and it asks nobody but the page's own servers. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const types: { readonly [ending: string]: string } = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves a folder to the browsers of this machine; of a folder within it, the `index.html`. */
export async function serve(folder: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = resolve(folder, `.${pathname.replace(/\/$/, '/index.html')}`);
    const content = file.startsWith(folder + sep) ? await readFile(file).catch(() => undefined) : undefined;
    response.writeHead(content === undefined ? 404 : 200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    });
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server that listens on an IP address has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
