import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/semantics/catalogue.js';
import { catalogueIn, headOf, inProcess } from './in-process.js';

interface Read {
  readonly catalogue: Catalogue;
  readonly head: ReturnType<typeof headOf>;
  readonly stderr: string;
}

async function read(page: string, format = 'markdown'): Promise<Read> {
  const { stdout, stderr } = await inProcess(['catalogue', 'page', '-', '--format', format], page);
  const none = { name: '', source: '', statuses: {} };
  return { catalogue: stdout === '' ? none : catalogueIn(stdout), head: headOf(stderr), stderr };
}

/** A Markdown table: its rows on lines, its cells between bars. */
function table(...rows: string[]): string {
  const [head = '', ...body] = rows.map((row) => `| ${row} |`);
  return [head, head.replace(/[^|]+/g, ' --- '), ...body].join('\n');
}

const retriesIn = ({ catalogue: { statuses } }: Read): Record<string, string> =>
  Object.fromEntries(Object.entries(statuses).map(([status, { retry }]) => [status, retry]));

describe('a column that says whether to retry decides', () => {
  it.each([
    'Retryable',
    'Retry?',
    'Can be retried',
    'Should I resend it',
    'Safe to repeat',
    '重试',
    '是否可重试',
    '可否重新发送',
    '可否重試',
  ])('under the header %s', async (header) => {
    const answer = await read(
      `# Status codes\n\n${table(`Status | Meaning | ${header}`, '400 | Wrong. | No', '409 | Taken. | Yes', '503 | Closed. | No', '502 | Broken. | after back-off')}`,
    );
    expect(retriesIn(answer)).toEqual({ 400: 'never', 409: 'transient', 502: 'transient', 503: 'never' });
    // The page decides, and no person is asked whether it does; but a 503 may be a failure.
    expect(answer.stderr.match(/DECIDE.*/g)).toEqual([expect.stringContaining("write `kind: 'failed'`")]);
    expect(answer.catalogue.statuses[400]?.meaning?.en).toBe('Wrong.');
  });

  it.each([
    ['Yes', 'No'],
    ['是', '否'],
    ['✓', '✗'],
    ['✅', '❌'],
    ['√', '×'],
    ['true', 'false'],
    ['👍', '👎'],
    ['Y', 'N'],
    [':white_check_mark:', ':x:'],
    ['可以', '不可以'],
    ['1', '0'],
    ['Yes, after back-off', 'No, fix the body'],
    ['是，退避后', '否，请修改参数'],
    ['exponential back-off', 'never'],
    ['稍后', '不建议'],
    ['with jitter', 'not recommended'],
    ['later', 'Don’t'],
    ['After 30 seconds', 'Do not retry'],
  ])('%s and %s', async (yes, no) => {
    const page = table('Status code | Retry', `409 | ${yes}`, `429 | ${yes}`, `503 | ${no}`, `400 | ${no}`);
    expect(retriesIn(await read(page))).toEqual({
      400: 'never',
      409: 'transient',
      429: 'throttle',
      503: 'never',
    });
  });

  it.each([
    'maybe',
    'only if idempotent',
    'see below',
    'depends',
    'after fixing the body',
    '视情况',
    'yes*',
    'Yes [1]',
  ])('%s is no yes: never, and a person is asked', async (cell) => {
    const answer = await read(table('Status code | Meaning | Retry', `503 | Closed. | ${cell}`));
    expect(retriesIn(answer)).toEqual({ 503: 'never' });
    expect(answer.head.decisions).toBeGreaterThan(0);
  });

  it('an empty cell is asked where HTTP would retry, and is nothing to ask elsewhere', async () => {
    const answer = await read(
      table(
        'Status code | Meaning | Retry',
        '400 | Wrong. | ',
        '503 | Closed. | ',
        '502 | Broken. | Yes',
        '200 | Found. | -',
      ),
    );
    expect(retriesIn(answer)).toEqual({ 200: 'never', 400: 'never', 502: 'transient', 503: 'never' });
    expect(answer.stderr.match(/DECIDE/g)).toHaveLength(1);
    expect(answer.stderr).toMatch(
      /^503 [^\n]*\n(?: {2}(?!DECIDE)[^\n]*\n)* {2}DECIDE {2}the column about retrying has no answer/m,
    );
  });

  it('a header that forbids turns the answers round; one that counts retries or names a wait answers nothing', async () => {
    expect(retriesIn(await read(table('Status code | Do not retry', '503 | Yes', '502 | No')))).toEqual({
      502: 'transient',
      503: 'never',
    });
    expect(retriesIn(await read(table('Status code | Meaning | Max retries', '503 | Closed. | 0')))).toEqual({
      503: 'transient',
    });
  });

  it('a column that says yes against words that forbid: the words hold, and a person is asked', async () => {
    const answer = await read(
      table('Status code | Meaning | Retryable', '503 | Do not send it again. | Yes'),
    );
    expect(retriesIn(answer)).toEqual({ 503: 'never' });
    expect(answer.stderr).toContain('the row forbids a retry, but other words in it allow one');
  });
});

describe('a code on several rows: the most cautious one holds', () => {
  const head = 'HTTP status | Error code | Meaning';
  it.each<[string, string[], object]>([
    [
      'a passing word at one status moves no other',
      ['404 | A.1 | No such tree.', '500 | A.1 | Try again later.'],
      {},
    ],
    [
      'a prohibition holds for all',
      ['404 | A.1 | Try again later.', '500 | A.1 | Do not retry.'],
      { retry: 'never' },
    ],
    [
      'two rows of one status',
      ['503 | A.1 | Try again later.', '503 | A.1 | Do not repeat it.'],
      { retry: 'never' },
    ],
    [
      'a change at one of them',
      ['500 | A.1 | Retry.', '500 | A.1 | Check the number and retry.'],
      { retry: 'never' },
    ],
  ])('%s', async (_, rows, entry) => {
    const { catalogue, stderr } = await read(table(head, ...rows));
    const { kind, retry } = catalogue.codes?.['A.1'] ?? {};
    expect({ ...(kind && { kind }), ...(retry && { retry }) }).toEqual(entry);
    expect(stderr).toMatch(/its rows disagree \(.*\)/);
    expect(stderr).toContain('DECIDE  the rows of one code disagree');
  });

  it('rows that agree move the code, and say nothing of disagreement', async () => {
    const { catalogue, stderr } = await read(
      table(head, '409 | A.1 | Busy, retry.', '409 | A.1 | Retry later.'),
    );
    expect(catalogue.codes?.['A.1']).toMatchObject({ kind: 'unavailable', retry: 'transient' });
    expect(stderr).not.toContain('disagree');
  });
});

describe('every row of the page is somewhere', () => {
  const rows = table('Status | Meaning', '400 | Wrong.', '404 | None.', '503 | Do not send it again.');
  const all = { 400: 'never', 404: 'never', 503: 'never' };
  it.each<[string, string]>([
    ['<div>', `<div class="wide">\n${rows}\n</div>`],
    ['<br>', `<br>\n${rows}\n<br>`],
    ['<summary>', `<details><summary>Codes</summary>\n${rows}\n</details>`],
    ['<details> on its own line', `<details>\n<summary>Codes</summary>\n${rows}\n</details>`],
    ['<p>', `<p>Codes</p>\n${rows}`],
    ['a comment', `<!-- made by hand -->\n${rows}\n<!-- end -->`],
    ['<a>', `<a name="codes"></a>\n${rows}`],
    ['<center> in a quote', `> <center>\n${rows.replace(/^/gm, '> ')}\n> </center>`],
    ['a tag on the header’s line', `<section>${rows}\n</section>`],
    ['a tag between two rows', rows.replace('| 404', '<div></div>\n| 404')],
    ['a comment between two rows', rows.replace('| 404', '<!-- | 402 | old | -->\n| 404')],
    ['a line of text right above', `The codes are:\n${rows}`],
  ])('a pipe table in one block with %s', async (_, block) => {
    const answer = await read(`# Status codes\n\n${block}\n`);
    expect(retriesIn(answer)).toEqual(all);
    expect(answer.head).toMatchObject({ rows: 3, read: 3, entries: 3, leftOut: 0 });
  });

  it('rows without a table are read each by itself, however long they are', async () => {
    const long = 'and so on '.repeat(40);
    const answer = await read(
      `# Status codes\n\n400 Bad Request: ${long}\n404 Not Found: ${long}\n503 | Service Unavailable | ${long} Do not retry.\n`,
    );
    expect(retriesIn(answer)).toEqual(all);
  });

  it.each<[string, string, string]>([
    ['* 429: Too many trees.', 'markdown', '* 429: Slow down.\n* 503: Do not retry.'],
    ['HTTP 429 return code', 'markdown', 'HTTP 429 return code\n\nHTTP 503 return code: do not retry'],
    [
      'Status: 429',
      'markdown',
      'Status: 429 Too Many Requests\nStatus: 503 Service Unavailable. Do not retry.',
    ],
    [
      'a heading each',
      'markdown',
      '### 429 Too Many Requests\n\nSlow.\n\n### 503\n\nThe gate is shut.\n\nDo not retry.',
    ],
    ['a numbered list', 'markdown', '429. Slow down.\n503. Do not retry.'],
    ['bold terms', 'markdown', '- **429**: slow down\n- **`503`** – do not retry'],
    [
      'terms',
      'html',
      '<dl><dt>429</dt><dd>Slow down.</dd><dt>503</dt><dd>Closed.<p>Do not retry.</p></dd></dl>',
    ],
    [
      'a list in HTML',
      'html',
      '<ul><li><b>429</b> Slow down<li><b>503</b> Closed<ul><li>Do not retry</ul></ul>',
    ],
    [
      'blocks in HTML',
      'html',
      '<div>429</div><div>Too Many Requests</div><div>503</div><div>Service Unavailable</div><div>Do not retry.</div>',
    ],
    ['reStructuredText', 'rst', '- ``429``: slow down\n- ``503``: closed;\n  do not retry\n'],
    [
      'sections in reStructuredText',
      'rst',
      '429 Too Many Requests\n~~~~~~~~~~~~~~~~~~~~~\n\nSlow.\n\n503\n~~~\n\nDo not retry.\n',
    ],
  ])('a list is read where it names a status each: %s', async (_, format, list) => {
    const title = {
      markdown: '# Status codes\n\n',
      html: '<h1>Status codes</h1>',
      rst: 'Status codes\n============\n\n',
    };
    const answer = await read(`${title[format as 'rst']}${list}`, format);
    expect(retriesIn(answer)).toEqual({ 429: 'throttle', 503: 'never' });
    expect(answer.head).toMatchObject({ rows: 2, read: 2, leftOut: 0 });
  });

  it('numbers that no word calls statuses are left out, one by one, and counted', async () => {
    const answer = await read(
      `# Limits\n\n- 100: trees\n- 404: ladders\n\n${table('Plan | Calls', 'free | 100', 'paid | 500')}\n\n# Status codes\n\n- 400: wrong\n- something else\n- 404: none`,
    );
    expect(Object.keys(answer.catalogue.statuses)).toEqual(['400', '404']);
    expect(answer.head).toMatchObject({ rows: 7, read: 2, leftOut: 5 });
    for (const text of [
      'list 1, row 1: 100: trees',
      'table 1, row 3: paid | 500',
      'list 2, row 2: something else',
    ])
      expect(answer.stderr).toContain(text);
  });

  it('prose and examples are no rows', async () => {
    const answer = await read(
      `# Status codes\n\nWe answer with 404 if there is no tree. 500 requests are free.\n\n\`\`\`\nHTTP/1.1 409 Conflict\n\`\`\`\n\n${table('Status | Meaning', '404 | None.')}`,
    );
    expect(answer.head).toMatchObject({ rows: 1, read: 1 });
  });
});

describe('keys', () => {
  const codesOf = ({ catalogue: { codes = {} } }: Read): string[] => Object.keys(codes);

  it('a code with a space is one code; codes between commas are several', async () => {
    const answer = await read(
      table(
        'HTTP status | Error code | Meaning',
        '400 | Invalid Tree | Wrong.',
        '404 | No Such Tree | None.',
        '409 | In Use, Sold Out | Taken.',
        '400 | A.1 A.2 | Two.',
      ),
    );
    expect(codesOf(answer)).toEqual(['Invalid Tree', 'No Such Tree', 'In Use', 'Sold Out', 'A.1', 'A.2']);
  });

  it.each<[string, string]>([
    ['the first row', '<table><tr><td>HTTP Status</td><td>Error Code</td><td>Meaning</td></tr>ROWS</table>'],
    ['words that nobody knows', '<table><tr><td>HTTP</td><td>Symbol</td><td>Text</td></tr>ROWS</table>'],
    [
      'the row below a title',
      '<table><tr><td colspan=3>Codes</td></tr><tr><td>状态码</td><td>错误码</td><td>说明</td></tr>ROWS</table>',
    ],
    [
      'each part of the table',
      '<table><tr><th>Status</th><th>Error code</th><th>Meaning</th></tr>ROWS<tr><td>Status</td><td>Error code</td><td>Meaning</td></tr></table>',
    ],
  ])('a header in <td> makes no code: %s', async (_, page) => {
    const rows =
      '<tr><td>400</td><td>A.1</td><td>Wrong.</td></tr><tr><td>503</td><td>A.2</td><td>Closed.</td></tr>';
    const answer = await read(page.replace('ROWS', rows), 'html');
    expect(codesOf(answer)).toEqual(['A.1', 'A.2']);
    expect(Object.keys(answer.catalogue.statuses)).toEqual(['400', '503']);
  });

  const statuses = table('Status code | Meaning', '400 | Wrong.', '404 | None.');
  it.each<[string, string]>([
    [
      'in a table of their own',
      `## Error codes\n\n${table('Code | Meaning', '101 | No name.', '102 | No size.', '105 | No age.')}`,
    ],
    [
      'beside their status',
      `## Error codes\n\n${table('Code | Meaning | HTTP status', '101 | No name. | 400', '102 | No size. | 400', '105 | No age. | 404')}`,
    ],
    [
      'under their own header',
      table('Error code | Meaning', '101 | No name.', '102 | No size.', '105 | No age.'),
    ],
    [
      'in Chinese',
      `## 错误码\n\n${table('错误码 | 说明', '101 | 没有名称。', '102 | 没有尺寸。', '105 | 没有年龄。')}`,
    ],
  ])('numbers 101 to 105 under “Error codes” with 4xx elsewhere are codes: %s', async (_, codes) => {
    const answer = await read(`# API\n\n${statuses}\n\n${codes}\n`);
    expect(Object.keys(answer.catalogue.statuses)).toEqual(['400', '404']);
    expect(codesOf(answer)).toEqual(['101', '102', '105']);
  });

  it.each<[string, string]>([
    ['statuses as headers', table('Parameter | 200 | 400 | 404', 'tree_id | x | | x', 'page_size | | x | ')],
    [
      'parameters of a status',
      table(
        'Status | Parameter | Required',
        '400 | tree_id | yes',
        '400 | page_size | no',
        '404 | tree.id | yes',
      ),
    ],
    [
      'fields and types',
      table(
        'HTTP status | Field | Type',
        '400 | treeId | String',
        '400 | pageSize | Integer',
        '404 | treeId | String',
      ),
    ],
    [
      'parameters alone',
      table('Parameter | Type | Default', 'page_size | Integer | 100', 'error_code | String | 404'),
    ],
  ])('a parameter matrix makes no codes: %s', async (_, matrix) => {
    const answer = await read(`# API\n\n${statuses}\n\n## Status codes\n\n${matrix}\n`);
    expect(codesOf(answer)).toEqual([]);
    expect(Object.keys(answer.catalogue.statuses)).toEqual(['400', '404']);
  });

  it.each<[string, string, string]>([
    [
      'in HTML',
      'html',
      '<table><tr><th>Status</th><th>Name</th><th>Meaning</th></tr><tr><td>404</td><td>Not Found</td><td>None.</td></tr><tr><td>503</td></tr></table>',
    ],
    ['in Markdown', 'markdown', `${table('Status | Name | Meaning', '404 | Not Found | None.')}\n| 503 |\n`],
    [
      'with its name',
      'markdown',
      `${table('Status | Name | Meaning', '404 | Not Found | None.')}\n| 503 | Service Unavailable |\n`,
    ],
    [
      'in reStructuredText',
      'rst',
      '.. list-table::\n   :header-rows: 1\n\n   * - Status\n     - Name\n     - Meaning\n   * - 404\n     - Not Found\n     - None.\n   * - 503\n     - Service Unavailable\n',
    ],
  ])('a short row says so, and is asked where HTTP would retry: %s', async (_, format, page) => {
    const answer = await read(page, format);
    expect(answer.stderr).toMatch(/because the row is short: [12] of 3 cells have a text/);
    expect(answer.stderr).toContain('DECIDE  the row is short');
  });
});
