import type { InternalAxiosRequestConfig } from 'axios';
import type { Assessment } from '../classify/assessment.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { expect, expectKnown } from '../semantics/configuration-error.js';
import { type RetryBudget, retryBudget } from './budget.js';
import { maxTimerMs } from './clock.js';
import type { UserVerdict } from './decide.js';

/** How requests are retried. Every option can also be given per request, as `outcome.retry` in its config. */
export interface RetryOptions {
  /** Retries after the first attempt. Default 2, or what the catalogue advises. */
  readonly retries?: number;
  /** Milliseconds for one whole attempt. It counts only if axios's `timeout` is not set. (On Node, `timeout` limits the silence between two bytes.) Default: no limit, or what the catalogue advises. */
  readonly attemptTimeoutMs?: number;
  /** Milliseconds of the first wait after a transient fault; each later wait is twice as long. Default 50 ms. */
  readonly baseDelayMs?: number;
  /** Milliseconds of the first wait after throttling; each later wait is twice as long. It also limits the random delay that `jitter` adds to a server's hint. Default 1,000 ms. */
  readonly throttleDelayMs?: number;
  /** Milliseconds of the longest wait that the library chooses itself. Default 20,000 ms. */
  readonly maxDelayMs?: number;
  /** Milliseconds of the longest wait that the server may ask for. If the server asks for a longer wait, the request ends, and the outcome says when to come back. Default 60,000 ms. */
  readonly maxHintMs?: number;
  /** Milliseconds for all attempts and waits together. Default: no limit. */
  readonly deadlineMs?: number;
  /** `full`: waits a random part of each backoff, and up to a fifth longer than a server's hint. `none`: waits the full backoff, and exactly as long as the hint. Default `full`. */
  readonly jitter?: 'full' | 'none';
  /** Limits the retries per origin; `false` for no limit. Default: one `retryBudget()` per attached instance. */
  readonly budget?: RetryBudget | false;
  /** A stable `Idempotency-Key` for POST and PATCH: `true` for a random UUID (browsers make it on https pages only), a text, or a function that returns a text. Default: no key. */
  readonly idempotencyKey?: boolean | string | ((config: InternalAxiosRequestConfig) => string);
  /** Renews credentials after a 401, once for all requests that wait for it. Return `false` if the credentials cannot be renewed; an HTTP failure counts as `false`. If its request goes through the same client, give that request `outcome: { retry: false }`. Otherwise a 401 of that request waits for the renewal itself (20 s at most). Default: no renewal. */
  readonly reauthenticate?: () => unknown;
  /**
   * Changes the config before each attempt, the first included: for a signature or a date that must be
   * fresh. Default: no change.
   */
  readonly beforeAttempt?: (config: InternalAxiosRequestConfig, attempt: number) => unknown;
  /** Decides about a retry: `false` forbids it, `true` allows it if it is safe, `undefined` leaves the decision to the library. Default: the library decides. */
  readonly shouldRetry?: (assessment: Assessment, attempt: number) => UserVerdict | undefined;
  /** The name of a request header that carries the number of the attempt, from 1. Default: no header. */
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
  /** The policy before `retry: false` was applied. */
  readonly whole?: RetryPolicy;
}

/** The default of each option. */
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

/** The policy of a client. Its options go before the advice of the catalogue, and that goes before the defaults. */
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

/**
 * The policy of one request. Its options go before the options of its instance, and those go before the
 * options of the client.
 */
export function requestPolicy(policy: RetryPolicy, options: RetryOptions | false | undefined): RetryPolicy {
  if (options === undefined) return policy;
  checkRetry(options, 'outcome.retry');
  return options === false ? withoutRetries(policy) : { ...(policy.whole ?? policy), ...defined(options) };
}

/** Applies `retry: false`: no retries, and no renewal of credentials. `whole` keeps the policy, so that `retry: {…}` nearer to the request can use it. */
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

/** Removes keys whose value is undefined. They would hide the value of a policy further away. */
function defined<T extends object>(options: T): T {
  // The cast holds: without keys whose value is undefined, the object has the same type
  // (exactOptionalPropertyTypes).
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
