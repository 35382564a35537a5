import { fieldsOf } from '../classify/exchange.js';
import { textOf } from '../classify/headers.js';
import type { Redact } from './redact/secret-names.js';
import { redactFailure } from './redact/text.js';

/**
 * An error that is safe to print: name, message and code of the original. An
 * AxiosError carries its config, and with it every credential of the request.
 */
export function printableCause(error: unknown, code: string, redact: Redact): Error {
  const { message, name } = fieldsOf(error);
  const text = typeof message === 'string' ? redactFailure(message, redact) : code;
  return Object.assign(bareError(typeof name === 'string' ? name : 'Error', text), { code });
}

/** An error that is its name and message, and nothing else. */
export function bareError(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  // Its own would name the place where the outcome is built, which helps nobody.
  error.stack = `${name}: ${message}`;
  return error;
}

/** A reason that a caller gave, in a form that can be cloned and printed; else what the adapter said. */
export function printableReason(error: unknown, redact: Redact): unknown {
  const { config, message } = fieldsOf(error);
  const { signal, cancelToken } = fieldsOf(config);
  const { reason } = fieldsOf(signal);
  if (reason !== undefined && reason !== null) return cloneable(reason);
  // A cancel token's reason is axios's error around the caller's own message.
  const own = fieldsOf(fieldsOf(cancelToken)['reason']).message === message;
  return own || typeof message !== 'string' ? cloneable(message) : redactFailure(message, redact);
}

/** An outcome can be cloned, so what it holds can. */
function cloneable(value: unknown): unknown {
  // What `abort()` and `AbortSignal.timeout` give: before Node 21, a clone of it is `{}`.
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
