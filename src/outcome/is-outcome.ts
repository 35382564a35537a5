import { documentedKinds } from '../semantics/kinds.js';
import type { AnyOutcome } from './types.js';

const kinds = new Set<unknown>([...documentedKinds, 'unexpected', 'malformed', 'unreachable', 'cancelled']);

/** Whether a value is an outcome, also after JSON or a clone: it is known by its shape, since it has no class. */
export function isOutcome(value: unknown): value is AnyOutcome {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    kinds.has(value.kind) &&
    'effect' in value &&
    'attempts' in value &&
    Array.isArray(value.attempts)
  );
}
