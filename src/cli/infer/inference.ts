import type { DocumentedKind, Retryability } from '../../semantics/kinds.js';

/** What was inferred, each step with its reason, and what remains a person's to decide. */
export interface Inference {
  readonly kind: DocumentedKind;
  readonly retry: Retryability;
  readonly because: readonly string[];
  readonly decide: readonly string[];
}
