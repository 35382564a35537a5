// How a task is found in an answer, and the small rules of dialects and of following.
import { describe, expect, it } from 'vitest';
import { defineDialect } from '../../src/delayed/define-dialect.js';
import { googleOperation } from '../../src/delayed/dialects/google-operation.js';
import { operationLocation } from '../../src/delayed/dialects/operation-location.js';
import type { Asked } from '../../src/delayed/ending.js';
import { type FollowRules, follow, pollWaitMs, type TaskPoll } from '../../src/delayed/follow.js';
import { judge } from '../../src/delayed/judge.js';
import { findDialect, findTask } from '../../src/delayed/start.js';
import { stateIn } from '../../src/delayed/state-words.js';
import { ConfigurationError } from '../../src/index.js';
import type { Dialect, TaskReading } from '../../src/semantics/dialect.js';
import { answer, link, started } from './answers.js';

const none: Dialect = { name: 'acme', start: () => undefined, read: () => ({ state: 'running' }) };

describe('defineDialect', () => {
  it.each(['a', 'acme-job_2', 'x'.repeat(40)])('a dialect may be named %s', (name) => {
    const dialect = { ...none, name };
    expect(defineDialect(dialect)).toBe(dialect);
  });
  it('cancel and isMonitor may be there', () => {
    const whole: Dialect = { ...none, cancel: () => ({ method: 'POST', url: '/x' }), isMonitor: () => true };
    expect(defineDialect(whole)).toBe(whole);
    expect(() => defineDialect({ ...none, cancel: undefined } as never)).not.toThrow();
  });
  it.each<[unknown, string]>([
    [null, 'an object { name, start, read }'],
    [undefined, 'an object { name, start, read }'],
    ['acme', 'an object { name, start, read }'],
    [() => none, 'an object { name, start, read }'],
    [{ ...none, name: undefined }, 'dialect.name is undefined'],
    [{ ...none, name: ['acme'] }, 'dialect.name'],
    [{ ...none, name: '' }, 'dialect.name is ""'],
    [{ ...none, name: 'x'.repeat(41) }, 'dialect.name'],
    [{ ...none, name: 'acme job' }, 'dialect.name is "acme job"'],
    [{ ...none, name: '!acme' }, 'dialect.name is "!acme"'],
    [{ ...none, start: undefined }, 'start of dialect acme is undefined. Write a function.'],
    [{ ...none, read: 'x' }, 'read of dialect acme is "x". Write a function.'],
    [{ ...none, cancel: 'x' }, 'cancel of dialect acme is "x". Write a function.'],
    [{ ...none, isMonitor: null }, 'isMonitor of dialect acme is null. Write a function.'],
  ])('case %#: %s', (dialect, why) => {
    expect(() => defineDialect(dialect as Dialect)).toThrow(why);
    expect(() => defineDialect(dialect as Dialect)).toThrow(ConfigurationError);
  });
});

describe('google-operation knows its monitors (AIP-151, AIP-185)', () => {
  it.each([
    'https://a.test/v1/operations/7',
    'https://a.test/v1beta1/operations/7',
    'https://a.test/v1p12beta34/projects/p/operations/7',
    'https://a.test/v12alpha/projects/p/locations/l/operations/7',
    'https://a.test/proxy/v1/operations/a.b:c~d-e_f',
    `https://a.test/v1/operations/${'x'.repeat(989)}`,
  ])('%s', (address) => {
    expect(googleOperation.isMonitor?.(address)).toBe(true);
  });
  it.each([
    'https://a.test/operations/7',
    'https://a.test/v1',
    'https://a.test/v1/operations',
    'https://a.test/v1/7/operations',
    'https://a.test/v1/operations/7?x=1',
    'https://a.test/v1/operations/7#x',
    'https://a.test/v1/operations/',
    'https://a.test/v1/operations/..',
    'https://a.test/v1/operations/./7',
    'https://a.test/v1/operations/a%2Fb',
    'https://a.test/xv1/operations/7',
    'https://a.test/v1x/operations/7',
    'https://a.test/v1/users/7',
    `https://a.test/v1/operations/${'x'.repeat(990)}`,
    '/operations/7',
  ])('not %s', (address) => {
    expect(googleOperation.isMonitor?.(address)).toBe(false);
  });
  it.each([
    ['https://a.test/v1/jobs', 'https://a.test/v1/operations/7'],
    ['https://a.test/proxy/v1p1beta12/jobs', 'https://a.test/proxy/v1p1beta12/operations/7'],
    ['https://a.test/v12/v1/jobs', 'https://a.test/v12/operations/7'],
    ['https://a.test/jobs', 'https://a.test/v1/operations/7'],
    ['https://a.test/xv2/jobs', 'https://a.test/v1/operations/7'],
    ['https://a.test/v2x/jobs', 'https://a.test/v1/operations/7'],
    ['https://a.test', 'https://a.test/v1/operations/7'],
  ])('a call to %s has the monitor %s', (url, monitor) => {
    expect(googleOperation.start(answer({ url, status: 202, body: { name: 'operations/7' } }))).toEqual({
      monitor,
    });
  });
  it('starts with 202, or with 200 of a call that the catalogue names, and the field that it names', () => {
    const task = { dialect: 'google-operation', id: 'operation' };
    const body = { operation: 'operations/7', name: 'operations/8' };
    expect(googleOperation.start(started('/jobs', task, { body }))?.monitor).toContain('operations/7');
    expect(googleOperation.start(started('/jobs', task, { body, status: 201 }))).toBeUndefined();
    expect(googleOperation.start(started('/jobs', { ...task, dialect: 'x' }, { body }))).toBeUndefined();
    expect(googleOperation.start(answer({ body, status: 202 }))?.monitor).toContain('operations/8');
    expect(googleOperation.start(answer({ body }))).toBeUndefined();
    expect(
      googleOperation.start(answer({ body, operation: { method: 'POST', path: '/jobs' } })),
    ).toBeUndefined();
  });
  it.each<[object, number, object]>([
    [
      { name: 'x', metadata: { state: 'RUNNING', progressPercent: 5 } },
      200,
      { state: 'running', word: 'RUNNING', progress: 5 },
    ],
    [{ name: 'x', done: true }, 200, { state: 'done' }],
    [{ name: 'x', done: true, response: { a: 1 } }, 299, { state: 'done', data: { a: 1 } }],
    [
      { name: 'x', done: true, error: null, metadata: { state: 'DONE' } },
      200,
      { state: 'done', word: 'DONE' },
    ],
    [
      { name: 'x', done: true, error: { code: 1 } },
      200,
      { state: 'cancelled', problem: { error: { code: 1 } } },
    ],
    [{ name: 'x', done: true, error: 'no' }, 200, { state: 'failed', problem: { error: 'no' } }],
  ])('%j with %d', (body, status, reading) => {
    expect(googleOperation.read(answer({ body, status }), link)).toEqual(reading);
  });
  it.each<[unknown, number]>([
    [{ name: 'x', done: true }, 300],
    [{ done: true }, 200],
    [{ name: 'x', done: 'true' }, 200],
    ['x', 200],
  ])('%j with %d is unreadable', (body, status) => {
    expect(googleOperation.read(answer({ body, status }), link).state).toBe('unreadable');
  });
});

describe('findTask', () => {
  const dialect = (
    name: string,
    start: Dialect['start'],
    reading: TaskReading = { state: 'running' },
  ): Dialect => ({
    name,
    start,
    read: () => reading,
  });
  const at = (monitor: unknown, result?: unknown) => () => ({ monitor, result }) as never;

  it('the record has the call, its origin and absolute addresses', () => {
    const url = 'https://a.test/v1/things?x=1';
    expect(findTask(answer({ url }), [dialect('acme', at('/m', 'r'))])?.record).toEqual({
      dialect: 'acme',
      method: 'POST',
      path: '/v1/things',
      origin: 'https://a.test',
      link: { monitor: 'https://a.test/m', result: 'https://a.test/v1/r' },
    });
    expect(findTask(answer({ url }), [dialect('acme', at('/m'))])?.record.link).toEqual({
      monitor: 'https://a.test/m',
    });
  });
  it('the dialect that the documentation names is tried first', () => {
    const [one, two] = [dialect('one', at('/1')), dialect('two', at('/2'))];
    expect(findTask(answer(), [one, two])?.record.dialect).toBe('one');
    const named = started('/jobs', { dialect: 'two', id: 'id' }, {});
    expect(findTask(named, [one, two])?.record.dialect).toBe('two');
    expect(
      findTask(answer({ operation: { method: 'POST', path: '/jobs' } }), [one, two])?.record.dialect,
    ).toBe('one');
  });
  it.each<[string, Dialect['start']]>([
    ['returns nothing', () => undefined],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['returns null', (() => null) as never],
    ['has no monitor', at(undefined)],
    ['has a monitor that is no text', at(7)],
    ['has a monitor that is no URL', at('http://[')],
  ])('a start that %s leaves the task to the next dialect', (_name, start) => {
    expect(findTask(answer(), [dialect('one', start), dialect('two', at('/2'))])?.record.dialect).toBe('two');
    expect(findTask(answer(), [dialect('one', start)])).toBeUndefined();
  });
  it('a result that is no URL is left out', () => {
    expect(findTask(answer(), [dialect('one', at('/m', 'http://['))])?.record.link).not.toHaveProperty(
      'result',
    );
  });

  it.each(['done', 'failed', 'cancelled'] as const)('a first answer that is %s ends the task', (state) => {
    const reading = { state, word: 'X', problem: {}, data: 1 } as TaskReading;
    expect(findTask(answer(), [dialect('one', at('/m'), reading)])).toMatchObject({
      ended: reading,
      state: 'X',
    });
  });
  it.each<[string, TaskReading]>([
    ['running', { state: 'running', word: 'Queued' }],
    ['expired', { state: 'expired' }],
    ['unreadable', { state: 'unreadable', message: 'x' }],
  ])('a first answer that is %s does not', (state, reading) => {
    const found = findTask(answer(), [dialect('one', at('/m'), reading)]);
    expect(found).not.toHaveProperty('ended');
    expect(found?.state).toBe(state === 'running' ? 'Queued' : undefined);
  });
  it('a body that is not that of a monitor ends nothing', () => {
    const done: TaskReading = { state: 'done', word: 'Done', data: 1 };
    const url = 'https://a.test/things';
    // The call's own address is the result, so the body is the resource.
    expect(findTask(answer({ url }), [dialect('one', at('/m', '/things'), done)])).not.toHaveProperty(
      'ended',
    );
    // Only `Location` names the monitor.
    const headers = { location: '/m' };
    expect(findTask(answer({ url, headers }), [dialect('one', at('/m'), done)])).not.toHaveProperty('ended');
    expect(findTask(answer({ url, headers }), [dialect('one', at('/n'), done)])?.ended).toBe(done);
  });
  it('a text of more than 100 characters is no state', () => {
    const stateOf = (word: string) =>
      findTask(answer(), [dialect('one', at('/m'), { state: 'running', word })])?.state;
    expect(stateOf('x'.repeat(100))).toBe('x'.repeat(100));
    expect(stateOf('x'.repeat(101))).toBeUndefined();
  });
  it('a read that throws, or returns nothing, leaves the task running', () => {
    const broken = {
      ...dialect('one', at('/m')),
      read: () => {
        throw new Error('no');
      },
    };
    expect(findTask(answer(), [broken])).toMatchObject({ state: undefined });
    expect(findTask(answer(), [{ ...broken, read: (() => undefined) as never }])).toMatchObject({
      state: undefined,
    });
  });
  it('findDialect looks at the dialects of the caller first', () => {
    const own = dialect('location', at('/m'));
    expect(findDialect('location', [own])).toBe(own);
    expect(findDialect('location')).not.toBe(own);
    expect(findDialect('nobody', [own])).toBeUndefined();
  });
});

describe('operation-location: where the result is', () => {
  const read = (method: string, body: object, result?: string) =>
    operationLocation.read(answer({ method, body: { status: 'Succeeded', ...body } }), {
      monitor: 'https://a.test/m',
      ...(result === undefined ? {} : { result }),
    });
  it.each<[string, object, string | undefined, object]>([
    ['POST', { resourceLocation: '/r', result: 1 }, '/l', { result: '/r' }],
    ['POST', { resourceLocation: '', result: 1 }, '/l', { data: 1 }],
    ['POST', {}, '/l', { result: '/l' }],
    ['POST', {}, undefined, { data: { status: 'Succeeded' } }],
    ['PUT', { result: 1 }, '/l', { result: '/l' }],
    ['PUT', { result: 1 }, undefined, { data: 1 }],
    ['DELETE', {}, undefined, { data: { status: 'Succeeded' } }],
  ])('%s %j, with a result at %s', (method, body, result, where) => {
    expect(read(method, body, result)).toEqual({ state: 'done', word: 'Succeeded', ...where });
  });
});

describe('judge', () => {
  const asked = (given: Partial<Parameters<typeof answer>[0]> = {}): Asked<string> => ({
    exchange: 'e',
    stopped: false,
    answer: answer({ url: 'https://a.test/m', ...given }),
  });
  it('the dialect sees the documented operation', () => {
    const seen: unknown[] = [];
    const read: Dialect['read'] = ({ operation }) => {
      seen.push(operation);
      return { state: 'running' };
    };
    const dialect: Dialect = { ...none, read };
    const operation = { method: 'POST', path: '/x' };
    judge(dialect, asked(), link, operation);
    judge(dialect, asked(), link);
    expect(seen).toEqual([operation, undefined]);
  });
  it.each(['failed', 'cancelled'] as const)('a task that is %s', (state) => {
    const reading: TaskReading = { state, problem: 'p' };
    expect(judge({ ...none, read: () => reading }, asked(), link)).toEqual({
      how: state,
      asked: asked(),
      reading,
    });
  });
  it('a reading of no known state names the states', () => {
    const found = judge({ ...none, read: (() => ({ state: 'x' })) as never }, asked(), link);
    expect(found).toMatchObject({
      how: 'malformed',
      message: expect.stringContaining('running, done, failed, cancelled, expired, unreadable'),
    });
  });
  it('a new monitor keeps the result that is known', () => {
    const moved = { ...none, read: () => ({ state: 'running', link: { monitor: '/n' } }) as const };
    const known = { monitor: 'https://a.test/m', result: 'https://a.test/r' };
    expect(judge(moved, asked(), known)).toMatchObject({
      link: { monitor: 'https://a.test/n', result: known.result },
    });
    expect(judge(moved, asked(), { monitor: known.monitor })).toMatchObject({
      link: { monitor: 'https://a.test/n' },
    });
  });
  it.each([500, 599, 408, 425, 429])('%d says nothing of the task', (status) => {
    expect(judge(none, asked({ status }), link)).toEqual({ how: 'unasked' });
  });
  it.each([
    [404, 'expired'],
    [410, 'expired'],
    [400, 'rejected'],
    [499, 'rejected'],
    [0, 'malformed'],
    [399, 'running'],
  ])('%d: %s', (status, how) => {
    expect(judge(none, asked({ status }), link).how).toBe(how);
  });
});

describe('follow', () => {
  /** Follows a task that never ends, with a clock that each wait moves. */
  async function followed(
    rules: Partial<FollowRules>,
    hintMs: number | undefined,
    leftMs = Number.POSITIVE_INFINITY,
  ) {
    let passedMs = 0;
    let asked = 0;
    const world = {
      ask: async (url: string): Promise<Asked<string>> => {
        asked++;
        return { answer: answer({ url }), exchange: 'e', hintMs, stopped: asked > 5 };
      },
      wait: async (ms: number) => {
        passedMs += ms;
        return passedMs < 1e9;
      },
      leftMs: () => leftMs - passedMs,
      random: () => 1,
    };
    const record = { dialect: 'acme', method: 'POST', path: '/x', origin: 'https://api.example', link };
    const all = { pollIntervalMs: 10, maxPollIntervalMs: 10, trustedOrigins: [], maxHintMs: 100, ...rules };
    const walk = follow(record, none, world, all, { hintMs, state: 'Begun' });
    const polls: TaskPoll[] = [];
    for (let next = await walk.next(); ; next = await walk.next()) {
      if (next.done) return { polls, ending: next.value, asked, passedMs };
      polls.push(next.value);
    }
  }
  it('a hint of maxHintMs is waited for, and a longer one is not', async () => {
    expect((await followed({}, 100)).asked).toBe(6);
    const found = await followed({}, 101);
    expect(found).toMatchObject({ asked: 0, ending: { how: 'delayed', hintMs: 101, state: 'Begun', link } });
  });
  it('a wait that would end at the deadline is not begun', async () => {
    expect((await followed({}, undefined, 10)).asked).toBe(0);
    expect((await followed({}, undefined, 11)).asked).toBe(1);
    const { polls, ending } = await followed({}, undefined, 25);
    expect(polls).toEqual([
      { number: 1, waitedMs: 10, nextPollMs: 10 },
      { number: 2, waitedMs: 10 },
    ]);
    expect(ending).toMatchObject({ how: 'delayed', state: undefined });
  });
  it('an untrusted monitor is not asked', async () => {
    const record = { dialect: 'acme', method: 'POST', path: '/x', origin: 'https://other.example', link };
    const world = {
      ask: () => Promise.reject(new Error('asked')),
      wait: async () => true,
      leftMs: () => 1e9,
      random: () => 0,
    };
    const rules = { pollIntervalMs: 1, maxPollIntervalMs: 1, trustedOrigins: [], maxHintMs: 1 };
    const walk = follow(record, none, world, rules, { hintMs: undefined, state: undefined });
    expect((await walk.next()).value).toMatchObject({
      how: 'malformed',
      message:
        "the task's monitor may not be asked: it leads to https://api.example, which is not in trustedOrigins",
    });
  });
  it('a caller that stops in a wait is not asked for', async () => {
    const { asked, ending } = await followed(
      { pollIntervalMs: 1e9, maxPollIntervalMs: 1e9 },
      undefined,
      Number.MAX_SAFE_INTEGER,
    );
    expect(asked).toBe(0);
    expect(ending).toEqual({ how: 'stopped', asked: undefined });
  });
  it.each<[number, number | undefined, number, number]>([
    // number of the poll, hint, random, wait
    [1, undefined, 1, 12],
    [1, undefined, 0, 8],
    [2, undefined, 1, 18],
    [5, undefined, 1, 40],
    [5, undefined, 0, 27],
    [1, 0, 1, 12],
    [1, 5, 0, 10],
    [1, 50, 0, 50],
    [9, 50, 1, 50],
  ])('poll %d with hint %s and random %d waits %d ms', (number, hintMs, random, wait) => {
    expect(pollWaitMs(number, hintMs, { pollIntervalMs: 10, maxPollIntervalMs: 40 }, () => random)).toBe(
      wait,
    );
  });
});

describe('the word for a state', () => {
  const read = (status: unknown, more: object = {}) =>
    stateIn(answer({ body: { status, ...more } }), 'status');
  it('has up to 64 characters', () => {
    expect(read('x'.repeat(64))?.word).toBe('x'.repeat(64));
    expect(read('x'.repeat(65))).toBeUndefined();
  });
  it.each(['In progress', 'IN__PROGRESS', 'in - progress'])('%s is the same word', (word) => {
    expect(read(word)).toEqual({ word, state: 'running', unknown: false });
  });
  it('of a field that the catalogue names, and by its words', () => {
    const task = { dialect: 'x', id: '', field: 'a.b', words: { done: ['Fin ished'] } };
    const given = started('/x', task, { body: { status: 'Running', a: { b: 'fin-ished' } } });
    expect(stateIn(given, 'status')).toEqual({ word: 'fin-ished', state: 'done', unknown: false });
    expect(stateIn({ ...given, body: { status: 'Running' } }, 'status')).toBeUndefined();
  });
});
