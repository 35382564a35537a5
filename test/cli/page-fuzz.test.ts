import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/statuses.js';
import { runs } from '../runs.js';
import { catalogueIn, fixtures, headOf, inProcess } from './in-process.js';

type Node = DefaultTreeAdapterTypes.Node;

/** What breaks pages: cut and doubled pieces, stray tags, wild spans, characters that are not what they look like. */
const splinters = [
  '<tr>',
  '</tr>',
  '<td>',
  '</td>',
  '<th>',
  '</thead>',
  '<thead>',
  '<table>',
  '</table>',
  '<tbody>',
  '<td rowspan="999">',
  '<td rowspan=0>',
  '<td colspan="99999999">',
  '<td colspan=-1>',
  '<caption>',
  '<p>',
  '</p>',
  '<ul><li>',
  '<a name="x">',
  '<b>',
  '<',
  '&nbsp;',
  '&#0;',
  '&amp',
  '\u0000',
  '\u200b',
  '\ufeff',
  '４０４',
  '404',
  '5xx',
  '-',
  '|',
  '\n\n',
  '\\',
  '`',
  '"',
  "'",
];

interface Mutation {
  readonly at: number;
  /** At a tag, where a splinter does the most harm. */
  readonly atTag: boolean;
  readonly kind: 'cut' | 'double' | 'insert' | 'end';
  readonly length: number;
  readonly splinter: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  // Anywhere alike: fast-check's own bias is towards the ends, where a page has least to lose.
  at: fc.noBias(fc.integer({ min: 0, max: 9999 }).map((spot) => spot / 10_000)),
  atTag: fc.constantFrom(true, true, true, false),
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('insert' as const) },
    { weight: 2, arbitrary: fc.constantFrom('cut', 'double') },
    { weight: 1, arbitrary: fc.constant('end' as const) },
  ),
  length: fc.integer({ min: 1, max: 60 }),
  splinter: fc.oneof(fc.constantFrom('<td>', '<tr>', '</td>'), fc.constantFrom(...splinters)),
});

function mutate(page: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((text, { at, atTag, kind, length, splinter }) => {
    const spot = Math.floor(at * text.length);
    const from = atTag ? Math.max(0, text.indexOf('<', spot)) : spot;
    const [before, piece, after] = [
      text.slice(0, from),
      text.slice(from, from + length),
      text.slice(from + length),
    ];
    if (kind === 'cut') return before + after;
    if (kind === 'double') return before + piece + piece + after;
    if (kind === 'insert') return before + splinter + piece + after;
    return text.length > 200 ? text.slice(0, Math.max(200, from)) : text;
  }, page);
}

const rows = Object.entries(http.statuses).filter((_, index) => index % 4 === 0);

/** A page each of whose rows has a word of its own, so that a lost row is seen. */
const markedPage = `<h1>Status codes</h1><table><thead><tr><th>Code</th><th>Name</th><th>Meaning</th></tr></thead><tbody>${rows
  .map(([status, { name }]) => `<tr><td>${status}</td><td>${name}</td><td>It is mark${status}x.</td></tr>`)
  .join('\n')}</tbody></table>`;

/** The marks of the rows that still begin with a status of HTTP's, as a browser shows the page. */
function standingMarks(html: string): string[] {
  return descendants(parse(html), 'tr').flatMap((row) => {
    const cells = row.childNodes
      .filter((node) => node.nodeName === 'td' || node.nodeName === 'th')
      .map((cell) => textOf(cell));
    const text = cells.join(' ');
    const stands = cells.some((cell) => Object.hasOwn(http.statuses, cell.replace(/[\s\u200b\ufeff]/g, '')));
    return stands && text.length < 150 ? (text.match(/mark\d{3}x/g) ?? []) : [];
  });
}

function descendants(node: Node, name: string): DefaultTreeAdapterTypes.Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => [
    ...(child.nodeName === name && 'attrs' in child ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** Tables within a cell are tables of their own. */
function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node
    ? node.childNodes
        .filter(({ nodeName }) => nodeName !== 'table')
        .map(textOf)
        .join('')
    : '';
}

/** The head of a report against what stands below it and in the module. */
function expectAddsUp(module: string, report: string): void {
  const { entries, leftOut } = headOf(report);
  const listed = report.split('\nLeft out:\n')[1]?.match(/^ {2}\S.*$/gm) ?? [];
  const rows = listed.map(
    (line) => 1 + Number(/^ {2}table \d+, row \d+ and (\d+) more: /.exec(line)?.[1] ?? 0),
  );
  expect(rows.reduce((sum, of) => sum + of, 0)).toBe(leftOut);
  const { statuses = {}, codes = {} } = module === '' ? {} : catalogueIn(module);
  expect(Object.keys(statuses).length + Object.keys(codes).length).toBe(entries);
}

describe('mutated pages: no crash, no hang, no silently lost row', () => {
  it('every row that still begins with a status is in the catalogue or in the report', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { maxLength: 12 }), async (mutations) => {
        const page = mutate(markedPage, mutations);
        const { status, stdout, stderr } = await inProcess(
          ['catalogue', 'page', '-', '--format', 'html'],
          page,
        );
        expect([0, 1]).toContain(status);
        expectAddsUp(stdout, stderr);
        // A stray <p> in a mark puts it on two lines.
        const told = (stdout + stderr).replace(/\s/g, '');
        for (const mark of standingMarks(page)) expect(told).toContain(mark);
      }),
      { numRuns: runs(65) },
    );
  });

  const files = [
    'two-tables.en.md',
    'grid.zh.rst',
    'list.en.rst',
    'simple.en.rst',
    'nested.zh.html',
    'error-codes.zh.html',
    'merged.en.html',
    'several-rows.zh.md',
    'dew-like.zh.md',
    'orchard.en.md',
    'orchard.zh.md',
  ];
  it.each(files)(
    '%s, mutated, gives a catalogue that its own check accepts, or status 1 and a reason',
    async (file) => {
      const text = readFileSync(resolve(fixtures, file), 'utf8');
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 8 }), async (mutations) => {
          const format = file.endsWith('.md') ? 'markdown' : file.endsWith('.rst') ? 'rst' : 'html';
          const { status, stdout, stderr } = await inProcess(
            ['catalogue', 'page', '-', '--format', format],
            mutate(text, mutations),
          );
          expectAddsUp(stdout, stderr);
          if (status === 0) expect(Object.keys(catalogueIn(stdout).statuses).length).toBeGreaterThan(0);
          else expect([status, stderr]).toEqual([1, expect.stringContaining('axios-outcome: -: ')]);
        }),
        { numRuns: runs(10) },
      );
    },
  );

  it('any bytes at all are a page', async () => {
    const formats = fc.constantFrom('html', 'markdown', 'rst');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), formats, async (bytes, format) => {
        const { status, stdout, stderr } = await inProcess(
          ['catalogue', 'page', '-', '--format', format],
          bytes,
        );
        expect([0, 1]).toContain(status);
        expectAddsUp(stdout, stderr);
      }),
      { numRuns: runs(25) },
    );
  });

  it.each<[string, string, string]>([
    ['html', 'deep nesting', '<div>'.repeat(20_000)],
    ['html', 'tables in tables', '<table><tr><td>'.repeat(1_000)],
    [
      'html',
      'a wide row that spans everything',
      `<table>${'<tr><td rowspan=65534 colspan=1000>404'.repeat(500)}`,
    ],
    [
      'html',
      'one long cell of statuses',
      `<table><tr><th>Status</th></tr><tr><td>${'404,'.repeat(50_000)}</td></tr></table>`,
    ],
    [
      'html',
      'one long sentence',
      `<table><tr><th>Status</th><th>Meaning</th></tr><tr><td>503</td><td>${'check do not not be 请勿 '.repeat(20_000)}</td></tr></table>`,
    ],
    [
      'html',
      'a code of many parts, which is none in the end',
      `<table><tr><th>Status</th><th>Error code</th></tr><tr><td>400</td><td>a${'_a'.repeat(500)}!</td></tr></table>`,
    ],
    ...['请求', '稍后再', '如果，', 'the request ', 'possible to be ', 'please, '].map(
      (words): [string, string, string] => [
        'markdown',
        `words of an invitation that never comes (${words})`,
        `| Status | Meaning |\n|--|--|\n${`| 503 | ，请 please ${words.repeat(60)}zzz重试 retry |\n`.repeat(20)}`,
      ],
    ),
    ['markdown', 'open brackets', '['.repeat(20_000)],
    ['markdown', 'open quotes', '> '.repeat(2_000)],
    [
      'markdown',
      'a wide table',
      `${'|a'.repeat(3_000)}|\n${'|-'.repeat(3_000)}|\n${'|404'.repeat(3_000)}|\n`,
    ],
    ['rst', 'a grid of borders', '+--+--+\n|  |  |\n'.repeat(3_000)],
    ['rst', 'one wide border', `+${'-+'.repeat(3_000)}\n${'|4'.repeat(3_000)}|\n`],
  ])('%s: %s ends in time', async (format, _, page) => {
    const { status } = await inProcess(['catalogue', 'page', '-', '--format', format], page);
    expect([0, 1]).toContain(status);
  });
});
