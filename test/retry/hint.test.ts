import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readHint } from '../../src/retry/hint.js';
import { parseHttpDate } from '../../src/retry/http-date.js';

const now = 1_000_000_000_000;
const waitOf = (headers: Record<string, string>, throttled = true) =>
  readHint(headers, now, throttled)?.afterMs;

describe('Retry-After (RFC 9110, 10.2.3)', () => {
  it.each<[string, number | undefined]>([
    ['120', 120_000],
    ['0', 0],
    [' 3 ', 3000],
    ['1.5', 1500],
    ['86400', 86_400_000],
    ['999999999', 999_999_999_000],
    ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ['-5', undefined],
    ['+5', undefined],
    ['0x10', undefined],
    ['1e3', undefined],
    ['soon', undefined],
    ['', undefined],
    ['Fri, 31 Dec 1999 23:59:59 GMT', 0],
  ])('%s', (value, wanted) => {
    expect(waitOf({ 'Retry-After': value })).toBe(wanted);
  });

  it("counts a date from the response's own Date, since the local clock may be off", () => {
    const headers = { date: 'Sun, 06 Nov 1994 08:49:30 GMT', 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' };
    expect(waitOf(headers)).toBe(7000);
  });
});

describe('HTTP-dates (RFC 9110, 5.6.7)', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai'])(
    'one instant in three spellings, under TZ=%s',
    (zone) => {
      process.env['TZ'] = zone;
      for (const spelling of [
        'Sun, 06 Nov 1994 08:49:37 GMT',
        'Sunday, 06-Nov-94 08:49:37 GMT',
        'Sun Nov  6 08:49:37 1994',
      ]) {
        expect(parseHttpDate(spelling, now)).toBe(784_111_777_000);
      }
    },
  );
  it('Fri, 31 Dec 1999 23:59:59 GMT is 946684799 s', () => {
    expect(parseHttpDate('Fri, 31 Dec 1999 23:59:59 GMT', now)).toBe(946_684_799_000);
  });
  it('a two-digit year more than 50 years ahead belongs to the past century', () => {
    const in2026 = Date.UTC(2026, 0, 1);
    expect(new Date(parseHttpDate('Sunday, 06-Nov-77 08:49:37 GMT', in2026) ?? 0).getUTCFullYear()).toBe(
      1977,
    );
    expect(new Date(parseHttpDate('Sunday, 06-Nov-76 08:49:37 GMT', in2026) ?? 0).getUTCFullYear()).toBe(
      2076,
    );
  });
  it('reads back every instant that the platform writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(parseHttpDate(new Date(seconds * 1000).toUTCString(), now)).toBe(seconds * 1000);
      }),
    );
  });
  it.each([
    'Sun, 06 Nov 1994 25:49:37 GMT',
    'Sun, 00 Nov 1994 08:49:37 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    '-5',
    '120',
  ])('%s is none', (text) => {
    expect(parseHttpDate(text, now)).toBeUndefined();
  });
});

describe('the other headers, in order', () => {
  it('retry-after-ms, then x-ms-retry-after-ms, then Retry-After', () => {
    const all = { 'retry-after': '3', 'x-ms-retry-after-ms': '200', 'retry-after-ms': '100' };
    expect(waitOf(all)).toBe(100);
    expect(waitOf({ ...all, 'retry-after-ms': 'junk' })).toBe(200);
    expect(waitOf({ 'retry-after': '3', 'retry-after-ms': '-1' })).toBe(3000);
    expect(waitOf({ 'retry-after-ms': '0.4' })).toBe(1);
  });
  it('RateLimit (IETF draft): Retry-After 20 with r=15, t=40 waits 20 s; r=0, t=5 waits 5 s', () => {
    expect(waitOf({ 'Retry-After': '20', RateLimit: '"default";r=15;t=40' })).toBe(20_000);
    expect(waitOf({ RateLimit: '"default";r=0;t=5' })).toBe(5000);
    expect(waitOf({ RateLimit: '"default";r=15;t=40' })).toBeUndefined();
    expect(waitOf({ RateLimit: '"minute";r=0;t=5, "day";r=0;t=90, "hour";r=9;t=900' })).toBe(90_000);
  });
  it.each<[string, number | undefined]>([
    ['5', 5000],
    ['2.5', undefined],
    ['1000000007', 7000],
    ['999999999', undefined],
    ['1000000000', 0],
  ])("x-ratelimit-reset %s (Envoy's reset parser)", (value, wanted) => {
    expect(waitOf({ 'X-RateLimit-Reset': value })).toBe(wanted);
  });
  it('x-ratelimit-reset says nothing of an answer that is not about a rate', () => {
    expect(waitOf({ 'X-RateLimit-Reset': '5' }, false)).toBeUndefined();
  });
  it('no value whatever throws, or is a wait that is not a number from 0', () => {
    const names = [
      'retry-after-ms',
      'x-ms-retry-after-ms',
      'retry-after',
      'ratelimit',
      'x-ratelimit-reset',
      'date',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (headers) => {
        const found = waitOf(headers);
        expect(found === undefined || found >= 0).toBe(true);
      }),
    );
  });
});
