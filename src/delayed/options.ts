import { maxTimerMs } from '../retry/clock.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { expect, expectKnown } from '../semantics/configuration-error.js';
import type { Dialect } from '../semantics/dialect.js';
import { defineDialect } from './define-dialect.js';
import type { TaskPoll } from './follow.js';
import { originOfAddress } from './origin.js';

/** How delayed tasks are followed. */
export interface DelayedOptions {
  /** Dialects of your own, tried before those that are built in. Default: none. */
  readonly dialects?: readonly Dialect[];
  /** Milliseconds before the first poll, then 1.5 times as long for each, where the server names no time. A server that names a shorter one is asked no sooner. Default 2,000. */
  readonly pollIntervalMs?: number;
  /** The longest wait between polls that is not the server's own word. Default 30,000 ms. */
  readonly maxPollIntervalMs?: number;
  /** Milliseconds for all waits and polls of one task. Default: no limit. */
  readonly deadlineMs?: number;
  /** Polls to one origin that may be under way at once, over all tasks of the client. Default 20. */
  readonly concurrency?: number;
  /** Origins, beside the one that started a task, to which its monitor and result may lead. They get no credentials. Default: none. */
  readonly trustedOrigins?: readonly string[];
}

/** Options of following one task. */
export interface FollowOptions {
  /** Stops watching. The task goes on: only the server can stop it. */
  readonly signal?: AbortSignal;
  /** Milliseconds for all waits and polls. Default: that of the client. */
  readonly deadlineMs?: number;
  /** Called after each poll. What it throws is thrown to the caller. */
  readonly onPoll?: (poll: TaskPoll) => void;
  /** Headers for the task's own origin, where the instance does not set them. Default: those of the call. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The parameters that a token was cut by, as it holds no secrets: `{ code }` of the monitor of an
   * Azure Function. They go to the task's own origin alone, and are read where the task is that of
   * a token. Default: those of the instance.
   */
  readonly params?: Readonly<Record<string, string>>;
}

/** Options of asking the API to stop a task. */
export type CancelOptions = Pick<FollowOptions, 'signal' | 'headers' | 'params'>;

/** The options, checked and completed. */
export interface DelayedSettings {
  /** The caller's own, and those of the catalogue. */
  readonly dialects: readonly Dialect[];
  readonly pollIntervalMs: number;
  readonly maxPollIntervalMs: number;
  readonly deadlineMs: number | undefined;
  readonly concurrency: number;
  readonly trustedOrigins: readonly string[];
}

/** The defaults, all in one place. */
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
 * The options of a client or a call, checked and completed when the first task needs them.
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

/** @throws ConfigurationError naming the option, its value and what to write instead. `responses` are checked where they are read. */
export function checkFollowOptions(options: FollowOptions, alsoKnown: readonly string[] = []): void {
  const given: unknown = options;
  const known = ['signal', 'deadlineMs', 'onPoll', 'headers', 'params', ...alsoKnown];
  const isObject = typeof given === 'object' && given !== null;
  if (!isObject) expect(isObject, 'options', given, `an object with some of: ${known.join(', ')}`);
  if (Object.keys(options).length === 0) return;
  expectKnown(options, known, 'the options of following');
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
