import { expect } from '../semantics/configuration-error.js';
import type { Dialect } from '../semantics/dialect.js';

/**
 * Checks a dialect that you wrote, and returns it. Give it to `attachOutcomes` as `delayed: { dialects:
 * [mine] }`. Your dialects are tried before the built-in dialects.
 *
 * @throws ConfigurationError that names the wrong part, its value and what to write instead.
 *
 * @example
 * const jobs = defineDialect({
 *   name: 'acme-job',
 *   start: ({ body }) => (isJob(body) ? { monitor: `/jobs/${body.job}` } : undefined),
 *   read: ({ body }) => (isDone(body) ? { state: 'done', data: body } : { state: 'running' }),
 * });
 */
export function defineDialect(dialect: Dialect): Dialect {
  // Callers without types may pass any value.
  const given: unknown = dialect;
  expect(
    typeof given === 'object' && given !== null,
    'dialect',
    given,
    'an object { name, start, read }, which may also have cancel and isMonitor',
  );
  const { name, start, read, cancel, isMonitor } = dialect;
  expect(
    typeof name === 'string' && /^[\w-]{1,40}$/.test(name),
    'dialect.name',
    name,
    '1 to 40 letters, digits, hyphens or underscores',
  );
  expect(typeof start === 'function', `start of dialect ${name}`, start, 'a function');
  expect(typeof read === 'function', `read of dialect ${name}`, read, 'a function');
  for (const [part, given] of Object.entries({ cancel, isMonitor })) {
    expect(
      given === undefined || typeof given === 'function',
      `${part} of dialect ${name}`,
      given,
      'a function',
    );
  }
  return dialect;
}
