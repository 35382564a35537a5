import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { executable, isBrowserMissing, quiet } from './browser-page.js';

/** What goes wrong on a page, and how often it asks the API for a scenario. */
function watch(page: Page): { readonly errors: string[]; asked(scenario: string): number } {
  const errors: string[] = [];
  const urls: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('request', (request) => urls.push(request.url()));
  return { errors, asked: (scenario) => urls.filter((asked) => asked.includes(`/api/${scenario}/`)).length };
}

describe.skipIf(isBrowserMissing())('the example page', () => {
  let server: ChildProcess;
  let url = '';
  beforeAll(async () => {
    const script = resolve(import.meta.dirname, '../../examples/browser/run.js');
    const env = { ...process.env, PORT: '0' };
    server = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: server.stdout ?? process.stdin });
    for await (const line of lines) {
      url = /^Outcomes in a browser: (\S+)$/.exec(line)?.[1] ?? '';
      if (url) break;
    }
  }, 60_000);
  afterAll(async () => {
    server.kill();
    await once(server, 'exit');
  });

  it.concurrent('a wait for retryAt is counted down, a task’s progress is drawn, a refusal reaches an error boundary, and no network pauses all', async ({
    expect,
  }) => {
    const browser = await chromium.launch({ executablePath: executable ?? '', args: quiet });
    try {
      const page = await browser.newPage({ viewport: { width: 1060, height: 560 } });
      const { errors, asked } = watch(page);
      await page.goto(url);
      const card = (name: string) => page.locator(`[data-card=${name}]`);
      for (const button of await page.locator('.card button').all()) await button.click();

      await card('stock').locator('.countdown').waitFor();
      const seconds = Number.parseInt(await card('stock').locator('.countdown').innerText(), 10);
      expect(seconds).toBeGreaterThan(1);
      expect(seconds).toBeLessThanOrEqual(3);
      await expect
        .poll(() => card('report').locator('progress').getAttribute('value'), { timeout: 9_000 })
        .toBe('70');
      await expect.poll(() => card('secret').innerText()).toContain('This secret is not yours.');
      const picture = process.env['SCREENSHOT'];
      if (picture !== undefined) await page.screenshot({ path: picture.replace('.png', '-board.png') });

      await expect.poll(() => card('report').innerText(), { timeout: 9_000 }).toContain('Ready: 12 pages');
      await expect.poll(() => card('stock').innerText(), { timeout: 9_000 }).toContain('12 pieces');
      expect(asked('stock')).toBe(2);
      expect(asked('secret')).toBe(1);

      // As a phone in a tunnel: the browser says so, and TanStack Query asks nothing.
      await page.context().setOffline(true);
      await expect.poll(() => page.locator('.network').innerText()).toContain('Offline.');
      await card('stock').locator('button').click();
      await expect.poll(() => card('stock').innerText()).toContain('Waits for the network.');
      if (picture !== undefined) {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.screenshot({ path: picture.replace('.png', '-narrow.png') });
      }
      expect(asked('stock')).toBe(2);
      await page.context().setOffline(false);
      await card('stock').locator('.countdown').waitFor();
      expect(asked('stock')).toBe(3);
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 60_000);

  it.concurrent('draws every scenario live: bars for attempts, waits and polls, and the outcome', async ({
    expect,
  }) => {
    const browser = await chromium.launch({ executablePath: executable ?? '', args: quiet });
    try {
      const page = await browser.newPage({ viewport: { width: 1060, height: 1010 } });
      const { errors } = watch(page);
      await page.goto(url);
      for (const button of await page.locator('nav button').all()) await button.click();
      await expect.poll(() => page.locator('.kind').count(), { timeout: 9000 }).toBe(7);
      const lines = await page.locator('article').allInnerTexts();
      const line = (name: string) => lines.find((text) => text.includes(`/api/${name}`)) ?? '';
      expect(line('busy')).toMatch(/success, effect applied[\s\S]*503[\s\S]*503[\s\S]*200[\s\S]*done/);
      const waited = /success[\s\S]*429[\s\S]*?(\d{4,}) ms[\s\S]*200/.exec(line('throttled'))?.[1];
      expect(Number(waited)).toBeGreaterThanOrEqual(2_000);
      expect(line('lost')).toMatch(/unavailable, effect unknown[\s\S]*502[\s\S]*could do it twice/);
      expect(line('reset')).toMatch(/success[\s\S]*ERR_NETWORK[\s\S]*200/);
      expect(line('task')).toMatch(/success, effect applied[\s\S]*202[\s\S]*poll[\s\S]*poll/);
      expect(line('closed')).toMatch(/cancelled, effect none/);
      expect(line('refused')).toMatch(/rejected, effect none[\s\S]*KMS\.0205/);
      expect(errors).toEqual([]);
      const picture = process.env['SCREENSHOT'];
      if (picture !== undefined) await page.screenshot({ path: picture });
    } finally {
      await browser.close();
    }
  });
});
