import type { InternalAxiosRequestConfig } from 'axios';
import type { Assessment } from '../classify/assessment.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { expect, expectKnown } from '../semantics/configuration-error.js';
import { type RetryBudget, retryBudget } from './budget.js';
import { maxTimerMs } from './clock.js';
import type { UserVerdict } from './decide.js';

/** How requests are retried. Every option may also be given per request, as `outcome.retry` in its config. */
export interface RetryOptions {
  /** Retries after the first attempt. Default 2, or what the catalogue advises. */
  readonly retries?: number;
  /** Milliseconds for one whole attempt. It counts only if axios's `timeout` is not set. (On Node, `timeout` limits the silence between two bytes.) Default: no limit, or what the catalogue advises. */
  readonly attemptTimeoutMs?: number;
  /** Milliseconds of the first wait after a transient fault; each later wait is twice as long. Default 50 ms. */
  readonly baseDelayMs?: number;
  /** The first wait after throttling, doubled each time; also the most that is added to a server's hint. Default 1,000 ms. */
  readonly throttleDelayMs?: number;
  /** Milliseconds of the longest wait that the library chooses itself. Default 20,000 ms. */
  readonly maxDelayMs?: number;
  /** Milliseconds of the longest wait that the server may ask for. If the server asks for a longer wait, the request ends, and the outcome says when to come back. Default 60,000 ms. */
  readonly maxHintMs?: number;
  /** Milliseconds for all attempts and waits together. Default: no limit. */
  readonly deadlineMs?: number;
  /** `full`: a random part of each wait, and up to a fifth more than a server's hint. `none`: the whole, and the hint to the millisecond. Default `full`. */
  readonly jitter?: 'full' | 'none';
  /** How many retries an origin may be sent; `false` for no limit. Default: one `retryBudget()` per attached instance. */
  readonly budget?: RetryBudget | false;
  /** A stable `Idempotency-Key` for POST and PATCH: `true` for a random UUID (which browsers make on https pages only), a text, or a function. Default: none. */
  readonly idempotencyKey?: boolean | string | ((config: InternalAxiosRequestConfig) => string);
  /** Renews credentials after a 401, once, for all requests that wait for it. `false`, or a failed request of its own, says that it cannot. Where that request goes through the same client, give it `outcome: { retry: false }`, or its own 401 waits for the renewal that waits for it (20 s at most). Default: none. */
  readonly reauthenticate?: () => unknown;
  /** Sets what must be fresh on each attempt, the first included: a signature, a date. Default: none. */
  readonly beforeAttempt?: (config: InternalAxiosRequestConfig, attempt: number) => unknown;
  /** Decides about a retry: `false` forbids it, `true` allows it if it is safe, `undefined` leaves the decision to the library. Default: none. */
  readonly shouldRetry?: (assessment: Assessment, attempt: number) => UserVerdict | undefined;
  /** A request header that carries the attempt's number, from 1. Default: none. */
  readonly attemptHeader?: string;
}

export interface RetryPolicy extends RetryOptions {
  readonly retries: number;
  readonly baseDelayMs: number;
  readonly throttleDelayMs: number;
  readonly maxDelayMs: number;
  readonly maxHintMs: number;
  readonly jitter: 'full' | 'none';
  readonly budget: RetryBudget | false;
  /** What `retry: false` has put aside. */
  readonly whole?: RetryPolicy;
}

/** The defaults, all in one place. */
export const retryDefaults: Omit<RetryPolicy, 'budget'> = {
  retries: 2,
  baseDelayMs: 50,
  throttleDelayMs: 1000,
  maxDelayMs: 20_000,
  maxHintMs: 60_000,
  jitter: 'full',
};

const milliseconds = [
  'attemptTimeoutMs',
  'baseDelayMs',
  'throttleDelayMs',
  'maxDelayMs',
  'maxHintMs',
  'deadlineMs',
] as const;
const functions = ['reauthenticate', 'beforeAttempt', 'shouldRetry'] as const;
const others = ['retries', 'jitter', 'budget', 'idempotencyKey', 'attemptHeader'] as const;

/** The names of all options. */
export const retryOptionNames: readonly string[] = [...milliseconds, ...functions, ...others];

/** The policy of a client: its options over its catalogue's advice over the defaults. */
export function clientPolicy(
  options: RetryOptions | false | undefined,
  { name, retry: advice }: Pick<Catalogue, 'name' | 'retry'>,
): RetryPolicy {
  checkRetry(options, 'retry');
  const key = options ? options.idempotencyKey : undefined;
  const notAText = 'true or a function: a text would give all requests of the client the same key';
  expect(typeof key !== 'string', 'retry.idempotencyKey', key, notAText);
  const { source: _, ...advised } = advice ?? {};
  checkRetry(advised, 'retry', ` of catalogue ${name}`);
  const merged = { ...retryDefaults, ...defined(advised), ...defined(options || {}) };
  const whole = { ...merged, budget: merged.budget ?? retryBudget() };
  return options === false ? withoutRetries(whole) : whole;
}

/** The policy of one request: its own options over those of its instance, over its client's. */
export function requestPolicy(policy: RetryPolicy, options: RetryOptions | false | undefined): RetryPolicy {
  if (options === undefined) return policy;
  checkRetry(options, 'outcome.retry');
  return options === false ? withoutRetries(policy) : { ...(policy.whole ?? policy), ...defined(options) };
}

/** `retry: false`: nothing is sent a second time, with fresh credentials neither. A nearer `retry: {…}` goes on from the whole. */
function withoutRetries(whole: RetryPolicy): RetryPolicy {
  const { reauthenticate: _, ...policy } = whole.whole ?? whole;
  return { ...policy, retries: 0, whole: whole.whole ?? whole };
}

/** Throws a `ConfigurationError` that names the option, its value and what to write instead. */
function checkRetry(options: RetryOptions | false | undefined, path: string, where = ''): void {
  if (options === undefined || options === false) return;
  const at = (name: string) => `${path}.${name}${where}`;
  expect(
    typeof options === 'object' && options !== null,
    path,
    options,
    'false, or an object with retry options',
  );
  expectKnown(options, retryOptionNames, path + where);
  const { retries, jitter, budget, idempotencyKey, attemptHeader } = options;
  expect(
    retries === undefined || (Number.isInteger(retries) && retries >= 0 && retries <= 100),
    at('retries'),
    retries,
    'a whole number from 0 to 100',
  );
  for (const name of milliseconds) {
    const value = options[name];
    // A deadline of 0 would pass before the first attempt.
    const least = name === 'deadlineMs' ? 1 : 0;
    const holds = value === undefined || (typeof value === 'number' && value >= least && value <= maxTimerMs);
    expect(holds, at(name), value, `milliseconds from ${least} to ${maxTimerMs}`);
  }
  for (const name of functions) {
    expect(
      options[name] === undefined || typeof options[name] === 'function',
      at(name),
      options[name],
      'a function',
    );
  }
  expect(
    jitter === undefined || jitter === 'full' || jitter === 'none',
    at('jitter'),
    jitter,
    'one of: full, none',
  );
  expect(
    budget === undefined || budget === false || isBudget(budget),
    at('budget'),
    budget,
    'a budget that retryBudget() returned, or false',
  );
  expect(
    idempotencyKey === undefined ||
      (idempotencyKey !== '' && ['boolean', 'string', 'function'].includes(typeof idempotencyKey)),
    at('idempotencyKey'),
    idempotencyKey,
    'true, a text that is not empty, or a function that returns a text',
  );
  expect(
    attemptHeader === undefined ||
      (typeof attemptHeader === 'string' && /^[\w!#$%&'*+.^`|~-]+$/.test(attemptHeader)),
    at('attemptHeader'),
    attemptHeader,
    'a header name, such as "x-attempt"',
  );
}

function isBudget(budget: RetryBudget | false): boolean {
  if (typeof budget !== 'object' || budget === null) return false;
  return typeof budget.take === 'function' && typeof budget.succeeded === 'function';
}

/** Without the keys whose value is undefined, which would hide what lies under them. */
function defined<T extends object>(options: T): T {
  // Dropping keys with the value undefined leaves an object of the same type:
  // exactOptionalPropertyTypes holds for typed callers, and others mean "not given".
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
