import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { executable, quiet } from '../browser/browser-page.js';

const folder = resolve(import.meta.dirname, '../../docs/.vitepress/dist');

const types: { readonly [ending: string]: string } = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The site as `npm run site` made it, on a server of this machine. */
export interface BuiltSite {
  readonly browser: Browser;
  readonly origin: string;
  /** Opens a page, and keeps what goes wrong on it and every request to somewhere else. */
  open(path: string, width?: number): Promise<OpenedPage>;
  close(): Promise<void>;
}

export interface OpenedPage {
  readonly page: Page;
  readonly troubles: readonly string[];
}

export async function openSite(): Promise<BuiltSite> {
  if (!existsSync(resolve(folder, 'index.html')))
    throw new Error('There is no site. Run `npm run site` first.');
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = resolve(folder, `.${pathname.endsWith('/') ? `${pathname}index.html` : pathname}`);
    const content = file.startsWith(folder + sep) ? await readFile(file).catch(() => undefined) : undefined;
    response.writeHead(content === undefined ? 404 : 200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    });
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server that listens on an IP address has an address of this form.
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const browser = await chromium.launch({ executablePath: executable ?? '', args: quiet });
  return {
    browser,
    origin,
    async open(path, width = 1280) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const troubles: string[] = [];
      page.on('pageerror', ({ message }) => troubles.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) troubles.push(`asked elsewhere: ${url}`);
      });
      await page.goto(origin + path);
      return { page, troubles };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
