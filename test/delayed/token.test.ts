// A token: everything that another process needs to follow a task (docs/delayed-tasks.md, Tokens).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readToken, type TaskRecord, TokenError, writeToken } from '../../src/delayed/token.js';
import { runs } from '../runs.js';

const record: TaskRecord = {
  dialect: 'location',
  method: 'POST',
  path: '/jobs',
  origin: 'https://api.test',
  link: { monitor: 'https://api.test/jobs/1' },
};
const whole: TaskRecord = {
  ...record,
  link: { ...record.link, result: 'https://api.test/results/1' },
  removed: { monitor: ['code'], result: ['sig'] },
};
function write(of: TaskRecord): string {
  const token = writeToken(of);
  if (token === undefined) throw new Error('no token');
  return token;
}
/** The token with other fields, and with the checksum of those fields. */
function forged(changes: object): string {
  const { version, check: _, ...fields } = JSON.parse(write(whole));
  const all = { ...fields, ...changes };
  const text = JSON.stringify(
    Object.entries(JSON.parse(JSON.stringify(all))).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  let hash = 0x811c9dc5;
  for (const unit of text.split('')) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return JSON.stringify({ version, ...all, check: (hash >>> 0).toString(16).padStart(8, '0') });
}

it('is read as it was written', () => {
  expect(readToken(write(record))).toEqual(record);
  expect(readToken(write(whole))).toEqual(whole);
  expect(readToken(forged({}))).toEqual(whole);
});

it('the order of its fields does not matter', () => {
  const entries = Object.entries(JSON.parse(write(whole))).reverse();
  expect(readToken(JSON.stringify(Object.fromEntries(entries)))).toEqual(whole);
});

it('has up to 8,000 characters, and is read up to that length', () => {
  const spare = 8_000 - write(record).length;
  const longest = { ...record, path: `${record.path}${'x'.repeat(spare)}` };
  expect(write(longest)).toHaveLength(8_000);
  expect(readToken(write(longest))).toEqual(longest);
  expect(writeToken({ ...longest, path: `${longest.path}x` })).toBeUndefined();
  expect(() => readToken(`${write(longest)} `)).toThrow('a token is a text of up to 8,000 characters');
});

it('any change of one character is found', () => {
  const token = write(whole);
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom('a', '0', '/', '"'), (at, character) => {
      fc.pre(token[at] !== character);
      expect(() => readToken(token.slice(0, at) + character + token.slice(at + 1))).toThrow(TokenError);
    }),
    { numRuns: runs(200) },
  );
});

const malformed = 'this token is malformed: a field is missing or is not a text';
describe('is refused with an error that says why', () => {
  it.each<[unknown, string]>([
    [undefined, 'a token is a text of up to 8,000 characters'],
    ['', 'a token is a text of up to 8,000 characters'],
    [{}, 'a token is a text of up to 8,000 characters'],
    ['{', 'it is not a JSON object'],
    ['null', 'it is not a JSON object'],
    ['[]', 'it is not a JSON object'],
    ['7', 'it is not a JSON object'],
    ['{}', 'this token has version unknown, but this library reads version 1'],
    ['{"version":"1"}', 'this token has version unknown'],
    ['{"version":2}', 'this token has version 2'],
    ['{"version":1}', malformed],
    ...['dialect', 'method', 'path', 'origin', 'monitor'].flatMap((name): [string, string][] => [
      [forged({ [name]: undefined }), malformed],
      [forged({ [name]: '' }), malformed],
      [forged({ [name]: 7 }), malformed],
    ]),
    [forged({ result: 7 }), malformed],
    [forged({ result: '' }), malformed],
    [forged({ removed: 'code' }), malformed],
    [forged({ removed: { monitor: 'code' } }), malformed],
    [forged({ removed: { monitor: [7] } }), malformed],
    [forged({ removed: { result: [''] } }), malformed],
    [forged({ removed: { result: 'sig' } }), malformed],
    [write(whole).replace('/jobs/1', '/jobs/2'), 'this token was changed after it was made'],
    [forged({ origin: 'https://api.test/' }), 'its origin is not an http or https origin'],
    [forged({ origin: 'api.test' }), 'its origin is not an http or https origin'],
    [forged({ monitor: '/jobs/1' }), 'its address is not an http or https URL'],
    [forged({ result: '/results/1' }), 'its address is not an http or https URL'],
  ])('case %#', (token, why) => {
    expect(() => readToken(token)).toThrow(why);
    expect(() => readToken(token)).toThrow(TokenError);
  });
});

it('addresses lose user, password and fragment', () => {
  const { link } = readToken(
    forged({ monitor: 'https://u:p@api.test/1#x', result: 'https://u@api.test/2#y' }),
  );
  expect(link).toEqual({ monitor: 'https://api.test/1', result: 'https://api.test/2' });
});
it('parameters that were removed may be those of one address', () => {
  expect(readToken(forged({ removed: { result: [] } })).removed).toEqual({ result: [] });
  expect(readToken(forged({ removed: {} })).removed).toEqual({});
});
