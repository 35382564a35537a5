import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import axios from 'axios';
import { expect as expectOfJest } from 'expect';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { attachOutcomes } from '../../src/index.js';
import {
  outcomeMatchers,
  type Step,
  sequence,
  type VirtualClock,
  virtualClock,
} from '../../src/testing/index.js';

expect.extend(outcomeMatchers);
expectOfJest.extend(outcomeMatchers);

let clock: VirtualClock;
beforeAll(() => {
  clock = virtualClock();
});
afterAll(() => clock.restore());

function outcomeOf(...steps: Step[]) {
  const { adapter } = sequence(steps, { catalogue: dew });
  const headers = { Authorization: 'Bearer TOKEN-1' };
  const http = axios.create({ adapter, baseURL: 'https://user:pass-1@kms.example', headers });
  const retry = { retries: 1, jitter: 'none' } as const;
  return clock.run(() => attachOutcomes(http, { catalogue: dew, retry }).get('/v1/keys?signature=SIG-1'));
}

function messageOf(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  throw new Error('the assertion holds');
}

// One contract of a matcher, two runners: `this.equals`, `this.isNot`, `{ pass, message }`.
describe.each([
  ['vitest', expect],
  // Types of the two differ in what else they have; these matchers are the same.
  ['jest', expectOfJest as unknown as typeof expect],
])('in %s', (_runner, expectThat) => {
  it('toHaveOutcome holds where all the fields do that are given', async () => {
    const outcome = await outcomeOf({ status: 503, code: 'KMS.0101' });
    expectThat(outcome).toHaveOutcome({});
    expectThat(outcome).toHaveOutcome({ kind: 'unavailable', status: 503, httpStatus: 503, effect: 'none' });
    expectThat(outcome).toHaveOutcome({ code: 'KMS.0101', stopped: 'attempts' });
    expectThat(outcome).not.toHaveOutcome({ kind: 'unavailable', status: 502 });
    expectThat(await outcomeOf('refused')).toHaveOutcome({ code: 'ECONNREFUSED' });
  });

  it('and compares data deeply, with asymmetric matchers', async () => {
    const outcome = await outcomeOf({ status: 200, body: { id: 7, tags: ['a'] } });
    expectThat(outcome).toHaveOutcome({ data: { id: 7, tags: ['a'] } });
    expectThat(outcome).toHaveOutcome({ data: expectThat.objectContaining({ id: expectThat.any(Number) }) });
    expectThat(outcome).not.toHaveOutcome({ data: { id: 7 } });
  });

  it('toHaveRetried counts what came after the first attempt', async () => {
    const retried = await outcomeOf(503, 200);
    expectThat(retried).toHaveRetried();
    expectThat(retried).toHaveRetried(1);
    expectThat(retried).not.toHaveRetried(2);
    expectThat(await outcomeOf(200)).toHaveRetried(0);
    expectThat(await outcomeOf(200)).not.toHaveRetried();
  });

  it('a failure says what differs', async () => {
    const outcome = await outcomeOf({ status: 503, code: 'KMS.0101' });
    const fails = (assertion: () => void) => messageOf(assertion).split('\n\n')[0];
    expect(fails(() => expectThat(outcome).toHaveOutcome({ kind: 'success', code: 'KMS.0205' }))).toBe(
      'expected kind "success", but it is "unavailable"\nexpected code "KMS.0205", but it is "KMS.0101"',
    );
    expect(fails(() => expectThat(outcome).not.toHaveOutcome({ kind: 'unavailable' }))).toBe(
      'expected another outcome than kind "unavailable"',
    );
    const code = expectThat.stringMatching(/^KPS/);
    expect(fails(() => expectThat(outcome).toHaveOutcome({ code }))).toContain(
      'expected code StringMatching',
    );
    expect(fails(() => expectThat(outcome).toHaveRetried(3))).toBe(
      'expected 3 retries, but there was 1 retry',
    );
    expect(fails(() => expectThat(outcome).not.toHaveRetried())).toBe(
      'expected no retry, but there was 1 retry',
    );
    expect(fails(() => expectThat(outcome).not.toHaveRetried(1))).toContain('another number than 1 retry');
  });

  it.each([
    [Promise.resolve(), 'it is a promise: await it first'],
    [{ kind: 'success' }, 'give what a client of attachOutcomes'],
    [undefined, 'give what a client of attachOutcomes'],
  ])('%s is no outcome, nor is it another one', (received, message) => {
    expect(messageOf(() => expectThat(received).toHaveOutcome({}))).toContain(message);
    expect(messageOf(() => expectThat(received).not.toHaveOutcome({}))).toContain(message);
    expect(messageOf(() => expectThat(received).toHaveRetried())).toContain(message);
    expect(messageOf(() => expectThat(received).not.toHaveRetried())).toContain(message);
  });

  it('a field that there is none of is a mistake, also under not', async () => {
    const outcome = await outcomeOf(200);
    // Callers without types.
    const wrong = { kinds: 'success' } as object;
    expect(messageOf(() => expectThat(outcome).not.toHaveOutcome(wrong))).toContain(
      'a field of toHaveOutcome is "kinds". Write one of: kind, status',
    );
    for (const expected of [undefined, 'success', null]) {
      expect(messageOf(() => expectThat(outcome).toHaveOutcome(expected as unknown as object))).toContain(
        `what toHaveOutcome expects is ${JSON.stringify(expected) ?? 'undefined'}. Write an object with some of: kind`,
      );
    }
    for (const times of ['2', -1, Number.NaN]) {
      expect(messageOf(() => expectThat(outcome).toHaveRetried(times as number))).toContain(
        'Write a whole number from 0',
      );
    }
  });

  it('no secret stands in a failure', async () => {
    const body = { error: { error_code: 'KMS.0101', error_msg: 'token=TOKEN-2' }, plain_text: 'SECRET-1' };
    for (const status of [200, 503]) {
      const outcome = await outcomeOf({ status, body, headers: { 'set-cookie': 'a=COOKIE-1' } });
      const wrong = { kind: 'empty', data: { plain_text: 'SECRET-2' } } as const;
      const printed = messageOf(() => expectThat(outcome).toHaveOutcome(wrong));
      expect(printed).toContain('/v1/keys');
      expect(printed).not.toMatch(/TOKEN|SIG-1|pass-1|SECRET|COOKIE/);
      const { data: _, ...right } = { kind: outcome.kind, data: 0 };
      expect(messageOf(() => expectThat(outcome).not.toHaveOutcome(right))).not.toMatch(/TOKEN|SIG-1|SECRET/);
    }
  });
});

it('the failure in the guide is a real one', async () => {
  const outcome = await outcomeOf({ status: 503, code: 'KMS.0101' });
  const message = messageOf(() => expect(outcome).toHaveOutcome({ kind: 'success' }));
  const guide = readFileSync(resolve(import.meta.dirname, '../../docs/testing.md'), 'utf8');
  const [, shown = ''] = /^```text\n(.*?)\n```$/ms.exec(guide) ?? [];
  const lines = message.split('\n');
  expect(shown.split('\n').length).toBeGreaterThan(8);
  for (const line of shown.split('\n').filter((text) => text !== '…')) expect(lines).toContain(line);
});
