import { describe, expect, it } from 'vitest';
import { azure } from '../../src/catalogues/azure/index.js';
import { dew } from '../../src/catalogues/dew/index.js';
import { ecs } from '../../src/catalogues/ecs/index.js';
import { github } from '../../src/catalogues/github/index.js';
import { http } from '../../src/catalogues/http/index.js';
import { openai } from '../../src/catalogues/openai/index.js';
import { stripe } from '../../src/catalogues/stripe/index.js';
import { builtInDialects } from '../../src/delayed/start.js';
import { type Catalogue, type CodeEntry, defineCatalogue, type StatusEntry } from '../../src/index.js';

const catalogues: readonly (readonly [string, Catalogue])[] = Object.entries({
  azure,
  dew,
  ecs,
  github,
  http,
  openai,
  stripe,
});
const dialects = builtInDialects.map(({ name }) => name);

describe.each(catalogues)('%s', (_, catalogue) => {
  const rows: readonly (readonly [string, StatusEntry | CodeEntry])[] = [
    ...Object.entries(catalogue.statuses),
    ...Object.entries(catalogue.codes ?? {}),
  ];

  it('passes the checks of defineCatalogue', () => {
    expect(defineCatalogue(catalogue)).toBe(catalogue);
  });

  it('says in every row what it means, in English and Chinese, and where that is documented', () => {
    for (const [row, { meaning, source }] of rows) {
      expect(meaning?.en, row).toMatch(/^[A-Z][ -~]+\.$/);
      expect(meaning?.zh, row).toMatch(/\p{Script=Han}.*。$/u);
      expect(source, row).not.toBe('');
    }
  });

  it('gives a remedy in both languages, or none', () => {
    for (const [row, entry] of rows) {
      if (!('remedy' in entry) || entry.remedy === undefined) continue;
      expect(entry.remedy.en, row).toMatch(/^[A-Z][ -~]+\.$/);
      expect(entry.remedy.zh, row).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  it('names only dialects that there are', () => {
    for (const { task } of catalogue.operations ?? []) if (task) expect(dialects).toContain(task.dialect);
  });

  it('may call a status delayed wherever a task can begin', () => {
    const startsTasks = catalogue.operations?.some(({ task }) => task);
    if (startsTasks) expect(catalogue.statuses[200]?.or).toContain('delayed');
  });

  it('repeats nothing that was refused for good: only unavailable, failed and 421 are worth another attempt', () => {
    for (const [status, { kind, retry }] of Object.entries(catalogue.statuses)) {
      if (retry !== 'never' && status !== '421') expect(['unavailable', 'failed'], status).toContain(kind);
    }
  });
});
