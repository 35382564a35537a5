import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { executable, quiet, serve } from '../browser/browser-page.js';

const folder = resolve(import.meta.dirname, '../../docs/.vitepress/dist');

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
  const server = await serve(folder);
  const { origin } = server;
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
      await server.close();
    },
  };
}
