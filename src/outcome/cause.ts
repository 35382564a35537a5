import { fieldsOf } from '../classify/exchange.js';
import { textOf } from '../classify/headers.js';
import type { Redact } from './redact/secret-names.js';
import { redactFailure } from './redact/text.js';

/**
 * Makes an error that is safe to print: it has the name, message and code of the original.
 * An AxiosError itself carries its config, which has every credential of the request.
 */
export function printableCause(error: unknown, code: string, redact: Redact): Error {
  const { message, name } = fieldsOf(error);
  const text = typeof message === 'string' ? redactFailure(message, redact) : code;
  return Object.assign(bareError(typeof name === 'string' ? name : 'Error', text), { code });
}

/** An error with a name and a message, and without a stack of its own. */
export function bareError(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  // The error's own stack would name the place where the outcome is built, which helps nobody.
  error.stack = `${name}: ${message}`;
  return error;
}

/** The reason that the caller gave for an abort, in a form that can be cloned and printed. Without a reason, what the adapter said. */
export function printableReason(error: unknown, redact: Redact): unknown {
  const { config, message } = fieldsOf(error);
  const { signal, cancelToken } = fieldsOf(config);
  const { reason } = fieldsOf(signal);
  if (reason !== undefined && reason !== null) return cloneable(reason);
  // The reason of a cancel token is an error of axios with the caller's message in it.
  const own = fieldsOf(fieldsOf(cancelToken)['reason']).message === message;
  return own || typeof message !== 'string' ? cloneable(message) : redactFailure(message, redact);
}

/** An outcome can be cloned, so each part of it must be cloneable. */
function cloneable(value: unknown): unknown {
  // `abort()` and `AbortSignal.timeout` give a DOMException. Before Node 21, its clone is `{}`.
  if (Object.prototype.toString.call(value) === '[object DOMException]') {
    const { name, message } = fieldsOf(value);
    return bareError(String(name), String(message));
  }
  try {
    return structuredClone(value);
  } catch {
    return textOf(value);
  }
}
