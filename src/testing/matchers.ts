import { explain } from '../outcome/explain/explain.js';
import { isOutcome } from '../outcome/is-outcome.js';
import type { AnyOutcome } from '../outcome/types.js';
import { isRecord } from '../semantics/check-fields.js';
import { expect as allow } from '../semantics/configuration-error.js';
import type { ExpectedOutcome } from './expected.js';

/** The result of a matcher, for vitest and jest. */
interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The part of vitest's and jest's matcher context that is used here. */
interface MatcherContext {
  readonly isNot?: boolean;
  readonly equals: (a: unknown, b: unknown) => boolean;
}

/**
 * Matchers for vitest and jest: `expect.extend(outcomeMatchers)`, once, in a setup
 * file. Their messages explain the outcome. They print no body, since the library cannot know which
 * parts of a body are secret.
 *
 * @example
 * expect.extend(outcomeMatchers);
 * expect(outcome).toHaveOutcome({ kind: 'unavailable', status: 503 });
 * expect(outcome).toHaveRetried(2);
 */
export const outcomeMatchers: {
  toHaveOutcome(this: MatcherContext, received: unknown, expected: ExpectedOutcome): Verdict;
  toHaveRetried(this: MatcherContext, received: unknown, times?: number): Verdict;
} = {
  toHaveOutcome(received, expected) {
    allow(
      isRecord(expected),
      'what toHaveOutcome expects',
      expected,
      `an object with some of: ${fieldNames}`,
    );
    for (const name of Object.keys(expected))
      allow(fields.has(name), 'a field of toHaveOutcome', name, `one of: ${fieldNames}`);
    if (!isOutcome(received)) return notAnOutcome(received, this);
    const actual = fieldsOf(received);
    const differences = Object.entries(expected).flatMap(([name, value]) =>
      this.equals(actual[name], value) ? [] : [difference(name, value, actual[name])],
    );
    const given = Object.entries(expected).map(([name, value]) => `${name} ${printed(name, value)}`);
    const said = this.isNot ? [`expected another outcome than ${given.join(', ')}`] : differences;
    return { pass: differences.length === 0, message: () => `${said.join('\n')}\n\n${explain(received)}` };
  },
  toHaveRetried(received, times) {
    allow(times === undefined || isCount(times), 'times of toHaveRetried', times, 'a whole number from 0');
    if (!isOutcome(received)) return notAnOutcome(received, this);
    const retries = received.attempts.length - 1;
    const wanted = times === undefined ? (this.isNot ? 'no retry' : 'a retry') : retriesOf(times);
    const other = this.isNot && times !== undefined ? 'another number than ' : '';
    const message = `expected ${other}${wanted}, but there ${retries === 1 ? 'was' : 'were'} ${retriesOf(retries)}`;
    const pass = times === undefined ? retries > 0 : retries === times;
    return { pass, message: () => `${message}\n\n${explain(received)}` };
  },
};

/** What the matchers add to `expect(…)`. */
export interface OutcomeMatchers<R = void> {
  /** Passes if the value is an outcome that has all the given fields. */
  toHaveOutcome(expected: ExpectedOutcome): R;
  /** Passes if the request was sent again: `times` times, or at least once without a number. */
  toHaveRetried(times?: number): R;
}

// vitest and @types/jest both read this namespace. Neither of them has to be installed.
declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: declarations merge only if their type parameters are the same.
    interface Matchers<R, T = {}> extends OutcomeMatchers<R> {}
  }
}

type Fields = { readonly [name: string]: unknown };

const fields: ReadonlySet<string> = new Set<keyof ExpectedOutcome>([
  'kind',
  'status',
  'httpStatus',
  'effect',
  'code',
  'stopped',
  'data',
]);

const fieldNames = [...fields].join(', ');

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function fieldsOf(outcome: AnyOutcome): Fields {
  // The cast holds: fields are read by name, and each field is unknown until it is compared.
  const { code, problem, retry, ...others }: Fields = { ...outcome };
  return { ...others, code: code ?? recordOf(problem)['code'], stopped: recordOf(retry)['stopped'] };
}

function recordOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function difference(name: string, expected: unknown, actual: unknown): string {
  if (name === 'data') return `expected other data (bodies are ${unprinted})`;
  return `expected ${name} ${printed(name, expected)}, but it is ${printed(name, actual)}`;
}

const unprinted = 'not printed, they may hold secrets';

function printed(name: string, value: unknown): string {
  if (name === 'data') return `(${unprinted})`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? String(value);
  // In vitest and jest, an asymmetric matcher such as `expect.any(String)` describes itself.
  return 'asymmetricMatch' in value ? String(value) : 'an object';
}

function retriesOf(times: number): string {
  return times === 1 ? '1 retry' : `${times} retries`;
}

/** A result that fails with and without `.not`: under `.not`, a matcher fails when it passes. */
function notAnOutcome(received: unknown, { isNot = false }: MatcherContext): Verdict {
  const promise = typeof received === 'object' && received !== null && 'then' in received;
  const advice = promise
    ? 'it is a promise: await it first'
    : 'give what a client of attachOutcomes, or outcomeOf, resolves to';
  return { pass: isNot, message: () => `expected an outcome; ${advice}` };
}
