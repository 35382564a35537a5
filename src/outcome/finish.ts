import type { Exchange } from '../classify/exchange.js';
import { redactNamed, redactSaid } from './redact/redact.js';
import { isSecretHeader, nothingMore, type Redact, redacted } from './redact/secret-names.js';
import { redactUrls } from './redact/text.js';
import type { AnyOutcome, AnyResponses } from './types.js';
import { validateOutcome } from './validate.js';

/** What an outcome is finished by. */
export interface Finishing {
  /** What bodies look like, by status. */
  readonly responses: AnyResponses;
  /** More names that the outcome must not carry. */
  readonly redact: Redact;
}

/** What a text without an address or a credential does not have. This is looked for in every header. */
const mayHoldSecret = /[?&#;@]|[Bb](?:earer|asic)\s/;

/** They say which credentials are wanted, and carry none. */
const challenges = new Set(['www-authenticate', 'proxy-authenticate']);

/**
 * The one door through which every outcome leaves: its body is checked by the schemas, its
 * secrets are taken out, and it is frozen. `exchange` has the config of its request,
 * whose credentials an answer may quote. Without a schema it is finished at once.
 *
 * It rejects with what a schema throws, which is a bug in the schema.
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
  // By value first: what a name gives away may be a part of it, whose rest would not be found.
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

/** Takes out of the headers and the path of an outcome what their names give away, in place. */
function redactByName(outcome: AnyOutcome, redact: Redact): void {
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

/** Rows of a catalogue become part of outcomes. */
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
