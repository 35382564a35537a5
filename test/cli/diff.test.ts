import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffCatalogues } from '../../src/cli/diff/diff-catalogues.js';
import type { Catalogue } from '../../src/semantics/catalogue.js';
import { fixtures, inProcess } from './in-process.js';
import { runCommand } from './run-command.js';

const source = 'docs';
const before = {
  name: 'Shop',
  source,
  statuses: {
    200: { name: 'OK', kind: 'success', retry: 'never', source },
    400: { name: 'Bad', kind: 'rejected', or: ['unavailable'], retry: 'never', source },
    503: { name: 'Closed', kind: 'unavailable', retry: 'transient', source },
  },
  codes: { BUSY: { kind: 'unavailable', retry: 'transient', statuses: [400], source } },
  operations: [{ method: 'POST', path: '/read', repeatable: true }],
} satisfies Catalogue;

/** The same catalogue with some of its parts replaced. */
function withParts(parts: Partial<Catalogue>): Catalogue {
  return { ...before, ...parts };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(import.meta.dirname, '.diff-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('what changed in meaning between two catalogues', () => {
  it.each<[string, Catalogue, object[]]>([
    ['nothing', withParts({}), []],
    [
      'a status became less retryable',
      withParts({ statuses: { ...before.statuses, 503: { ...before.statuses[503], retry: 'never' } } }),
      [{ subject: '503 Closed', weight: 'meaning', changes: ['less retryable: transient -> never'] }],
    ],
    [
      'a status became more retryable: throttling sends a POST again too',
      withParts({ statuses: { ...before.statuses, 503: { ...before.statuses[503], retry: 'throttle' } } }),
      [{ subject: '503 Closed', weight: 'meaning', changes: ['more retryable: transient -> throttle'] }],
    ],
    [
      'a status changed its kind',
      withParts({ statuses: { ...before.statuses, 200: { ...before.statuses[200], kind: 'delayed' } } }),
      [{ subject: '200 OK', weight: 'meaning', changes: ['kind: success -> delayed'] }],
    ],
    [
      'a status is new: it was unexpected, and retried by HTTP’s own word',
      withParts({
        statuses: {
          ...before.statuses,
          429: { name: 'Slow', kind: 'unavailable', retry: 'throttle', source },
        },
      }),
      [
        {
          subject: '429 Slow',
          weight: 'meaning',
          changes: ['is documented now', 'kind: unexpected -> unavailable'],
        },
      ],
    ],
    [
      'a status is gone',
      withParts({ statuses: { 400: before.statuses[400], 503: before.statuses[503] } }),
      [
        {
          subject: '200 OK',
          weight: 'meaning',
          changes: ['is no longer documented', 'kind: success -> unexpected'],
        },
      ],
    ],
    [
      'a status has another name: words; and another source: nothing',
      withParts({
        statuses: { ...before.statuses, 503: { ...before.statuses[503], name: 'Shut', source: 'page 2' } },
      }),
      [{ subject: '503 Shut', weight: 'words', changes: ['name: Closed -> Shut'] }],
    ],
    [
      'a code is gone, and its answers are what their status is',
      withParts({ codes: {} }),
      [
        {
          subject: 'BUSY',
          weight: 'meaning',
          changes: [
            'is no longer documented',
            'with 400, kind: unavailable -> rejected',
            'with 400, less retryable: transient -> never',
          ],
        },
      ],
    ],
    [
      'a call is no longer repeatable',
      withParts({ operations: [{ method: 'POST', path: '/read' }] }),
      [{ subject: 'POST /read', weight: 'meaning', changes: ['repeatable: true -> false'] }],
    ],
    [
      'the documentation advises more retries: words, since no status is more retryable for it',
      withParts({ retry: { retries: 5 } }),
      [{ subject: 'retry advice', weight: 'words', changes: ['retries: (none) -> 5'] }],
    ],
  ])('%s', (_, after, changes) => {
    expect(diffCatalogues(before, after)).toEqual(changes);
  });
});

describe('axios-outcome catalogue diff, as it is shipped', () => {
  it('ends with 3 where the meaning changed, with 0 where only words did or nothing', async () => {
    const [old, now, words] = ['old.json', 'now.json', 'words.json'].map((file) => join(folder, file)) as [
      string,
      string,
      string,
    ];
    await writeFile(old, JSON.stringify(before));
    await writeFile(
      now,
      JSON.stringify(
        withParts({ statuses: { ...before.statuses, 503: { ...before.statuses[503], retry: 'never' } } }),
      ),
    );
    await writeFile(
      words,
      JSON.stringify(
        withParts({ statuses: { ...before.statuses, 503: { ...before.statuses[503], name: 'Shut' } } }),
      ),
    );
    expect(await runCommand(['catalogue', 'diff', old, now])).toEqual({
      status: 3,
      stdout:
        'Changed in meaning: 1. Changed in words only: 0.\n! 503 Closed\n    less retryable: transient -> never\n',
      stderr: '',
    });
    expect(await runCommand(['catalogue', 'diff', old, words])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('  503 Shut'),
    });
    expect(await runCommand(['catalogue', 'diff', old, old, '--json'])).toEqual({
      status: 0,
      stdout: '[]\n',
      stderr: '',
    });
  });

  it('compares a page with the TypeScript module made of it, and with what a person decided', async () => {
    const page = resolve(fixtures, 'three-columns.en.html');
    const file = join(folder, 'harbour.ts');
    await runCommand(['catalogue', 'page', page, '--out', file]);
    expect(await runCommand(['catalogue', 'diff', page, file])).toMatchObject({
      status: 0,
      stdout: 'Changed in meaning: 0. Changed in words only: 0.\n',
    });
    const decided = (await readFile(file, 'utf8')).replace(
      "kind: 'failed',\n      retry: 'transient'",
      "kind: 'failed',\n      retry: 'never'",
    );
    await writeFile(join(folder, 'base.ts'), decided);
    await writeFile(
      join(folder, 'both.mts'),
      "export { harbourApiStatusCodes as harbour } from './base.js';\nexport const n: number = 1;\n",
    );
    const { status, stdout } = await runCommand(['catalogue', 'diff', page, join(folder, 'both.mts')]);
    expect({ status, stdout }).toMatchObject({
      status: 3,
      stdout: expect.stringContaining('less retryable: transient -> never'),
    });
  });

  it('takes a shipped catalogue by its name, and a page from standard input', async () => {
    const page = await readFile(resolve(fixtures, 'dew-like.zh.md'));
    const { status, stdout } = await runCommand(['catalogue', 'diff', '-', 'dew'], page);
    expect(status).toBe(3);
    // What other pages of DEW's documentation add to the status page.
    expect(
      stdout.match(/^! \d{3} .*\n( {4}.*\n)*/gm)?.map((change) => change.split('\n').slice(0, -1)),
    ).toEqual([
      ['! 200 OK', '    kind: success -> success or delayed'],
      ['! 400 Bad Request', '    kind: rejected -> rejected or unavailable'],
      ['! 429 Too Many Requests', '    is documented now', '    kind: unexpected -> unavailable'],
    ]);
  });

  it('what is no catalogue ends with 1 and says why; wrong words with 2', async () => {
    const wrong = join(folder, 'wrong.json');
    await writeFile(
      wrong,
      JSON.stringify({ ...before, statuses: { 200: { name: 'OK', kind: 'fine', retry: 'never', source } } }),
    );
    const two = join(folder, 'two.mjs');
    await writeFile(two, `export const a = ${JSON.stringify(before)};\nexport const b = { ...a };\n`);
    const broken = join(folder, 'broken.ts');
    await writeFile(broken, 'export const = ;\n');
    const says = async (file: string): Promise<string> => {
      const { status, stderr } = await inProcess(['catalogue', 'diff', file, file]);
      return `${status} ${stderr}`;
    };
    expect(await says(wrong)).toMatch(/^1 .*statuses\[200\] of catalogue Shop, kind is "fine"/);
    expect(await says(two)).toMatch(/^1 .*several catalogues \(a, b\)\. Write which you mean: .*two\.mjs#a/);
    expect(await says(`${two}#c`)).toMatch(/^1 .*has no catalogue c/);
    expect(await says(join(folder, 'none.mjs'))).toMatch(/^1 .*cannot load/);
    expect(await says('nix')).toMatch(
      /^1 .*there is no catalogue or file "nix"\. Write the name of a shipped catalogue \(http, dew/,
    );
    expect(await says('-')).toMatch(/^2 .*only one of the two/);
    expect((await runCommand(['catalogue', 'diff', broken, broken])).status).toBe(1);
    expect((await inProcess(['catalogue', 'diff', `${two}#a`, `${two}#b`])).status).toBe(0);
  });
});
