import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/statuses.js';
import type { Assessment } from '../../src/classify/assessment.js';
import { evidenceOf, isSafeMethod, repeatabilityOf } from '../../src/retry/safety.js';
import type { Catalogue } from '../../src/semantics/catalogue.js';

const transient: Assessment = { kind: 'unavailable', processed: 'maybe', retry: 'transient' };

describe('what an end says about sending the request again (docs/retry-safety.md, The table)', () => {
  it.each<[string, Partial<Assessment>, string]>([
    ['the caller stopped it, whatever it was answered', { kind: 'cancelled', httpStatus: 503 }, 'final'],
    [
      'a GET that a redirect made of a POST was throttled: nothing is said of the POST',
      { turnedIntoGet: true, httpStatus: 429, retry: 'throttle', processed: 'no' },
      'maybe processed',
    ],
    ['a cut 200', { kind: 'malformed', truncated: true, httpStatus: 200 }, 'truncated success'],
    ['a cut 502', { kind: 'failed', truncated: true, httpStatus: 502 }, 'bad gateway'],
    [
      'a 200 that is whole and not what was promised',
      { kind: 'malformed', httpStatus: 200 },
      'documented transient',
    ],
    ['429', { httpStatus: 429, retry: 'throttle', processed: 'no' }, 'throttled'],
    ['a 503 that says the rate is too high', { httpStatus: 503, retry: 'throttle' }, 'throttled'],
    // RFC 9110, 15.5: the client's own error, documented to pass.
    ['404 that will pass', { httpStatus: 404, processed: 'no' }, 'turned away'],
    ['404 that may have done something', { httpStatus: 404, processed: 'maybe' }, 'documented transient'],
    ['499', { httpStatus: 499, processed: 'no' }, 'turned away'],
    ['500, which is no refusal', { httpStatus: 500, processed: 'no' }, 'documented transient'],
    ['599', { httpStatus: 599, processed: 'no' }, 'documented transient'],
    ['a connection that was refused', { kind: 'unreachable', processed: 'no' }, 'never sent'],
    ['a connection that broke', { kind: 'unreachable' }, 'maybe processed'],
  ])('%s', (_, assessment, evidence) => {
    expect(evidenceOf({ ...transient, ...assessment })).toBe(evidence);
  });
});

describe('the methods of HTTP (RFC 9110, 9.2)', () => {
  it.each<[string, boolean, string]>([
    ['GET', true, 'repeatable'],
    ['HEAD', true, 'repeatable'],
    ['OPTIONS', true, 'repeatable'],
    ['TRACE', true, 'repeatable'],
    ['PUT', false, 'repeatable'],
    ['DELETE', false, 'repeatable'],
    ['POST', false, 'once'],
    ['PATCH', false, 'once'],
  ])('%s: safe %s, %s', (method, safe, repeatability) => {
    expect(isSafeMethod(method)).toBe(safe);
    expect(repeatabilityOf(method, '/a', http, false)).toBe(repeatability);
  });

  it('a key makes a POST recognisable, and a PUT needs none', () => {
    expect(repeatabilityOf('POST', '/a', http, true)).toBe('keyed');
    expect(repeatabilityOf('PUT', '/a', http, true)).toBe('repeatable');
  });

  it('a POST that is documented as repeatable is, and no other operation', () => {
    const catalogue: Catalogue = {
      ...http,
      operations: [
        { method: 'POST', path: '/search', repeatable: true },
        { method: 'POST', path: '/orders' },
      ],
    };
    const of = (path: string, keyed = false) => repeatabilityOf('POST', path, catalogue, keyed);
    expect([of('/search'), of('/search', true)]).toEqual(['repeatable', 'repeatable']);
    expect([of('/orders'), of('/orders', true), of('/other')]).toEqual(['once', 'keyed', 'once']);
  });
});
