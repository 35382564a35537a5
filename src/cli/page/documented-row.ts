import type { Meaning } from '../../semantics/catalogue.js';
import type { Said } from '../infer/sending.js';
import type { UnreadRow } from '../report/report.js';
import { hasHan, shortened } from '../text/plain-text.js';
import type { Text } from '../text/say.js';

/** A row of a page, read but not yet interpreted. */
export interface DocumentedRow {
  /** `table 1, row 3`. */
  readonly at: Text;
  readonly statuses: readonly number[];
  readonly codes: readonly string[];
  /** The name as printed; absent if the row has no name. */
  readonly name?: string;
  readonly meanings: readonly string[];
  /** The row's advice. */
  readonly remedies: readonly string[];
  /** What its column about retrying answers, where it has one. */
  readonly answer?: Said | 'none';
  /** Its cells that say what it means are missing. */
  readonly isShort?: boolean;
  /** What a person must know or decide about the reading itself. */
  readonly because: readonly Text[];
  readonly decide: readonly Text[];
}

export function textsOf({ name, meanings, remedies }: DocumentedRow): string[] {
  return [name ?? '', ...meanings, ...remedies].filter((text) => text !== '');
}

/** The very words of rows, for a report that rests on them. */
export function quotesOf(rows: readonly DocumentedRow[]): string[] {
  const words = rows.map(({ meanings, remedies, answer }) => {
    const answered = answer === undefined || answer === 'none' ? [] : [answer.words];
    return [...meanings, ...remedies, ...answered].join(' | ');
  });
  return [...new Set(words)].filter((each) => each !== '');
}

export function unread(at: Text, text: string, because: Text): UnreadRow {
  return { at, text: shortened(text), because };
}

/**
 * The page's own texts as a meaning. A catalogue has two languages, a page most
 * often one: then its text stands in both, since a translation is not ours to make up.
 */
export function meaningOf(texts: readonly string[]): { readonly meaning?: Meaning } {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  if (distinct.length === 0) return {};
  const chinese = joined(distinct.filter(hasHan));
  const other = joined(distinct.filter((text) => !hasHan(text)));
  if (other === '') return { meaning: { en: chinese, zh: chinese } };
  if (chinese === '') return { meaning: { en: other, zh: other } };
  return { meaning: { en: other, zh: chinese } };
}

function joined(texts: readonly string[]): string {
  return texts.reduce((all, text) => {
    if (all === '') return text;
    return hasHan(all) ? `${all.replace(/[。；;]$/, '')}；${text}` : `${all.replace(/[.;]$/, '')}; ${text}`;
  }, '');
}
