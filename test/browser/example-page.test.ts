import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executable, isBrowserMissing, quiet } from './browser-page.js';

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

  it('draws every scenario live: bars for attempts, waits and polls, and the outcome', async () => {
    const browser = await chromium.launch({ executablePath: executable ?? '', args: quiet });
    try {
      const page = await browser.newPage({ viewport: { width: 1060, height: 1010 } });
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(url);
      for (const button of await page.locator('button').all()) await button.click();
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
