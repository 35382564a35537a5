import { isErrorOf, knownError } from '../semantics/between-copies.js';
import { advice, checkFirst, taskAdvice, taskEndings } from './advice.js';
import { type Facts, factsOf } from './facts.js';
import type { AnyOutcome } from './types.js';

/** Thrown by `unwrap` for an outcome without data. Its message says what, why, and what to do. */
export class OutcomeError extends Error {
  override readonly name: string = knownError(this, 'OutcomeError');
  readonly outcome: AnyOutcome;

  constructor(outcome: AnyOutcome) {
    super(describe(outcome), 'cause' in outcome ? { cause: outcome.cause } : undefined);
    this.outcome = outcome;
  }

  /** True also for an error of another copy of this library: \`import\` and \`require\` load one each. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: it is the class that was asked, which may extend this one.
    return isErrorOf(value, this, OutcomeError, 'OutcomeError');
  }
}

function describe(outcome: AnyOutcome): string {
  const facts = factsOf(outcome);
  const parts = [`${facts.request}: ${outcome.kind}, ${answerOf(facts)}.`];
  if (facts.message) parts.push(`The server said: ${facts.message.replace(/\.$/, '')}.`);
  if (facts.places.length > 0) parts.push(`Not as promised: ${facts.places.join(', ')}.`);
  const meaning = meaningOf(outcome, facts);
  return [...parts, ...(meaning ? [meaning] : []), nextStep(outcome, facts)].join(' ');
}

function answerOf({ status, code, row, task }: Facts): string {
  const more = code && ` (${code})`;
  if (task !== undefined) return `${taskEndings[task.ended]}${task.state && `: ${task.state}`}${more}`;
  if (status === undefined) return code || 'no answer';
  return `${status} ${row?.name ?? 'not documented'}${more}`;
}

/** What is documented of the code is nearer to the matter than what is documented of the status. */
function meaningOf({ kind }: AnyOutcome, { codeRow, row }: Facts): string | undefined {
  // What a good status means is not what a broken body means.
  return codeRow?.meaning('en') || (kind === 'malformed' ? undefined : row?.meaning('en'));
}

function nextStep({ kind, effect }: AnyOutcome, { codeRow, row, task }: Facts): string {
  const remedy = codeRow?.remedy('en') || row?.remedy('en');
  if (effect === 'unknown') return remedy ? `${checkFirst} ${remedy}` : checkFirst;
  if (remedy) return remedy;
  if (task !== undefined) return taskAdvice[task.ended];
  // Who unwraps wants data, and must hear why there is none although the call is good.
  if (kind === 'empty') return 'There is no data: check `outcome.ok` where a call answers without a body.';
  if (kind === 'malformed' && effect === 'applied') return `The request was carried out. ${advice.malformed}`;
  return advice[kind];
}
