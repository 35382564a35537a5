import type { DocumentedKind, Retryability } from '../../semantics/kinds.js';
import type { Text } from '../text/locale.js';
import type { Language } from './language.js';
import type { Said } from './sending.js';

/** What a row says in words, and in a column that answers whether to send again. */
export interface Words {
  readonly texts: readonly string[];
  readonly answer?: Said | 'none';
  readonly languageOf: (text: string) => Language;
}

/** What was inferred, each step with its reason, and what remains a person's to decide. */
export interface Inference {
  readonly kind: DocumentedKind;
  readonly retry: Retryability;
  /** The page decides otherwise than HTTP does. */
  readonly against?: boolean;
  readonly because: readonly Text[];
  readonly decide: readonly Text[];
}
