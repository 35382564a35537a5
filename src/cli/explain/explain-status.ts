import type { Assessment } from '../../classify/assessment.js';
import { classify } from '../../classify/classify.js';
import { effectOf } from '../../outcome/build.js';
import { durationOf } from '../../outcome/explain/attempts.js';
import { decide, type Stopped } from '../../retry/decide.js';
import { documentedHint, type Hint } from '../../retry/hint.js';
import { clientPolicy, type RetryPolicy } from '../../retry/policy.js';
import {
  evidenceOf,
  isIdempotentMethod,
  type Repeatability,
  repeatabilityOf,
  safetyTable,
} from '../../retry/safety.js';
import type { Catalogue, CodeEntry } from '../../semantics/catalogue.js';
import { type CommandTexts, commandTexts } from './texts.js';

export interface Question {
  readonly status: number;
  readonly code?: string | undefined;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly locale: 'en' | 'zh';
}

/** The documented meaning of an answer, whether and when it is sent again, and what to do: lines of text. */
export function explainStatus(question: Question, catalogue: Catalogue): string {
  const texts = commandTexts[question.locale];
  const { line, labels } = texts;
  const assessment = assessAnswer(question.status, question.code, catalogue);
  return [
    line(texts.status, statusText(question, assessment, catalogue, texts)),
    ...meaningLines(question, assessment, texts),
    line(labels.outcome, outcomeText(assessment, texts)),
    line(texts.retry, texts.retryability[assessment.retry]),
    ...retryLines(question, assessment, catalogue, texts),
    ...effectLines(question, assessment, texts),
    line(labels.next, nextText(question, assessment, texts)),
  ].join('\n');
}

function statusText(
  { status, code }: Question,
  { documented }: Assessment,
  catalogue: Catalogue,
  texts: CommandTexts,
): string {
  const named = [status, documented?.name].filter((part) => part !== undefined).join(' ');
  return texts.list([texts.withMore(code === undefined ? named : `${named} ${code}`, catalogue.name)]);
}

function meaningLines(
  { status, code, locale }: Question,
  { documented, problem }: Assessment,
  texts: CommandTexts,
): string[] {
  const lines = (
    about: string,
    row: { meaning?: CodeEntry['meaning']; source: string } | undefined,
  ): string => {
    if (row === undefined) return texts.line(texts.documentationOf(about), texts.noRow);
    return texts.line(
      texts.documentationOf(about),
      texts.sentences([row.meaning?.[locale] ?? texts.noMeaning, texts.source(row.source)]),
    );
  };
  return [...(code === undefined ? [] : [lines(code, problem?.documented)]), lines(`${status}`, documented)];
}

function outcomeText({ kind, documented }: Assessment, texts: CommandTexts): string {
  const others = (documented?.or ?? []).filter((other) => other !== kind);
  return texts.list([
    texts.withMore(kind, texts.kinds[kind]),
    ...(others.length > 0 ? [texts.or(others.join(', '))] : []),
  ]);
}

/** A line for each way of asking that the decision tells apart, or for the one that was named. */
function retryLines(
  question: Question,
  assessment: Assessment,
  catalogue: Catalogue,
  texts: CommandTexts,
): string[] {
  if (question.status < 400) return [];
  const policy = clientPolicy(undefined, catalogue);
  const hint: Hint | undefined =
    question.retryAfterMs === undefined
      ? undefined
      : { afterMs: question.retryAfterMs, header: 'retry-after' };
  const lines = waysOf(question, catalogue, texts).flatMap(([way, repeatability]) => {
    const told = [
      `  ${texts.line(way, foresightText(foresee(assessment, repeatability, hint, policy), texts))}`,
    ];
    return hint === undefined
      ? [...told, ...hintedLine(way, repeatability, assessment, policy, texts)]
      : told;
  });
  return [
    ...lines,
    ...(assessment.reauthenticate || question.status === 401 ? [`  ${texts.reauthenticate}`] : []),
  ];
}

function waysOf(
  { method, path = '' }: Question,
  catalogue: Catalogue,
  texts: CommandTexts,
): [string, Repeatability][] {
  if (method === undefined) {
    return [
      ['GET HEAD OPTIONS PUT DELETE', 'repeatable'],
      ['POST PATCH', 'once'],
      [texts.keyed('POST PATCH'), 'keyed'],
    ];
  }
  const told = `${method} ${path}`.trim();
  const own: [string, Repeatability] = [told, repeatabilityOf(method, path, catalogue, false)];
  return isIdempotentMethod(method) || own[1] === 'repeatable' ? [own] : [own, [texts.keyed(told), 'keyed']];
}

/** What a Retry-After would change, if anything. */
function hintedLine(
  way: string,
  repeatability: Repeatability,
  assessment: Assessment,
  policy: RetryPolicy,
  texts: CommandTexts,
): string[] {
  const without = foresee(assessment, repeatability, undefined, policy);
  const hinted = foresee(assessment, repeatability, { afterMs: 1000, header: 'retry-after' }, policy);
  if (without.waitsMs.length > 0 || hinted.waitsMs.length === 0) return [];
  return [`  ${texts.line(texts.withMore(way, 'Retry-After: 1'), foresightText(hinted, texts))}`];
}

function foresightText({ waitsMs, asked, stopped, because }: Foresight, texts: CommandTexts): string {
  // `because` is English; another language has its own words for each way to stop.
  const why = texts.reasons?.stopped[stopped] ?? because;
  if (waitsMs.length === 0) return texts.noRetry(why);
  const waits = texts.list(waitsMs.map((wait) => durationOf(wait, texts)));
  return texts.retried(waitsMs.length, waits, asked, why);
}

function effectLines({ method }: Question, { kind, processed }: Assessment, texts: CommandTexts): string[] {
  if (method === undefined) return [];
  return [texts.line(texts.labels.effect, texts.effects[effectOf(kind, processed, method)])];
}

function nextText(
  { method, locale }: Question,
  { kind, processed, documented, problem }: Assessment,
  texts: CommandTexts,
): string {
  const unknown = method !== undefined && effectOf(kind, processed, method) === 'unknown';
  const remedy = problem?.documented?.remedy?.[locale];
  const parts: string[] = unknown ? [texts.checkFirst] : [];
  if (remedy !== undefined) parts.push(texts.remedy(remedy));
  else if (!unknown)
    parts.push(texts.advice[documented === undefined && kind === 'unexpected' ? 'unexpected' : kind]);
  return texts.sentences(parts);
}

/** What the client itself makes of an answer with this status, and this error code in its body. */
export function assessAnswer(status: number, code: string | undefined, catalogue: Catalogue): Assessment {
  // The code stands in no body here, so the catalogue is told to find it in any.
  const reading = code === undefined ? catalogue : { ...catalogue, readProblem: () => ({ code }) };
  const data = code === undefined ? undefined : { code };
  return classify({ response: { status, headers: {}, data } }, reading);
}

/** What the client would do if every attempt got this answer. */
export interface Foresight {
  /** The wait before each retry, in milliseconds; empty without a retry. */
  readonly waitsMs: readonly number[];
  /** True if the server or the catalogue asked for these waits: they are minimums. Otherwise they are maximums. */
  readonly asked: boolean;
  readonly stopped: Stopped;
  /** Why no further attempt is made. */
  readonly because: string;
}

/** Asks the client's own decision, once for each attempt, until it says no. */
export function foresee(
  assessment: Assessment,
  repeatability: Repeatability,
  hint: Hint | undefined,
  policy: RetryPolicy,
): Foresight {
  const waitsMs: number[] = [];
  const asked = (hint ?? documentedHint(assessment, 0)) !== undefined;
  const onces = safetyTable[evidenceOf(assessment)][repeatability] === 'once';
  for (let retriesMade = 0; ; retriesMade++) {
    const situation = {
      assessment,
      repeatability,
      bodyReplayable: true,
      retriesMade,
      singleRetriesMade: onces ? retriesMade : 0,
      hint: hint ?? documentedHint(assessment, retriesMade),
      serverVeto: false,
      userSays: undefined,
      elapsedMs: 0,
    };
    // A random wait is foreseen at its longest, a wait that the server asked for at its shortest.
    const decision = decide(situation, policy, () => (asked ? 0 : 1));
    if (!decision.again) return { waitsMs, asked, stopped: decision.stopped, because: decision.because };
    waitsMs.push(decision.waitMs);
  }
}
