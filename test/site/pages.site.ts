import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBrowserMissing } from '../browser/browser-page.js';
import { type BuiltSite, openSite } from './built-site.js';

const docs = resolve(import.meta.dirname, '../../docs');
const pagesIn = (folder: string) =>
  readdirSync(resolve(docs, folder)).filter((file) => file.endsWith('.md') && file !== 'index.md');
const missing = isBrowserMissing();
let site: BuiltSite;
beforeAll(async () => {
  if (!missing) site = await openSite();
});
afterAll(() => site?.close());

const htmlOf = (page: string) => `/${page.replace(/\.md$/, '.html')}`;
const paths = [
  '/',
  '/zh/',
  '/api/',
  ...pagesIn('.').map(htmlOf),
  ...pagesIn('zh').map((page) => htmlOf(`zh/${page}`)),
];

describe.skipIf(missing)('the site', () => {
  it('no page is wider than a phone or a desk, asks another server, or has an error', async () => {
    const { page, troubles } = await site.open('/');
    for (const path of paths) {
      await page.goto(site.origin + path);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([path, width, overflow <= 0, troubles]).toEqual([path, width, true, []]);
      }
    }
    await page.close();
  }, 240_000);

  it.each([
    ['/', 'deadlineMs', 'Retry safety'],
    ['/zh/', '幂等', '重试'],
  ])('from %s, a search for %s finds %s', async (path, words, title) => {
    const { page, troubles } = await site.open(path);
    await page.locator('#local-search button').first().click();
    await page.locator('#localsearch-input').fill(words);
    await expect
      .poll(() => page.locator('#localsearch-list .result').allInnerTexts(), { timeout: 10_000 })
      .toContainEqual(expect.stringContaining(title));
    expect(troubles).toEqual([]);
    await page.close();
  });
});
