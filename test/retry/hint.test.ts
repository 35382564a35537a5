import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/classify/assessment.js';
import { documentedHint, hintOf, isVetoed, readHint } from '../../src/retry/hint.js';
import { parseHttpDate } from '../../src/retry/wait-texts.js';
import { runs } from '../runs.js';

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
  it('a leap second is the one before the next minute (5.6.7)', () => {
    const next = parseHttpDate('Sun, 01 Jan 2017 00:00:00 GMT', now);
    expect(parseHttpDate('Sat, 31 Dec 2016 23:59:60 GMT', now)).toBe(next);
    expect(parseHttpDate('Sat Dec 31 23:59:60 2016', now)).toBe(next);
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
  ])('%s is not an HTTP-date', (text) => {
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
    // Eleven days: within reason, and so no instant.
    expect(waitOf({ 'retry-after-ms': '1000000007' })).toBe(1_000_000_007);
  });
  it('RateLimit (IETF draft): Retry-After 20 with r=15, t=40 waits 20 s; r=0, t=5 waits 5 s', () => {
    expect(waitOf({ 'Retry-After': '20', RateLimit: '"default";r=15;t=40' })).toBe(20_000);
    expect(waitOf({ RateLimit: '"default";r=0;t=5' })).toBe(5000);
    expect(waitOf({ RateLimit: '"default";r=15;t=40' })).toBeUndefined();
    expect(waitOf({ RateLimit: '"minute";r=0;t=5, "day";r=0;t=90, "hour";r=9;t=900' })).toBe(90_000);
  });
  it('x-ratelimit-reset does not count if the answer is not about a rate limit', () => {
    expect(waitOf({ 'X-RateLimit-Reset': '5' }, false)).toBeUndefined();
  });
  it('no value throws, and every wait is a number from 0', () => {
    const names = [
      'retry-after-ms',
      'x-ms-retry-after-ms',
      'retry-after',
      'ratelimit',
      'x-ratelimit-reset',
      'x-ratelimit-reset-tokens',
      'x-ratelimit-remaining-tokens',
      'x-ratelimit-remaining',
      'ratelimit-reset',
      'date',
    ];
    const parts = [
      '"p"',
      ';',
      'r=0',
      't=',
      't=5',
      ',',
      ', ',
      'limit=1',
      'remaining=0',
      'reset=3',
      '6m',
      '0s',
    ];
    const more = [
      '9',
      '.5',
      '1e9',
      '2024-01-01',
      'T',
      '00:00',
      'Z',
      'Sun, 06 Nov 1994 08:49:37 GMT',
      '\uD800',
    ];
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...parts, ...more), { maxLength: 8 }).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), fc.boolean(), (headers, throttled) => {
        const found = waitOf(headers, throttled);
        expect(found === undefined || (Number.isInteger(found) && found >= 0)).toBe(true);
      }),
      { numRuns: runs(600) },
    );
  });
});

describe('a time to wait, in every form that vendors write', () => {
  const year = 31_622_400;
  it.each<[string, number | undefined]>([
    // Seconds, as Envoy and the IETF draft have them; Discord and Reddit send floats.
    ['5', 5_000],
    ['0', 0],
    ['2.5', 2_500],
    ['1.1', 1_100],
    // Seconds since the epoch: GitHub, GitLab. Discord sends a fraction.
    ['1000000007', 7_000],
    ['1000000000', 0],
    ['1000000001.5', 1_500],
    // Milliseconds since the epoch: Linear, LaunchDarkly. Micro- and nanoseconds are no longer absurd.
    ['1000000007000', 7_000],
    ['1000000007250', 7_250],
    ['1000000007000000', 7_000],
    ['1000000007000000000', 7_000],
    // Durations of Go: OpenAI, Groq.
    ['6m0s', 360_000],
    ['1h2m3.5s', 3_723_500],
    ['120ms', 120],
    ['8.64s', 8_640],
    ['1d2h', 93_600_000],
    ['1.5ms', 2],
    ['20µs', 0],
    ['20ns', 0],
    // ISO dates: Anthropic, Vimeo; Jira leaves out the seconds.
    ['2001-09-09T01:46:47Z', 7_000],
    ['2001-09-09T01:46:47.250Z', 7_250],
    ['2001-09-09T03:46:47+02:00', 7_000],
    ['2001-09-09T03:46:47+0200', 7_000],
    ['2001-09-09 01:46:47 UTC', 7_000],
    ['2001-09-09T01:46:47', 7_000],
    ['2001-09-09T01:47Z', 20_000],
    // Go, Time.String.
    ['2001-09-09 01:46:47 +0000 UTC', 7_000],
    ['2001-09-09 03:46:47.25 +0200 UTC', 7_250],
    // An HTTP-date: GitLab's RateLimit-ResetTime.
    ['Sun, 09 Sep 2001 01:46:47 GMT', 7_000],
    ['Sunday, 09-Sep-01 01:46:47 GMT', 7_000],
    ['Sun Sep  9 01:46:47 2001', 7_000],
    // Go's time.RFC1123, RFC 5322, and a day of one digit.
    ['Sun, 09 Sep 2001 01:46:47 UTC', 7_000],
    ['Sun, 09 Sep 2001 01:46:47 +0000', 7_000],
    ['Sun, 09 Sep 2001 01:46:47 -0000', 7_000],
    ['Sun, 9 Sep 2001 01:46:47 GMT', 7_000],
    ['Sun, 09 Sep 2001 01:46:47 +0200', undefined],
    // Headers that came twice: the longest holds.
    ['5, 9', 9_000],
    ['9, 5', 9_000],
    ['6m0s, 5', 360_000],
    ['3, Sun, 9 Sep 2001 01:46:47 GMT, 5', 7_000],
    ['Sun, 09 Sep 2001 01:46:47 GMT, Sun, 09 Sep 2001 01:46:57 GMT', 17_000],
    // An instant that has gone by says nothing.
    ['999999999', undefined],
    ['999999999000', undefined],
    ['2001-09-09T01:46:39Z', undefined],
    ['Sun, 09 Sep 2001 01:46:39 GMT', undefined],
    // Nor does what is beyond all reason, or none of these.
    [String(year), year * 1000],
    [String(year + 1), undefined],
    ['1795000000000000000000000', undefined],
    ['9'.repeat(400), undefined],
    ['9999h', undefined],
    ['2099-01-01T00:00:00Z', undefined],
    ['6m0', undefined],
    ['5 m', undefined],
    ['5y', undefined],
    ['-5', undefined],
    ['-5s', undefined],
    ['5, x', undefined],
    ['2001-13-09T01:46:47Z', undefined],
    ['', undefined],
    ['reset', undefined],
  ])('x-ratelimit-reset: %s', (value, wanted) => {
    expect(waitOf({ 'X-RateLimit-Reset': value })).toBe(wanted);
  });

  it('an instant counts from the Date of the answer, in every form', () => {
    const date = 'Sun, 09 Sep 2001 00:46:40 GMT';
    for (const value of [
      '999996405',
      '999996405000',
      '2001-09-09T00:46:45Z',
      'Sun, 09 Sep 2001 00:46:45 GMT',
    ]) {
      expect(waitOf({ date, 'x-ratelimit-reset': value })).toBe(5_000);
    }
  });

  it.each<[string, number | undefined]>([
    ['5, 9', 9_000],
    ['9, 5', 9_000],
    ['5, Sun, 09 Sep 2001 01:46:47 GMT', 7_000],
    ['6m0s', 360_000],
    ['2001-09-09T01:46:47Z', 7_000],
    // Docker Hub: an instant, which as seconds would be 31 years.
    ['1000000060', 60_000],
    ['1000000060000', 60_000],
    // As many seconds as it says, where it is no instant ahead (RFC 9110, 10.2.3).
    ['999999999', 999_999_999_000],
    ['5, x', undefined],
    ['x, 5', undefined],
    ['5,, 6', undefined],
  ])('Retry-After: %s', (value, wanted) => {
    expect(waitOf({ 'Retry-After': value })).toBe(wanted);
    expect(waitOf({ 'X-Retry-After': value })).toBe(wanted);
  });

  it('reads back every duration that Go writes', () => {
    const parts = fc.tuple(fc.nat(99), fc.nat(59), fc.nat(59), fc.nat(999));
    fc.assert(
      fc.property(parts, ([h, m, s, ms]) => {
        const text = `${h}h${m}m${s}.${String(ms).padStart(3, '0')}s`;
        expect(waitOf({ 'x-ratelimit-reset': text })).toBe(((h * 60 + m) * 60 + s) * 1000 + ms);
      }),
    );
  });
});

describe('the end of a window counts only if nothing remains in the window', () => {
  it.each<[string, Record<string, string>, [throttled: number | undefined, other: number | undefined]]>([
    ['no word of what remains', { 'x-ratelimit-reset': '5' }, [5_000, undefined]],
    ['nothing remains', { 'x-ratelimit-reset': '5', 'x-ratelimit-remaining': '0' }, [5_000, 5_000]],
    ['0.0, as Reddit says', { 'x-ratelimit-reset': '5', 'x-ratelimit-remaining': '0.0' }, [5_000, 5_000]],
    ['less than one', { 'x-ratelimit-reset': '5', 'x-ratelimit-remaining': '0.4' }, [5_000, 5_000]],
    ['something remains', { 'x-ratelimit-reset': '5', 'x-ratelimit-remaining': '1' }, [undefined, undefined]],
    ['of two, one is used up', { 'x-ratelimit-reset': '5', 'x-ratelimit-remaining': '9, 0' }, [5_000, 5_000]],
    ['no number remains', { 'x-ratelimit-reset': '5', 'x-ratelimit-remaining': '-1' }, [5_000, undefined]],
    ['x-rate-limit-reset', { 'x-rate-limit-reset': '5', 'x-rate-limit-remaining': '0' }, [5_000, 5_000]],
    ['of another family', { 'x-rate-limit-reset': '5', 'x-ratelimit-remaining': '0' }, [5_000, undefined]],
    [
      'OpenAI: the window of which nothing remains',
      {
        'x-ratelimit-remaining-requests': '57',
        'x-ratelimit-reset-requests': '8.64s',
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': '6m0s',
      },
      [360_000, 360_000],
    ],
    [
      'OpenAI: both, so the longer',
      {
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '7m',
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': '6m0s',
      },
      [420_000, 420_000],
    ],
    [
      'OpenAI: neither',
      { 'x-ratelimit-remaining-requests': '3', 'x-ratelimit-reset-requests': '7m' },
      [undefined, undefined],
    ],
    [
      'Anthropic',
      {
        'anthropic-ratelimit-requests-remaining': '49',
        'anthropic-ratelimit-requests-reset': '2001-09-09T01:47:40Z',
        'anthropic-ratelimit-input-tokens-remaining': '0',
        'anthropic-ratelimit-input-tokens-reset': '2001-09-09T01:46:47Z',
      },
      [7_000, 7_000],
    ],
    [
      'Linear',
      { 'X-RateLimit-Requests-Remaining': '0', 'X-RateLimit-Requests-Reset': '1000000007000' },
      [7_000, 7_000],
    ],
    [
      'Cerebras',
      { 'x-ratelimit-remaining-tokens-minute': '0', 'x-ratelimit-reset-tokens-minute': '11.382' },
      [11_382, 11_382],
    ],
    [
      'Discord: the later of two ends',
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1000000001.123',
        'x-ratelimit-reset-after': '1.5',
      },
      [1_500, 1_500],
    ],
    [
      'Discord: something remains, and the header of the wait has no word of its own for that',
      { 'x-ratelimit-remaining': '2', 'x-ratelimit-reset-after': '1.5' },
      [undefined, undefined],
    ],
    ['Bucket4j', { 'X-Rate-Limit-Retry-After-Seconds': '12' }, [12_000, undefined]],
    ['in milliseconds, by its name', { 'X-RateLimit-Reset-Ms': '1500' }, [1_500, undefined]],
    [
      'IETF draft 03 to 06',
      { 'RateLimit-Limit': '10, 10;w=1', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '30' },
      [30_000, 30_000],
    ],
    [
      'the same, something remains',
      { 'RateLimit-Remaining': '3', 'RateLimit-Reset': '30' },
      [undefined, undefined],
    ],
    ['GitLab, an instant', { 'RateLimit-Remaining': '0', 'RateLimit-Reset': '1000000030' }, [30_000, 30_000]],
    [
      'GitLab, a date',
      { 'RateLimit-Remaining': '0', 'RateLimit-ResetTime': 'Sun, 09 Sep 2001 01:46:47 GMT' },
      [7_000, 7_000],
    ],
    ['IETF draft 07', { RateLimit: 'limit=10, remaining=0, reset=30' }, [30_000, 30_000]],
    ['the same in another order', { RateLimit: 'reset=30,remaining=0,limit=10' }, [30_000, 30_000]],
    ['the same, something remains', { RateLimit: 'limit=10, remaining=1, reset=30' }, [undefined, undefined]],
    ['the same without what remains', { RateLimit: 'limit=10, reset=30' }, [30_000, undefined]],
    [
      'the same, of an origin and its proxy',
      {
        RateLimit:
          'limit=9, remaining=0, reset=5, limit=10, remaining=0, reset=30, limit=7, remaining=6, reset=90',
      },
      [30_000, 30_000],
    ],
    ['IETF draft 08', { RateLimit: '"default";r=0;t=5' }, [5_000, 5_000]],
    ['the same, with spaces', { RateLimit: '"default"; r=0; t=5' }, [5_000, 5_000]],
    ['the same, a token for a name', { RateLimit: 'default;r=0;t=5' }, [5_000, 5_000]],
    [
      'the same, a name that reads like parts',
      { RateLimit: '"a;r=0;t=9, b";r=2;t=5' },
      [undefined, undefined],
    ],
    ['the same without an end', { RateLimit: '"p";r=0' }, [undefined, undefined]],
    ['the same without what remains', { RateLimit: '"p";t=5' }, [5_000, undefined]],
    ['the same, 10 remain', { RateLimit: '"p";r=10;t=5' }, [undefined, undefined]],
    ['the same, three policies', { RateLimit: '"a";r=0;t=5, "b";r=0;t=90, "c";r=9;t=900' }, [90_000, 90_000]],
    ['the same, parts of two', { RateLimit: '"a";r=0, "b";r=3;t=5' }, [undefined, undefined]],
  ])('%s', (_, headers, [ofRate, other]) => {
    expect(waitOf(headers, true)).toBe(ofRate);
    expect(waitOf(headers, false)).toBe(other);
  });

  it('the IETF header goes before vendor headers, and Retry-After goes before both', () => {
    const vendors = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9', 'x-rate-limit-reset': '11' };
    expect(waitOf(vendors)).toBe(11_000);
    expect(waitOf({ ...vendors, 'ratelimit-remaining': '0', 'ratelimit-reset': '7' })).toBe(7_000);
    expect(waitOf({ ...vendors, ratelimit: '"p";r=0;t=5' })).toBe(5_000);
    expect(waitOf({ ...vendors, ratelimit: '"p";r=0' })).toBe(11_000);
    expect(waitOf({ ...vendors, 'retry-after': '3' })).toBe(3_000);
    expect(waitOf({ ...vendors, 'x-retry-after': '4' })).toBe(4_000);
    expect(waitOf({ ...vendors, 'retry-after': '3', 'x-amz-retry-after': '2000' })).toBe(2_000);
    expect(waitOf({ 'x-amz-retry-after': '2000', 'x-ms-retry-after-ms': '1000' })).toBe(1_000);
  });

  it('is read from headers of any kind', () => {
    for (const headers of [
      new Headers({ 'X-RateLimit-Reset': '5', 'X-RateLimit-Remaining': '0' }),
      new Map([['X-RateLimit-Reset', '5']]),
      { 'X-RateLimit-Reset': ['5', '3'] },
      { 'X-RateLimit-Reset': 5 },
    ]) {
      expect(readHint(headers, now, true)).toEqual({ afterMs: 5_000, header: 'x-ratelimit-reset' });
    }
  });
});

describe('x-should-retry', () => {
  it.each([
    ['false', true],
    ['FALSE', true],
    [' false ', true],
    ['true', false],
    ['', false],
    ['0', false],
  ])('%j: veto %s', (value, vetoed) => {
    expect(isVetoed({ 'x-should-retry': value })).toBe(vetoed);
  });
});

describe('an answer whose getters throw', () => {
  const trap = () => {
    throw new Error('trap');
  };
  const hostile = new Proxy({}, { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap });
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const info = '@type';
  const bodies: readonly unknown[] = [
    hostile,
    revoked,
    [revoked],
    { error: hostile },
    { error: { details: hostile } },
    { error: { details: [hostile, revoked] } },
    { error: { details: [{ [info]: { toString: trap } }] } },
    { error: { details: [{ [info]: 'google.rpc.RetryInfo', retryDelay: { seconds: { valueOf: trap } } }] } },
    { error: { details: [{ [info]: 'google.rpc.RetryInfo', retryDelay: { seconds: 1n } }] } },
    { error: { details: [Object.defineProperty({}, info, { get: trap })] } },
  ];
  it.each(bodies.map((body, index) => [index, body] as const))('body %i has no hint', (_, details) => {
    const assessment: Assessment = {
      kind: 'unavailable',
      processed: 'no',
      retry: 'throttle',
      httpStatus: 429,
      problem: { details },
    };
    expect(hintOf({}, assessment, 0, now)?.afterMs ?? 1_000).toBe(1_000);
  });
  it.each([
    ['a proxy that throws', hostile],
    ['a revoked proxy', revoked],
    ['a getter that throws', Object.defineProperty({}, 'retry-after', { get: trap, enumerable: true })],
    ['a `get` that throws', { get: trap }],
    [
      'values without a text',
      { 'retry-after': Object.create(null), 'x-ratelimit-reset': { toString: trap } },
    ],
    ['an iterator that throws', { [Symbol.iterator]: trap }],
  ])('headers: %s', (_, headers) => {
    expect(readHint(headers, now, true)).toBeUndefined();
    expect(isVetoed(headers)).toBe(false);
  });
});

describe('what only looks like a time to wait is no hint', () => {
  it.each<[string, Record<string, string>]>([
    ['a reset of something else', { 'x-password-reset': '5' }],
    ['a text before an HTTP-date', { 'retry-after': 'xSun, 09 Sep 2001 01:47:40 GMT' }],
    ['a text after an HTTP-date', { 'retry-after': 'Sun, 09 Sep 2001 01:47:40 GMTx' }],
    ['a text before an asctime date', { 'retry-after': 'xSun Sep  9 01:47:40 2001' }],
    ['a text after an asctime date', { 'retry-after': 'Sun Sep  9 01:47:40 2001x' }],
    ['minute 60', { 'retry-after': 'Sun, 09 Sep 2001 01:60:40 GMT' }],
    ['a text before an ISO date', { 'retry-after': 'x2001-09-09T01:47:40Z' }],
    ['a text after an ISO date', { 'retry-after': '2001-09-09T01:47:40Zx' }],
    ['a unit without a number', { 'retry-after': 'd' }],
  ])('%s', (_, headers) => expect(waitOf(headers)).toBe(undefined));

  it('RetryInfo of another name (google/rpc/error_details.proto)', () => {
    const hint = (type: string) => {
      const details = { error: { details: [{ '@type': type, retryDelay: '3s' }] } };
      const problem = { message: '', details };
      const assessment: Assessment = { kind: 'unavailable', retry: 'throttle', processed: 'no', problem };
      return hintOf({}, assessment, 0, now)?.afterMs;
    };
    expect(hint('type.googleapis.com/google.rpc.RetryInfo')).toBe(3000);
    expect(hint('type.googleapis.com/google.rpc.RetryInfoV2')).toBe(undefined);
    expect(hint('type.googleapis.com/my-google.rpc.RetryInfo.x')).toBe(undefined);
  });
});

describe('a header whose name says milliseconds', () => {
  it.each([
    'x-ratelimit-reset-ms',
    'x-rate-limit-retry-after-milliseconds',
    'x-ratelimit-reset-millis',
    'x-ratelimit-retry-after-ms',
  ])('%s', (name) => expect(waitOf({ [name]: '30000' })).toBe(30_000));
});

describe('several values in one header', () => {
  it.each<[string, Record<string, string>, throttled: boolean, number | undefined]>([
    ['two spaces between values', { 'retry-after': '5,  7' }, true, 7000],
    ['ten days', { 'retry-after': '10d' }, true, 864_000_000],
    ['spaces around a date', { 'retry-after': ' Sun, 09 Sep 2001 01:47:40 GMT ' }, true, 60_000],
    [
      'the IETF reset before a later one of a vendor',
      { 'ratelimit-reset': '5', 'x-ratelimit-reset': '30' },
      true,
      5000,
    ],
    [
      'a remaining that is a number and a word',
      { 'x-ratelimit-remaining': '0, x', 'x-ratelimit-reset': '5' },
      false,
      undefined,
    ],
    [
      'a remaining with two decimals',
      { 'x-ratelimit-remaining': '1.55', 'x-ratelimit-reset': '5' },
      true,
      undefined,
    ],
    [
      'a remaining that begins with a number',
      { 'x-ratelimit-remaining': '1x', 'x-ratelimit-reset': '5' },
      true,
      5000,
    ],
    [
      'policies of draft 07 without a space between them',
      { ratelimit: 'limit=20, remaining=5, reset=60,limit=10, remaining=0, reset=30' },
      true,
      30_000,
    ],
    ['policies in which something remains', { ratelimit: '"a";r=5;t=60, "b";r=7;t=9' }, true, undefined],
  ])('%s', (_, headers, throttled, afterMs) => expect(waitOf(headers, throttled)).toBe(afterMs));
});

describe('the Date of the answer', () => {
  it('may have spaces around it', () => {
    expect(parseHttpDate(' Sun, 09 Sep 2001 01:46:40 GMT ', now)).toBe(now);
    expect(parseHttpDate(' Sun Sep  9 01:46:40 2001 ', now)).toBe(now);
  });
});

describe('the documented wait (GitHub REST API, Rate limits)', () => {
  it.each([
    [0, 1000],
    [1, 2000],
    [3, 8000],
  ])('after %d retries it is %d ms', (retriesMade, afterMs) => {
    const assessment: Assessment = {
      kind: 'unavailable',
      retry: 'throttle',
      processed: 'no',
      retryAfterMs: 1000,
    };
    expect(documentedHint(assessment, retriesMade)).toEqual({ afterMs, header: 'the documentation' });
    expect(hintOf({}, assessment, retriesMade, now)?.afterMs).toBe(afterMs);
  });
});

describe('what the assessment says decides which hint counts', () => {
  const hint = (assessment: Partial<Assessment>, headers = {}) =>
    hintOf(headers, { kind: 'unavailable', retry: 'transient', processed: 'no', ...assessment }, 0, now);
  it('the end of a window without a remaining counts after throttling only', () => {
    const headers = { 'x-ratelimit-reset': '5' };
    expect(hint({ retry: 'throttle' }, headers)).toEqual({ afterMs: 5000, header: 'x-ratelimit-reset' });
    expect(hint({ retry: 'transient' }, headers)).toBe(undefined);
  });
  it.each<[unknown, number | undefined]>([
    ['3.5s', 3500],
    [{ seconds: 3, nanos: 500_000_000 }, 3500],
    [{ seconds: '3' }, 3000],
    [{ nanos: 5_000_000 }, 5],
    [7, undefined],
    [undefined, undefined],
  ])('RetryInfo with a delay of %j (google/protobuf/duration.proto)', (retryDelay, afterMs) => {
    const info = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay };
    for (const details of [
      { error: { details: [info] } },
      { details: [info] },
      [{ error: { details: [info] } }],
    ])
      expect(hint({ problem: { message: '', details } })?.afterMs).toBe(afterMs);
  });
});
