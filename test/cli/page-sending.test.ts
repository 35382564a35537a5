import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/statuses.js';
import { catalogueIn, headOf, inProcess } from './in-process.js';

type Verdict = 'never' | 'transient' | 'throttle';

/** What the command makes of one row: its verdict, and whether a person is asked about it. */
async function verdictOn(
  status: number,
  text: string,
): Promise<{ retry: Verdict; asked: boolean; stderr: string }> {
  const page = `# Status codes\n\n| Status | Meaning |\n| --- | --- |\n| ${status} | ${text.replaceAll('|', '\\|')} |\n`;
  const { stdout, stderr } = await inProcess(['catalogue', 'page', '-', '--format', 'markdown'], page);
  const entry = catalogueIn(stdout).statuses[status];
  if (entry === undefined) throw new TypeError(`${status} was not read: ${stderr}`);
  return { retry: entry.retry, asked: headOf(stderr).decisions > 0, stderr };
}

const httpSays = (status: number): Verdict => http.statuses[status as 503].retry;

describe('a negation forbids a retry, in whatever words and order (RFC 9110 calls 503 transient, the row does not)', () => {
  it.each([
    'The client should not repeat the request without modifications.',
    'Modify the order instead of re-initiating it; the client should not do the latter.',
    'You should modify the request instead of re-initiating it.',
    'It is of no use to send the same request again.',
    'Refrain from re-sending.',
    'The order must not be submitted once more.',
    'Never make this call again.',
    'There is no point in trying again.',
    'Repeating the request is of no use.',
    'A second attempt will be rejected.',
    'Rather than repeating the call, open a ticket.',
    'Retries are pointless.',
    'Do not, under any circumstances, repeat the call.',
    'This fault is not retriable.',
    'Sending it again won’t change anything.',
    'Stop retrying and call us.',
    'The mill is busy now. Do not retry.',
    'We advise against retrying.',
    'Retryable: no',
    '请勿再次发起请求。',
    '不要重复提交该请求。',
    '应修改请求，而不是重新发起。',
    '未经修改不得再次发送。',
    '重新发起请求没有意义。',
    '重试也无济于事。',
    '多次重试也没有用。',
    '避免重复调用。',
    '系统繁忙，切勿反复提交。',
    '無需再次提交，請勿重試。',
  ])('%s', async (text) => {
    expect(await verdictOn(503, text)).toMatchObject({ retry: 'never' });
    expect(await verdictOn(400, text)).toMatchObject({ retry: 'never' });
  });

  it.each([
    'Do not retry immediately.',
    'Do not retry more than three times.',
    '请勿立即重试。',
    '请勿频繁重试。',
  ])('only haste is forbidden: %s', async (text) => {
    expect(await verdictOn(503, text)).toMatchObject({ retry: 'transient' });
  });
});

describe('an invitation without a condition is a retry', () => {
  it.each([
    'Try again later.',
    'The mill is busy, please retry.',
    'Wait a few minutes and send the request again.',
    'Retry with exponential back-off.',
    'The request can be repeated safely.',
    'Retry or contact support.',
    'Try again later. If the fault persists, check the key and contact support.',
    'If you get this error, repeat the request.',
    'Reduce the rate of your calls and try again.',
    'Please wait before you try again.',
    'The request could not be completed, try again.',
    'A retry may succeed.',
    'The gate is shut, try again.',
    '请稍后重试。',
    '系统繁忙，请等待几分钟后再次提交。',
    '请稍后重试，如仍失败请联系客服。',
    '请联系客服或稍后重试。',
    '无法处理请求，请重新发起。',
    '网络抖动，重试。',
    '服务恢复后重试。',
    '請稍後再試。',
  ])('%s', async (text) => {
    expect(await verdictOn(503, text)).toMatchObject({ retry: 'transient', asked: false });
    // Where HTTP would not send it again, a person is asked whether the words always hold.
    expect(await verdictOn(409, text)).toMatchObject({ retry: 'transient', asked: true });
  });
});

describe('what must be changed first is no retry', () => {
  it.each([
    'Select a valid type and try again.',
    'Delete duplicates and resend.',
    'Check the number. Then try again.',
    'Top up the account, then repeat the request.',
    'Retry with another key.',
    'Retry after fixing the body.',
    'Correct the request before sending it again.',
    'The body must be shortened and the request sent again.',
    'Rename the mill and try again.',
    'Please prune the tree and try again.',
    'Swap the card, try again.',
    'Unplug it. Try again.',
    'Grab a new ticket and retry.',
    '请缴费后重试。',
    '请完成认证后重试。',
    '请选择有效的类型，然后再次提交。',
    '删除重复项后重新提交。',
    '请更换钥匙后重试。',
    '请使用正确的令牌重试。',
    '请检查网络，稍后重试。',
    '重试前请核对参数。',
  ])('%s', async (text) => {
    expect(await verdictOn(400, text)).toMatchObject({ retry: 'never', asked: false });
    expect(await verdictOn(503, text)).toMatchObject({ retry: 'never', asked: true });
  });
});

describe('a noun is no promise', () => {
  it.each([
    'The throttling policy does not exist.',
    'The field [delay] is wrong.',
    'The end is later than the start.',
    'A temporary volume cannot be mounted.',
    'The session timeout is out of range.',
    'The retry count is not a number.',
    'The rate limit rule was deleted.',
    'The busy flag is set.',
    '暂不支持该操作。',
    '流控策略不存在。',
    '重试次数超出范围。',
    '临时凭证无效。',
    '延迟参数有误。',
  ])('%s', async (text) => {
    expect(await verdictOn(400, text)).toMatchObject({ retry: 'never', asked: false });
  });
});

describe('a condition is no rule, and is asked where it speaks of sending again', () => {
  it('“if the server is only temporarily unable” under 413 (RFC 9110, 15.5.14)', async () => {
    expect(
      await verdictOn(413, 'Too big, or if the server is only temporarily unable to take it.'),
    ).toMatchObject({
      retry: 'never',
    });
  });
  it.each([
    'If the fault is passing, try again.',
    'Retry only if nothing was charged.',
    'The client may repeat the request unless it moves money.',
    'Whether to retry depends on the mill.',
    'When the lock is free, send the request again.',
    '若未扣款，可重新提交。',
    '只有幂等请求才能重试。',
    '视情况重试。',
    'Retry, except for transfers.',
    'Retry (POST excluded).',
    'Retry, unless it is Monday.',
    'Retry. Unless it is Monday.',
    '请稍后重试，若涉及资金请先对账。',
    'Retry. Not for payments, though.',
    '请重试（支付接口除外）。',
    '请重试，但转账请求例外。',
    '请重试。支付接口除外。',
  ])('%s', async (text) => {
    expect(await verdictOn(409, text)).toMatchObject({ retry: 'never', asked: true });
    expect(await verdictOn(503, text)).toMatchObject({ retry: 'never', asked: true });
  });
});

describe('words about sending again that are not understood are asked, never passed over', () => {
  it.each([
    'Our workers repeat the call at night.',
    'Retry? No.',
    'Feel free to retry, we will ban you.',
    'Retry this and you lose your order.',
    'Retry; the first request may have gone through, so check first.',
    'Retry. The order could already have been placed.',
    'Please retry, but verify that nothing was charged.',
    '请重试；首次请求可能已经执行。',
    '请重试，原请求可能已成功。',
    '请稍后重试，并确认未重复扣款。',
    'Try again later and make sure that it runs once.',
    '稍后重试也许会被封号。',
    'Is a retry allowed? It is not.',
    '能重试吗？不能。',
    '重试会造成重复扣款，后果自负。',
    '重试风险自负。',
    'Somebody did it again.',
    'A duplicate request was found.',
    'One more time it will break.',
    '二次提交。',
    '系统会重新处理。',
    '拔掉电源，重试。',
    'The request was sent again by the proxy.',
    'Retry semantics: at most one.',
    '后台每天重新发送。',
    '系统重试中。',
  ])('%s', async (text) => {
    expect(await verdictOn(503, text)).toMatchObject({ retry: 'never', asked: true });
    expect(await verdictOn(409, text)).toMatchObject({ retry: 'never', asked: true });
  });

  it.each(['The mill is down.', '上游响应无效。'])(
    '%s says nothing of it: HTTP’s word stands',
    async (text) => {
      for (const status of [408, 429, 502, 503, 504])
        expect(await verdictOn(status, text)).toMatchObject({ retry: httpSays(status), asked: false });
    },
  );
});

describe('a language that is neither English nor Chinese is declared unread', () => {
  it.each([
    'Die Anfrage darf nicht wiederholt werden.',
    'Ne renvoyez pas la requête.',
    'No vuelva a enviar la solicitud, por favor; el servidor no está disponible.',
    'リクエストを再送しないでください。',
    '요청을 다시 보내지 마십시오.',
    'Не повторяйте запрос.',
  ])('%s', async (text) => {
    const { retry, asked, stderr } = await verdictOn(503, text);
    expect({ retry, asked }).toEqual({ retry: 'transient', asked: true });
    expect(stderr).toContain(
      '1 of the rows are neither in English nor in Chinese: their words were not read',
    );
    expect(stderr).toMatch(/DECIDE {2}the row's words were not read.*write `retry: 'never'`/);
    expect(await verdictOn(404, text)).toMatchObject({ retry: 'never', asked: false });
  });
});
