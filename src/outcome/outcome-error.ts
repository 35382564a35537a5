import { advice, checkFirst } from './advice.js';
import { type Facts, factsOf } from './facts.js';
import type { AnyOutcome } from './types.js';

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
  const facts = factsOf(outcome);
  const parts = [`${facts.request}: ${outcome.kind}, ${answerOf(facts)}.`];
  if (facts.message) parts.push(`The server said: ${facts.message.replace(/\.$/, '')}.`);
  // What a good status means is not what a broken body means.
  const meaning = outcome.kind === 'malformed' ? '' : facts.row?.meaning('en');
  if (meaning) parts.push(meaning);
  parts.push(nextStep(outcome));
  return parts.join(' ');
}

function answerOf({ status, code, row }: Facts): string {
  if (status === undefined) return code || 'no answer';
  return `${status} ${row?.name ?? 'not documented'}${code && ` (${code})`}`;
}

function nextStep({ kind, effect }: AnyOutcome): string {
  if (effect === 'unknown') return checkFirst;
  // Who unwraps wants data, and must hear why there is none although the call is good.
  if (kind === 'empty') return 'There is no data: check `outcome.ok` where a call answers without a body.';
  if (kind === 'malformed' && effect === 'applied') return `The request was carried out. ${advice.malformed}`;
  return advice[kind];
}
