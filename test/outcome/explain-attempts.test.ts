import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type AnyOutcome, explain } from '../../src/index.js';
import { call, said } from './scripted.js';

/** The attempts' lines. */
function attemptsIn(explanation: string): string[] {
  return explanation.split('\n').filter((line) => line.startsWith('  '));
}

describe('what was tried', () => {
  it('is a line each: number, status or code, the wait before it, how long it took, and why', async () => {
    const given = await call([[503, '', { 'Retry-After-Ms': '20' }], 'ECONNRESET', 200]);
    const en = explain(given);
    expect(said(en, 'Attempts')).toBe('3');
    expect(attemptsIn(en)).toEqual([
      expect.stringMatching(
        /^ {2}1\. 503 \(waited 0 ms, took \d+ ms\): service unavailable, retry-after-ms asks for 20 ms/,
      ),
      expect.stringMatching(
        /^ {2}2\. ECONNRESET \(waited (\d{2,} ms|[\d.]+ s), took \d+ ms\): maybe processed: sent/,
      ),
      expect.stringMatching(/^ {2}3\. 200 \(waited \d+ ms, took \d+ ms\): done$/),
    ]);
    expect(attemptsIn(explain(given, { locale: 'zh' }))).toEqual([
      expect.stringMatching(/^ {2}1\. 503（等待 0 毫秒，耗时 \d+ 毫秒）：随后再次发送$/),
      expect.stringMatching(
        /^ {2}2\. ECONNRESET（等待 (\d{2,} 毫秒|[\d.]+ 秒)，耗时 \d+ 毫秒）：随后再次发送$/,
      ),
      expect.stringMatching(/^ {2}3\. 200（等待 \d+ 毫秒，耗时 \d+ 毫秒）：已完成$/),
    ]);
  });

  it.each<[string, Parameters<typeof call>, RegExp]>([
    ['attempts', [[503]], /允许的重试次数已用完$/],
    ['budget', [[503], { retry: { budget: { take: () => false, succeeded: () => {} } } }], /重试预算已用完$/],
    ['unsafe', [[502], { method: 'POST' }], /请求可能已执行，再次发送可能造成重复操作$/],
    ['body', [[503], { method: 'PUT', data: Readable.from(['x']) }], /请求体是流，无法再次发送$/],
    ['deadline', [[503], { retry: { deadlineMs: 5000, baseDelayMs: 9000, jitter: 'none' } }], /总时限/],
    ['hint', [[[503, '', { 'Retry-After': '86400' }]]], /等待时间超过上限（maxHintMs）$/],
    ['vetoed', [[503], { retry: { shouldRetry: () => false } }], /不允许重试$/],
    ['not-retryable', [[501]], /该结果不可重试$/],
  ])('names why it ended, %s, and says it in Chinese', async (stopped, [steps, how], reason) => {
    const given = await call(steps, how);
    expect(given).toMatchObject({ retry: { stopped } });
    expect(said(explain(given), 'Attempts')).toBe(`${given.attempts.length}, stopped: ${stopped}`);
    const zh = explain(given, { locale: 'zh' });
    expect(said(zh, '尝试')).toBe(`共 ${given.attempts.length} 次，停止原因：${stopped}`);
    expect(attemptsIn(zh).at(-1)).toMatch(reason);
  });

  it('says in Chinese every reason that has no number in it', async () => {
    const delayed = await call([202], { method: 'POST' });
    expect(explain(delayed, { locale: 'zh' })).toContain('：已受理，尚未完成');
    expect(explain(await call(['ERR_CANCELED']), { locale: 'zh' })).toContain('：调用方已取消');
    const renewed = await call([401, 200], { retry: { reauthenticate: async () => {} } });
    expect(attemptsIn(explain(renewed, { locale: 'zh' }))).toEqual([
      expect.stringMatching(/：凭证已更新，再发送一次$/),
      expect.stringMatching(/：已完成$/),
    ]);
  });

  it('says where nothing was sent', async () => {
    const given: AnyOutcome = { ...(await call(['ERR_CANCELED'])), attempts: [] };
    expect(said(explain(given), 'Attempts')).toBe('none, the request was not sent');
    expect(said(explain(given, { locale: 'zh' }), '尝试')).toBe('无，请求未发出');
  });

  it('is told from both ends where there are more than twenty', async () => {
    const given = await call([503], { retry: { retries: 29, maxDelayMs: 0 } });
    const lines = attemptsIn(explain(given));
    expect(said(explain(given), 'Attempts')).toBe('30, stopped: attempts');
    expect(lines.map((line) => /^ {2}(\d+|…)/.exec(line)?.[1])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, '…', 21, 22, 23, 24, 25, 26, 27, 28, 29, 30].map(String),
    );
    expect(lines[10]).toBe('  … 10 more …');
    expect(attemptsIn(explain(given, { locale: 'zh' }))[10]).toBe('  ……省略 10 次……');
  });
});

describe('when the server wants to be asked again', () => {
  it('is an instant', async () => {
    const given = await call([[503, '', { 'Retry-After': '86400' }]]);
    if (given.kind !== 'unavailable') throw new Error(given.kind);
    const instant = new Date(given.retry.retryAt ?? 0).toISOString();
    expect(said(explain(given), 'Next')).toBe(`Try again later. The server asks to wait until ${instant}.`);
    expect(said(explain(given, { locale: 'zh' }), '下一步')).toBe(
      `请稍后再试。服务器要求在 ${instant} 之前不要再次请求。`,
    );
  });

  it.each([[null], ['tomorrow'], [8.65e15], [Number.NaN]])('is left out where it is none: %s', async (at) => {
    const given = { ...(await call([503])), retry: { stopped: 'hint', retryAt: at } };
    expect(said(explain(given), 'Next')).toBe('Try again later.');
  });
});
