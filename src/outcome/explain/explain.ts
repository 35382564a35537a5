import { fieldsOf } from '../../classify/exchange.js';
import { expect } from '../../semantics/configuration-error.js';
import { isRefused } from '../advice.js';
import { type Documentation, type Facts, factsOf, type OutcomeLike } from '../facts.js';
import { isOutcome } from '../is-outcome.js';
import { attemptLines, durationOf } from './attempts.js';
import { english } from './en.js';
import type { ExplainTexts } from './texts.js';
import { chinese } from './zh.js';

/** A language that `explain` speaks. */
export type Locale = 'en' | 'zh';

/** Options of {@link explain}. */
export interface ExplainOptions {
  /** Default: `en`. */
  readonly locale?: Locale;
}

const languages: { readonly [L in Locale]: ExplainTexts } = { en: english, zh: chinese };

/**
 * Says in a few lines of plain text what an outcome means: what was asked, what
 * came of it, what the API's documentation says of that and where, what was
 * tried, what happened to the work, and what to do next. It names no header,
 * query or value of a body. What the server said is cut to 200 characters of one
 * line; still, escape the text before it enters a page.
 *
 * @throws ConfigurationError for another locale; TypeError for what is not an outcome.
 *
 * @example
 * const outcome = await kms.post('/v1.0/p/kms/create-key', body);
 * if (!outcome.ok) ticket.write(explain(outcome, { locale: 'zh' }));
 */
export function explain(outcome: OutcomeLike, options: ExplainOptions = {}): string {
  // Callers without types may pass anything, such as the locale itself.
  const given: unknown = options;
  expect(
    typeof given === 'object' && given !== null,
    'the second argument of explain',
    given,
    "an object, such as { locale: 'zh' }",
  );
  const { locale = 'en' } = options;
  expect(Object.hasOwn(languages, locale), 'locale', locale, `one of: ${Object.keys(languages).join(', ')}`);
  if (!isOutcome(outcome))
    throw new TypeError(
      'axios-outcome: explain takes an outcome. To get the outcome of an axios response or error, call outcomeOf first.',
    );

  const texts = languages[locale];
  const facts = factsOf(outcome);
  const { line, labels } = texts;
  const effect = Object.hasOwn(texts.effects, outcome.effect) ? outcome.effect : 'unknown';
  return [
    line(labels.request, facts.request),
    line(labels.outcome, outcomeText(outcome, facts, texts)),
    ...(facts.requestId ? [line(labels.requestId, facts.requestId)] : []),
    ...(facts.message ? [line(labels.message, texts.quote(facts.message))] : []),
    ...(facts.places.length > 0 ? [line(labels.places, texts.list(facts.places))] : []),
    ...documentationLines(facts, locale, texts),
    ...attemptLines(outcome, texts),
    line(labels.effect, texts.effects[effect]),
    line(labels.next, nextText({ ...outcome, effect }, facts, locale, texts)),
  ].join('\n');
}

function outcomeText({ kind }: OutcomeLike, { status, code, row, task }: Facts, texts: ExplainTexts): string {
  if (task !== undefined) {
    const told = texts.withMore(kind, texts.taskEndings[task.ended]);
    return texts.list([told, task.state, code].filter(Boolean));
  }
  const told = texts.withMore(kind, texts.kinds[kind]);
  if (status === undefined) return code ? texts.list([told, code]) : told;
  const named = row?.name ? `${status} ${row.name}` : `${status}`;
  return texts.list([told, code ? texts.withMore(named, code) : named]);
}

/** What is documented of the code is nearer to the matter than what is documented of the status. */
function documentationLines(
  { status, code, row, codeRow, task }: Facts,
  locale: Locale,
  texts: ExplainTexts,
): string[] {
  const { line, documentationOf } = texts;
  const lines: string[] = [];
  if (codeRow !== undefined && code)
    lines.push(line(documentationOf(code), documentationText(codeRow, locale, texts)));
  // The status of a monitor's answer says nothing of the task.
  if (status === undefined || task !== undefined) return lines;
  const text = row === undefined ? texts.noRow : documentationText(row, locale, texts);
  lines.push(line(documentationOf(`${status}`), text));
  return lines;
}

function documentationText(row: Documentation, locale: Locale, texts: ExplainTexts): string {
  const named = row.name ? texts.documentedName(row.name) : texts.noMeaning;
  return texts.sentences([row.meaning(locale) || named, ...(row.source ? [texts.source(row.source)] : [])]);
}

/** The documentation's own advice goes before the kind's, and after a warning. */
function nextText(outcome: OutcomeLike, facts: Facts, locale: Locale, texts: ExplainTexts): string {
  const { row, codeRow, task } = facts;
  const remedy = codeRow?.remedy(locale) || row?.remedy(locale);
  const unknown = outcome.effect === 'unknown';
  const sentences: string[] = unknown ? [texts.checkFirst] : [];
  if (remedy) sentences.push(texts.remedy(remedy));
  else if (!unknown) sentences.push(task ? texts.taskAdvice[task.ended] : adviceFor(outcome, facts, texts));
  return texts.sentences([...sentences, ...serverAsks(outcome, texts)]);
}

function adviceFor({ kind }: OutcomeLike, { code }: Facts, texts: ExplainTexts): string {
  return isRefused(kind, code) ? texts.unsentAdvice : texts.advice[kind];
}

/** When the server wants to be asked again. */
function serverAsks(outcome: OutcomeLike, texts: ExplainTexts): string[] {
  const { retry, task } = fieldsOf(outcome);
  const { retryAt } = fieldsOf(retry);
  const { retryAfterMs } = fieldsOf(task);
  const instant = new Date(typeof retryAt === 'number' ? retryAt : Number.NaN);
  const asks: string[] = [];
  if (!Number.isNaN(instant.getTime())) asks.push(texts.notBefore(instant.toISOString()));
  if (typeof retryAfterMs === 'number') asks.push(texts.lookAgain(durationOf(retryAfterMs, texts)));
  return asks;
}
