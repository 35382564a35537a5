// Which retry options are accepted, and by which rule the nearest option wins (docs/options.md).
import axios from 'axios';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, ConfigurationError, type RetryOptions, retryBudget } from '../../src/index.js';
import { clientPolicy, requestPolicy, retryDefaults } from '../../src/retry/policy.js';

const catalogue = { name: 'Shop' };
const attach = (retry: unknown) => () => attachOutcomes(axios.create(), { retry: retry as RetryOptions });
const budget = { take: () => true, succeeded() {} };
const milliseconds = ['attemptTimeoutMs', 'baseDelayMs', 'throttleDelayMs', 'maxDelayMs', 'maxHintMs'];

const accepted: readonly (readonly [string, readonly unknown[]])[] = [
  ['retries', [0, 1, 100, undefined]],
  ...milliseconds.map((name) => [name, [0, 1, 0.5, 2_147_483_647, undefined]] as const),
  ['deadlineMs', [1, 2_147_483_647, undefined]],
  ['reauthenticate', [() => true, undefined]],
  ['beforeAttempt', [() => {}, undefined]],
  ['shouldRetry', [() => true, undefined]],
  ['jitter', ['full', 'none', undefined]],
  ['budget', [false, budget, retryBudget(), undefined]],
  ['idempotencyKey', [true, false, () => 'k', undefined]],
  ['attemptHeader', ['x-attempt', 'A', "!#$%&'*+.^_`|~-9", undefined]],
];
const refused: readonly (readonly [string, readonly unknown[]])[] = [
  ['retries', [-1, 101, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '3', null]],
  ...milliseconds.map((name) => [name, [-1, 2_147_483_648, Number.NaN, '5', null, true, []]] as const),
  ['deadlineMs', [0, 0.5, 2_147_483_648, '5', null]],
  ['reauthenticate', [true, 'f', null, {}]],
  ['beforeAttempt', [true, 'f', null, {}]],
  ['shouldRetry', [true, 'f', null, {}]],
  ['jitter', ['half', '', true, null, 0]],
  [
    'budget',
    [true, 10, null, {}, { take() {} }, { succeeded() {} }, { take: 1, succeeded() {} }, () => true],
  ],
  ['idempotencyKey', ['', 'k', 1, null, {}]],
  ['attemptHeader', ['', 'x attempt', 'x-attempt:', ' x', 'x ', 'x\n', 'ü', 1, null, ['x-attempt']]],
];

describe('each retry option is checked when it is given', () => {
  it.each(accepted.flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    '%s accepts %o',
    (name, value) => expect(attach({ [name]: value })).not.toThrow(),
  );
  it.each(refused.flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    '%s refuses %o, and the error names the option and what to write',
    (name, value) => {
      expect(attach({ [name]: value })).toThrow(ConfigurationError);
      expect(attach({ [name]: value })).toThrow(
        new RegExp(`^axios-outcome: retry\\.${name} is .*\\. Write `, 's'),
      );
    },
  );
  it.each([true, 3, 'none', null, () => true])('the option retry refuses %o', (value) => {
    expect(attach(value)).toThrow(
      /^axios-outcome: retry is .*\. Write false, or an object with retry options/s,
    );
  });
  it('the advice of a catalogue is checked too, and the error names the catalogue', () => {
    const advised = { ...catalogue, retry: { retries: -1, source: 'docs' } };
    expect(() => clientPolicy(undefined, advised)).toThrow('retry.retries of catalogue Shop is -1');
    expect(() => clientPolicy(false, advised)).toThrow('retry.retries of catalogue Shop is -1');
  });
  it('the options of one request are checked too, and the error names outcome.retry', () => {
    const policy = clientPolicy({}, catalogue);
    expect(() => requestPolicy(policy, { retries: -1 })).toThrow('outcome.retry.retries is -1');
    // What callers without types may give.
    expect(() => requestPolicy(policy, null as never)).toThrow('outcome.retry is null');
    expect(() => requestPolicy(policy, true as never)).toThrow('outcome.retry is true');
  });
  it('one request may have a key as a text', () => {
    expect(requestPolicy(clientPolicy({}, catalogue), { idempotencyKey: 'k-1' }).idempotencyKey).toBe('k-1');
  });
});

describe('the nearest option wins, option by option', () => {
  it('a client without options has the defaults and a budget', () => {
    const { budget: own, ...rest } = clientPolicy(undefined, catalogue);
    expect(rest).toEqual(retryDefaults);
    expect(own).toHaveProperty('take');
  });
  it('options go before the advice of the catalogue, and the advice goes before the defaults', () => {
    const advised = { ...catalogue, retry: { retries: 5, baseDelayMs: 7, source: 'docs' } };
    const policy = clientPolicy({ baseDelayMs: 9, budget: false }, advised);
    expect(policy).toEqual({ ...retryDefaults, retries: 5, baseDelayMs: 9, budget: false });
  });
  it('an undefined option hides nothing', () => {
    const given = { retries: undefined } as unknown as RetryOptions;
    expect(clientPolicy(given, catalogue).retries).toBe(retryDefaults.retries);
    expect(requestPolicy(clientPolicy({ retries: 7 }, catalogue), given).retries).toBe(7);
  });
  it('a request without options has the policy of its client', () => {
    const policy = clientPolicy({ retries: 7 }, catalogue);
    expect(requestPolicy(policy, undefined)).toBe(policy);
  });
  it('retry: false means no retries and no renewal; a nearer object undoes it', () => {
    const reauthenticate = () => true;
    for (const off of [
      clientPolicy(false, catalogue),
      requestPolicy(clientPolicy({ retries: 7, reauthenticate }, catalogue), false),
    ]) {
      expect(off.retries).toBe(0);
      expect(off).not.toHaveProperty('reauthenticate');
    }
    const off = requestPolicy(clientPolicy({ retries: 7, reauthenticate }, catalogue), false);
    const on = requestPolicy(off, { baseDelayMs: 1 });
    expect(on).toMatchObject({ retries: 7, reauthenticate, baseDelayMs: 1 });
    expect(requestPolicy(requestPolicy(off, false), {}).retries).toBe(7);
    expect(requestPolicy(clientPolicy(false, catalogue), { baseDelayMs: 1 }).retries).toBe(
      retryDefaults.retries,
    );
  });
});
