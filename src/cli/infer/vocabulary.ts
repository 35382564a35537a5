import chinese from './chinese.json' with { type: 'json' };
import english from './english.json' with { type: 'json' };

/** The languages whose words are understood; all others are one. */
export type Language = 'en' | 'zh' | 'other';

const englishWords =
  /^(?:the|are|were|of|to|not|be|been|this|that|or|and|with|have|your?|it|by|from|can(?:not)?|may|must|should|please|if|than)$/;
/** Words that are not English, of languages in Latin letters: German, French, Spanish, Italian, Portuguese, Dutch and others. */
const foreignWords =
  /[^a-z]|^(?:de[rnms]|das|ist|nicht|und|eine?[mnrs]?|w[iu]rden?|werden|zu|auf|mit|bei|von|oder|kann|bitte|sie|ihr|keine?|nach|noch|erneut|anfrage|dienst|zugriff|l[ea]s?|est|pas|et|une?|du|vous|votre|dans|avec|sur|ne|qu[ei]|ce|sont|veuillez|serveur|e[lt]|los|las|del|con|por|su|se|solicitud|servidor|il|lo|gli|della|nel|richiesta|che|sono|uma|em|foi|het|een|niet|wordt|voor|zijn|opnieuw|bir|i[cç]in|och|att|som|inte|ikke|og|yang|tidak|untuk|dengan|nie|jest|nebo)$/;

/**
 * The language of a text, or of the page around it where the text is too short to tell.
 * Chinese is told by its characters, unless Japanese or Korean ones stand among them.
 */
export function languageOf(text: string, around: Language = 'en'): Language {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [letters, latin, han] = [count(/\p{L}/gu), count(/\p{Script=Latin}/gu), count(/\p{Script=Han}/gu)];
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (kana * 10 > han + kana || (letters - han - kana - latin) * 3 > letters) return 'other';
  if (han > 0) return 'zh';
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const other = words.filter((word) => foreignWords.test(word)).length;
  const own = words.filter((word) => englishWords.test(word)).length;
  if (other !== own) return other > own ? 'other' : 'en';
  return around === 'other' ? 'other' : 'en';
}

/**
 * What a language says of sending a request again; all that is known of it stands in its
 * `.json`. Most patterns read a sentence in which the words for sending again are marked:
 * `Please do not ⟦retry⟧ now`.
 *
 * - `clause`, `goesOn`, `idle`: where a clause ends; a sentence that limits the one before it; politeness,
 *   and conditions that hold for the row as a whole.
 * - `again`: every way to speak of sending again; `thing`: what is only named after it (a retry policy).
 * - `persists`: what is to be done where the retries have failed.
 * - `not`, `haste`, `condition`, `asks`: a negation, one of haste alone, a condition, a question.
 * - `order`, `pacing`, `wait`, `statement`: a clause that asks for something to be done, that asks
 *   for patience, that is a wait and nothing else, that says how things are.
 * - `joined`, `change`, `or`: send again after the clause before, after another change, or instead.
 * - `opening`, `carrier`, `mere`, `invites`: where an invitation begins, what it may have before the
 *   word, what makes a plain mention of it, and other forms.
 * - `lasting`, `throttle`, `busy`, `passing`: a fault that lasts; states of the server that pass.
 */
export type Vocabulary = { readonly [P in keyof (typeof english)['patterns']]: RegExp };

interface Tables {
  /** Lists of words: `_` is a space within one, `*` at its end any ending. */
  readonly words: { readonly [name: string]: string };
  /** Pieces of patterns: `~` is the edge of a word, `{name}` another list or piece. */
  readonly parts: { readonly [name: string]: string };
  readonly patterns: { readonly [P in keyof Vocabulary]: readonly string[] };
}

function vocabularyOf({ words, parts, patterns }: Tables): Vocabulary {
  const lists = Object.entries(words).map(([name, list]): [string, string] => {
    const any = list
      .replaceAll(' ', '|')
      .replaceAll('_', ' ')
      .replace(/\*(?=\||$)/g, '[a-z0-9_]*');
    return [name, `(?:${any})`];
  });
  const known = new Map([...lists, ...Object.entries(parts)]);
  const whole = (text: string): string =>
    text.replace(/\{([a-z]+)\}/gi, (_, name: string) => whole(known.get(name) ?? `unknown ${name}`));
  const compiled = Object.entries(patterns).map(([name, any]) => {
    // These patterns are searched everywhere in a sentence.
    const flags = name === 'again' || name === 'idle' || name === 'carrier' ? 'giu' : 'iu';
    return [name, new RegExp(whole(any.join('|')).replaceAll('~', '\\b'), flags)] as const;
  });
  // One pattern for each name.
  return Object.fromEntries(compiled) as Vocabulary;
}

export const vocabularies: { readonly [L in Exclude<Language, 'other'>]: Vocabulary } = {
  en: vocabularyOf(english),
  zh: vocabularyOf(chinese),
};

const { from, to } = chinese.simplified;
const simplified: ReadonlyMap<string, string> = new Map([...from].map((of, at) => [of, [...to][at] ?? of]));

/** A text as the tables have it, character by character: in simplified Chinese, with plain spaces and apostrophes. */
export function plain(text: string): string {
  return text.replace(/[’‘]|\p{Script=Han}/gu, (of) => simplified.get(of) ?? (/\p{L}/u.test(of) ? of : "'"));
}
