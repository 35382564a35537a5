import { documentedKinds } from '../semantics/kinds.js';
import type { AnyOutcome } from './types.js';

const kinds = new Set<unknown>([...documentedKinds, 'unexpected', 'malformed', 'unreachable', 'cancelled']);

/** Whether a value is an outcome, also one restored from JSON or cloned: by its shape, not its class. */
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
