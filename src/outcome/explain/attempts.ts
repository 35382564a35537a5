import { fieldsOf } from '../../classify/exchange.js';
import type { OutcomeLike } from '../facts.js';
import { oneLine } from '../one-line.js';
import type { ExplainTexts, TranslatedReasons } from './texts.js';

/** Attempts told from each end of a long list; a ticket has no use for a hundred of them. */
const toldPerEnd = 10;

/** What was tried: how often, and a line for each attempt. */
export function attemptLines(outcome: OutcomeLike, texts: ExplainTexts): string[] {
  const { attempts } = outcome;
  const count = attempts.length === 0 ? texts.nothingSent : texts.attemptCount(attempts.length);
  const stopped = stoppedOf(outcome);
  const told = stopped ? texts.list([count, texts.stopped(stopped)]) : count;
  const head = texts.line(texts.labels.attempts, told);
  const lines = attempts.map((_, index) => `  ${attemptText(outcome, index, texts)}`);
  const leftOut = lines.length - 2 * toldPerEnd;
  if (leftOut > 0) lines.splice(toldPerEnd, leftOut, `  ${texts.attemptsLeftOut(leftOut)}`);
  return [head, ...lines];
}

function attemptText(outcome: OutcomeLike, index: number, texts: ExplainTexts): string {
  const { status, code, waitedMs, tookMs } = fieldsOf(outcome.attempts[index]);
  const end = [oneLine(status), oneLine(code)].filter(Boolean).join(' ') || texts.noAnswer;
  const timing = texts.attemptTiming(durationOf(waitedMs, texts), durationOf(tookMs, texts));
  const told = `${index + 1}. ${texts.withMore(end, timing)}`;
  const reason = reasonOf(outcome, index, texts.reasons);
  return reason ? texts.line(told, reason) : told;
}

function reasonOf(outcome: OutcomeLike, index: number, reasons: TranslatedReasons | undefined): string {
  const because = oneLine(fieldsOf(outcome.attempts[index])['because']);
  if (reasons === undefined) return because;
  const exactly = ownText(reasons.exactly, because);
  if (exactly !== undefined) return exactly;
  if (index + 1 < outcome.attempts.length) return reasons.followed;
  return ownText(reasons.stopped, stoppedOf(outcome)) ?? reasons.notFollowed;
}

/** The outcome's own word, where its kind has one. */
function stoppedOf(outcome: OutcomeLike): string {
  return oneLine(fieldsOf(fieldsOf(outcome)['retry'])['stopped']);
}

function ownText(texts: { readonly [key: string]: string }, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** Milliseconds as a person reads them. */
export function durationOf(ms: unknown, texts: ExplainTexts): string {
  if (typeof ms !== 'number' || !Number.isFinite(ms)) return '?';
  if (Math.abs(ms) < 1000) return texts.milliseconds(`${Math.round(ms)}`);
  return texts.seconds(`${Math.round(ms / 100) / 10}`);
}
