import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Agenda } from '../../src/delayed/schedule.js';
import { systemClock } from '../../src/retry/clock.js';

describe('many waits, one timer (docs/delayed-tasks.md, Thousands of tasks)', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('wakes in the order of due times, whatever was cancelled in between', () => {
    const agenda = new Agenda(systemClock);
    const woken: number[] = [];
    const times = Array.from({ length: 500 }, (_, index) => (index * 7_919) % 10_007);
    const takeBacks = times.map((ms) => agenda.after(ms, () => woken.push(ms)));
    const kept = times.filter((_, index) => index % 3 === 0);
    takeBacks.forEach((takeBack, index) => {
      if (index % 3 !== 0) takeBack();
      if (index % 3 === 1) takeBack();
    });
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(20_000);
    expect(woken).toEqual(kept.sort((a, b) => a - b));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('cancelling after the wake changes nothing', () => {
    const agenda = new Agenda(systemClock);
    const takeBack = agenda.after(1, () => {});
    vi.advanceTimersByTime(1);
    takeBack();
    const wake = vi.fn();
    agenda.after(5, wake);
    vi.advanceTimersByTime(5);
    expect(wake).toHaveBeenCalledOnce();
  });

  it('a cancelled wait keeps no timer after the other waits are over', () => {
    const agenda = new Agenda(systemClock);
    agenda.after(1, () => {});
    agenda.after(2, () => {});
    agenda.after(3_600_000, () => {})();
    vi.advanceTimersByTime(2);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('deadlines that are cancelled hours before they come use no memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('no garbage collector to call');
  const agenda = new Agenda(systemClock);
  const takeBack = agenda.after(1_000, () => {});
  const tasks = Array.from({ length: 1_000 }, () => {
    const task = { body: 'x' };
    agenda.after(3_600_000, () => task.body)();
    return new WeakRef(task);
  });
  // A WeakRef holds its target until the job that made it is over.
  await new Promise((done) => setImmediate(done));
  collect();
  expect(tasks.filter((task) => task.deref() !== undefined).length).toBeLessThan(10);
  takeBack();
});
