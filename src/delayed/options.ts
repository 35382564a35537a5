import { maxTimerMs } from '../retry/clock.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { expect, expectKnown } from '../semantics/configuration-error.js';
import type { Dialect } from '../semantics/dialect.js';
import { defineDialect } from './define-dialect.js';
import type { TaskPoll } from './follow.js';
import { originOfAddress } from './origin.js';

/** How delayed tasks are followed. */
export interface DelayedOptions {
  /** Dialects that you wrote. They are tried before the built-in dialects. Default: none. */
  readonly dialects?: readonly Dialect[];
  /** Milliseconds before the first poll. Each later wait is 1.5 times as long. A time that the server names replaces it, unless that time is shorter. Default 2,000. */
  readonly pollIntervalMs?: number;
  /** Milliseconds of the longest wait between polls, unless the server asks for a longer wait. Default 30,000. */
  readonly maxPollIntervalMs?: number;
  /** Milliseconds for all waits and polls of one task. Default: no limit. */
  readonly deadlineMs?: number;
  /** Polls that may run at the same time to one origin, over all tasks of the client. Default 20. */
  readonly concurrency?: number;
  /** Further origins to which the monitor and the result of a task may lead. They get no credentials. Default: only the origin that started the task. */
  readonly trustedOrigins?: readonly string[];
}

/** Options of following one task. */
export interface FollowOptions {
  /** Stops following the task. The task itself goes on. Default: no signal. */
  readonly signal?: AbortSignal;
  /** Milliseconds for all waits and polls. Default: `delayed.deadlineMs` of the client. */
  readonly deadlineMs?: number;
  /** Called after each poll. An error that it throws is thrown to the caller. Default: not called. */
  readonly onPoll?: (poll: TaskPoll) => void;
  /**
   * Headers for the origin that started the task, if the instance does not set them. Default: the headers
   * of the call.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Query parameters that were removed from a token, since they may be secrets: `{ code }` of the monitor
   * of an Azure Function. They are sent only to the origin that started the task, and only for a task
   * that was restored from a token. Default: the parameters of the instance.
   */
  readonly params?: Readonly<Record<string, string>>;
}

/** Options of asking the API to stop a task. */
export type CancelOptions = Pick<FollowOptions, 'signal' | 'headers' | 'params'>;

/** The options after the check, with defaults. */
export interface DelayedSettings {
  /** The dialects of the caller, then the dialects of the catalogue. */
  readonly dialects: readonly Dialect[];
  readonly pollIntervalMs: number;
  readonly maxPollIntervalMs: number;
  readonly deadlineMs: number | undefined;
  readonly concurrency: number;
  readonly trustedOrigins: readonly string[];
}

/** The default of each option. */
export const delayedDefaults: DelayedSettings = {
  dialects: [],
  pollIntervalMs: 2_000,
  maxPollIntervalMs: 30_000,
  deadlineMs: undefined,
  concurrency: 20,
  trustedOrigins: [],
};

const checked = new WeakMap<DelayedOptions, DelayedSettings>();

/**
 * The options of a client or a call, checked and with defaults. The first task needs them, so the check
 * comes then.
 *
 * @throws ConfigurationError that names the option, its value and what to write instead.
 */
export function delayedSettings(
  options: DelayedOptions,
  { dialects: ofCatalogue = [] }: Pick<Catalogue, 'dialects'>,
): DelayedSettings {
  let settings = checked.get(options);
  if (settings === undefined) {
    checkDelayed(options);
    const { dialects = [], ...given } = options;
    const own = { ...given, dialects: [...dialects.map(defineDialect), ...ofCatalogue] };
    settings = { ...delayedDefaults, ...own };
    checked.set(options, settings);
  }
  return settings;
}

function checkDelayed({
  dialects = [],
  concurrency = 1,
  trustedOrigins = [],
  ...intervals
}: DelayedOptions): void {
  for (const name of ['pollIntervalMs', 'maxPollIntervalMs', 'deadlineMs'] as const) {
    const value = intervals[name];
    const holds = value === undefined || (typeof value === 'number' && value >= 1 && value <= maxTimerMs);
    expect(holds, `delayed.${name}`, value, `milliseconds from 1 to ${maxTimerMs}`);
  }
  const isCount = Number.isInteger(concurrency) && concurrency >= 1;
  expect(isCount, 'delayed.concurrency', concurrency, 'a whole number from 1 up');
  expect(
    Array.isArray(dialects),
    'delayed.dialects',
    dialects,
    'a list of dialects that defineDialect returned',
  );
  expect(
    Array.isArray(trustedOrigins),
    'delayed.trustedOrigins',
    trustedOrigins,
    'a list of origins, such as ["https://api.example.com"]',
  );
  for (const origin of trustedOrigins) {
    const isOrigin = originOfAddress(origin) === origin;
    expect(isOrigin, 'delayed.trustedOrigins', origin, 'an origin such as https://api.example.com');
  }
}

/**
 * Checks the options of following a task, except `responses`.
 *
 * @throws ConfigurationError that names the option, its value and what to write instead.
 */
export function checkFollowOptions(options: FollowOptions, alsoKnown: readonly string[] = []): void {
  const given: unknown = options;
  const known = ['signal', 'deadlineMs', 'onPoll', 'headers', 'params', ...alsoKnown];
  const isObject = typeof given === 'object' && given !== null;
  if (!isObject) expect(isObject, 'options', given, `an object with some of: ${known.join(', ')}`);
  if (Object.keys(options).length === 0) return;
  expectKnown(options, known, 'the options of complete, watch or resume');
  const { signal, deadlineMs, onPoll, headers, params = {} } = options;
  const holds =
    deadlineMs === undefined || (typeof deadlineMs === 'number' && deadlineMs >= 1 && deadlineMs < 2 ** 31);
  expect(holds, 'deadlineMs', deadlineMs, 'milliseconds from 1 to 2147483647');
  expect(onPoll === undefined || typeof onPoll === 'function', 'onPoll', onPoll, 'a function');
  const listens = signal === undefined || typeof signal.addEventListener === 'function';
  expect(listens, 'signal', signal, 'the signal of an AbortController');
  expect(
    headers === undefined || typeof headers === 'object',
    'headers',
    headers,
    'an object of headers, such as { authorization: token }',
  );
  expect(typeof params === 'object' && params !== null, 'params', params, 'an object whose values are texts');
  for (const [name, value] of Object.entries(params)) {
    expect(typeof value === 'string', `params.${name}`, value, 'a text');
  }
}
