import { describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { type Catalogue, ConfigurationError, defineCatalogue, extendCatalogue } from '../../src/index.js';

const row = { name: 'OK', kind: 'success', retry: 'never', source: 'docs' } as const;
const good = { name: 'Shop', source: 'docs', statuses: { 200: row } } as const;

/** What a caller without types may pass. */
const define = (catalogue: unknown) => () => defineCatalogue(catalogue as Catalogue);

describe('defineCatalogue names the row, its value and what to write instead', () => {
  it.each([
    ['codes that are no object', { ...good, codes: 5 }, /codes of catalogue Shop is 5/],
    ['operations that are no list', { ...good, operations: 5 }, /operations of catalogue Shop is 5/],
    [
      'an operation without a path',
      { ...good, operations: [{ method: 'POST' }] },
      /operations\[0\] of catalogue Shop/,
    ],
    [
      'a misspelt part',
      { ...good, staatuses: {} },
      /staatuses of catalogue Shop is an object\. There is no field "staatuses"\. Did you mean "statuses"\?/,
    ],
    [
      'a misspelt field',
      { ...good, statuses: { 200: { ...row, retryable: true } } },
      /statuses\[200\] of catalogue Shop, retryable is true\. There is no field "retryable"\. Known fields: name, kind, or/,
    ],
    ['a method in small letters', { ...good, operations: [{ method: 'post', path: '/' }] }, /in capitals/],
    [
      'repeatable as a text',
      { ...good, operations: [{ method: 'POST', path: '/', repeatable: 'no' }] },
      /operations\[0\] of catalogue Shop, repeatable is "no"/,
    ],
    [
      'a task without the field of its id',
      { ...good, operations: [{ method: 'POST', path: '/', task: { dialect: 'huawei-job' } }] },
      /operations\[0\] of catalogue Shop, task is an object\. Write an object \{ dialect, id \}/,
    ],
    [
      'a task with a misspelt field',
      {
        ...good,
        operations: [{ method: 'POST', path: '/', task: { dialect: 'huawei-job', idd: 'job_id' } }],
      },
      /operations\[0\] of catalogue Shop, task is an object/,
    ],
    ['a reader that is none', { ...good, readProblem: 'no' }, /readProblem of catalogue Shop is "no"/],
    ['a reader of hints that is none', { ...good, readHint: 5 }, /readHint of catalogue Shop is 5/],
    ['a header name alone', { ...good, requestId: 'x-id' }, /requestId of catalogue Shop is "x-id".*a list/],
    [
      'or that is no list',
      { ...good, statuses: { 200: { ...row, or: 5 } } },
      /or is 5\. Write a list of items, each one of: success/,
    ],
    ['a meaning in one text', { ...good, statuses: { 200: { ...row, meaning: 'x' } } }, /meaning is "x"/],
    [
      'a code with one status',
      { ...good, codes: { X: { statuses: 404, source: 'docs' } } },
      /codes\[X\].*statuses is 404/,
    ],
    ['advice below 0', { ...good, retry: { retries: -1 } }, /retry\.retries of catalogue Shop is -1/],
    ['nothing', undefined, /catalogue is undefined/],
    ['an array', [], /catalogue is \[\]/],
    ['no name', { ...good, name: '' }, /catalogue\.name is ""/],
    ['no source', { ...good, source: undefined }, /catalogue\.source is undefined/],
    [
      'no statuses',
      { ...good, statuses: undefined },
      /statuses of catalogue Shop is undefined.*at least one/,
    ],
    ['empty statuses', { ...good, statuses: {} }, /statuses of catalogue Shop is an object.*at least one/],
    [
      'a status of two digits',
      { ...good, statuses: { 20: row } },
      /status of catalogue Shop is "20".*100 to 999/,
    ],
    [
      'an unknown kind',
      { ...good, statuses: { 200: { ...row, kind: 'fine' } } },
      /statuses\[200\].*kind is "fine".*success, delayed/,
    ],
    [
      'an unknown retry',
      { ...good, statuses: { 200: { ...row, retry: 'maybe' } } },
      /retry is "maybe".*never, transient, throttle/,
    ],
    [
      'a row without a source',
      { ...good, statuses: { 200: { ...row, source: '' } } },
      /source is "".*where this row/,
    ],
    ['an unknown kind in or', { ...good, statuses: { 200: { ...row, or: ['odd'] } } }, /or is \["odd"\]/],
    [
      'a code with a kind and no statuses',
      { ...good, codes: { X: { kind: 'rejected', source: 'docs' } } },
      /codes\[X\].*statuses is undefined/,
    ],
    [
      'a code that moves a status outside its or',
      { ...good, codes: { X: { kind: 'rejected', statuses: [200], source: 'docs' } } },
      /codes\[X\].*kind is "rejected".*status 200 \(success\).*`or`/,
    ],
    [
      'a code of an undocumented status',
      { ...good, codes: { X: { kind: 'rejected', statuses: [404], source: 'docs' } } },
      /404 is not one/,
    ],
  ])('%s', (_, catalogue, message) => {
    expect(define(catalogue)).toThrow(ConfigurationError);
    expect(define(catalogue)).toThrow(message);
  });

  it('returns the very catalogue', () => {
    expect(defineCatalogue(good)).toBe(good);
  });

  it('takes a code that moves a status to a kind in its or', () => {
    const statuses = { 200: { ...row, or: ['rejected'] } } as const;
    const codes = { X: { kind: 'rejected', statuses: [200], source: 'docs' } } as const;
    expect(define({ ...good, statuses, codes })).not.toThrow();
  });
});

describe('extendCatalogue', () => {
  const extended = extendCatalogue(dew, {
    name: 'DEW behind a proxy',
    statuses: { 503: { name: 'Maintenance', kind: 'failed', retry: 'never', source: 'wiki' } },
    operations: [{ method: 'POST', path: '/ours', repeatable: true }],
    retry: { retries: 1 },
  });

  it('replaces rows of the base and keeps the rest', () => {
    expect(extended.statuses[503].name).toBe('Maintenance');
    expect(extended.statuses[202].name).toBe('Accept');
    expect(extended.codes['KMS.0303'].reauthenticate).toBe(true);
    expect(extended).toMatchObject({
      operations: expect.arrayContaining([{ method: 'POST', path: '/ours', repeatable: true }]),
    });
  });

  it("lays its retry advice over the base's", () => {
    expect(extended.retry).toMatchObject({ retries: 1, attemptTimeoutMs: 8000 });
  });

  it('leaves the base as it was', () => {
    expect(dew.statuses[503].kind).toBe('unavailable');
    expect(dew.operations).toHaveLength(100);
  });

  it('refuses what defineCatalogue refuses', () => {
    // @ts-expect-error no such kind
    expect(() => extendCatalogue(dew, { statuses: { 200: { ...row, kind: 'odd' } } })).toThrow(
      /kind is "odd"/,
    );
  });
});
