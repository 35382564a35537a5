import type { AnyOutcome } from '../types.js';
import { isSecretHeader, nothingMore, type Redact, redacted } from './secret-names.js';
import { redactUrls } from './text.js';

/** What a text without an address or a credential does not have. This is looked for in every header. */
const mayHoldSecret = /[?&#;@]|[Bb](?:earer|asic)\s/;

/** They say which credentials are wanted, and carry none. */
const challenges = new Set(['www-authenticate', 'proxy-authenticate']);

/** Takes out of the headers and the path of an outcome what their names give away, in place. */
export function redactByName(outcome: AnyOutcome, redact: Redact): void {
  const { path } = outcome.request;
  // A path may have parameters too: `/cart;jsessionid=…`.
  const safePath = mayHoldSecret.test(path) ? redactUrls(path, nothingMore) : path;
  if (safePath !== path) Object.assign(outcome, { request: { ...outcome.request, path: safePath } });
  if (!('headers' in outcome)) return;
  // It was built a moment ago, and nobody has it yet.
  const headers = outcome.headers as Record<string, string>;
  for (const name of Object.keys(headers)) {
    const value = headers[name] ?? '';
    let safe = value;
    if (isSecretHeader(name, redact)) safe = redacted;
    else if (!challenges.has(name) && mayHoldSecret.test(value)) safe = redactUrls(value, redact);
    if (safe !== value) headers[name] = safe;
  }
}
