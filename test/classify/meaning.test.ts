// The parts of an assessment: what the server processed, its own words, and the shape for each kind.
import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/index.js';
import { isOkKind, isProblemKind, moreProcessed, processedBy } from '../../src/classify/classify.js';
import { type Catalogue, classify, defineCatalogue } from '../../src/index.js';
import type { Kind } from '../../src/semantics/kinds.js';

const source = 'docs';
const row = (
  kind: 'success' | 'rejected' | 'unavailable' | 'failed' | 'empty' | 'delayed',
  retry: 'never' | 'transient' | 'throttle' = 'never',
  more: object = {},
) => ({ kind, name: 'Row', source, retry, ...more }) as const;
const answer = (status: number, data?: unknown, headers: object = {}) => ({
  response: { status, data, headers },
});

describe('processedBy: what a status says about the request (RFC 9110, 15)', () => {
  it.each<[number, Kind, string]>([
    [100, 'failed', 'maybe'],
    [199, 'failed', 'maybe'],
    [200, 'success', 'yes'],
    [200, 'delayed', 'accepted'],
    [299, 'success', 'yes'],
    // An API that answers 200 with an error did not do it.
    [200, 'rejected', 'no'],
    [200, 'unavailable', 'no'],
    [200, 'failed', 'yes'],
    [200, 'malformed', 'yes'],
    [202, 'success', 'accepted'],
    [300, 'choices', 'no'],
    [301, 'redirected', 'maybe'],
    [302, 'redirected', 'maybe'],
    [303, 'redirected', 'yes'],
    [304, 'unmodified', 'yes'],
    [305, 'redirected', 'no'],
    [307, 'redirected', 'no'],
    [399, 'redirected', 'no'],
    [400, 'rejected', 'no'],
    [408, 'unavailable', 'no'],
    [425, 'unavailable', 'no'],
    [429, 'unavailable', 'no'],
    [499, 'rejected', 'no'],
    [499, 'delayed', 'accepted'],
    [500, 'failed', 'maybe'],
    [501, 'failed', 'no'],
    [502, 'unavailable', 'maybe'],
    [503, 'unavailable', 'maybe'],
    [505, 'failed', 'no'],
    [511, 'rejected', 'no'],
    [599, 'failed', 'maybe'],
    [0, 'unexpected', 'maybe'],
  ])('%d as %s: %s', (status, kind, processed) => {
    expect(processedBy(status, kind)).toBe(processed);
  });
});

it('of two attempts, the one that did more counts: no, maybe, accepted, yes', () => {
  const order = ['no', 'maybe', 'accepted', 'yes'] as const;
  for (const [low, one] of order.entries())
    for (const other of order.slice(low)) {
      expect([moreProcessed(one, other), moreProcessed(other, one)]).toEqual([other, other]);
    }
});

describe('the kinds', () => {
  const kinds: readonly Kind[] = [
    'success',
    'empty',
    'delayed',
    'unmodified',
    'choices',
    'redirected',
    'rejected',
    'unavailable',
    'failed',
    'malformed',
    'unexpected',
    'unreachable',
    'cancelled',
  ];
  it('good are success, empty, delayed and unmodified', () => {
    expect(kinds.filter(isOkKind)).toEqual(['success', 'empty', 'delayed', 'unmodified']);
  });
  it('rejected, unavailable and failed have a problem', () => {
    expect(kinds.filter(isProblemKind)).toEqual(['rejected', 'unavailable', 'failed']);
  });
});

describe('the body is read for a problem', () => {
  const body = { code: 'X1', message: 'no' };
  const catalogue: Catalogue = defineCatalogue({
    name: 'Acme',
    source,
    statuses: {
      200: row('success'),
      201: row('success', 'never', { or: ['rejected'] }),
      203: row('success', 'transient'),
      206: row('rejected'),
      400: row('success'),
      404: row('rejected'),
    },
    codes: { X1: { source, kind: 'rejected', statuses: [201] } },
  });
  const problemAt = (status: number, by = catalogue) => classify(answer(status, body), by).problem?.code;

  it('not of a plain success', () => {
    expect(problemAt(200)).toBeUndefined();
    expect(classify(answer(200, body), catalogue)).toEqual({
      kind: 'success',
      processed: 'yes',
      retry: 'never',
      httpStatus: 200,
      documented: catalogue.statuses[200],
    });
  });
  it('of a success that a code may change', () => {
    expect(classify(answer(201, body), catalogue)).toMatchObject({ kind: 'rejected', processed: 'no' });
    expect(classify(answer(201, { code: 'X2' }), catalogue)).toMatchObject({ kind: 'success' });
  });
  it('not where a code may change it, and the catalogue has no codes', () => {
    const { codes: _, ...withoutCodes } = catalogue;
    expect(problemAt(201, withoutCodes)).toBeUndefined();
  });
  it('of a success that may be tried again, of a 2xx that is a problem, and of any status from 400', () => {
    expect([problemAt(203), problemAt(206), problemAt(400), problemAt(404)]).toEqual([
      'X1',
      'X1',
      'X1',
      'X1',
    ]);
  });
  it('of an undocumented status from 400', () => {
    expect([problemAt(399), problemAt(418), problemAt(500)]).toEqual([undefined, 'X1', 'X1']);
    const undocumented = defineCatalogue({ name: 'A', source, statuses: { 200: row('success') } });
    expect([problemAt(399, undocumented), problemAt(400, undocumented)]).toEqual([undefined, 'X1']);
  });
});

describe('the server’s own words', () => {
  const catalogue: Catalogue = defineCatalogue({
    name: 'Acme',
    source,
    retryHeader: 'X-Should-Retry',
    statuses: {
      200: row('success'),
      409: row('rejected'),
      429: row('unavailable', 'throttle', { retryAfterMs: 7_000 }),
      430: row('unavailable', 'throttle'),
      503: row('unavailable', 'transient', { retryAfterMs: 7_000 }),
    },
    codes: { SLOW: { source, statuses: [429, 430], retry: 'throttle', retryAfterMs: 9_000 } },
  });

  it.each<[string | undefined, boolean | undefined, string]>([
    ['true', true, 'transient'],
    [' TRUE ', true, 'transient'],
    ['false', false, 'never'],
    ['False', false, 'never'],
    ['yes', undefined, 'never'],
    ['', undefined, 'never'],
    [undefined, undefined, 'never'],
  ])('the documented header says %j: %j, and a 409 is retried: %s', (word, serverSays, retry) => {
    const headers = word === undefined ? {} : { 'x-should-retry': word };
    const found = classify(answer(409, undefined, headers), catalogue);
    expect([found.serverSays, found.retry, 'serverSays' in found]).toEqual([
      serverSays,
      retry,
      serverSays !== undefined,
    ]);
  });
  it('a yes leaves a retry that is documented as it is', () => {
    const headers = { 'x-should-retry': 'true' };
    expect(classify(answer(429, undefined, headers), catalogue).retry).toBe('throttle');
    expect(classify(answer(503, undefined, headers), catalogue).retry).toBe('transient');
  });
  it('without a documented header, no header counts', () => {
    const headers = { 'x-should-retry': 'true' };
    expect(classify(answer(409, undefined, headers), http).serverSays).toBeUndefined();
  });

  it('the documented wait counts for throttling only, and a code’s wait before that of its status', () => {
    expect(classify(answer(429), catalogue).retryAfterMs).toBe(7_000);
    expect(classify(answer(429, { code: 'SLOW' }), catalogue).retryAfterMs).toBe(9_000);
    expect(classify(answer(430, { code: 'SLOW' }), catalogue).retryAfterMs).toBe(9_000);
    expect(classify(answer(430), catalogue)).not.toHaveProperty('retryAfterMs');
    expect(classify(answer(503), catalogue)).not.toHaveProperty('retryAfterMs');
  });

  const reading = (readHint: NonNullable<Catalogue['readHint']>) =>
    defineCatalogue({ name: 'A', source, readHint, statuses: { 429: row('unavailable', 'throttle') } });
  it('readHint gets plain headers and the parsed body, and its number is the hint', () => {
    const hinting = reading((headers, body) => Number(headers['x-wait']) + (body as { add: number }).add);
    const given = answer(429, '{"add":2}', new Headers({ 'X-Wait': '40' }));
    expect(classify(given, hinting).hintMs).toBe(42);
    expect(classify({ response: { ...given.response, status: 418 } }, hinting).hintMs).toBe(42);
  });
  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['returns nothing', () => undefined],
    ['returns a text', () => '42'],
  ])('a readHint that %s gives no hint', (_name, readHint) => {
    expect(classify(answer(429), reading(readHint as never))).not.toHaveProperty('hintMs');
  });
  it('without readHint there is no hint', () => {
    expect(classify(answer(429), http)).not.toHaveProperty('hintMs');
  });
});

describe('an answer to the GET that a redirect made of a POST', () => {
  /** The ClientRequest of Node for a GET. */
  const request = Object.assign(Object.create({}), { method: 'GET' });
  const of = (status: number, method = 'post') =>
    classify({ response: { status, headers: {}, request, config: { method } } as never }, http);

  it('a failure of the GET leaves the POST "maybe processed"', () => {
    expect(of(404)).toMatchObject({ kind: 'rejected', processed: 'maybe', turnedIntoGet: true });
    expect(of(303)).toMatchObject({ processed: 'yes', turnedIntoGet: true });
  });
  it('a good answer is the answer of the last request', () => {
    expect(of(200)).toMatchObject({ kind: 'success', processed: 'yes' });
    expect(of(200)).not.toHaveProperty('turnedIntoGet');
  });
  it('a GET stays a GET', () => {
    expect(of(404, 'get')).toMatchObject({ processed: 'no' });
    expect(of(404, 'get')).not.toHaveProperty('turnedIntoGet');
  });
});

describe('a failure without an answer', () => {
  it('an answer without a status was maybe processed, and may be tried again', () => {
    expect(classify({ response: { status: 'ok', headers: {} } as never }, http)).toEqual({
      kind: 'unreachable',
      processed: 'maybe',
      retry: 'transient',
      code: 'ERR_BAD_RESPONSE',
    });
  });
  it('an attempt that was stopped before it was sent is not processed', () => {
    expect(classify({ error: { code: 'ECONNRESET' }, unsent: true }, http).processed).toBe('no');
    expect(classify({ error: { code: 'ERR_CANCELED' }, unsent: true }, http).processed).toBe('no');
    expect(classify({ error: { code: 'ERR_CANCELED' } }, http)).toEqual({
      kind: 'cancelled',
      processed: 'maybe',
      retry: 'never',
      code: 'ERR_CANCELED',
    });
  });
  it('a body that is too long would be too long again', () => {
    const response = { status: 200, headers: {}, config: {}, data: undefined };
    const error = { code: 'ERR_BAD_RESPONSE', message: 'maxContentLength size of 5 exceeded', response };
    expect(classify({ error }, http)).toMatchObject({ kind: 'malformed', retry: 'never', truncated: true });
  });
  it('a truncated answer keeps its status from 300, and is malformed below', () => {
    const cut = (status: number) =>
      classify({ error: { code: 'ECONNRESET', response: { status, headers: {} } } }, http);
    expect(cut(300)).toMatchObject({ kind: 'choices', truncated: true, code: 'ECONNRESET' });
    expect(cut(299)).toMatchObject({ kind: 'malformed', truncated: true, processed: 'yes' });
  });
});
