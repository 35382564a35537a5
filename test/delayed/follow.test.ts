import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { location } from '../../src/delayed/dialects/location.js';
import { operationLocation } from '../../src/delayed/dialects/operation-location.js';
import type { Asked, TaskEnding } from '../../src/delayed/ending.js';
import { follow, pollWaitMs, type TaskPoll } from '../../src/delayed/follow.js';
import { judge } from '../../src/delayed/judge.js';
import { resolveAddress } from '../../src/delayed/origin.js';
import { Turns } from '../../src/delayed/schedule.js';
import { findTask } from '../../src/delayed/start.js';
import type { Dialect, TaskAnswer } from '../../src/semantics/dialect.js';
import { answer, link } from './answers.js';

const origin = 'https://api.example';
const record = { dialect: 'any', method: 'POST', path: '/things', origin, link };

interface Seen {
  readonly polls: readonly TaskPoll[];
  readonly ending: TaskEnding<string>;
}

/** Follows a task whose monitor answers with these bodies, the last one again and again, until it ends or 200 polls are made. */
async function followed(dialect: Dialect, bodies: readonly unknown[], hintMs?: number): Promise<Seen> {
  let asked = 0;
  const ask = async (url: string): Promise<Asked<string>> => {
    const body = bodies[Math.min(asked++, bodies.length - 1)];
    return { answer: answer({ url, body }), exchange: 'e', hintMs, stopped: asked > 200 };
  };
  const world = { ask, wait: async () => true, leftMs: () => Number.POSITIVE_INFINITY, random: () => 0.5 };
  const rules = { pollIntervalMs: 2_000, maxPollIntervalMs: 30_000, trustedOrigins: [], maxHintMs: 60_000 };
  const walk = follow(record, dialect, world, rules, { hintMs: undefined, state: undefined });
  const polls: TaskPoll[] = [];
  for (let next = await walk.next(); ; next = await walk.next()) {
    if (next.done) return { polls, ending: next.value };
    polls.push(next.value);
  }
}

describe('an unknown state word is not polled for ever', () => {
  const zombie = { status: 'Zombie' };

  it('the twentieth poll in a row with the same word is the last, and says why', async () => {
    const { polls, ending } = await followed(operationLocation, [zombie]);
    expect(polls).toHaveLength(20);
    expect(polls.at(-1)).not.toHaveProperty('nextPollMs');
    expect(ending).toMatchObject({
      how: 'malformed',
      message: expect.stringMatching(/"Zombie" in 20 polls.*task\.words/),
    });
    const waitedMs = polls.reduce((sum, poll) => sum + poll.waitedMs, 0);
    expect(waitedMs / 60_000).toBeGreaterThan(5);
    expect(waitedMs / 60_000).toBeLessThan(10);
  });

  it('a new word or new progress starts the count again', async () => {
    const words = Array.from({ length: 60 }, (_, index) => ({ status: `Stage ${index}` }));
    expect((await followed(operationLocation, [...words, { status: 'Succeeded' }])).polls).toHaveLength(61);
    const progress = Array.from({ length: 60 }, (_, percentComplete) => ({ ...zombie, percentComplete }));
    expect((await followed(operationLocation, [...progress, zombie])).polls).toHaveLength(80);
    const known = Array.from({ length: 19 }, () => zombie);
    const bodies = [...known, { status: 'Running' }, ...known, { status: 'Succeeded' }];
    expect((await followed(operationLocation, bodies)).ending).toMatchObject({ how: 'done' });
  });

  it('a word that says that work goes on is polled without limit', async () => {
    for (const status of ['Running', 'Copying', 'In progress', 'PENDING']) {
      expect((await followed(operationLocation, [{ status }])).ending.how).toBe('stopped');
      expect((await followed(location, [{ status: 'In progress' }])).ending.how).toBe('stopped');
    }
  });

  it("a dialect of the caller's own knows its words", async () => {
    const mine: Dialect = { ...location, read: () => ({ state: 'running', word: 'Zombie' }) };
    expect((await followed(mine, [zombie])).ending.how).toBe('stopped');
  });
});

describe('redirects and new addresses of a monitor', () => {
  /** Follows a task whose addresses answer so. */
  async function led(answers: Readonly<Record<string, Partial<TaskAnswer> | undefined>>) {
    const asked: string[] = [];
    const ask = async (url: string): Promise<Asked<string>> => {
      asked.push(url.replace(origin, ''));
      const given = answers[url.replace(origin, '')];
      return {
        ...(given && { answer: answer({ url, ...given }) }),
        exchange: 'e',
        stopped: asked.length > 40,
      };
    };
    const world = { ask, wait: async () => true, leftMs: () => Number.POSITIVE_INFINITY, random: () => 0.5 };
    const rules = { pollIntervalMs: 2_000, maxPollIntervalMs: 30_000, trustedOrigins: [], maxHintMs: 60_000 };
    const walk = follow(record, location, world, rules, { hintMs: undefined, state: 'Begun' });
    const polls: TaskPoll[] = [];
    for (let next = await walk.next(); ; next = await walk.next()) {
      if (next.done) return { asked, polls, ending: next.value };
      polls.push(next.value);
    }
  }
  const to = (address: string, status = 302) => ({ status, headers: { location: address } });

  it.each([301, 302, 307, 308])('a %i is followed, and the answer behind it read', async (status) => {
    const { asked, ending } = await led({ '/monitor': to('/there', status), '/there': { body: { n: 1 } } });
    expect(asked).toEqual(['/monitor', '/there']);
    expect(ending).toMatchObject({ how: 'done', reading: { data: { n: 1 } } });
  });
  it.each([
    [to('https://evil.example/'), 'trustedOrigins'],
    [to('http://api.example/x'), 'https to http'],
    [to('https://['), 'its address is not a URL'],
    [to('/monitor'), 'more than 5 times'],
    [{ url: 'https://evil.example/' }, 'trustedOrigins'],
  ])('but not %j', async (given, message) => {
    const { ending, asked } = await led({ '/monitor': given });
    expect(ending).toMatchObject({ how: 'malformed', message: expect.stringContaining(message) });
    expect(asked.length).toBe(message.includes('times') ? 6 : 1);
  });
  it('a redirect without a Location is an answer like any other', async () => {
    expect((await led({ '/monitor': { status: 302 } })).ending).toMatchObject({ how: 'malformed' });
    expect((await led({ '/monitor': { status: 303, headers: { location: '/r' } } })).ending).toMatchObject({
      how: 'done',
      result: `${origin}/r`,
    });
  });
  it('a new address of the monitor is asked, and a new address of the result is kept', async () => {
    const moved = { status: 202, headers: { location: '/there' } };
    const { asked, ending } = await led({ '/monitor': moved, '/there': { body: 5 } });
    expect(asked).toEqual(['/monitor', '/there']);
    expect(ending).toMatchObject({ how: 'done', link: { monitor: `${origin}/there` } });
  });
  it('after eleven failed polls in a row the task stays delayed, with its last state', async () => {
    const { asked, ending } = await led({});
    expect(asked).toHaveLength(11);
    expect(ending).toMatchObject({ how: 'delayed', state: 'Begun', link });
  });
});

describe('what a poll shows', () => {
  it('a word of up to a hundred characters, and progress if there is any', async () => {
    const mine: Dialect = {
      ...location,
      read: ({ body }) =>
        body === 'end' ? { state: 'done' } : { state: 'running', word: 'x'.repeat(300), progress: 7 },
    };
    const { polls } = await followed(mine, ['', 'end']);
    expect(polls[0]).toMatchObject({ state: 'x'.repeat(100), progress: 7 });
    expect(polls[1]).toEqual({ number: 2, waitedMs: expect.any(Number) });
  });
});

describe('the task that an answer started', () => {
  const named = (name: string, word: unknown): Dialect => ({
    name,
    start: () => ({ monitor: `/${name}` }),
    // From JavaScript a word may be anything.
    read: () => ({ state: 'running', word: word as string }),
  });
  it('is found by the dialect that the catalogue names', () => {
    const operation = { method: 'POST', path: '/things', task: { dialect: 'b', id: 'id' } };
    const dialects = [named('a', 'A'), named('b', 'B')];
    expect(findTask(answer(), dialects)?.record.dialect).toBe('a');
    expect(findTask(answer({ operation }), dialects)).toMatchObject({ record: { dialect: 'b' }, state: 'B' });
  });
  it('has a state of up to a hundred characters; a longer one is dropped, since half a secret is not redacted', () => {
    expect(findTask(answer(), [named('a', 'x'.repeat(100))])?.state).toBe('x'.repeat(100));
    expect(findTask(answer(), [named('a', 'x'.repeat(101))])?.state).toBeUndefined();
    expect(findTask(answer(), [named('a', 7)])?.state).toBeUndefined();
  });
  it('has not ended if its dialect cannot read the answer, or throws', () => {
    const throws: Dialect = {
      ...named('a', 'A'),
      read: () => {
        throw new Error('bug');
      },
    };
    expect(findTask(answer(), [throws])).toMatchObject({ record: { dialect: 'a' } });
    expect(findTask(answer(), [throws])).not.toHaveProperty('ended');
    const odd: Dialect = { ...named('a', 'A'), read: (() => null) as unknown as Dialect['read'] };
    expect(findTask(answer(), [odd])).not.toHaveProperty('ended');
  });
});

describe('the pace of polls', () => {
  const pacing = { pollIntervalMs: 2_000, maxPollIntervalMs: 30_000 };

  it.each([
    [1, 2_000],
    [0.001, 2_000],
    [1_999, 2_000],
    [2_000, 2_000],
    [2_001, 2_001],
    [90_000, 90_000],
  ])('a hint of %d ms gives a wait of %d ms: never shorter than the hint or the interval', (hintMs, ms) => {
    for (const number of [1, 2, 50]) expect(pollWaitMs(number, hintMs, pacing, () => 0.5)).toBe(ms);
  });

  it('without a hint, or with a hint of 0, the usual wait applies and grows', () => {
    for (const hintMs of [0, undefined]) {
      expect(pollWaitMs(1, hintMs, pacing, () => 0)).toBe(1_600);
      expect(pollWaitMs(1, hintMs, pacing, () => 1)).toBe(2_400);
      expect(pollWaitMs(2, hintMs, pacing, () => 1)).toBe(3_600);
      expect(pollWaitMs(99, hintMs, pacing, () => 1)).toBe(30_000);
    }
  });

  it('whatever the hint, the wait is at least two thirds of the interval', () => {
    const hint = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        hint,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (number, hintMs, random) => {
          const waitMs = pollWaitMs(number, hintMs, pacing, () => random);
          expect(waitMs).toBeGreaterThanOrEqual(Math.max(1_333, hintMs ?? 0));
        },
      ),
    );
  });

  it('a server that asks for a poll each microsecond is polled at the interval', async () => {
    const { polls } = await followed(operationLocation, [{ status: 'Running' }], 0.001);
    for (const { waitedMs } of polls.slice(1)) expect(waitedMs).toBe(2_000);
  });
});

describe('turns', () => {
  const forever = () => new Promise<never>(() => {});
  const never = () => () => {};

  it('an origin that does not answer does not delay other origins', async () => {
    const turns = new Turns(2);
    for (let count = 0; count < 20; count++) void turns.run('https://silent.example', forever, never);
    expect(await turns.run('https://other.example', async () => 'asked', never)).toBe('asked');
  });

  it('a limited number runs at once per origin, the rest in order', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const work = (number: number) => () => {
      begun.push(number);
      return new Promise<void>((resolve) => ends.push(resolve));
    };
    const all = [1, 2, 3, 4].map((number) => turns.run('https://a.example', work(number), never));
    expect(begun).toEqual([1, 2]);
    ends[1]?.();
    await all[1];
    expect(begun).toEqual([1, 2, 3]);
    for (let index = 0; index < 4; index++) {
      ends[index]?.();
      await Promise.resolve();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await Promise.all(all);
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('a turn is passed on when the work is over, also if the work failed', async () => {
    const turns = new Turns(1);
    const failed = turns.run('https://a.example', () => Promise.reject(new Error('no')), never);
    const next = turns.run('https://a.example', async () => 'next', never);
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
    expect(await turns.run('https://a.example', async () => 'later', never)).toBe('later');
  });
});

describe('an answer of the monitor', () => {
  const judged = (given: Parameters<typeof answer>[0]) =>
    judge(location, { answer: answer(given), exchange: 'e', stopped: false }, link).how;

  it.each([
    [408, 'unasked'],
    [425, 'unasked'],
    [429, 'unasked'],
    [500, 'unasked'],
    [503, 'unasked'],
    [404, 'expired'],
    [410, 'expired'],
    [400, 'rejected'],
    [401, 'rejected'],
    [409, 'rejected'],
    [0, 'malformed'],
  ])('%i: %s (RFC 9110, 15.5, 15.6)', (status, how) => {
    expect(judged({ status })).toBe(how);
  });

  it('may move the monitor, the result, or both', () => {
    const moved = (to: object, from = link) => {
      const mine: Dialect = { ...location, read: () => ({ state: 'running', link: to }) };
      const judged = judge(mine, { answer: answer(), exchange: 'e', stopped: false }, from);
      return judged.how === 'running' ? judged.link : judged.how;
    };
    const { monitor } = link;
    expect(moved({})).toEqual(link);
    expect(moved({ monitor: '/m' })).toEqual({ monitor: `${origin}/m` });
    expect(moved({ result: '/r' })).toEqual({ monitor, result: `${origin}/r` });
    expect(moved({ result: '/r' }, { monitor, result: `${origin}/old` })).toEqual({
      monitor,
      result: `${origin}/r`,
    });
    expect(moved({ monitor: '/m' }, { monitor, result: `${origin}/old` })).toEqual({
      monitor: `${origin}/m`,
      result: `${origin}/old`,
    });
    expect(moved({ result: 'https://[' })).toBe('malformed');
    expect(moved({ monitor: 'https://[' })).toBe('malformed');
  });

  it('is malformed if its dialect cannot read it, with the reason', () => {
    const told = (read: () => unknown) => {
      // From JavaScript it may throw or return anything.
      const mine: Dialect = { ...location, name: 'mine', read: read as Dialect['read'] };
      return judge(mine, { answer: answer(), exchange: 'e', stopped: false }, link);
    };
    const throwing = (error: unknown) => () => {
      throw error;
    };
    expect(told(throwing(new Error('a bug')))).toMatchObject({
      message: 'read of dialect mine threw: a bug',
    });
    expect(told(throwing('a text'))).toMatchObject({ message: 'read of dialect mine threw: unknown' });
    for (const reading of [undefined, null, 5, {}, { state: 'over' }]) {
      expect(told(() => reading)).toMatchObject({
        how: 'malformed',
        message: expect.stringContaining('no known state'),
      });
    }
    expect(told(() => ({ state: 'expired' }))).toMatchObject({ how: 'expired' });
  });

  it('is malformed if its address is not a URL, and nothing throws', () => {
    for (const address of ['https://[', 'http://a b', `/${'x'.repeat(9_000)}`, '//']) {
      expect(resolveAddress(address, link.monitor)).toBeUndefined();
      expect(judged({ status: 202, headers: { location: address } })).toBe('malformed');
      expect(judged({ status: 303, headers: { location: address } })).toBe('malformed');
    }
  });
});
