import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineCatalogue } from '../../src/semantics/define-catalogue.js';
import { catalogueIn, fixtures, inProcess } from './in-process.js';
import { runCommand } from './run-command.js';

const harbour = resolve(fixtures, 'three-columns.en.html');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'axios-outcome-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('axios-outcome catalogue page, as it is shipped', () => {
  it('writes the module to standard output and the report to standard error', async () => {
    const { status, stdout, stderr } = await runCommand(['catalogue', 'page', harbour]);
    expect(status).toBe(0);
    expect(stdout).toContain('export const harbourApiStatusCodes: HarbourApiStatusCodesCatalogue =');
    expect(stdout).toContain('harbourApiStatusCodes satisfies Catalogue;');
    expect(defineCatalogue(catalogueIn(stdout)).statuses[202]?.kind).toBe('delayed');
    expect(stderr).toContain(
      '6 rows on the page, 6 rows read, 6 entries made (6 of statuses, 0 of error codes), 0 rows left out, 1 decision left to a person.',
    );
    expect(stdout + stderr).not.toContain('\u001b');
  });

  it('reads standard input, and writes module and report to files', async () => {
    const out = join(folder, 'harbour.ts');
    const report = join(folder, 'report.json');
    const words = [
      'catalogue',
      'page',
      '-',
      '--name',
      'Harbour',
      '--source',
      'https://harbour.example/codes',
      '--out',
      out,
      '--report',
      report,
    ];
    expect(await runCommand(words, await readFile(harbour))).toEqual({ status: 0, stdout: '', stderr: '' });
    const catalogue = catalogueIn(await readFile(out, 'utf8'));
    expect(Object.values(catalogue.statuses).map(({ source }) => source)).toEqual(
      Array(6).fill('https://harbour.example/codes'),
    );
    const { counts, rows, unread } = JSON.parse(await readFile(report, 'utf8'));
    expect(counts).toEqual({ rows: 6, read: 6, leftOut: 0, statuses: 6, codes: 0 });
    expect(rows[5]).toEqual({
      at: 'table 1, row 7',
      subject: '503 Service Unavailable',
      result: 'unavailable, transient',
      because: [
        "HTTP's own 503 is unavailable, transient (RFC 9110, 15.6.4)",
        '“is busy”, “try again” agree with it',
      ],
      decide: [],
      says: ['The harbour is busy, try again later.'],
      against: false,
    });
    expect(unread).toEqual([]);
  });

  it('a missing file, a page without tables and an unknown encoding end with status 1', async () => {
    const empty = join(folder, 'empty.md');
    await writeFile(empty, '# Nothing here\n');
    expect(await inProcess(['catalogue', 'page', join(folder, 'none.md')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('cannot read'),
    });
    expect(await inProcess(['catalogue', 'page', empty])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no table was found'),
    });
    expect(await inProcess(['catalogue', 'page', harbour, '--encoding', 'klingon'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no encoding "klingon"'),
    });
    expect(
      await inProcess(['catalogue', 'page', harbour, '--out', join(folder, 'no', 'such', 'folder.ts')]),
    ).toMatchObject({ status: 1, stderr: expect.stringContaining('cannot write') });
  });

  it('an unknown format, a second file and no file end with status 2', async () => {
    for (const words of [[harbour, '--format', 'pdf'], [harbour, harbour], []]) {
      expect((await inProcess(['catalogue', 'page', ...words])).status).toBe(2);
    }
  });

  it('a file that is cut short is read as far as it goes, and said to be', async () => {
    const text = await readFile(harbour, 'utf8');
    const cut = text.slice(0, text.indexOf('The crane is'));
    const { status, stdout, stderr } = await inProcess(['catalogue', 'page', '-'], cut);
    expect(status).toBe(0);
    expect(Object.keys(catalogueIn(stdout).statuses)).toEqual(['200', '202', '404', '429', '500']);
    expect(stderr).toContain('the page ends inside a table: it may be cut short');
  });

  it('a file cut inside a character, and one with damaged characters, are said to be', async () => {
    const bytes = await readFile(resolve(fixtures, 'three-columns.zh.html'));
    const at = bytes.indexOf('泊位不存在') + 4;
    expect((await inProcess(['catalogue', 'page', '-'], bytes.subarray(0, at))).stderr).toContain(
      'the file ends inside a character',
    );
    const damaged = Buffer.from(bytes);
    damaged[at] = 0xff;
    const { stdout, stderr } = await inProcess(['catalogue', 'page', '-'], damaged);
    expect(stderr).toMatch(/\d characters are damaged/);
    expect(Object.keys(catalogueIn(stdout).statuses)).toHaveLength(6);
  });

  it('Western text that is no UTF-8 is read as windows-1252', async () => {
    const page =
      '<table><tr><th>Statut HTTP</th><th>Sens</th></tr><tr><td>404</td><td>Ressource supprimée, désolé</td></tr></table>';
    const { stdout, stderr } = await inProcess(['catalogue', 'page', '-'], Buffer.from(page, 'latin1'));
    expect(catalogueIn(stdout).statuses[404]?.meaning?.en).toBe('Ressource supprimée, désolé');
    expect(stderr).toContain('read as windows-1252');
  });

  it('a name that is only half there is no pair of names', async () => {
    const page = '| Status code |\n| --- |\n| 502/504 Gateway/ |\n| 579 |\n';
    const { stdout } = await inProcess(['catalogue', 'page', '-'], page);
    const names = Object.values(catalogueIn(stdout).statuses).map(({ name }) => name);
    expect(names).toEqual(['Gateway/', 'Gateway/', 'Status 579']);
  });
});
