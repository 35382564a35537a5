import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/classify/assessment.js';
import { type Decision, decide, isVeto, type Situation } from '../../src/retry/decide.js';
import { retryDefaults } from '../../src/retry/policy.js';
import type { Repeatability } from '../../src/retry/safety.js';

const policy = { ...retryDefaults, jitter: 'none' as const };
const base: Omit<Situation, 'assessment' | 'repeatability'> = {
  bodyReplayable: true,
  retriesMade: 0,
  singleRetriesMade: 0,
  hint: undefined,
  serverVeto: false,
  userSays: undefined,
  elapsedMs: 0,
};
const hint = { afterMs: 10, header: 'retry-after' };

const status = (httpStatus: number, rest: Partial<Assessment> = {}): Assessment => ({
  kind: 'unavailable',
  processed: 'maybe',
  retry: 'transient',
  httpStatus,
  ...rest,
});
const failure = (
  code: string,
  processed: 'no' | 'maybe',
  retry: 'transient' | 'never' = 'transient',
): Assessment => ({
  kind: 'unreachable',
  processed,
  retry,
  code,
});

const inFlight = status(409, {
  kind: 'rejected',
  retry: 'never',
  problem: { message: 'request in flight', details: {} },
});
const cut = status(200, { kind: 'malformed', processed: 'yes', truncated: true });

/** The table of docs/retry-safety.md, a row per evidence: what a repeatable, a once-only and a keyed request may do. */
const table: readonly [string, Assessment, string, string, string][] = [
  ['refused, DNS, connect timeout', failure('ECONNREFUSED', 'no'), 'again', 'again', 'again'],
  [
    'bad certificate, URL, protocol',
    failure('CERT_HAS_EXPIRED', 'no', 'never'),
    'not-retryable',
    'not-retryable',
    'not-retryable',
  ],
  [
    "caller's abort",
    { kind: 'cancelled', processed: 'maybe', retry: 'never' },
    'not-retryable',
    'not-retryable',
    'not-retryable',
  ],
  ['reset, EPIPE, response timeout, garbage', failure('ECONNRESET', 'maybe'), 'again', 'unsafe', 'again'],
  ['2xx with a truncated body', cut, 'again', 'unsafe', 'again'],
  ['408', status(408, { processed: 'no' }), 'again', 'again', 'again'],
  ['425', status(425, { processed: 'no' }), 'again', 'again', 'again'],
  ['421', status(421, { processed: 'no', kind: 'rejected' }), 'again', 'again', 'again'],
  ['429', status(429, { processed: 'no', retry: 'throttle' }), 'again', 'again', 'again'],
  // RFC 9110, 15.5: refused, so that nothing was done; what the documentation calls passing.
  ['409 documented transient', status(409, { processed: 'no' }), 'again', 'again', 'again'],
  ['400 documented transient', status(400, { processed: 'no' }), 'again', 'again', 'again'],
  ['500 documented transient', status(500, { kind: 'failed' }), 'again', 'unsafe', 'again'],
  [
    '500 not documented transient',
    status(500, { kind: 'failed', retry: 'never' }),
    'not-retryable',
    'not-retryable',
    'not-retryable',
  ],
  ['502', status(502), 'again', 'unsafe', 'again'],
  ['504', status(504), 'again', 'unsafe', 'again'],
  ['503 without a hint', status(503), 'again', 'unsafe', 'again'],
  [
    '409',
    status(409, { kind: 'rejected', retry: 'never' }),
    'not-retryable',
    'not-retryable',
    'not-retryable',
  ],
  ['409 in flight', inFlight, 'not-retryable', 'not-retryable', 'again'],
  [
    '501',
    status(501, { kind: 'failed', retry: 'never', processed: 'no' }),
    'not-retryable',
    'not-retryable',
    'not-retryable',
  ],
  [
    '404',
    status(404, { kind: 'rejected', retry: 'never', processed: 'no' }),
    'not-retryable',
    'not-retryable',
    'not-retryable',
  ],
];
const columns: readonly Repeatability[] = ['repeatable', 'once', 'keyed'];
const cells = table.flatMap(([name, assessment, ...wanted]) =>
  columns.map((repeatability, index) => ({ name, assessment, repeatability, wanted: wanted[index] ?? '' })),
);
const verdict = (decision: Decision) => (decision.again ? 'again' : decision.stopped);
const ask = (situation: Partial<Situation> & Pick<Situation, 'assessment' | 'repeatability'>) =>
  decide({ ...base, ...situation }, policy, () => 1);

describe('the safety table (RFC 9110, 9.2.2; docs/retry-safety.md, The table)', () => {
  it.each(cells)('$name, $repeatability: $wanted', ({ assessment, repeatability, wanted }) => {
    expect(verdict(ask({ assessment, repeatability }))).toBe(wanted);
  });

  it('503 to a POST is repeated only with a hint', () => {
    expect(verdict(ask({ assessment: status(503), repeatability: 'once', hint }))).toBe('again');
  });

  it.each([
    [408, 'once', 'not-retryable'],
    [408, 'repeatable', 'again'],
    [425, 'repeatable', 'not-retryable'],
    [421, 'keyed', 'not-retryable'],
  ] as const)('%d, %s, after one such retry: %s', (code, repeatability, wanted) => {
    const assessment = status(code, { processed: 'no' });
    expect(verdict(ask({ assessment, repeatability, retriesMade: 1, singleRetriesMade: 1 }))).toBe(wanted);
  });
});

describe('limits, in the order in which decide checks them', () => {
  const assessment = status(502);
  it('a consumed stream is never sent again', () => {
    expect(ask({ assessment, repeatability: 'repeatable', bodyReplayable: false })).toMatchObject({
      stopped: 'body',
    });
  });
  it('retries are counted', () => {
    expect(ask({ assessment, repeatability: 'repeatable', retriesMade: 2 })).toMatchObject({
      stopped: 'attempts',
    });
  });
  it('a hint over maxHintMs is not waited for', () => {
    const day = { afterMs: 86_400_000, header: 'retry-after' };
    expect(ask({ assessment, repeatability: 'repeatable', hint: day })).toMatchObject({ stopped: 'hint' });
  });
  it('no wait begins that would end after the deadline', () => {
    const situation = { ...base, assessment, repeatability: 'repeatable' as const, elapsedMs: 960 };
    expect(decide(situation, { ...policy, deadlineMs: 1000 }, () => 1)).toMatchObject({
      stopped: 'deadline',
    });
  });
  it('after the deadline the reason is the deadline, also for a POST', () => {
    const situation = { ...base, assessment, repeatability: 'once' as const, elapsedMs: 1000 };
    expect(decide(situation, { ...policy, deadlineMs: 1000 }, () => 1)).toMatchObject({
      stopped: 'deadline',
    });
  });
  it('a final answer stays final after the deadline', () => {
    const late = { ...base, elapsedMs: 5_000 };
    const limited = { ...policy, deadlineMs: 1_000 };
    for (const httpStatus of [404, 401, 501]) {
      const final = status(httpStatus, { kind: 'rejected', retry: 'never', processed: 'no' });
      for (const repeatability of columns) {
        const decision = decide({ ...late, assessment: final, repeatability }, limited, () => 1);
        expect(decision).toMatchObject({ stopped: 'not-retryable' });
      }
    }
    const cancelled = { kind: 'cancelled', processed: 'maybe', retry: 'never' } as const;
    const stoppedByCaller = decide(
      { ...late, assessment: cancelled, repeatability: 'keyed' },
      limited,
      () => 1,
    );
    expect(stoppedByCaller).toMatchObject({ stopped: 'not-retryable' });
  });
  it('the server may veto, and so may the user', () => {
    expect(ask({ assessment, repeatability: 'repeatable', serverVeto: true })).toMatchObject({
      stopped: 'vetoed',
    });
    expect(ask({ assessment, repeatability: 'repeatable', userSays: false })).toMatchObject({
      stopped: 'vetoed',
    });
  });
  it("shouldRetry cannot overrule the server's veto, whatever the table says", () => {
    const asked = { repeatability: 'repeatable', serverVeto: true, userSays: true } as const;
    expect(ask({ ...asked, assessment })).toMatchObject({ stopped: 'vetoed' });
    expect(ask({ ...asked, assessment: status(404, { retry: 'never' }) })).toMatchObject({
      stopped: 'vetoed',
    });
  });
  it.each([
    [false, true],
    [{ retry: false }, true],
    [true, false],
    [{ retry: true }, false],
    [undefined, false],
  ])('shouldRetry returned %j: a veto? %s', (verdict, veto) => {
    expect(isVeto(verdict)).toBe(veto);
  });
  it('shouldRetry that returns null is no veto here: what it returned is reported by its name', () => {
    // What callers without types may return.
    expect(isVeto(null as never)).toBe(false);
  });
  it('shouldRetry can repeat a POST that was refused before it was processed', () => {
    const refused = status(404, { kind: 'rejected', retry: 'never', processed: 'no' });
    expect(ask({ assessment: refused, repeatability: 'once', userSays: true })).toMatchObject({
      again: true,
    });
    expect(ask({ assessment: refused, repeatability: 'once', userSays: { retry: true } })).toMatchObject({
      again: true,
    });
    const cancelled = { kind: 'cancelled', processed: 'no', retry: 'never' } as const;
    expect(ask({ assessment: cancelled, repeatability: 'once', userSays: true })).toMatchObject({
      stopped: 'not-retryable',
    });
  });
  it('shouldRetry cannot repeat an unsafe request without unsafe: true', () => {
    expect(ask({ assessment, repeatability: 'once', userSays: true })).toMatchObject({ stopped: 'unsafe' });
    expect(ask({ assessment, repeatability: 'once', userSays: { retry: true, unsafe: true } })).toMatchObject(
      { again: true },
    );
  });
});

describe('the random delay after a hint', () => {
  const wait = (afterMs: number, random: number, more: object = {}, elapsedMs = 0) => {
    const situation = {
      ...base,
      assessment: status(503),
      repeatability: 'repeatable' as const,
      hint: { afterMs, header: 'retry-after' },
      elapsedMs,
    };
    const decision = decide(situation, { ...retryDefaults, ...more }, () => random);
    return decision.again ? decision.waitMs : decision.stopped;
  };
  it('is at most a fifth of the hint, and at most throttleDelayMs', () => {
    expect(wait(2_000, 0)).toBe(2_000);
    expect(wait(2_000, 0.5)).toBe(2_200);
    expect(wait(2_000, 1)).toBe(2_400);
    expect(wait(30_000, 1)).toBe(31_000);
    expect(wait(30_000, 1, { throttleDelayMs: 0 })).toBe(30_000);
    expect(wait(0, 1)).toBe(50);
  });
  it('is 0 without jitter', () => {
    expect(wait(2_000, 1, { jitter: 'none' })).toBe(2_000);
  });
  it('never makes a hint too long for maxHintMs or the deadline', () => {
    expect(wait(60_000, 1)).toBe(61_000);
    expect(wait(60_001, 0)).toBe('hint');
    expect(wait(2_000, 1, { deadlineMs: 2_300 })).toBe(2_299);
    expect(wait(2_000, 1, { deadlineMs: 2_300 }, 200)).toBe(2_099);
    expect(wait(2_000, 0, { deadlineMs: 2_000 })).toBe('deadline');
  });
});

describe('waits (AWS standard retry mode 2.1, jitter fixed at 1)', () => {
  const waits = (assessment: Assessment, maxDelayMs: number) =>
    [0, 1, 2, 3].map((retriesMade) => {
      const situation = { ...base, assessment, repeatability: 'repeatable' as const, retriesMade };
      const decision = decide(situation, { ...policy, retries: 4, maxDelayMs }, () => 1);
      return decision.again ? decision.waitMs : decision.stopped;
    });
  it('always 500, 5 attempts: 50, 100, 200, 400 ms', () => {
    expect(waits(status(500), 20_000)).toEqual([50, 100, 200, 400]);
  });
  it('always 500, 5 attempts, cap 200 ms: 50, 100, 200, 200 ms', () => {
    expect(waits(status(500), 200)).toEqual([50, 100, 200, 200]);
  });
  it('429: 1000 ms', () => {
    expect(waits(status(429, { retry: 'throttle', processed: 'no' }), 20_000)[0]).toBe(1000);
  });
});

describe('the reason that is given for the decision', () => {
  const documented = status(404, {
    kind: 'rejected',
    retry: 'never',
    processed: 'no',
    documented: { name: 'Not Found', kind: 'rejected', retry: 'never', source: 'RFC 9110, 15.5.5' },
  });
  const twice = 'and sending it again could do it twice';

  it.each<[string, Partial<Situation> & Pick<Situation, 'assessment' | 'repeatability'>, string]>([
    [
      'an abort',
      { assessment: { kind: 'cancelled', processed: 'maybe', retry: 'never' }, repeatability: 'once' },
      'the caller cancelled the request',
    ],
    ['a documented refusal', { assessment: documented, repeatability: 'once' }, '404 Not Found is final'],
    [
      'a status without documentation',
      { assessment: status(499, { retry: 'never' }), repeatability: 'repeatable' },
      '499 is final',
    ],
    [
      'a failure without an answer',
      { assessment: failure('CERT_HAS_EXPIRED', 'no', 'never'), repeatability: 'keyed' },
      'CERT_HAS_EXPIRED is final',
    ],
    ['409 in flight without a key', { assessment: inFlight, repeatability: 'once' }, '409 is final'],
    [
      'a cut 200',
      { assessment: cut, repeatability: 'once' },
      `truncated success: the request was carried out, ${twice}`,
    ],
    [
      'a reset connection',
      { assessment: failure('ECONNRESET', 'maybe'), repeatability: 'once' },
      `ECONNRESET: the request may have been carried out, ${twice}`,
    ],
    [
      '502 with a code of its own',
      { assessment: status(502, { code: 'E.1' }), repeatability: 'once' },
      `bad gateway: the request may have been carried out, ${twice}`,
    ],
    [
      '503 without a Retry-After',
      { assessment: status(503), repeatability: 'once' },
      'service unavailable without a Retry-After: the request may have been carried out',
    ],
    [
      'a wait',
      { assessment: status(502), repeatability: 'repeatable' },
      'bad gateway: sent again after 50 ms',
    ],
    [
      'a hint',
      { assessment: status(503), repeatability: 'once', hint: { afterMs: 70, header: 'retry-after' } },
      'service unavailable, retry-after asks for 70 ms: sent again after 70 ms',
    ],
    [
      'a grant',
      { assessment: documented, repeatability: 'once', userSays: true },
      'shouldRetry said yes: sent again after 50 ms',
    ],
    [
      'a grant of what the table allows',
      { assessment: status(502), repeatability: 'repeatable', userSays: true },
      'bad gateway: sent again after 50 ms',
    ],
    [
      'a veto of what is final',
      { assessment: documented, repeatability: 'once', userSays: { retry: false } },
      '404 Not Found is final',
    ],
    [
      'used retries',
      { assessment: status(502), repeatability: 'repeatable', retriesMade: 2 },
      'all retries are used (2)',
    ],
  ])('%s', (_, situation, because) => {
    expect(ask(situation).because).toBe(because);
  });

  it('no retries at all', () => {
    const situation = { ...base, assessment: status(502), repeatability: 'repeatable' } as const;
    expect(decide(situation, { ...policy, retries: 0 }, () => 1)).toMatchObject({
      stopped: 'attempts',
      because: 'no retries are allowed',
    });
  });

  it('one retry of 425 counts as the one that is allowed, one of 502 does not', () => {
    const once = (httpStatus: number) => ask({ assessment: status(httpStatus), repeatability: 'repeatable' });
    expect([once(425), once(502)]).toMatchObject([{ once: true }, { once: false }]);
    expect(ask({ assessment: documented, repeatability: 'once', userSays: true })).toMatchObject({
      once: false,
    });
  });
});

describe('the deadline, to the millisecond', () => {
  const limited = { ...policy, deadlineMs: 1_000 };
  const at = (elapsedMs: number, repeatability: Repeatability) =>
    decide({ ...base, assessment: status(502), repeatability, elapsedMs }, limited, () => 1);

  it('has passed one millisecond before, as timers may fire early', () => {
    expect(at(998, 'once')).toMatchObject({ stopped: 'unsafe' });
    expect(at(999, 'once')).toMatchObject({ stopped: 'deadline', because: 'deadlineMs (1000) passed' });
    expect(at(999, 'repeatable')).toMatchObject({ because: 'deadlineMs (1000) passed' });
  });

  it('a wait has to end before it', () => {
    expect(at(949, 'repeatable')).toMatchObject({ again: true, waitMs: 50 });
    expect(at(950, 'repeatable')).toMatchObject({
      stopped: 'deadline',
      because: 'the wait of 50 ms would end after deadlineMs (1000)',
    });
  });
});

describe('full jitter (AWS Architecture Blog, Exponential Backoff And Jitter)', () => {
  it.each([
    [0, 0],
    [0.5, 25],
    [1, 50],
  ])('a lot of %d waits %d ms of 50', (lot, waitMs) => {
    const situation = { ...base, assessment: status(502), repeatability: 'repeatable' } as const;
    expect(decide(situation, retryDefaults, () => lot)).toMatchObject({ again: true, waitMs });
    // Without jitter it is the whole.
    expect(decide(situation, policy, () => lot)).toMatchObject({ again: true, waitMs: 50 });
  });
});

describe('what shouldRetry returns', () => {
  it.each<[string, unknown]>([
    ['a promise, as of an async function', Promise.resolve(true)],
    ['null', null],
    ['an object without retry', {}],
    ['a retry that is no boolean', { retry: 'no' }],
    ['a number', 1],
  ])('%s is an error that names it', (_, userSays) => {
    // What callers without types may return.
    const situation = { assessment: status(502), repeatability: 'repeatable', userSays } as never;
    expect(() => ask(situation)).toThrow(/shouldRetry/);
  });

  it('a grant does not make an unsafe request safe: the reason says what is missing', () => {
    expect(ask({ assessment: status(502), repeatability: 'once', userSays: { retry: true } })).toMatchObject({
      stopped: 'unsafe',
      because: expect.stringMatching(/^bad gateway: .*; shouldRetry said yes, but not `unsafe: true`$/),
    });
    for (const repeatability of ['repeatable', 'keyed'] as const) {
      const refused = status(404, { retry: 'never' });
      expect(ask({ assessment: refused, repeatability, userSays: true })).toMatchObject({ again: true });
    }
  });
});

describe('invariants over random situations', () => {
  const assessments: fc.Arbitrary<Assessment> = fc.record({
    kind: fc.constantFrom(
      'unavailable',
      'failed',
      'rejected',
      'malformed',
      'unreachable',
      'cancelled',
      'unexpected',
    ),
    processed: fc.constantFrom('yes', 'maybe', 'no', 'accepted'),
    retry: fc.constantFrom('never', 'transient'),
    httpStatus: fc.constantFrom(400, 404, 409, 500, 501, 502, 504, 599),
    truncated: fc.boolean(),
  });
  const situations: fc.Arbitrary<Situation> = fc.record({
    assessment: assessments,
    repeatability: fc.constantFrom(...columns),
    bodyReplayable: fc.boolean(),
    retriesMade: fc.nat(6),
    singleRetriesMade: fc.nat(2),
    hint: fc.option(fc.record({ afterMs: fc.nat(200_000), header: fc.constant('retry-after') }), {
      nil: undefined,
    }),
    serverVeto: fc.boolean(),
    userSays: fc.constantFrom(undefined, true, false, { retry: true }),
    elapsedMs: fc.nat(10_000),
  });
  const asked = { ...retryDefaults, deadlineMs: 5000 };

  it('a once-only request that may have been processed is never sent again', () => {
    fc.assert(
      fc.property(situations, fc.double({ min: 0, max: 1, noNaN: true }), (situation, random) => {
        const decision = decide(situation, asked, () => random);
        if (situation.repeatability !== 'once' || situation.assessment.processed === 'no') return;
        expect(decision.again).toBe(false);
      }),
    );
  });

  it('the limits of attempts, hint, wait and deadline hold whatever the user and the server say', () => {
    fc.assert(
      fc.property(situations, fc.double({ min: 0, max: 1, noNaN: true }), (situation, random) => {
        const decision = decide(situation, asked, () => random);
        if (!decision.again) return;
        expect(situation.retriesMade).toBeLessThan(asked.retries);
        expect(situation.bodyReplayable).toBe(true);
        expect(situation.assessment.kind).not.toBe('cancelled');
        expect(decision.waitMs).toBeGreaterThanOrEqual(situation.hint?.afterMs ?? 0);
        expect(decision.waitMs).toBeLessThanOrEqual(asked.maxHintMs);
        expect(situation.elapsedMs + decision.waitMs).toBeLessThan(asked.deadlineMs);
      }),
    );
  });
});
