import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyOutcome } from 'axios-outcome';
import { explain } from 'axios-outcome';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { valueText } from '../../docs/.vitepress/theme/playground/value-text.js';
import { isBrowserMissing } from '../browser/browser-page.js';
import { type BuiltSite, type OpenedPage, openSite } from './built-site.js';

// Within the project, so that the program of the page finds the package by its name.
const programs = mkdtempSync(resolve(import.meta.dirname, '../.site-'));
const missing = isBrowserMissing();
let site: BuiltSite;
beforeAll(async () => {
  if (!missing) site = await openSite();
});
afterAll(async () => {
  await site?.close();
  rmSync(programs, { recursive: true });
});

const part = (page: Page, name: string) => page.locator(`[data-play=${name}]`);

async function openPlayground(path = '/playground.html', width?: number): Promise<OpenedPage> {
  const opened = await site.open(path, width);
  await part(opened.page, 'kind').waitFor();
  return opened;
}

/** The page plays a change a moment after it was made: it is done when the timeline says so. */
async function settled(page: Page, kind: string): Promise<void> {
  await expect.poll(() => part(page, 'kind').innerText(), { timeout: 10_000 }).toBe(kind);
}

/** Without the editor's line, and with the same number for every instant: the clocks differ. */
const comparable = (text: string) => text.replace(/^const .*\n\n/, '').replace(/\b1\d{12}\b/g, 'INSTANT');

let count = 0;
/** Runs the program that the page shows, in a Node.js of its own: what it prints. */
async function runProgram(page: Page): Promise<string> {
  const file = resolve(programs, `play-${++count}.mjs`);
  writeFileSync(file, await part(page, 'program').locator('pre').innerText());
  return execFileSync(process.execPath, [file], { encoding: 'utf8', timeout: 20_000 });
}

/** The outcome of the program that the page shows. */
async function outcomeInNode(page: Page): Promise<AnyOutcome> {
  const file = resolve(programs, `outcome-${++count}.mjs`);
  writeFileSync(file, `${await part(page, 'program').locator('pre').innerText()}\nexport { outcome };\n`);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    // The program's own export, added above.
    const { outcome } = (await import(pathToFileURL(file).href)) as { readonly outcome: AnyOutcome };
    return outcome;
  } finally {
    log.mockRestore();
  }
}

async function expectAsInNode(page: Page): Promise<AnyOutcome> {
  const outcome = await outcomeInNode(page);
  const shown = await part(page, 'outcome').locator('pre').innerText();
  expect(comparable(shown.trim())).toBe(comparable(valueText(outcome)));
  const explained = await part(page, 'explained-en').innerText();
  expect(explained).toBe(explain(outcome));
  expect(await runProgram(page)).toContain(explained);
  expect(await part(page, 'explained-zh').innerText()).toBe(explain(outcome, { locale: 'zh' }));
  return outcome;
}

describe.skipIf(missing)('the playground', () => {
  it('plays an answer of another catalogue, chosen by the keyboard alone, as Node.js does', async () => {
    const { page, troubles } = await openPlayground();
    await part(page, 'catalogue').focus();
    await page.keyboard.type('dew');
    await page.keyboard.press('Tab');
    await page.keyboard.type('POST');
    await expect.poll(() => part(page, 'preset').first().locator('option').count()).toBeGreaterThan(50);
    await part(page, 'preset').first().focus();
    await page.keyboard.type('403 Forbidden, KMS.0301');
    await settled(page, 'rejected');
    const outcome = await expectAsInNode(page);
    expect(outcome).toMatchObject({ kind: 'rejected', status: 403, problem: { code: 'KMS.0301' } });
    const shown = await part(page, 'outcome').innerText();
    expect(shown).toMatch(/^const outcome: Rejected<ProblemOf<DewCatalogue>/);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('plays a throttled request and its wait as Node.js does', async () => {
    const { page, troubles } = await openPlayground();
    await part(page, 'example').selectOption({ index: 1 });
    await part(page, 'jitter').selectOption('none');
    await expect.poll(() => part(page, 'timeline').innerText()).toMatch(/^429\s*2000 ms\s*200$/);
    const outcome = await expectAsInNode(page);
    expect(outcome).toMatchObject({ kind: 'success', attempts: [{ status: 429 }, { waitedMs: 2_000 }] });
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('plays a POST whose connection is reset as Node.js does, and without a network', async () => {
    const { page, troubles } = await openPlayground('/zh/playground.html', 390);
    await page.context().setOffline(true);
    await part(page, 'method').selectOption('POST');
    await part(page, 'preset').first().selectOption({ label: 'connection reset (ECONNRESET): unreachable' });
    await settled(page, 'unreachable');
    const outcome = await expectAsInNode(page);
    expect(outcome).toMatchObject({ kind: 'unreachable', effect: 'unknown', retry: { stopped: 'unsafe' } });
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('follows a delayed task, without a network', async () => {
    const { page, troubles } = await openPlayground();
    await page.context().setOffline(true);
    await part(page, 'example').selectOption({ index: 7 });
    await expect.poll(() => part(page, 'timeline').innerText()).toMatch(/202[\s\S]*Running[\s\S]*Succeeded/);
    expect(await part(page, 'outcome').innerText()).toContain('pages: 12');
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('every example ends, and its program runs', async () => {
    const { page, troubles } = await openPlayground();
    const examples = await part(page, 'example').locator('option').count();
    for (let index = 0; index < examples; index++) {
      await part(page, 'example').selectOption({ index });
      const [, kind = ''] = /^ {2}kind: '(\w+)'/m.exec(await runProgram(page)) ?? [];
      await settled(page, kind);
    }
    expect(examples).toBeGreaterThan(5);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('says what the library says of a wrong option', async () => {
    const { page } = await openPlayground();
    await part(page, 'retries').fill('-1');
    await expect.poll(() => part(page, 'refusal').innerText()).toContain('retry.retries');
    await part(page, 'retries').fill('');
    await part(page, 'kind').waitFor();
    await page.close();
  });

  it('every control has a label', async () => {
    const { page } = await openPlayground();
    const unlabelled = await page.evaluate(() => {
      // The selector finds these elements alone.
      const controls = [
        ...document.querySelectorAll('.playground :is(input, select, textarea)'),
      ] as HTMLInputElement[];
      return controls
        .filter(({ labels }) => !labels?.[0]?.textContent.trim())
        .map(({ outerHTML }) => outerHTML);
    });
    expect(unlabelled).toEqual([]);
    await page.close();
  });
});
