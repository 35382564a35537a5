import { type Exchange, fieldsOf, sentConfig } from '../../classify/exchange.js';
import { expect } from '../../semantics/configuration-error.js';
import { printableCause, printableReason } from '../cause.js';
import type { AnyOutcome, Issue, Task } from '../types.js';
import { redactBody } from './fields.js';
import { nothingMore, type Redact, redacted } from './secret-names.js';
import { type Sent, sentSecrets, withoutSecrets } from './sent-secrets.js';
import { redactFailure, redactMessage, redactUrls } from './text.js';

/** Checks the option `redact`. */
export function readRedact(given: unknown, path = 'redact'): Redact {
  if (given === undefined) return nothingMore;
  expect(Array.isArray(given), path, given, 'an array of names, such as ["pan"]');
  for (const [index, name] of given.entries()) {
    expect(typeof name === 'string' && name !== '', `${path}[${index}]`, name, 'a name that is not empty');
  }
  return new Set(given.map((name: string) => name.toLowerCase()));
}

/** The names of both lists. */
export function bothOf(one: Redact, other: Redact): Redact {
  if (one === other || other.size === 0) return one;
  return one.size === 0 ? other : new Set([...one, ...other]);
}

/** An outcome whose parts may still be replaced. */
type Open = { -readonly [Part in keyof AnyOutcome]: AnyOutcome[Part] } & {
  headers?: Record<string, string>;
  data?: unknown;
  problem?: unknown;
  location?: string;
  alternatives?: readonly string[];
  task?: Task;
  issues?: readonly Issue[];
  code?: string;
  cause?: unknown;
  reason?: unknown;
};

/**
 * Takes the secrets out of an outcome, in place: the credentials of its request, wherever the answer
 * quotes them, and the secrets in addresses and messages that are known by their names. The outcome
 * was built a moment ago, and nobody else has it yet.
 */
export function redactSaid(outcome: AnyOutcome, redact: Redact, exchange: Exchange): void {
  // The cast holds: the parts are looked at one by one.
  const open = outcome as Open;
  const sent = sentSecrets(sentConfig(exchange), redact);
  for (const part of ['headers', 'data', 'location', 'alternatives', 'issues'] as const) {
    if (open[part] !== undefined) Object.assign(open, { [part]: withoutSecrets<unknown>(open[part], sent) });
  }
  if (open.location !== undefined) open.location = redactUrls(open.location, redact);
  if (open.alternatives) open.alternatives = open.alternatives.map((url) => redactUrls(url, redact));
  if (open.task) open.task = redactTask(open.task, redact, sent);
  if (open.problem !== undefined) open.problem = redactProblem(open.problem, redact, sent);
  if (open.issues) {
    // An issue with a path comes from a schema. An issue without a path may be what an adapter said.
    const safe = ({ path, message }: Issue) => (path ? redactMessage : redactFailure)(message, redact);
    open.issues = open.issues.map((issue) => ({ ...issue, message: safe(issue) }));
  }
  if ('cause' in open) {
    open.cause = errorWithoutSecrets(printableCause(open.cause, open.code ?? '', redact), sent);
  }
  if ('reason' in open) {
    const reason = printableReason(open.reason, redact);
    open.reason = reason instanceof Error ? errorWithoutSecrets(reason, sent) : withoutSecrets(reason, sent);
  }
}

const maxCauses = 5;

/** Takes the credentials of the request out of an error and its causes. The error is our own copy, so it is changed in place. */
function errorWithoutSecrets(error: Error, sent: Sent, depth = 0): Error {
  for (const part of ['name', 'message', 'stack'] as const) {
    const text = error[part];
    const safe = withoutSecrets(text, sent);
    if (safe !== text) Object.assign(error, { [part]: safe });
  }
  const { cause } = error;
  if (!(cause instanceof Error)) Object.assign(error, cause && { cause: withoutSecrets(cause, sent) });
  else if (depth < maxCauses) errorWithoutSecrets(cause, sent, depth + 1);
  else error.cause = undefined;
  return error;
}

function redactTask(task: Task, redact: Redact, sent: Sent): Task {
  // The token has no secrets. A replaced text would break the token.
  const { token, ...said } = task;
  const { monitor, state, ...rest } = withoutSecrets(said, sent);
  return {
    ...(token === undefined ? {} : { token }),
    ...rest,
    ...(monitor === undefined ? {} : { monitor: redactUrls(monitor, redact) }),
    ...(state === undefined ? {} : { state: redactMessage(state, redact) }),
  };
}

const texts = ['code', 'message', 'requestId', 'title', 'detail', 'type'] as const;

/**
 * The texts of a problem are made to be printed. `details` is the answer itself: only the credentials
 * of the request are taken out of it. A schema may have replaced all of them by anything.
 */
function redactProblem(problem: unknown, redact: Redact, sent: Sent): unknown {
  if (typeof problem !== 'object' || problem === null || !('details' in problem)) {
    return withoutSecrets(problem, sent);
  }
  const { documented, ...said }: { readonly details: unknown; readonly documented?: unknown } = problem;
  const safe = redactTexts(withoutSecrets(said, sent), redact);
  // The row of the catalogue holds nothing of this answer.
  if (documented !== undefined) safe['documented'] = documented;
  const { fields } = safe;
  if (Array.isArray(fields))
    safe['fields'] = Object.freeze(fields.map((field) => Object.freeze(redactTexts(field, redact))));
  return safe;
}

/** A copy in whose texts the secrets are redacted by their names. */
function redactTexts(said: unknown, redact: Redact): Record<string, unknown> {
  const safe: Record<string, unknown> = { ...fieldsOf(said) };
  for (const name of texts) {
    const text = safe[name];
    if (typeof text === 'string') safe[name] = redactCut(text, redact);
  }
  return safe;
}

/** The reader of problems may have cut a text. Half a URL may then be half a password. */
function redactCut(text: string, redact: Redact): string {
  const whole = text.length < 499 ? text : text.replace(/\/\/[^/?#\s]*$/, '//…');
  return redactMessage(whole, redact);
}

/**
 * Redacts the body fields that the caller named: in `data`, and in `problem` with its `details`. The
 * built-in names do not apply to bodies, since the caller asked for the body.
 */
export function redactNamed(outcome: AnyOutcome, redact: Redact): void {
  // The cast holds as above.
  const open = outcome as Open;
  if ('data' in open) open.data = redactBody(open.data, redact);
  if (open.problem !== undefined) {
    const { problem } = open;
    const documented = typeof problem === 'object' && problem !== null && Reflect.get(problem, 'documented');
    const safe = redactBody(problem, redact);
    const keeps = documented && typeof safe === 'object' && safe !== null;
    open.problem = keeps ? { ...safe, documented } : safe;
  }
  if (open.issues === undefined) return;
  open.issues = open.issues.map((issue) => {
    const named = issue.path?.some((step) => redact.has(String(step).toLowerCase()));
    return named ? { ...issue, message: redacted } : issue;
  });
}
