import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/statuses.js';
import { catalogueIn, fixtures, headOf, inProcess, rowsIn } from './in-process.js';

interface Layout {
  readonly files: readonly string[];
  /** Name, kind and retryability of every row, by its status. */
  readonly rows: Record<string, string>;
  /** The rows that could not be read: where, and what stood there. */
  readonly unread?: readonly RegExp[];
  /** How many rows are left out, where they are not each told. */
  readonly left?: number;
  /** What the report must say besides. */
  readonly says?: readonly RegExp[];
}

const ok = 'OK: success never';
const notFound = 'Not Found: rejected never';
const busy = 'Service Unavailable: unavailable transient';

const layouts: Record<string, Layout> = {
  'three columns: code, name, meaning': {
    files: ['three-columns.en.html', 'three-columns.zh.html'],
    rows: {
      200: ok,
      202: 'Accepted: delayed never',
      404: notFound,
      429: 'Too Many Requests: unavailable throttle',
      500: 'Internal Server Error: failed transient',
      503: busy,
    },
    says: [/DECIDE {2}may a 500 of this API be sent again\?/],
  },
  'status and name in one cell': {
    files: ['status-and-name.en.html', 'status-and-name.zh.md'],
    rows: {
      200: ok,
      400: 'Bad Request: rejected never',
      409: 'Conflict: rejected never',
      503: busy,
      504: 'Gateway Timeout: unavailable transient',
    },
    says: [/“(Do not retry|请勿重试)” forbids a retry/],
  },
  'one table for normal and one for error answers': {
    files: ['two-tables.en.md', 'two-tables.zh.html'],
    rows: {
      200: ok,
      204: 'No Content: empty never',
      401: 'Unauthorized: rejected never',
      502: 'Bad Gateway: unavailable transient',
    },
    says: [/the page gives 204 no name: it has HTTP's/],
  },
  'plain Markdown tables': {
    files: ['markdown.en.md', 'markdown.zh.md'],
    rows: {
      200: ok,
      422: 'Unprocessable Content: rejected never',
      429: 'Too Many Requests: unavailable throttle',
    },
  },
  'ranges and lists': {
    files: ['ranges.en.html', 'ranges.zh.html'],
    rows: {
      200: ok,
      201: 'Created: success never',
      404: notFound,
      410: 'Gone: rejected never',
      502: 'Bad Gateway: unavailable transient',
      503: busy,
      506: 'Variant Also Negotiates: failed never',
      507: 'Insufficient Storage: failed never',
      508: 'Loop Detected: failed never',
    },
    unread: [/table 1, row 3: 4xx/i, /table 1, row 6: 400[–-]499/],
    says: [/the range 506-508 was written out/],
  },
  'merged cells': {
    files: ['merged.en.html', 'merged.zh.html'],
    rows: {
      400: 'Bad Request: rejected never',
      403: 'Forbidden: rejected never',
      503: busy,
      504: 'Gateway Timeout: unavailable transient',
    },
    says: [/400 Bad Request: .*table 1, row 2; table 1, row 3/],
  },
  'headings between rows': {
    files: ['headings.en.html', 'headings.zh.html'],
    rows: { 200: ok, 404: notFound, 503: busy },
    unread: [
      /table 1, row 4: (Client errors|客户端错误)\n {4}because it is a heading within the table/,
      /table 1, row 2: (Success|成功).*\n {4}because it is a heading/,
      /table 1, row 7: (Server errors|服务端错误)\n {4}because it is a heading/,
    ],
  },
  'several tables, of which one is about statuses': {
    files: ['several-tables.en.html', 'several-tables.zh.html'],
    rows: { 200: ok, 404: notFound },
    unread: [
      /table 1, row 2: (free|免费) \| 100/,
      /table 1, row 3/,
      /table 2, row 3: 301/,
      /table 4, row 2 and 1 more: town/,
    ],
    left: 6,
    says: [/table 1 .* was left out/, /table 2 .* was left out/, /table 4 .* was left out/],
  },
  'headers that lie about their column': {
    files: ['lying-headers.en.html', 'lying-headers.zh.html'],
    rows: { 404: notFound, 429: 'Too Many Requests: unavailable throttle', 503: busy },
    says: [/the header of column 1 says “(Description|说明)”, but it holds statuses/],
  },
  'a table without a header row': {
    files: ['no-header.en.html', 'no-header.en.md'],
    rows: { 200: ok, 404: notFound, 503: busy },
  },
  'a table without a header row, and without names that HTTP knows': {
    files: ['no-header.zh.html'],
    rows: {
      200: '成功: success never',
      404: '资源未找到: rejected never',
      503: '服务不可用: unavailable transient',
    },
    says: [/DECIDE {2}is its table about HTTP statuses at all\?/],
  },
  'several rows for one status': {
    files: ['several-rows.en.md', 'several-rows.zh.md'],
    rows: { 400: 'Bad Request: rejected|unavailable never', 404: notFound },
    says: [
      /its rows disagree \(rejected, never \/ unavailable, transient\)/,
      /the page calls 404 “Not Found” \/ “No Such Table”/,
      /DECIDE {2}the row has no status, and was taken with the row above/,
    ],
  },
  'a dash for a name': {
    files: ['dash-names.en.html', 'dash-names.zh.html'],
    rows: { 200: ok, 404: notFound, 503: busy, 650: 'Status 650: failed never' },
    says: [/DECIDE {2}what should its name be\?/, /DECIDE {2}HTTP has no class for the status/],
  },
  'statuses of the vendor’s own (en)': {
    files: ['vendor.en.html'],
    rows: {
      200: ok,
      298: 'Only a part of the batch was done: success never',
      573: 'Too frequent requests, throttled: unavailable throttle',
      579: 'Status 579: failed never',
      599: 'The store is overloaded; do not retry: failed never',
      612: 'The file does not exist: rejected never',
      701: 'The checksum of the block is invalid: rejected never',
    },
    says: [
      /the status is the API's own: is it really success/,
      /A client treats \d+ as a 5xx/,
      /“does not exist” blames the request/,
    ],
  },
  'statuses of the vendor’s own (zh)': {
    files: ['vendor.zh.html'],
    rows: {
      200: ok,
      298: '批量操作只完成了一部分: success never',
      573: '请求过于频繁，触发流控: unavailable throttle',
      579: '文件已存储，但是回调失败: failed never',
      599: '存储过载，不要重试: failed never',
      612: '文件不存在: rejected never',
      701: '数据块校验出错: rejected never',
    },
    says: [/“不存在” blames the request/, /“不要重试” forbids a retry, and a negation wins/],
  },
  'reStructuredText grid tables, with merged cells': {
    files: ['grid.en.rst', 'grid.zh.rst'],
    rows: { 200: ok, 400: 'Bad Request: rejected never', 403: 'Forbidden: rejected never', 503: busy },
    says: [/400 Bad Request: .*table 1, row 3; table 1, row 4/],
  },
  'reStructuredText list tables': {
    files: ['list.en.rst', 'list.zh.rst'],
    rows: { 200: ok, 404: notFound, 429: 'Too Many Requests: unavailable throttle' },
    unread: [/table 1, row 5: (soon|即将) \| Soon/],
  },
  'reStructuredText simple tables': {
    files: ['simple.en.rst'],
    rows: { 200: ok, 503: busy },
  },
  'full-width digits, non-breaking and zero-width spaces': {
    files: ['wide-digits.en.html'],
    rows: { 200: ok, 404: notFound, 503: busy },
    says: [/“Try again” agrees with it/],
  },
  'full-width digits in a list': {
    files: ['wide-digits.zh.html'],
    rows: { 200: ok, 404: notFound, 502: 'Bad Gateway: unavailable transient', 503: busy },
  },
  'anchors, lists, footnotes and tables in cells': {
    files: ['nested.en.html', 'nested.zh.html'],
    rows: {
      200: ok,
      400: 'Bad Request: rejected never',
      502: 'Bad Gateway: unavailable transient',
      504: 'Gateway Timeout: unavailable transient',
    },
  },
  'words that forbid a retry, or ask for a change first': {
    files: ['negation.en.md', 'negation.zh.md'],
    rows: {
      400: 'Bad Request: rejected never',
      408: 'Request Timeout: unavailable never',
      429: 'Too Many Requests: unavailable never',
      500: 'Internal Server Error: failed transient',
      503: 'Service Unavailable: unavailable never',
    },
    says: [
      /DECIDE {2}the row forbids a retry, but other words in it allow one: the negation was followed/,
      /asks for a change before the next request/,
    ],
  },
  'a page in GBK that does not say so': {
    files: ['gbk.zh.html'],
    rows: {
      200: ok,
      202: 'Accepted: delayed never',
      404: notFound,
      429: 'Too Many Requests: unavailable throttle',
      500: 'Internal Server Error: failed transient',
      503: busy,
    },
    says: [/read as GB18030, since it is not UTF-8/, /港口接口状态码/],
  },
  'rows that cannot be read': {
    files: ['unreadable.en.md'],
    rows: { 200: ok, 418: "I'm a teapot: rejected never" },
    unread: [
      /row 3: 404\.1/,
      /row 4: four hundred/,
      /row 5: 5xx/,
      /row 6: 2000/,
      /row 7: 404[\s\S]*column 2, where other rows have none/,
    ],
  },
};

const cases = Object.entries(layouts).flatMap(([layout, { files, ...expected }]) =>
  files.map((file) => ({ layout, file, ...expected })),
);

describe('a documentation page becomes a catalogue, whatever its layout', () => {
  it.each(cases)('$layout: $file', async ({ file, rows, unread = [], left, says = [] }) => {
    const { status, stdout, stderr } = await inProcess(['catalogue', 'page', resolve(fixtures, file)]);
    expect(status).toBe(0);
    expect(rowsIn(catalogueIn(stdout))).toEqual(rows);
    expect(headOf(stderr)).toMatchObject({
      leftOut: left ?? unread.length,
      entries: Object.keys(rows).length,
    });
    for (const text of [...unread, ...says]) expect(stderr).toMatch(text);
  });

  it.each(['class-only.en.html', 'class-only.zh.md'])(
    '%s has only classes: no catalogue, and it says so',
    async (file) => {
      const { status, stdout, stderr } = await inProcess(['catalogue', 'page', resolve(fixtures, file)]);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain('it documents only classes of statuses');
      expect(stderr.match(/table 1, row \d: [245]xx/g)).toHaveLength(3);
    },
  );

  it.each(['hundred-rows.en.html', 'hundred-rows.zh.html'])(
    '%s: a hundred rows, 1xx to 5xx, each by its own class',
    async (file) => {
      const { stdout } = await inProcess(['catalogue', 'page', resolve(fixtures, file)]);
      const { statuses } = catalogueIn(stdout);
      expect(Object.keys(statuses)).toHaveLength(100);
      expect(statuses[210]).toMatchObject({ kind: 'success', retry: 'never' });
      expect(statuses[310]).toMatchObject({ kind: 'redirected', retry: 'never' });
      expect(statuses[440]).toMatchObject({ kind: 'rejected', retry: 'never' });
      expect(statuses[522]).toMatchObject({ kind: 'failed', retry: 'never' });
      expect(statuses[103]).toMatchObject({ kind: 'failed', retry: 'never' });
      expect(statuses[425]).toMatchObject({ kind: 'unavailable', retry: 'transient' });
    },
  );

  it.each(['error-codes.en.html', 'error-codes.zh.html'])(
    '%s: error codes with a status column fill `codes`',
    async (file) => {
      const { stdout, stderr } = await inProcess(['catalogue', 'page', resolve(fixtures, file)]);
      const { statuses, codes = {} } = catalogueIn(stdout);
      expect(statuses[400]).toMatchObject({ kind: 'rejected', or: ['unavailable'], retry: 'never' });
      expect(Object.keys(codes)).toEqual(['TKT.0001', 'TKT.0002', 'TKT.0003', 'TKT.0004', 'TKT.0005']);
      expect(codes['TKT.0001']).not.toHaveProperty('retry');
      expect(codes['TKT.0002']).toMatchObject({ kind: 'unavailable', retry: 'transient', statuses: [400] });
      expect(codes['TKT.0005']).toMatchObject({ retry: 'never', statuses: [500] });
      expect(codes['TKT.0005']?.remedy?.en).toMatch(/Do not retry|不要重试/);
      expect(stderr).toMatch(
        /“(token expired|令牌已过期)” says that credentials have expired\n {2}DECIDE {2}would new credentials help/,
      );
    },
  );

  // The page itself is its vendor's text: whoever has a copy names it, and it is held to the same.
  const pages = [resolve(fixtures, 'dew-like.zh.md'), process.env['DEW_STATUS_PAGE']];
  it.each(pages.filter((page) => page !== undefined))(
    'a page of the structure that Huawei Cloud’s have agrees with the shipped `dew` on all 18 rows: %s',
    async (page) => {
      expect(await rowsLikeDew(await readFile(page))).toEqual(dewRows);
    },
  );
});

/** The 18 rows of DEW's page; `or` and 429 come from other pages of its documentation. */
const dewRows = Object.fromEntries(
  Object.entries(dew.statuses)
    .filter(([status]) => status !== '429')
    .map(([status, { name, kind, retry }]) => [status, `${name}: ${kind} ${retry}`]),
);

async function rowsLikeDew(page: Uint8Array): Promise<Record<string, string>> {
  const { stdout } = await inProcess(['catalogue', 'page', '-', '--format', 'markdown'], page);
  return rowsIn(catalogueIn(stdout));
}
