import { type Language, languageOf, plain, type Vocabulary, vocabularies } from './vocabulary.js';

/** What a row says of sending the same request again, the most cautious first; then states of the server. */
const order = [
  'forbidden',
  'changed',
  'conditional',
  'unknown',
  'unanswered',
  'invited',
  'throttle',
  'busy',
  'passing',
] as const;

export interface Said {
  readonly says: (typeof order)[number];
  readonly words: string;
}

/** What a row says in words, and in a column about retrying (`none`: its cell is empty). */
export interface Words {
  readonly texts: readonly string[];
  readonly answer?: Said | 'none';
  readonly languageOf: (text: string) => Language;
}

export interface Saying {
  /** The word that decides: the column's, where there is one, else the most cautious of the row. */
  readonly word: Said | undefined;
  readonly byColumn: boolean;
  /** The row also says otherwise. */
  readonly isOpposed: boolean;
  /** The server is busy, throttles, or has a fault that passes. */
  readonly states: readonly Said[];
  /** Words in another language than English and Chinese. */
  readonly isUnread: boolean;
}

/** A longer sentence is read in pieces. So many characters before and after a word decide what is said of it. */
const [longest, ahead, behind] = [600, 240, 160];

/** What a row says of sending its request again. Texts in another language say nothing. */
export function saying({ texts, answer, languageOf }: Words): Saying {
  const said: Said[] = answer === 'none' ? [{ says: 'unanswered', words: '' }] : [];
  let asked: string | undefined;
  for (const text of texts) {
    const language = languageOf(text);
    if (language === 'other') continue;
    const vocabulary = vocabularies[language];
    for (const sentence of sentencesOf(text, vocabulary)) {
      const mentioned = mentions(sentence, vocabulary, asked);
      const lasts = vocabulary.lasting.exec(sentence)?.[0];
      said.push(...mentioned, ...statesIn(sentence, vocabulary));
      if (lasts !== undefined) said.push({ says: 'forbidden', words: lasts });
      if (mentioned.length === 0) asked ??= orderIn(sentence, vocabulary);
    }
  }
  const each = order.flatMap((says) => said.find((other) => other.says === says) ?? []);
  const states = each.filter(({ says }) => isState(says));
  const again = each.filter(({ says }) => !isState(says));
  const [first] = again;
  const column = answer === 'none' ? undefined : answer;
  const isOutweighed =
    column?.says === 'invited' && (first?.says === 'forbidden' || first?.says === 'changed');
  const byColumn = column !== undefined && !isOutweighed;
  const isInviting = states.length > 0 || again.some(({ says }) => says === 'invited');
  return {
    word: byColumn ? column : first,
    byColumn,
    isOpposed: isOutweighed || (!byColumn && isInviting),
    states,
    isUnread: answer === undefined && texts.some((text) => languageOf(text) === 'other'),
  };
}

function isState(says: Said['says']): boolean {
  return says === 'throttle' || says === 'busy' || says === 'passing';
}

/** Sentences in simplified characters. Blanks replace the words that are ignored. */
function sentencesOf(text: string, { idle, goesOn }: Vocabulary): string[] {
  const sentences: string[] = [];
  for (const sentence of plain(text)
    .replace(/[^\S\n]+/g, ' ')
    .split(/(?<=[.!?])\s+|(?<=？)|[;。；！\n]+/)) {
    const above = goesOn.test(sentence) ? sentences.pop() : undefined;
    sentences.push(above === undefined ? sentence : `${above.replace(/[.!]$/, '')}, ${sentence}`);
  }
  return sentences
    .flatMap((sentence) => sentence.match(new RegExp(`.{1,${longest}}`, 'gsu')) ?? [])
    .map((sentence) => sentence.replace(idle, (words) => ' '.repeat(words.length)));
}

function mentions(sentence: string, vocabulary: Vocabulary, asked: string | undefined): Said[] {
  return [...sentence.matchAll(vocabulary.again)].flatMap(({ 0: words, index }) => {
    const end = index + words.length;
    const marked = `${sentence.slice(Math.max(0, index - ahead), index)}⟦${words}⟧${sentence.slice(end, end + behind)}`;
    return judge(marked, words, vocabulary, asked) ?? [];
  });
}

/** The only decision about a mention of sending again: what does its sentence say? */
function judge(
  marked: string,
  words: string,
  vocabulary: Vocabulary,
  asked: string | undefined,
): Said | undefined {
  const { asks, thing, persists, not, haste, condition, or } = vocabulary;
  const whole = unmarked(marked);
  if (thing.test(marked) || persists.test(marked)) return undefined;
  const negated = not.exec(marked)?.[0];
  // Only haste is forbidden, not the retry.
  if (negated !== undefined && haste.test(marked)) return undefined;
  if (negated !== undefined) return { says: 'forbidden', words: unmarked(negated) };
  const change = changeIn(marked, vocabulary) ?? (or.test(marked) ? undefined : asked);
  if (change !== undefined) return { says: 'changed', words: change };
  if (condition.test(marked)) return { says: 'conditional', words: whole };
  // The answer to a question stands elsewhere: "Retry? No."
  if (asks.test(marked)) return { says: 'unknown', words: whole };
  return isInvited(marked, vocabulary) ? { says: 'invited', words } : { says: 'unknown', words: whole };
}

/** Before the verb stand only words that an invitation may have; or the invitation has another form. */
function isInvited(marked: string, vocabulary: Vocabulary): boolean {
  const { opening, carrier, mere, invites, clause, statement, pacing } = vocabulary;
  const before = marked.slice(0, marked.indexOf('⟦'));
  const own = before.split(opening).at(-1) ?? '';
  const rest = before.slice(0, before.length - own.length);
  // "The gate is shut, try again" says how things are; what "shut the gate, try again" says, only a person knows.
  const last = /[^\p{L}\s]\s*$/u.test(rest) ? clausesOf(rest, clause).at(-1) : undefined;
  const isTold =
    last === undefined || /^(?:[a-z]+|.{1,3})$/i.test(last) || statement.test(last) || pacing.test(last);
  const isBare = own.replace(carrier, '').trim() === '';
  return (isBare && isTold && !mere.test(marked)) || invites.test(marked);
}

/** What must be done before the request is sent again, in the words of the same sentence. */
function changeIn(
  marked: string,
  { change, clause, or, joined, pacing, statement, order: orders }: Vocabulary,
): string | undefined {
  if (change.test(marked)) return unmarked(marked);
  if (or.test(marked)) return undefined;
  const clauses = clausesOf(marked.slice(0, marked.indexOf('⟦')), clause);
  const last = clauses.at(-1);
  const isStep = last !== undefined && joined.test(marked) && !pacing.test(last) && !statement.test(last);
  const asks = clauses.some((each) => orders.test(each) && !pacing.test(each));
  return asks || isStep ? unmarked(marked.slice(0, marked.indexOf('⟧'))) : undefined;
}

/** A sentence of its own that asks for a change, unconditionally. */
function orderIn(
  sentence: string,
  { clause, order: orders, pacing, condition }: Vocabulary,
): string | undefined {
  if (condition.test(`${sentence}⟦⟧`)) return undefined;
  return clausesOf(sentence, clause).find((each) => orders.test(each) && !pacing.test(each));
}

function clausesOf(sentence: string, clause: RegExp): string[] {
  const clauses = sentence.split(clause).map((each) => each.trim());
  return clauses.filter((each) => each !== '');
}

/** The sentence describes the server now: a state after "if" says nothing. */
function statesIn(sentence: string, vocabulary: Vocabulary): Said[] {
  return (['throttle', 'busy', 'passing'] as const).flatMap((says) => {
    const found = vocabulary[says].exec(sentence);
    if (found === null || vocabulary.condition.test(`${sentence.slice(0, found.index)}⟦`)) return [];
    return { says, words: found[0].trim() };
  });
}

function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/g, '').replace(/\s+/g, ' ').trim();
}

/** What a cell of a column about retrying answers; `denies`: the column asks for the opposite. */
export function answerOf(cell: string, denies: boolean): Said['says'] {
  const text = plain(cell).replace(/^[\s"'“”*`_]+|[\s"'“”*`_.。]+$/g, '');
  const isChinese = languageOf(text) === 'zh';
  const { haste, no, order, pacing, wait, yes } = vocabularies[isChinese ? 'zh' : 'en'];
  if (no.test(text) && haste.test(`⟧${text}`)) return 'unknown';
  if (no.test(text)) return denies ? 'invited' : 'forbidden';
  // A footnote names a condition: `yes*`, `yes [1]`.
  if (yes.test(text) && /^[^*†‡]*[*†‡¹²³]+$|\[\d{1,2}\]$/.test(cell.trim())) return 'conditional';
  const rest = text.replace(yes, '').replace(/^[\s,.;:!，。；：、（(*–—/-]+|[)）]+$/g, '');
  if (rest === '') return denies ? 'forbidden' : 'invited';
  const own = saying({ texts: [rest], languageOf }).word;
  if (own !== undefined) return own.says;
  if (order.test(rest) && !pacing.test(rest)) return 'changed';
  const whole = saying({ texts: [isChinese ? `${rest}重试` : `Retry ${rest}`], languageOf }).word;
  const isUnderstood = whole?.says !== 'invited' || rest !== text || wait.test(rest);
  return isUnderstood ? (whole?.says ?? 'unknown') : 'unknown';
}
