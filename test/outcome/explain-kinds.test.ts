import { describe, expect, it } from 'vitest';
import { explain } from '../../src/index.js';
import { documentedKinds } from '../../src/semantics/kinds.js';
import { rows } from './explain-rows.js';
import { call, said } from './scripted.js';

describe('explain, by kind and in both languages', () => {
  it('has a row here for every kind', () => {
    const others = ['unexpected', 'malformed', 'unreachable', 'cancelled'];
    expect(rows.map(({ kind }) => kind)).toEqual([...documentedKinds, ...others]);
  });

  describe.each(rows)('$kind', ({ kind, steps, how, outcome, documentation, effect, next }) => {
    it('says what was asked, what came of it, what is documented, what was done and what to do', async () => {
      const given = await call(steps, how);
      expect(given.kind).toBe(kind);
      const status = 'httpStatus' in given ? given.httpStatus : '';
      const request = `${how?.method ?? 'GET'} /v1/key`;

      const en = explain(given);
      expect(said(en, 'Request')).toBe(request);
      expect(said(en, 'Outcome')).toBe(outcome[0]);
      expect(said(en, `Documentation of ${status}`)).toBe(documentation?.[0]);
      expect(said(en, 'Attempts')).toMatch(new RegExp(`^${given.attempts.length}(, stopped: [a-z-]+)?$`));
      expect(said(en, 'Effect')).toBe(effect[0]);
      expect(said(en, 'Next')).toMatch(next[0]);

      const zh = explain(given, { locale: 'zh' });
      expect(said(zh, '请求')).toBe(request);
      expect(said(zh, '结果')).toBe(outcome[1]);
      expect(said(zh, `文档对 ${status} 的说明`)).toBe(documentation?.[1]);
      expect(said(zh, '尝试')).toMatch(new RegExp(`^共 ${given.attempts.length} 次(，停止原因：[a-z-]+)?$`));
      expect(said(zh, '执行情况')).toBe(effect[1]);
      expect(said(zh, '下一步')).toMatch(next[1]);
    });

    it('says the same of its clone, and of what JSON restored', async () => {
      const given = await call(steps, how);
      for (const locale of ['en', 'zh'] as const) {
        const text = explain(given, { locale });
        expect(explain(structuredClone(given), { locale })).toBe(text);
        expect(explain(JSON.parse(JSON.stringify(given)), { locale })).toBe(text);
      }
    });
  });
});
