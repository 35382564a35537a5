// The options of delayed tasks: each is checked, and the error says what to write instead.
import { describe, expect, it } from 'vitest';
import {
  checkFollowOptions,
  type DelayedOptions,
  delayedSettings,
  type FollowOptions,
} from '../../src/delayed/options.js';
import { ConfigurationError } from '../../src/index.js';
import type { Dialect } from '../../src/semantics/dialect.js';

const dialect = (name: string): Dialect => ({
  name,
  start: () => undefined,
  read: () => ({ state: 'running' }),
});
const none = {};

describe('the options of a client', () => {
  it('have defaults', () => {
    expect(delayedSettings({}, none)).toEqual({
      dialects: [],
      pollIntervalMs: 2_000,
      maxPollIntervalMs: 30_000,
      deadlineMs: undefined,
      concurrency: 20,
      trustedOrigins: [],
    });
  });
  it('replace the defaults, up to their limits', () => {
    const options = {
      pollIntervalMs: 1,
      maxPollIntervalMs: 2_147_483_647,
      deadlineMs: 1,
      concurrency: 1,
      trustedOrigins: ['https://a.test', 'http://127.0.0.1:81'],
    };
    expect(delayedSettings(options, none)).toEqual({ ...options, dialects: [] });
  });
  it('dialects of the caller come before those of the catalogue', () => {
    const [own, documented] = [dialect('own'), dialect('documented')];
    expect(delayedSettings({ dialects: [own] }, { dialects: [documented] }).dialects).toEqual([
      own,
      documented,
    ]);
  });
  it('are checked once', () => {
    const options: DelayedOptions = {};
    expect(delayedSettings(options, none)).toBe(delayedSettings(options, none));
  });
  it.each<[object, string]>([
    [{ pollIntervalMs: 0 }, 'delayed.pollIntervalMs is 0. Write milliseconds from 1 to 2147483647.'],
    [{ pollIntervalMs: 0.5 }, 'delayed.pollIntervalMs is 0.5'],
    [{ pollIntervalMs: '1' }, 'delayed.pollIntervalMs is "1"'],
    [{ maxPollIntervalMs: 2_147_483_648 }, 'delayed.maxPollIntervalMs is 2147483648'],
    [{ maxPollIntervalMs: Number.NaN }, 'delayed.maxPollIntervalMs is NaN'],
    [{ deadlineMs: null }, 'delayed.deadlineMs is null'],
    [{ deadlineMs: -1 }, 'delayed.deadlineMs is -1'],
    [{ concurrency: 0 }, 'delayed.concurrency is 0. Write a whole number from 1 up.'],
    [{ concurrency: 1.5 }, 'delayed.concurrency is 1.5'],
    [{ dialects: {} }, 'a list of dialects that defineDialect returned'],
    [{ dialects: [{ name: 'x' }] }, 'start of dialect x'],
    [{ trustedOrigins: 'https://a.test' }, 'a list of origins, such as ["https://api.example.com"]'],
    [{ trustedOrigins: ['https://a.test/'] }, 'delayed.trustedOrigins is "https://a.test/"'],
    [{ trustedOrigins: ['https://a.test', 'a.test'] }, 'an origin such as https://api.example.com'],
    [{ trustedOrigins: ['https://a.test:443'] }, 'delayed.trustedOrigins'],
  ])('case %#: %s', (options, why) => {
    expect(() => delayedSettings(options as DelayedOptions, none)).toThrow(why);
    expect(() => delayedSettings(options as DelayedOptions, none)).toThrow(ConfigurationError);
  });
});

describe('the options of following one task', () => {
  const check = (options: unknown, more?: readonly string[]) =>
    checkFollowOptions(options as FollowOptions, more);
  it.each<[unknown]>([
    [{}],
    [{ deadlineMs: 1 }],
    [{ deadlineMs: 2_147_483_647 }],
    [{ signal: new AbortController().signal, onPoll: () => {}, headers: { a: 'b' }, params: { code: 'x' } }],
    [{ signal: undefined, deadlineMs: undefined, onPoll: undefined, headers: undefined, params: undefined }],
  ])('case %# is accepted', (options) => {
    expect(() => check(options)).not.toThrow();
  });
  it.each<[unknown, string]>([
    [null, 'an object with some of: signal, deadlineMs, onPoll, headers, params'],
    ['x', 'an object with some of: signal'],
    [{ sginal: undefined }, 'the options of complete, watch or resume'],
    [{ responses: {} }, 'responses'],
    [{ deadlineMs: 0 }, 'deadlineMs is 0. Write milliseconds from 1 to 2147483647.'],
    [{ deadlineMs: 0.9 }, 'deadlineMs is 0.9'],
    [{ deadlineMs: 2_147_483_648 }, 'deadlineMs is 2147483648'],
    [{ deadlineMs: '1' }, 'deadlineMs is "1"'],
    [{ deadlineMs: null }, 'deadlineMs is null'],
    [{ onPoll: 'x' }, 'onPoll is "x". Write a function.'],
    [{ signal: {} }, 'the signal of an AbortController'],
    [{ headers: 'x' }, 'an object of headers'],
    [{ params: 'code=x' }, 'an object whose values are texts'],
    [{ params: null }, 'an object whose values are texts'],
    [{ params: { code: 7 } }, 'params.code is 7. Write a text.'],
  ])('case %#: %s', (options, why) => {
    expect(() => check(options)).toThrow(why);
    expect(() => check(options)).toThrow(ConfigurationError);
  });
  it('another name may be known to the caller', () => {
    expect(() => check({ responses: {} }, ['responses'])).not.toThrow();
    expect(() => check(null, ['responses'])).toThrow('params, responses');
  });
});
