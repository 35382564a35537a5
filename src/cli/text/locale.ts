/** The languages that a report can be written in. */
export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];

/** A text of a report in each of them; a plain one is the same in all. */
export type Text = string | { readonly [L in Locale]: string };

export function both(en: string, zh: string): Text {
  return { en, zh };
}

export function inLocale(text: Text, locale: Locale): string {
  return typeof text === 'string' ? text : text[locale];
}

/** Texts in a row, with a mark between two of them. */
export function joined(texts: readonly Text[], en: string, zh: string = en): Text {
  const of = (locale: Locale, mark: string): string => texts.map((text) => inLocale(text, locale)).join(mark);
  return both(of('en', en), of('zh', zh));
}

/** Texts without those that say the same once more. */
export function distinct(texts: readonly Text[]): Text[] {
  return texts.filter((text, at) => texts.findIndex((other) => keyOf(other) === keyOf(text)) === at);
}

export function keyOf(text: Text): string {
  return inLocale(text, 'en');
}
