import type { Problem } from '../../semantics/catalogue.js';

/**
 * `{ error: { message, type, param, code } }`. In older answers and in those of other vendors,
 * `code` is null for a billing error, and `type` says what happened. Then `type` is the code. The
 * built-in reader reads every other answer.
 */
export function readOpenaiProblem(body: unknown): Omit<Problem, 'details'> | undefined {
  const error = objectIn(body, 'error');
  const type = textIn(error, 'type');
  if (type !== 'insufficient_quota') return undefined;
  const message = textIn(error, 'message');
  const code = textIn(error, 'code') ?? type;
  return { code, type, ...(message === undefined ? {} : { message }) };
}

function objectIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function textIn(value: unknown, name: string): string | undefined {
  const text = objectIn(value, name);
  return typeof text === 'string' && text !== '' ? text : undefined;
}
