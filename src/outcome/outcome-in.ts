import { isOutcome } from './is-outcome.js';
import type { AnyOutcome } from './types.js';

/**
 * The outcome of an OutcomeError, or the outcome itself, or undefined. It is known by its shape,
 * since a process may hold two copies of this package. It never throws.
 */
export function outcomeIn(value: unknown): AnyOutcome | undefined {
  try {
    if (isOutcome(value)) return value;
    const inside: unknown =
      typeof value === 'object' && value !== null && 'outcome' in value && value.outcome;
    return isOutcome(inside) ? inside : undefined;
  } catch {
    // A getter or a proxy threw.
    return undefined;
  }
}
