import type { Assessment } from '../classify/assessment.js';
import type { RetryBudget } from './budget.js';
import { evidenceOf } from './safety.js';

/** What one logical request pays its origin's budget, and gets back. */
export class Payments {
  readonly #budget: RetryBudget | false;
  readonly #origin: () => string;
  #paid: 'transient' | 'throttle' | undefined;

  constructor(budget: RetryBudget | false, origin: () => string) {
    this.#budget = budget;
    this.#origin = origin;
    if (budget !== false && budget.started) budget.started(origin());
  }

  /** Tells of a failure that could be retried, or that the user wants to have retried. */
  failed(assessment: Assessment, granted: boolean): void {
    if (!this.#budget || (assessment.retry === 'never' && !granted) || isFree(assessment)) return;
    this.#budget.failed?.(this.#origin());
  }

  /** Pays for one retry, if there is enough. */
  pay(assessment: Assessment): boolean {
    if (!this.#budget || isFree(assessment)) return true;
    const cost = assessment.retry === 'throttle' ? 'throttle' : 'transient';
    if (!this.#budget.take(this.#origin(), cost)) return false;
    this.#paid = cost;
    return true;
  }

  /** The retry that was paid for will not be sent. */
  refund(): void {
    if (this.#budget && this.#paid) this.#budget.refund?.(this.#origin(), this.#paid);
    this.#paid = undefined;
  }

  succeeded(): void {
    if (this.#budget) this.#budget.succeeded(this.#origin(), this.#paid);
  }
}

/** A request that was never sent put no load on the origin. */
function isFree(assessment: Assessment): boolean {
  return evidenceOf(assessment) === 'never sent';
}
