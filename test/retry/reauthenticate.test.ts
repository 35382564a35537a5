import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/retry/clock.js';
import { renewCredentials } from '../../src/retry/reauthenticate.js';

/** A clock that stands still until it is moved. */
function clockByHand(): Clock & { advance(ms: number): void; readonly waiting: number } {
  const timers = new Map<object, { readonly due: number; readonly ring: () => void }>();
  let now = 1_000;
  return {
    now: () => now,
    date: () => now,
    random: () => 0.5,
    after(ms, ring) {
      const id = {};
      timers.set(id, { due: now + ms, ring });
      return () => timers.delete(id);
    },
    get waiting() {
      return timers.size;
    },
    advance(ms) {
      now += ms;
      for (const [id, { due, ring }] of timers) {
        if (due > now) continue;
        timers.delete(id);
        ring();
      }
    },
  };
}

describe('the renewal of credentials uses the given clock', () => {
  it('a request that was sent while a renewal runs waits at most 20 s of that clock', async () => {
    const clock = clockByHand();
    let renewed = () => {};
    const reauthenticate = () => new Promise<void>((resolve) => (renewed = resolve));
    const first = renewCredentials(reauthenticate, clock.now() - 1, clock);
    clock.advance(10);
    const late = renewCredentials(reauthenticate, clock.now(), clock);
    expect(clock.waiting).toBe(1);
    clock.advance(19_999);
    expect(clock.waiting).toBe(1);
    clock.advance(1);
    expect(await late).toBe(false);
    renewed();
    expect(await first).toBe(true);
  });

  it('a renewal that ends in time cancels the timer', async () => {
    const clock = clockByHand();
    let renewed = () => {};
    const reauthenticate = () => new Promise<void>((resolve) => (renewed = resolve));
    const first = renewCredentials(reauthenticate, clock.now() - 1, clock);
    clock.advance(10);
    const late = renewCredentials(reauthenticate, clock.now(), clock);
    await Promise.resolve();
    renewed();
    expect(await Promise.all([first, late])).toEqual([true, true]);
    expect(clock.waiting).toBe(0);
  });

  it('a request that was sent before the last renewal ended is sent again without a renewal', async () => {
    const clock = clockByHand();
    let renewals = 0;
    const reauthenticate = () => void renewals++;
    await renewCredentials(reauthenticate, clock.now() - 1, clock);
    expect(await renewCredentials(reauthenticate, clock.now() - 1, clock)).toBe(true);
    expect(renewals).toBe(1);
    clock.advance(1);
    await renewCredentials(reauthenticate, clock.now(), clock);
    expect(renewals).toBe(2);
  });
});
