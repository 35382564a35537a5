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
 * A console, a test runner and a log print less than 1 kB of the error: the message, the
 * nearest frames of the stack, and the cause. `outcome` has the whole outcome. It is not
 * enumerable, so that nobody prints headers and a body by accident.
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

  /** The name and the message. `toLog` of `axios-outcome/logging` gives more fields. */
  toJSON(): { readonly name: string; readonly message: string } {
    return { name: this.name, message: this.message };
  }

  /** True also for an error of another copy of this library: `import` and `require` each load a copy. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: `this` is the class on the right of `instanceof`, which may be a subclass.
    return isErrorOf(value, this, OutcomeError, 'OutcomeError');
  }
}

/** The most bytes of the message, the frames and the cause. Printers need the rest of 1 kB for their own text. */
const printedBytes = 880;
const messageBytes = 480;

function describe(outcome: AnyOutcome): string {
  const facts = factsOf(outcome);
  const first = `${clip(facts.request, 110)}: ${clip(outcome.kind, 20)}, ${answerOf(facts)}.`;
  const last = clip(nextStep(outcome, facts), 160);
  const said = facts.message && `The server said: ${facts.message.replace(/\.$/, '')}.`;
  const places = facts.places.length > 0 && `Does not fit: ${facts.places.join(', ')}.`;
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

/** The documentation of the code is more exact than the documentation of the status. */
function meaningOf({ kind }: AnyOutcome, { codeRow, row }: Facts): string | undefined {
  // The meaning of a good status does not explain a broken body.
  return codeRow?.meaning('en') || (kind === 'malformed' ? undefined : row?.meaning('en'));
}

function nextStep({ kind, effect }: AnyOutcome, { codeRow, row, task, code }: Facts): string {
  const remedy = codeRow?.remedy('en') || row?.remedy('en');
  if (effect === 'unknown') return remedy ? `${checkFirst} ${remedy}` : checkFirst;
  if (remedy) return remedy;
  if (task !== undefined) return taskAdvice[task.ended];
  // The caller of `unwrap` wants data, and has to read why a good call has no data.
  if (kind === 'empty') return 'There is no data: check `outcome.ok` where a call answers without a body.';
  if (kind === 'malformed' && effect === 'applied') return `The request was carried out. ${advice.malformed}`;
  if (isRefused(kind, code)) return unsentAdvice;
  // Code without types may have made an outcome whose kind does not exist.
  return advice[kind] ?? '';
}

/** The failure of the transport, in short. An outcome that was restored from JSON has lost the message of its cause. */
function causeOf(outcome: AnyOutcome): Error | undefined {
  const { name, message, code } = fieldsOf(fieldsOf(outcome)['cause']);
  const text = clip(oneLine(message), 160);
  if (text === '') return undefined;
  const error = bareError(clip(oneLine(name), 40) || 'Error', text);
  return typeof code === 'string' ? Object.assign(error, { code: clip(oneLine(code), 40) }) : error;
}

/** The stack with only its nearest frames. Some engines have no stack, or a stack without the message. */
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
