import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dew } from '../../src/catalogues/dew/statuses.js';
import { classify } from '../../src/index.js';
import type { CodeEntry } from '../../src/semantics/catalogue.js';

const codes: { readonly [code: string]: CodeEntry } = dew.codes;

/** The pairs that the error code pages of DEW and of the API gateway print. */
const documented = readFileSync(resolve(import.meta.dirname, 'dew-codes.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.replace('\t', ' under '));

function pairsWhere(holds: (code: string) => boolean): string[] {
  return Object.entries(codes)
    .filter(([code]) => holds(code))
    .flatMap(([code, { statuses = [] }]) => statuses.map((status) => `${code} under ${status}`));
}

function answer(status: number, error_code: string) {
  return classify({ response: { status, headers: {}, data: { error: { error_code } } } }, dew);
}

describe('DEW error codes', () => {
  test('are the documented ones under their documented statuses, none missing and none invented', () => {
    expect(documented).toHaveLength(251);
    expect(pairsWhere((code) => !code.startsWith('APIGW.')).sort()).toEqual([...documented].sort());
  });

  test("of the gateway are found in its own spelling and in that of DEW's pages", () => {
    const gateway = documented.filter((pair) => pair.startsWith('APIG.'));
    expect(pairsWhere((code) => code.startsWith('APIGW.')).sort()).toEqual(
      gateway.map((pair) => pair.replace('APIG.', 'APIGW.')).sort(),
    );
    for (const [code, entry] of Object.entries(codes).filter(([each]) => each.startsWith('APIGW.'))) {
      expect(entry, code).toBe(codes[code.replace('APIGW.', 'APIG.')]);
    }
  });
});

describe('DEW error codes in an answer', () => {
  test.each(['KMS.0101', 'KMS.0102'])('%s under 500 may pass ("try again")', (code) => {
    expect(answer(500, code)).toMatchObject({ kind: 'failed', retry: 'transient' });
  });

  test.each([
    ['KMS.2403', 400, 'unavailable', 'transient'],
    ['KMS.3201', 400, 'unavailable', 'transient'],
    ['KMS.3804', 400, 'rejected', 'never'],
    ['APIG.0308', 429, 'unavailable', 'throttle'],
    ['APIGW.0308', 429, 'unavailable', 'throttle'],
    ['APIG.0201', 400, 'rejected', 'never'],
    ['APIG.0201', 504, 'unavailable', 'transient'],
    ['APIG.0612', 500, 'failed', 'never'],
    ['KMS.0207', 404, 'rejected', 'never'],
  ])('%s under %i is %s, retry %s', (code, status, kind, retry) => {
    expect(answer(status, code)).toMatchObject({ kind, retry });
  });

  test.each([
    ['KMS.1105', 400],
    ['KMS.0409', 400],
    ['KMS.2404', 400],
    ['KMS.2405', 400],
    ['CSMS.0202', 400],
    ['APIG.0501', 405],
  ])('the quota %s under %i is rejected: no retry makes room', (code, status) => {
    expect(answer(status, code)).toMatchObject({ kind: 'rejected', retry: 'never' });
  });

  test('the quota CSMS.0201 is not tried again although it comes with 500', () => {
    expect(answer(500, 'CSMS.0201')).toMatchObject({ kind: 'failed', retry: 'never' });
  });

  test.each([
    ['KMS.0320', 400],
    ['KMS.0328', 403],
    ['KPS.9004', 403],
    ['APIG.0502', 405],
  ])('the freeze %s under %i is rejected', (code, status) => {
    expect(answer(status, code)).toMatchObject({ kind: 'rejected', retry: 'never' });
  });

  test.each([
    ['KMS.0303', 403],
    ['KMS.0302', 403],
    ['CSMS.0301', 400],
  ])('the token error %s under %i asks for a new token', (code, status) => {
    expect(answer(status, code).reauthenticate).toBe(true);
  });

  test.each([
    ['KMS.0301', 403, 'an empty header'],
    ['KMS.0304', 403, 'a user of the beta test'],
    ['KMS.0305', 403, 'a token for another project'],
    ['KMS.0321', 403, 'a URL of another project'],
    ['KMS.2601', 400, 'a key import token'],
    ['KMS.2605', 400, 'a key import token'],
  ])('%s under %i does not: it is about %s', (code, status) => {
    expect(answer(status, code).reauthenticate).toBeUndefined();
  });
});
