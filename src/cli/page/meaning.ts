import type { Meaning } from '../../semantics/catalogue.js';
import { hasHan } from '../text/plain-text.js';

/** A meaning in both languages, and what is left to translate. */
export interface ReadMeaning {
  readonly meaning?: Meaning;
  readonly missing?: 'en' | 'zh';
}

/**
 * The page's own texts as a meaning. A catalogue has two languages, a page most
 * often one: then its text stands in both, since a translation is not ours to make up.
 */
export function meaningOf(texts: readonly string[]): ReadMeaning {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  if (distinct.length === 0) return {};
  const chinese = joined(distinct.filter(hasHan));
  const other = joined(distinct.filter((text) => !hasHan(text)));
  if (other === '') return { meaning: { en: chinese, zh: chinese }, missing: 'en' };
  if (chinese === '') return { meaning: { en: other, zh: other }, missing: 'zh' };
  return { meaning: { en: other, zh: chinese } };
}

function joined(texts: readonly string[]): string {
  return texts.reduce((all, text) => {
    if (all === '') return text;
    return hasHan(all) ? `${all.replace(/[。；;]$/, '')}；${text}` : `${all.replace(/[.;]$/, '')}; ${text}`;
  }, '');
}
