import { fieldsOf } from '../classify/exchange.js';

/**
 * An error that is safe to print: name, message and code of the original. An
 * AxiosError carries its config, and with it every credential of the request.
 */
export function printableCause(error: unknown, code: string): Error {
  const { message, name } = fieldsOf(error);
  const cause = new Error(typeof message === 'string' ? withoutSecrets(message) : code);
  cause.name = typeof name === 'string' ? name : 'Error';
  // Ours would name the place where the outcome is built, which helps nobody.
  cause.stack = `${cause.name}: ${cause.message}`;
  return Object.assign(cause, { code });
}

/** A reason that a caller gave, in a form that can be cloned and printed. */
export function printableReason(error: unknown): unknown {
  const { config, message } = fieldsOf(error);
  const signal =
    typeof config === 'object' && config !== null && 'signal' in config ? config.signal : undefined;
  const reason =
    typeof signal === 'object' && signal !== null && 'reason' in signal ? signal.reason : undefined;
  if (typeof reason === 'function' || typeof reason === 'symbol') return String(reason);
  return reason ?? message;
}

/** Queries and user names in the URLs of a message may be secrets. */
function withoutSecrets(message: string): string {
  return message
    .slice(0, 1000)
    .replace(/\?[^\s'")]*/g, '?…')
    .replace(/\/\/[^/@\s]*@/g, '//…@');
}
