import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures, headOf, inProcess } from './in-process.js';

const page = resolve(fixtures, 'orchard.en.md');
const report = async (...words: string[]): Promise<string> =>
  (await inProcess(['catalogue', 'page', page, ...words])).stderr;

describe('a report for a person', () => {
  it('its head counts every row, and each number can be checked below', async () => {
    const text = await report();
    expect(headOf(text)).toEqual({ rows: 14, read: 14, entries: 14, leftOut: 0, decisions: 4 });
    expect(text.match(/^ {2}DECIDE/gm)).toHaveLength(4);
  });

  it('rows in which the page decides against HTTP stand first', async () => {
    const subjects = (await report()).match(/^\S+(?= .*\[table)/gm);
    expect(subjects?.slice(0, 6)).toEqual(['409', '502', '504', 'ORCHARD.02', 'ORCHARD.03', '200']);
  });

  it('each retryable verdict and each question quotes the row’s own words', async () => {
    const blocks = (await report()).split('\n\n').slice(1);
    const resting = blocks.filter((block) =>
      /^[^\n]*(?:transient|throttle) {2}\[|DECIDE|asked under/.test(block),
    );
    expect(resting.length).toBeGreaterThan(7);
    for (const block of resting) expect(block).toMatch(/\n {2}says (?:“|nothing beside its name)/);
    expect(blocks.find((block) => block.startsWith('503'))).toContain(
      'says “The orchard is temporarily closed, please try again later.”',
    );
  });

  it('a question names its answer in code, and the same question is asked once for all its rows', async () => {
    const questions = (await report()).match(/DECIDE.*/g) ?? [];
    for (const question of questions) expect(question).toMatch(/`(?:\w+: .*|\w+)`/);
    const asked = questions.map((question) => question.replace(/ \[also .*/, ''));
    expect(new Set(asked).size).toBe(asked.length);
    const pageOf500s =
      '| Status code | Error code | Meaning |\n|--|--|--|\n| 500 | | The branch broke. |\n| 503 | | No es posible, por favor. |\n| 504 | | No es posible, con la red. |\n';
    const { stderr } = await inProcess(['catalogue', 'page', '-'], pageOf500s);
    expect(stderr.match(/may a 500 of this API be sent again/g)).toHaveLength(1);
    expect(stderr).toMatch(
      /the row's words were not read.* \[also 504\]\n {10}504 Gateway Timeout says “No es posible, con la red.”/,
    );
    expect(stderr).toMatch(/^504 [\s\S]*asked under 503 Service Unavailable/m);
  });

  it('--locale zh says all of it in Chinese', async () => {
    const text = await report('--locale', 'zh');
    expect(text).toContain(
      '：页面共 14 行，已读 14 行，生成 14 个条目（状态码 11 个，错误码 3 个），略过 0 行，4 个问题待人决定。',
    );
    expect((await inProcess(['catalogue', 'page', page, '--locale', 'fr'])).status).toBe(2);
  });

  const pages = readdirSync(fixtures).filter((file) => file !== 'openapi');
  it.each(pages)('--locale zh leaves no sentence in English: %s', async (file) => {
    const own = await readFile(resolve(fixtures, file), 'utf8');
    const { stderr } = await inProcess(['catalogue', 'page', resolve(fixtures, file), '--locale', 'zh']);
    // What is left in English are the page's own words, names, kinds and code.
    const quoted =
      /“[^”]*”|`[^`]*`|（RFC[^）]*）|\(.*\)|（[\w.-]*, [^）]*）|^.*(?:的报告|\])$|^ {2}\S+ .* 第 .*/gm;
    const ours =
      stderr
        .replaceAll(fixtures, '')
        .replace(quoted, '')
        .match(/[a-z]{2,}/gi) ?? [];
    const codes =
      'HTTP never transient throttle unavailable failed rejected success delayed empty unmodified choices redirected POST RFC UTF encoding meaning zh en axios outcome xx API GB Status';
    const known = new Set([...file.split(/[.-]/), ...own.split(/[^a-z]+/i), ...codes.split(' ')]);
    expect(ours.filter((word) => !known.has(word))).toEqual([]);
  });

  it('as JSON it has its counts, each question with the rows that it is about, and one language', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'axios-outcome-'));
    const file = join(folder, 'report.json');
    await inProcess(['catalogue', 'page', page, '--locale', 'zh', '--report', file]);
    const { counts, questions, rows } = JSON.parse(await readFile(file, 'utf8'));
    await rm(folder, { recursive: true });
    expect(counts).toEqual({ rows: 14, read: 14, leftOut: 0, statuses: 11, codes: 3 });
    expect(rows).toHaveLength(14);
    expect(questions[1]).toEqual({
      question: expect.stringContaining("写 `kind: 'failed'`"),
      about: [
        { at: '表 1 第 10 行', subject: '502 Bad Gateway', says: expect.any(Array) },
        { at: '表 2 第 4 行', subject: 'ORCHARD.03 (503)', says: ['The season is over. | Retryable: ✗'] },
      ],
    });
  });
});

it('an English and a Chinese page of one API differ in words only', async () => {
  const { status, stdout } = await inProcess(['catalogue', 'diff', page, resolve(fixtures, 'orchard.zh.md')]);
  expect(stdout).toMatch(/^Changed in meaning: 0\. Changed in words only: \d+\.\n/);
  expect(status).toBe(0);
});
