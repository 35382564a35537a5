import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryBudget } from '../../src/index.js';

const a = 'https://a.x';
const b = 'https://b.x';

/** How many retries of a kind the origin is still given. */
function drain(
  budget: ReturnType<typeof retryBudget>,
  origin: string,
  cost: 'transient' | 'throttle' = 'transient',
) {
  let taken = 0;
  while (taken < 1000 && budget.take(origin, cost)) taken++;
  return taken;
}

describe('retryBudget (AWS standard retry mode 2.1: 500 tokens, 14 and 5 a retry)', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('a full bucket pays 35 transient or 100 throttle retries', () => {
    expect(drain(retryBudget(), a)).toBe(35);
    expect(drain(retryBudget(), a, 'throttle')).toBe(100);
  });
  it('500, 500, ... with 14 tokens: one retry; with 0: none; with 20: one', () => {
    for (const [capacity, retries] of [
      [14, 1],
      [0, 0],
      [20, 1],
    ] as const) {
      expect(drain(retryBudget({ capacity }), a)).toBe(retries);
    }
  });
  it('30 tokens: 16, 2, success -> 16, 2, success -> 16', () => {
    const budget = retryBudget({ capacity: 30 });
    for (let call = 0; call < 2; call++) {
      if (call === 0) expect(budget.take(a, 'transient')).toBe(true);
      expect(budget.take(a, 'transient')).toBe(true);
      expect(budget.take(a, 'transient')).toBe(false);
      budget.succeeded(a, 'transient');
    }
    expect(drain(budget, a)).toBe(1);
  });
  it('a success without a retry earns one token', () => {
    const budget = retryBudget({ capacity: 14 });
    drain(budget, a);
    for (let success = 0; success < 13; success++) budget.succeeded(a, undefined);
    expect(budget.take(a, 'transient')).toBe(false);
    budget.succeeded(a, undefined);
    expect(budget.take(a, 'transient')).toBe(true);
  });
  it('an empty bucket affects no other origin', () => {
    const budget = retryBudget();
    drain(budget, a);
    expect(budget.take(a, 'transient')).toBe(false);
    expect(drain(budget, b)).toBe(35);
  });
  it('an empty bucket allows one retry every 10 s, and recovers (aws-sdk-js-v3 4754)', () => {
    const budget = retryBudget();
    drain(budget, a);
    vi.advanceTimersByTime(9_999);
    expect(budget.take(a, 'transient')).toBe(false);
    vi.advanceTimersByTime(1);
    expect([budget.take(a, 'transient'), budget.take(a, 'transient')]).toEqual([true, false]);
    budget.succeeded(a, 'transient');
    expect(budget.take(a, 'transient')).toBe(true);
  });
  it('is idle while it is full', () => {
    const budget = retryBudget();
    expect(budget.idle?.()).toBe(true);
    budget.take(a, 'transient');
    expect(budget.idle?.()).toBe(false);
    budget.succeeded(a, 'transient');
    expect(budget.idle?.()).toBe(true);
  });
  it('keeps 1,000 origins, and drops the origin that was used longest ago', () => {
    const budget = retryBudget({ capacity: 14 });
    for (let origin = 0; origin <= 1000; origin++) budget.take(`https://${origin}.x`, 'transient');
    expect(budget.take('https://0.x', 'transient')).toBe(true);
    expect(budget.take('https://1000.x', 'transient')).toBe(false);
  });
  it.each([{ capacity: -1 }, { transientCost: Number.NaN }, { trickleMs: Number.POSITIVE_INFINITY }])(
    'refuses %o',
    (options) => {
      expect(() => retryBudget(options)).toThrow(/budget\.\w+ is .*Write a number from 0/);
    },
  );
});
