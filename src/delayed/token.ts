import { fieldsOf } from '../classify/exchange.js';
import { isErrorOf, knownError } from '../semantics/between-copies.js';
import type { TaskLink } from '../semantics/dialect.js';
import { originOfAddress, parseAddress, resolveAddress } from './origin.js';

/** A token cannot be used. The message says why. */
export class TokenError extends TypeError {
  override readonly name: string = knownError(this, 'TokenError');

  /** True also for an error of another copy of this library. `import` and `require` load one copy each. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: it is the class that was asked, which may extend this one.
    return isErrorOf(value, this, TokenError, 'TokenError');
  }
}

/** Everything that another process needs to follow a task. */
export interface TaskRecord {
  readonly dialect: string;
  /** Method and path of the request that started the task. */
  readonly method: string;
  readonly path: string;
  /** The origin of that request. */
  readonly origin: string;
  readonly link: TaskLink;
  /** The query parameters that the token leaves out, since they may be secrets. */
  readonly removed?: Removed;
}

/** Names of query parameters, by the address from which they were removed. */
export interface Removed {
  readonly monitor?: readonly string[];
  readonly result?: readonly string[];
}

const version = 1;
const maxTokenLength = 8_000;

/**
 * Makes the token of a task: versioned JSON below 8 kB, without credentials and bodies. Undefined if the
 * addresses are too long.
 */
export function writeToken({
  dialect,
  method,
  path,
  origin,
  link: { monitor, result },
  removed,
}: TaskRecord): string | undefined {
  const fields = {
    ...{ dialect, method, path, origin, monitor },
    ...(result === undefined ? {} : { result }),
    ...(removed === undefined ? {} : { removed }),
  };
  const token = JSON.stringify({ version, ...fields, check: checksum(fields) });
  return token.length > maxTokenLength ? undefined : token;
}

/**
 * Reads a token. The checksum finds a token that was cut or edited. It is not a signature, so the rules
 * for origins also apply to a restored token.
 *
 * @throws TokenError that says whether the token is malformed, of another version, or changed.
 */
export function readToken(token: unknown): TaskRecord {
  const fields = parse(token);
  if (fields['version'] !== version) {
    throw new TokenError(
      `axios-outcome: this token has version ${say(fields['version'])}, but this library reads version ${version}. Use the version of axios-outcome that made the token.`,
    );
  }
  const { version: _, check, ...rest } = fields;
  const { dialect, method, path, origin, monitor, result, removed } = rest;
  if (
    !isText(dialect) ||
    !isText(method) ||
    !isText(path) ||
    !isText(origin) ||
    !isText(monitor) ||
    !(result === undefined || isText(result)) ||
    !(removed === undefined || isRemoved(removed))
  ) {
    throw new TokenError(
      'axios-outcome: this token is malformed: a field is missing or is not a text. Write the whole text of outcome.task.token.',
    );
  }
  if (check !== checksum(rest)) {
    throw new TokenError(
      'axios-outcome: this token was changed after it was made. Store and send it unchanged.',
    );
  }
  if (originOfAddress(origin) !== origin) {
    throw new TokenError('axios-outcome: this token is malformed: its origin is not an http or https origin');
  }
  const cut = removed === undefined ? {} : { removed };
  return { dialect, method, path, origin, link: linkOf(monitor, result), ...cut };
}

function linkOf(monitor: string, result: string | undefined): TaskLink {
  return { monitor: addressOf(monitor), ...(result === undefined ? {} : { result: addressOf(result) }) };
}

/** Checks an address of the token. The checksum is not a signature, so anyone may have written the address. */
function addressOf(text: string): string {
  const address = parseAddress(text) && resolveAddress(text, text);
  if (address === undefined) {
    throw new TokenError('axios-outcome: this token is malformed: its address is not an http or https URL');
  }
  return address;
}

function parse(token: unknown): Readonly<Record<string, unknown>> {
  const text = isText(token) && token.length <= maxTokenLength ? token : undefined;
  if (text === undefined)
    throw new TokenError(
      'axios-outcome: a token is a text of up to 8,000 characters. Write the text of outcome.task.token.',
    );
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      // Each field has the type `unknown`.
      return value as Readonly<Record<string, unknown>>;
    }
  } catch {
    // The error is thrown below.
  }
  throw new TokenError(
    'axios-outcome: this token is malformed: it is not a JSON object. Write the whole text of outcome.task.token.',
  );
}

/** FNV-1a over the fields, in the order of their names. */
function checksum(fields: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function isRemoved(value: unknown): value is Removed {
  const { monitor = [], result = [] } = fieldsOf(value);
  if (typeof value !== 'object') return false;
  return [monitor, result].every((names) => Array.isArray(names) && names.every(isText));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function say(value: unknown): string {
  return typeof value === 'number' ? String(value) : 'unknown';
}
