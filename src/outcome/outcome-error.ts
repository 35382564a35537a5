import type { AnyOutcome } from './types.js';

const advice: { readonly [kind: string]: string } = {
  delayed: 'The task is not done yet: follow it.',
  empty: 'There is no data: check `outcome.ok` where a call answers without a body.',
  unmodified: 'Use the cached copy.',
  choices: 'Choose one of `outcome.alternatives`.',
  redirected: 'Ask at `outcome.location`.',
  rejected: 'Change the request before sending it again.',
  unavailable: 'Try again later.',
  failed: 'The server broke; ask its operator.',
  unexpected: 'The catalogue does not document this status: add it with extendCatalogue.',
  malformed: 'The request was carried out, but its answer cannot be used: see `outcome.issues`.',
  unreachable: 'Check the address and the network.',
  cancelled: 'The caller stopped it.',
};

/** Thrown by `unwrap` for an outcome without data. Its message says what, why, and what to do. */
export class OutcomeError extends Error {
  override readonly name: string = 'OutcomeError';
  readonly outcome: AnyOutcome;

  constructor(outcome: AnyOutcome) {
    super(describe(outcome), 'cause' in outcome ? { cause: outcome.cause } : undefined);
    this.outcome = outcome;
  }
}

function describe(outcome: AnyOutcome): string {
  const { request, kind, effect } = outcome;
  const parts = [`${request.method} ${request.path}: ${kind}, ${answerOf(outcome)}.`];
  if ('problem' in outcome && outcome.problem.message)
    parts.push(`The server said: ${outcome.problem.message}.`);
  if ('documented' in outcome && outcome.documented?.meaning) parts.push(outcome.documented.meaning.en);
  const unknown = 'The work may have been done: check before sending it again.';
  parts.push(effect === 'unknown' ? unknown : (advice[kind] ?? ''));
  return parts.join(' ');
}

function answerOf(outcome: AnyOutcome): string {
  if ('code' in outcome) return outcome.code;
  if (!('httpStatus' in outcome)) return 'no answer';
  const code = 'problem' in outcome && outcome.problem.code ? ` (${outcome.problem.code})` : '';
  return `${outcome.httpStatus} ${outcome.documented?.name ?? 'not documented'}${code}`;
}
