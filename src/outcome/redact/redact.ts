import type { Problem } from '../../semantics/catalogue.js';
import { expect } from '../../semantics/configuration-error.js';
import { isSecretHeader, nothingMore, type Redact, redacted } from './secret-names.js';
import { type Sent, withoutSecrets } from './sent-secrets.js';
import { redactMessage, redactUrls } from './text.js';

/** Checks the option `redact` where it is given. */
export function readRedact(given: unknown): Redact {
  if (given === undefined) return nothingMore;
  expect(Array.isArray(given), 'redact', given, 'an array of names');
  for (const [index, name] of given.entries()) {
    expect(typeof name === 'string' && name !== '', `redact[${index}]`, name, 'a name that is not empty');
  }
  return new Set(given.map((name: string) => name.toLowerCase()));
}

/** The names of both. */
export function bothOf(one: Redact, other: Redact): Redact {
  if (one === other || other.size === 0) return one;
  return one.size === 0 ? other : new Set([...one, ...other]);
}

/** They say which credentials are wanted, and carry none. */
const challenges = new Set(['www-authenticate', 'proxy-authenticate']);

/** Takes the secrets out of headers, in place. */
export function redactHeaders(headers: Record<string, string>, redact: Redact): Record<string, string> {
  for (const name of Object.keys(headers)) {
    if (isSecretHeader(name, redact)) headers[name] = redacted;
    else if (!challenges.has(name)) headers[name] = redactUrls(headers[name] ?? '', redact);
  }
  return headers;
}

const texts = ['message', 'title', 'detail', 'type'] as const;

/**
 * Takes the secrets out of the texts of a problem that are there to be printed.
 * `details` is the answer itself: only what the request had `sent` is not quoted.
 */
export function redactProblem(problem: Problem, redact: Redact, sent: Sent): Problem {
  const { documented, ...said } = problem;
  const safe: { -readonly [Name in keyof Problem]: Problem[Name] } = { ...withoutSecrets(said, sent) };
  if (documented !== undefined) safe.documented = documented;
  for (const name of texts) {
    const text = safe[name];
    if (text !== undefined) safe[name] = redactCut(text, redact);
  }
  return safe;
}

/** Where the reader of problems cut a text, half a URL may be half a password. */
function redactCut(text: string, redact: Redact): string {
  const whole = text.length < 499 ? text : text.replace(/\/\/[^/?#\s]*$/, '//…');
  return redactMessage(whole, redact);
}
