import type { DocumentedKind, Retryability } from '../../semantics/kinds.js';
import type { Text } from '../text/say.js';

/** What was inferred, each step with its reason, and what remains a person's to decide. */
export interface Inference {
  readonly kind: DocumentedKind;
  readonly retry: Retryability;
  /** The page decides otherwise than HTTP does. */
  readonly against?: boolean;
  readonly because: readonly Text[];
  readonly decide: readonly Text[];
}
