import questions from '../infer/questions.json' with { type: 'json' };
import chinese from './zh.json' with { type: 'json' };

/** The languages that a report can be written in. */
export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];

/** A sentence of a report and its values, in any language; a plain text is the same in all. */
export type Text = string | { readonly words: string; readonly values: readonly Value[] };
type Value = Text | number | readonly Text[];

const translations: { readonly [words: string]: string } = chinese;

/** A sentence in English, which `zh.json` has in Chinese. A list of texts is parted by semicolons. */
export function say(parts: TemplateStringsArray, ...values: readonly Value[]): Text {
  return { words: parts.reduce((all, part, at) => `${all}{${at - 1}}${part}`), values };
}

export function inLocale(text: Value, locale: Locale): string {
  if (isList(text)) return text.map((each) => inLocale(each, locale)).join(locale === 'zh' ? '；' : '; ');
  if (typeof text !== 'object') return String(text);
  const words = locale === 'zh' ? (translations[text.words] ?? text.words) : text.words;
  return words.replace(/\{(\d)\}/g, (_, at) => inLocale(text.values[Number(at)] ?? '', locale));
}

/** Array.isArray does not know a list that is read-only. */
function isList(value: Value): value is readonly Text[] {
  return Array.isArray(value);
}

/** Texts without those that say the same once more. */
export function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [inLocale(text, 'en'), text])).values()];
}

/**
 * What only a person can answer, with its answer in code. No question names a row:
 * what is asked of several rows is one question.
 */
export function ask(question: keyof typeof questions, ...values: readonly string[]): Text {
  return { words: questions[question], values };
}
