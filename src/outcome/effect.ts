import type { Processed } from '../classify/assessment.js';
import { isSafeMethod } from '../retry/repeatability.js';
import { type Effect, isOkKind, type Kind } from '../semantics/kinds.js';

/** What happened to the work, from what all attempts together may have done. */
export function effectOf(kind: Kind, processed: Processed, method: string): Effect {
  if (kind === 'delayed' || processed === 'accepted') return 'pending';
  if (isOkKind(kind)) return 'applied';
  // RFC 9110, 9.2.1: a safe method asks for no work but its answer.
  if (isSafeMethod(method)) return kind === 'malformed' ? 'applied' : 'none';
  if (processed === 'yes') return 'applied';
  return processed === 'maybe' ? 'unknown' : 'none';
}
