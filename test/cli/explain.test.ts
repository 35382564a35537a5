import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/statuses.js';
import { assessAnswer, foresee } from '../../src/cli/explain/explain-status.js';
import { clientPolicy } from '../../src/retry/policy.js';
import { evidenceOf, type Repeatability, safetyTable } from '../../src/retry/safety.js';
import { inProcess } from './in-process.js';
import { runCommand } from './run-command.js';

async function explained(...words: string[]): Promise<string> {
  const { status, stdout, stderr } = await inProcess(['explain', ...words]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('axios-outcome explain', () => {
  it('says meaning, kind, whether and when a retry is sent, and what to do', async () => {
    expect(await runCommand(['explain', '503'])).toEqual({
      status: 0,
      stderr: '',
      stdout: [
        'Status: 503 Service Unavailable (HTTP)',
        'Documentation of 503: The server cannot answer for now, being overloaded or under maintenance. Source: RFC 9110, 15.6.4',
        'Outcome: unavailable (the same request may work later)',
        'Retry: transient, a passing fault',
        '  GET HEAD OPTIONS PUT DELETE: sent again 2 times, after 50 ms, 100 ms at most; then it stops (all retries are used (2))',
        '  POST PATCH: not sent again (service unavailable without a Retry-After: the request may have been carried out)',
        '  POST PATCH (Retry-After: 1): sent again 2 times, after 1 s, 1 s at least; then it stops (all retries are used (2))',
        '  POST PATCH with an Idempotency-Key: sent again 2 times, after 50 ms, 100 ms at most; then it stops (all retries are used (2))',
        'Next: Try again later.',
        '',
      ].join('\n'),
    });
  });

  it('speaks Chinese, with the catalogue’s own Chinese', async () => {
    const text = await explained('503', '--catalogue', 'dew', '--method', 'post', '--locale', 'zh');
    expect(text).toContain('文档对 503 的说明：系统暂时异常。');
    expect(text).toContain('POST：不再发送（请求可能已执行，再次发送可能造成重复操作）');
    expect(text).toContain('下一步：操作可能已执行');
  });

  it('an error code refines its status: DEW’s KMS.0303 is a 403 for which new credentials help', async () => {
    const text = await explained('403', '--code', 'KMS.0303', '--catalogue', 'dew', '--method', 'GET');
    expect(text).toContain('Documentation of KMS.0303: ');
    expect(text).toContain('GET: not sent again (403 Forbidden is final)');
    expect(text).toContain('once more after new credentials');
  });

  it('an operation that is documented as repeatable is sent again although it is a POST', async () => {
    const words = ['504', '--catalogue', 'dew', '--method', 'POST'];
    expect(await explained(...words)).toContain('POST: not sent again');
    expect(await explained(...words, '--path', '/v1.0/p/kms/describe-key')).toContain(
      'POST /v1.0/p/kms/describe-key: sent again 3 times',
    );
  });

  it('the wait that the documentation asks for after throttling is foreseen as the client keeps it', async () => {
    // GitHub's secondary limit: a minute, doubled each time; the second is over maxHintMs.
    const words = ['403', '--code', 'secondary_rate_limit', '--catalogue', 'github', '--method', 'POST'];
    expect(await explained(...words)).toContain(
      '  POST: sent again once, after 60 s at least; then it stops (the documentation asks for 120000 ms, over maxHintMs (60000))',
    );
    expect(await explained(...words, '--retry-after', '5')).toContain('after 5 s, 5 s at least');
  });

  it('a Retry-After above maxHintMs is not waited for', async () => {
    expect(await explained('429', '--retry-after', '90')).toContain(
      'retry-after asks for 90000 ms, over maxHintMs (60000)',
    );
    expect(await explained('429', '--retry-after', '5')).toContain(
      'POST PATCH: sent again 2 times, after 5 s, 5 s at least',
    );
  });

  it('a status that the catalogue lacks is unexpected, and HTTP’s word guides its retries', async () => {
    const text = await explained('425', '--catalogue', 'dew');
    expect(text).toContain('The catalogue does not document it.');
    expect(text).toContain(
      'POST PATCH: sent again once, after 50 ms at most; then it stops (too early: one retry is allowed, and it was made)',
    );
  });

  it.each([
    ['99'],
    ['abc'],
    ['503', '--method', '1'],
    ['503', '--retry-after', 'soon'],
    ['503', '--locale', 'de'],
    [],
  ])('bad usage ends with status 2: %j', async (...words) => {
    expect((await inProcess(['explain', ...words])).status).toBe(2);
  });

  it('foresees a retry exactly where the safety table of the client allows one', () => {
    const policy = clientPolicy(undefined, { name: 'X' });
    for (const status of Object.keys(http.statuses)
      .map(Number)
      .filter((each) => each >= 400)) {
      const assessment = assessAnswer(status, undefined, http);
      for (const way of ['repeatable', 'once', 'keyed'] as const satisfies readonly Repeatability[]) {
        const allowance = safetyTable[evidenceOf(assessment)][way];
        const expected = { retry: policy.retries, once: 1, hinted: 0, no: 0 }[allowance];
        expect([status, way, foresee(assessment, way, undefined, policy).waitsMs.length]).toEqual([
          status,
          way,
          expected,
        ]);
      }
    }
  });
});
