import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { transform } from 'sucrase';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/statuses.js';
import { catalogueModule, catalogueType, identifier } from '../../src/cli/emit/catalogue-module.js';
import { literal } from '../../src/cli/emit/literal.js';
import { reportText } from '../../src/cli/report/report.js';
import { anyCharacter } from '../any-character.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(import.meta.dirname, '.module-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a catalogue as a TypeScript module', () => {
  it('holds the very catalogue: all of DEW, read back', async () => {
    const text = catalogueModule(dew, { constant: 'again', doc: ['A copy.'] });
    const file = join(folder, 'dew.mjs');
    await writeFile(file, transform(text, { transforms: ['typescript'] }).code);
    const { again } = await import(pathToFileURL(file).href);
    expect(again).toEqual(dew);
  });

  it('refuses what is no catalogue', () => {
    const wrong = { name: 'Wrong', source: 'nowhere', statuses: {} };
    expect(() => catalogueModule(wrong, { constant: 'wrong', doc: [] })).toThrow(
      'statuses of catalogue Wrong',
    );
  });

  it('writes records below each other, flat ones on one line of at most 110 columns', () => {
    expect(literal({ a: { b: 1, c: ["it's"] }, 'd-e': '"' })).toBe(
      `{\n  a: { b: 1, c: ["it's"] },\n  'd-e': '"',\n}`,
    );
    const long = literal({ a: 'x'.repeat(60), b: 'y'.repeat(60) });
    expect(long.split('\n')).toHaveLength(4);
  });

  it('any text and key comes back as it was, and nothing leaves its quotes', () => {
    const data = fc.dictionary(fc.string({ unit: anyCharacter }), fc.string({ unit: anyCharacter }), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(data, (record) => {
        // Reads the literal as an engine does; the text is ours, from the line above.
        const read: unknown = new Function(`return (${literal(record)})`)();
        expect(read).toEqual(record);
      }),
      { examples: [[{ ["\u2028'\\"]: '`$\u007bx}\u0000\u202e' }], [{ ['__proto__']: 'own', '007': '' }]] },
    );
  });

  it.each([
    ['Key Management (KMS)', 'keyManagementKms'],
    ['2fa', 'catalogue2fa'],
    ['状态码', '状态码'],
    ['delete', 'catalogueDelete'],
    ['—', 'catalogue'],
  ])('%s makes the constant %s', (text, constant) => {
    expect(identifier(text)).toBe(constant);
  });
});

describe('the type of the catalogue of a module', () => {
  it('has the name of the constant', () => {
    for (const [constant, type] of [
      ['keyManagement', 'KeyManagementCatalogue'],
      ['shopCatalogue', 'ShopCatalogue'],
      ['状态码', '状态码Catalogue'],
      // `Catalogue` is the name of what it is imported for.
      ['catalogue', 'CatalogueCatalogue'],
    ] as const) {
      expect(catalogueType(constant)).toBe(type);
    }
  });

  it('is an interface, so that an editor shows its name', () => {
    const text = catalogueModule(dew, { constant: 'again', doc: ['A copy.'] });
    expect(text).toContain('export interface AgainCatalogue extends Readonly<typeof againData> {}');
    expect(text).toContain('export const again: AgainCatalogue = againData;');
  });
});

describe('a report as text', () => {
  it('counts rows, unread rows and decisions, and lists each', () => {
    const row = { at: 'table 1, row 2', subject: '503', result: 'unavailable, transient' };
    const text = reportText({
      source: 'page.md',
      notes: ['one note'],
      rows: [{ ...row, because: ['HTTP says so'], decide: ['is it?'] }],
      unread: [{ at: 'table 1, row 3', text: '4xx', because: 'a class' }],
    });
    expect(text).toBe(
      [
        'Report on page.md: 1 row read, 1 row not read, 1 decision left to a person.',
        'Note: one note',
        '',
        '503: unavailable, transient  [table 1, row 2]',
        '  because HTTP says so',
        '  DECIDE  is it?',
        '',
        'Not read:',
        '  table 1, row 3: 4xx',
        '    because a class',
        '',
      ].join('\n'),
    );
  });
});
