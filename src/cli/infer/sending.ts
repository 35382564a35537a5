import { chinese, inSimplified } from './chinese.js';
import { english } from './english.js';
import type { Language } from './language.js';
import type { Vocabulary } from './vocabulary.js';

/** What a row says of sending the same request again, the most cautious first. */
const cautious = ['forbidden', 'changed', 'conditional', 'unknown', 'invited', 'paced'] as const;
export type Says = (typeof cautious)[number];
export type State = 'throttle' | 'busy' | 'passing';

export interface Said {
  readonly says: Says | State;
  /** The very words. */
  readonly words: string;
}

/** What a row says, the most cautious word first, each once; states of the server last. */
export interface Saying {
  readonly again: readonly (Said & { readonly says: Says })[];
  readonly states: readonly (Said & { readonly says: State })[];
}

/** No sentence is longer: what is, is read in pieces. */
const longest = 600;
const [before, behind] = [240, 160];

/** What the texts of a row say of sending its request again. Texts in another language say nothing. */
export function saying(texts: readonly string[], languageOf: (text: string) => Language): Saying {
  const again: (Said & { readonly says: Says })[] = [];
  const states: (Said & { readonly says: State })[] = [];
  let asked: string | undefined;
  for (const text of texts) {
    const language = languageOf(text);
    if (language === 'other') continue;
    const vocabulary = language === 'zh' ? chinese : english;
    for (const sentence of sentencesOf(text)) {
      const plain = withoutIdle(inSimplified(sentence), vocabulary);
      const said = mentions(plain, vocabulary, asked).map((each) => ({ ...each, words: each.words.trim() }));
      again.push(...said);
      states.push(...statesIn(plain, vocabulary));
      if (vocabulary.lasting.test(plain))
        again.push({ says: 'forbidden', words: vocabulary.lasting.exec(plain)?.[0] ?? '' });
      if (said.length === 0) asked ??= orderIn(plain, vocabulary);
    }
  }
  const distinct = again.filter(({ says }, at) => again.findIndex((other) => other.says === says) === at);
  return {
    again: distinct.sort((a, b) => cautious.indexOf(a.says) - cautious.indexOf(b.says)),
    states: states.filter(({ says }, at) => states.findIndex((other) => other.says === says) === at),
  };
}

export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|[;。；！？\n]+/)
    .flatMap((sentence) => sentence.match(new RegExp(`.{1,${longest}}`, 'gsu')) ?? [])
    .filter((sentence) => sentence.trim() !== '');
}

/** In their places: blanks for what is read over. */
function withoutIdle(sentence: string, { idle }: Vocabulary): string {
  return sentence.replace(new RegExp(idle, 'giu'), (words) => ' '.repeat(words.length));
}

function mentions(
  sentence: string,
  vocabulary: Vocabulary,
  asked: string | undefined,
): (Said & { readonly says: Says })[] {
  return [...sentence.matchAll(new RegExp(vocabulary.again, 'giu'))].flatMap(({ 0: words, index }) => {
    const end = index + words.length;
    const marked = `${sentence.slice(Math.max(0, index - before), index)}⟦${words}⟧${sentence.slice(end, end + behind)}`;
    return judge(marked, words, vocabulary, asked) ?? [];
  });
}

/** The one decision: what a sentence says of sending again, where it speaks of it. */
function judge(
  marked: string,
  words: string,
  vocabulary: Vocabulary,
  asked: string | undefined,
): (Said & { readonly says: Says }) | undefined {
  const { thing, persists, not, haste, condition, invites, or } = vocabulary;
  const whole = unmarked(marked);
  if (thing.test(marked) || persists.test(marked)) return undefined;
  const negated = not.exec(marked)?.[0];
  if (negated !== undefined)
    return haste.test(marked)
      ? { says: 'paced', words: whole }
      : { says: 'forbidden', words: unmarked(negated) };
  const order = changeIn(marked, vocabulary) ?? (or.test(marked) ? undefined : asked);
  if (order !== undefined) return { says: 'changed', words: order };
  if (condition.test(marked)) return { says: 'conditional', words: whole };
  return invites.test(marked) ? { says: 'invited', words } : { says: 'unknown', words: whole };
}

/** What must be done before the request is sent again, in the words of the same sentence. */
function changeIn(marked: string, { change, clause, or, joined, pacing, statement, order }: Vocabulary) {
  if (change.test(marked)) return unmarked(marked);
  if (or.test(marked)) return undefined;
  const until = unmarked(marked.slice(0, marked.indexOf('⟧') + 1));
  const clauses = clausesOf(marked.slice(0, marked.indexOf('⟦')), clause);
  const asks = (each: string): boolean => order.test(each) && !pacing.test(each);
  if (clauses.some(asks)) return until;
  const last = clauses.at(-1);
  const isStep = last !== undefined && !pacing.test(last) && !statement.test(last);
  return joined.test(marked) && isStep ? until : undefined;
}

/** A sentence of its own that asks for a change, unconditionally. */
function orderIn(sentence: string, { clause, order, pacing, condition }: Vocabulary): string | undefined {
  if (condition.test(`${sentence}⟦⟧`)) return undefined;
  return clausesOf(sentence, clause).find((each) => order.test(each) && !pacing.test(each));
}

function clausesOf(sentence: string, clause: RegExp): string[] {
  return sentence
    .split(clause)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Said of how things are now; "if it is only temporarily so" says nothing. */
function statesIn(sentence: string, { states, condition }: Vocabulary): (Said & { readonly says: State })[] {
  return (['throttle', 'busy', 'passing'] as const).flatMap((says) => {
    const found = states[says].exec(sentence);
    if (found === null || condition.test(`${sentence.slice(0, found.index)}⟦`)) return [];
    return { says, words: found[0].trim() };
  });
}

function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/g, '').replace(/\s+/g, ' ').trim();
}
