import type { Exchange } from '../classify/exchange.js';
import { redactNamed, redactSaid } from './redact/redact.js';
import { isSecretHeader, nothingMore, type Redact, redacted } from './redact/secret-names.js';
import { redactUrls } from './redact/text.js';
import type { AnyOutcome, AnyResponses } from './types.js';
import { validateOutcome } from './validate.js';

/** The settings that `finish` needs. */
export interface Finishing {
  /** The schemas of the bodies, by status. */
  readonly responses: AnyResponses;
  /** The names that the caller added with the option `redact`. */
  readonly redact: Redact;
}

/** Characters and words without which a text has no address and no credential. Every header is searched for them. */
const mayHoldSecret = /[?&#;@]|[Bb](?:earer|asic)\s/;

/** These headers say which credentials the server wants. They carry no credential. */
const challenges = new Set(['www-authenticate', 'proxy-authenticate']);

/**
 * Finishes every outcome before it leaves the library: checks its body by the schemas, takes
 * its secrets out, and freezes it. `exchange` has the config of the request, because an answer
 * may quote the credentials of the request. Without a schema the outcome is finished at once.
 *
 * It rejects with the error that a schema threw, since that is a bug in the schema.
 */
export function finish(
  built: AnyOutcome,
  exchange: Exchange,
  finishing: Finishing,
): AnyOutcome | Promise<AnyOutcome> {
  const { responses, redact } = finishing;
  if (Object.keys(responses).length === 0) return close(built, exchange, redact);
  return validateOutcome(built, responses).then((outcome) => close(outcome, exchange, redact));
}

function close(outcome: AnyOutcome, exchange: Exchange, redact: Redact): AnyOutcome {
  const { kind } = outcome;
  const isPlain = kind === 'success' || kind === 'empty' || kind === 'unmodified';
  // Secrets are replaced by value first. If a name replaced a part of a secret, the rest of it would not be found any more.
  if (!isPlain) redactSaid(outcome, redact, exchange);
  redactByName(outcome, redact);
  if (redact.size > 0) redactNamed(outcome, redact);
  for (const attempt of outcome.attempts) Object.freeze(attempt);
  Object.freeze(outcome.attempts);
  Object.freeze(outcome.request);
  if ('headers' in outcome) Object.freeze(outcome.headers);
  if ('documented' in outcome && !Object.isFrozen(outcome.documented)) freezeRow(outcome.documented);
  if (!outcome.ok || outcome.kind === 'delayed') freezeParts(outcome);
  return Object.freeze(outcome);
}

/** Redacts the headers and the path of an outcome by their names, in place. */
function redactByName(outcome: AnyOutcome, redact: Redact): void {
  const { path } = outcome.request;
  // A path may have parameters too: `/cart;jsessionid=…`.
  const safePath = mayHoldSecret.test(path) ? redactUrls(path, nothingMore) : path;
  if (safePath !== path) Object.assign(outcome, { request: { ...outcome.request, path: safePath } });
  if (!('headers' in outcome)) return;
  // The outcome was built a moment ago, and nobody else has it yet.
  const headers = outcome.headers as Record<string, string>;
  for (const name of Object.keys(headers)) {
    const value = headers[name] ?? '';
    let safe = value;
    if (isSecretHeader(name, redact)) safe = redacted;
    else if (!challenges.has(name) && mayHoldSecret.test(value)) safe = redactUrls(value, redact);
    if (safe !== value) headers[name] = safe;
  }
}

/** Freezes rows too, since an outcome shares the rows of its catalogue. */
function freezeRow(row: object | undefined): void {
  for (const part of Object.values(row ?? {})) Object.freeze(part);
  Object.freeze(row);
}

function freezeParts(outcome: AnyOutcome): void {
  if ('retry' in outcome) Object.freeze(outcome.retry);
  if ('task' in outcome) Object.freeze(outcome.task);
  if ('alternatives' in outcome) Object.freeze(outcome.alternatives);
  if ('problem' in outcome) Object.freeze(outcome.problem);
  if ('issues' in outcome) for (const issue of Object.freeze(outcome.issues)) Object.freeze(issue);
}
