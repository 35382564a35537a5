import { describe, expect, it } from 'vitest';
import {
  attachOutcomes,
  ConfigurationError,
  defineCatalogue,
  explain,
  outcomeOf,
  unwrap,
} from '../../src/index.js';
import { call, said, scripted } from './scripted.js';

const badKey = '{"error":{"error_code":"KMS.0205","error_msg":"Invalid key ID"}}';
const dewPage = 'DEW API Reference, Status Codes (dew_02_0301)';

describe('what the documentation says', () => {
  it('of the code in the body comes before what it says of the status, and its remedy is what to do', async () => {
    const lines = explain(await call([[400, badKey, { 'X-Request-Id': 'r-1' }]])).split('\n');
    expect(lines).toEqual([
      'Request: GET /v1/key',
      'Outcome: rejected (the request must be changed first), 400 Bad Request (KMS.0205)',
      'Request id: r-1',
      'The server said: "Invalid key ID"',
      'Documentation of KMS.0205: The key ID is not in a valid form. Source: DEW API Reference, Error Codes',
      `Documentation of 400: A request parameter is wrong. Source: ${dewPage}`,
      'Attempts: 1',
      expect.stringMatching(/^ {2}1\. 400 \(waited 0 ms, took \d+ ms\): 400 Bad Request is final$/),
      'Effect: none (no work was done)',
      'Next: The documentation advises: Send the key_id as KMS gave it.',
    ]);
  });

  it('and the same in Chinese', async () => {
    const lines = explain(await call([[400, badKey]]), { locale: 'zh' }).split('\n');
    expect(lines).toContain('服务器返回的信息：“Invalid key ID”');
    expect(lines).toContain(
      '文档对 KMS.0205 的说明：key_id 的格式不正确。来源：DEW API Reference, Error Codes',
    );
    expect(lines).toContain(`文档对 400 的说明：请求参数错误。来源：${dewPage}`);
    expect(lines.at(-1)).toBe('下一步：文档建议：请使用 KMS 返回的 key_id。');
  });

  it('a remedy does not hide that the work may have been done', async () => {
    const body = '{"error_code":"APIG.0201","error_msg":"Backend timeout"}';
    const given = await call([[502, body]], { method: 'POST' });
    expect(said(explain(given), 'Next')).toMatch(/^The work may have been done.*The documentation advises: /);
    expect(said(explain(given, { locale: 'zh' }), '下一步')).toMatch(/^操作可能已执行.*文档建议：/);
  });

  it('is the name and the source where a catalogue has no meanings, as the default one', async () => {
    const outcome = await attachOutcomes(scripted(501)).get('/key');
    expect(said(explain(outcome), 'Documentation of 501')).toBe('Not Implemented. Source: RFC 9110, 15.6.2');
    expect(said(explain(outcome, { locale: 'zh' }), '文档对 501 的说明')).toBe(
      'Not Implemented。来源：RFC 9110, 15.6.2',
    );
  });

  it('is the source where a code has no meaning', async () => {
    const shop = defineCatalogue({
      name: 'Shop',
      source: 'errors',
      statuses: { 400: { name: 'Bad order', kind: 'rejected', retry: 'never', source: 'table 1' } },
      codes: { 'shop.bad': { source: 'table 2' } },
    });
    const given = await call([[400, '{"code":"shop.bad","message":"no"}']], { catalogue: shop });
    expect(said(explain(given), 'Documentation of shop.bad')).toBe(
      'The documentation lists it without a meaning. Source: table 2',
    );
    expect(said(explain(given, { locale: 'zh' }), '文档对 shop.bad 的说明')).toMatch(/来源：table 2$/);
  });
});

describe('what else a ticket needs', () => {
  it('the places that do not fit a schema, and not the values that stand there', async () => {
    const secret = { '~standard': { version: 1 as const, vendor: 'own', validate: () => ({ issues }) } };
    const issues = ['a', 'b', 'c', 'd'].map((key) => ({
      message: `${key} is "4111"`,
      path: ['list', 0, key],
    }));
    const responses = { 200: secret };
    const outcome = await attachOutcomes(scripted([200, '{}'])).get('/key', { responses });
    const text = explain(outcome);
    expect(said(text, 'Does not fit')).toBe('list.0.a, list.0.b, list.0.c, …');
    expect(said(explain(outcome, { locale: 'zh' }), '与约定不符之处')).toBe(
      'list.0.a，list.0.b，list.0.c，…',
    );
    expect(() => unwrap(outcome)).toThrow(
      /200 OK\. Does not fit: list\.0\.a, list\.0\.b, list\.0\.c, …\. The/,
    );
    expect(text).not.toContain('4111');
  });

  it.each([200, 202, 299])('the id of the request also where there is no problem: %i', async (status) => {
    const given = await call([[status, '{}', { 'X-Request-Id': 'r-2' }]]);
    expect(said(explain(given), 'Request id')).toBe('r-2');
  });
});

describe('what is refused', () => {
  it('another locale, naming the locales that there are', async () => {
    const given = await call([200]);
    for (const locale of ['fr', 'zh-CN', '', null, 'toString', 1]) {
      // @ts-expect-error only code without types can pass these
      expect(() => explain(given, { locale })).toThrow(ConfigurationError);
    }
    // @ts-expect-error not a locale
    expect(() => explain(given, { locale: 'fr' })).toThrow(/locale is "fr"\. Write one of: en, zh\./);
  });

  it('the locale in the place of the options', async () => {
    const given = await call([200]);
    // @ts-expect-error the options are an object
    expect(() => explain(given, 'zh')).toThrow(ConfigurationError);
  });

  it.each([[undefined], [null], ['success'], [{}], [{ kind: 'success' }], [new Error('x')]])(
    'what is not an outcome: %s',
    (value) => {
      // @ts-expect-error not an outcome
      expect(() => explain(value)).toThrow(TypeError);
      // @ts-expect-error not an outcome
      expect(() => explain(value)).not.toThrow(ConfigurationError);
    },
  );
});

it('takes what outcomeOf makes of a bare instance, and says that no policy was asked', async () => {
  const outcome = await outcomeOf(scripted(503).get('/key'));
  expect(explain(outcome)).toMatch(/503 \(waited 0 ms, took 0 ms\): no retry policy applied/);
  expect(explain(outcome, { locale: 'zh' })).toMatch(/耗时 0 毫秒）：该 axios 实例未接入 axios-outcome/);
});
