import { fieldsOf } from '../classify/exchange.js';
import { isErrorOf, knownError } from '../semantics/between-copies.js';
import { advice, checkFirst, isRefused, taskAdvice, taskEndings, unsentAdvice } from './advice.js';
import { bareError } from './cause.js';
import { type Facts, factsOf } from './facts.js';
import { oneLine } from './one-line.js';
import { bytesOf, clip } from './short-text.js';
import type { AnyOutcome } from './types.js';

/**
 * Thrown by `unwrap` for an outcome without data. Its message says what happened, why,
 * and what to do next.
 *
 * A console, a test runner and a log print less than 1 kB of it: the message, the
 * nearest frames of the stack, and the cause. The whole outcome is in `outcome`, which is
 * not enumerable, so that nobody prints its headers and body by accident.
 */
export class OutcomeError extends Error {
  override readonly name: string = knownError(this, 'OutcomeError');
  declare readonly outcome: AnyOutcome;

  constructor(outcome: AnyOutcome) {
    const cause = causeOf(outcome);
    super(describe(outcome), cause && { cause });
    const stack = shortStack(this, printedBytes - bytesOf(cause?.stack ?? ''));
    Object.defineProperties(this, {
      outcome: { value: outcome },
      ...(stack === undefined ? {} : { stack: { value: stack, writable: true, configurable: true } }),
    });
  }

  /** Name and message. `toLog` of `axios-outcome/logging` tells more. */
  toJSON(): { readonly name: string; readonly message: string } {
    return { name: this.name, message: this.message };
  }

  /** True also for an error of another copy of this library: `import` and `require` load one each. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: it is the class that was asked, which may extend this one.
    return isErrorOf(value, this, OutcomeError, 'OutcomeError');
  }
}

/** Of a message, its frames and its cause: what is left of 1 kB is what printers put around them. */
const printedBytes = 880;
const messageBytes = 480;

function describe(outcome: AnyOutcome): string {
  const facts = factsOf(outcome);
  const first = `${clip(facts.request, 110)}: ${clip(outcome.kind, 20)}, ${answerOf(facts)}.`;
  const last = clip(nextStep(outcome, facts), 160);
  const said = facts.message && `The server said: ${facts.message.replace(/\.$/, '')}.`;
  const places = facts.places.length > 0 && `Not as promised: ${facts.places.join(', ')}.`;
  const between = [said, places, meaningOf(outcome, facts)].filter(Boolean).join(' ');
  const room = messageBytes - bytesOf(first) - bytesOf(last) - 2;
  return [first, clip(between, room), last].filter(Boolean).join(' ');
}

function answerOf({ status, code, row, task }: Facts): string {
  const more = code && ` (${clip(code, 60)})`;
  if (task !== undefined)
    return `${taskEndings[task.ended]}${task.state && `: ${clip(task.state, 60)}`}${more}`;
  if (status === undefined) return clip(code, 60) || 'no answer';
  return `${status} ${clip(row?.name ?? 'not documented', 60)}${more}`;
}

/** What is documented of the code is nearer to the matter than what is documented of the status. */
function meaningOf({ kind }: AnyOutcome, { codeRow, row }: Facts): string | undefined {
  // What a good status means is not what a broken body means.
  return codeRow?.meaning('en') || (kind === 'malformed' ? undefined : row?.meaning('en'));
}

function nextStep({ kind, effect }: AnyOutcome, { codeRow, row, task, code }: Facts): string {
  const remedy = codeRow?.remedy('en') || row?.remedy('en');
  if (effect === 'unknown') return remedy ? `${checkFirst} ${remedy}` : checkFirst;
  if (remedy) return remedy;
  if (task !== undefined) return taskAdvice[task.ended];
  // Who unwraps wants data, and must hear why there is none although the call is good.
  if (kind === 'empty') return 'There is no data: check `outcome.ok` where a call answers without a body.';
  if (kind === 'malformed' && effect === 'applied') return `The request was carried out. ${advice.malformed}`;
  if (isRefused(kind, code)) return unsentAdvice;
  // Code without types may have made an outcome of a kind that there is not.
  return advice[kind] ?? '';
}

/** The failure of the transport, short: the outcome has it whole. One restored from JSON has lost its message. */
function causeOf(outcome: AnyOutcome): Error | undefined {
  const { name, message, code } = fieldsOf(fieldsOf(outcome)['cause']);
  const text = clip(oneLine(message), 160);
  if (text === '') return undefined;
  const error = bareError(clip(oneLine(name), 40) || 'Error', text);
  return typeof code === 'string' ? Object.assign(error, { code: clip(oneLine(code), 40) }) : error;
}

/** The stack with the nearest frames alone. Not every engine has a stack, nor one that begins with the message. */
function shortStack(error: Error, most: number): string | undefined {
  const { stack, message, name } = error;
  if (typeof stack !== 'string') return undefined;
  const end = stack.indexOf(message) + message.length;
  const hasHeader = stack.includes(message);
  let short = hasHeader ? `${name}: ${message}` : '';
  let bytes = bytesOf(short);
  for (const frame of (hasHeader ? stack.slice(end) : stack).split('\n').filter(Boolean)) {
    bytes += bytesOf(frame) + 1;
    if (bytes > most) break;
    short += short === '' ? frame : `\n${frame}`;
  }
  return short;
}
