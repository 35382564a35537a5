import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { googleOperation } from '../../src/delayed/dialects/google-operation.js';
import { sameRequest } from '../../src/delayed/dialects/same-request.js';
import { builtInDialects, findDialect } from '../../src/delayed/start.js';
import { stateOf, wordOf } from '../../src/delayed/state-words.js';
import type { Dialect } from '../../src/semantics/dialect.js';
import { answer, link } from './answers.js';

describe('state words are compared whole, in any case (docs/delayed-tasks.md, How a monitor is found)', () => {
  it.each([
    ['Succeeded', 'done'],
    ['SUCCESS', 'done'],
    ['failed', 'failed'],
    ['FAIL', 'failed'],
    ['Canceled', 'cancelled'],
    ['CANCELLED', 'cancelled'],
    ['Completed', 'done'],
    ['Done', 'done'],
    ['Timed out', 'failed'],
    ['Aborted', 'cancelled'],
    ...[
      'NotStarted',
      'InProgress',
      'Running',
      'Accepted',
      'Creating',
      'Updating',
      'Deleting',
      'Canceling',
    ].map((word) => [word, 'running']),
    ['NotSucceeded', 'running'],
    ['PartiallySucceeded', 'running'],
    ['Failing', 'running'],
    ['Undone', 'running'],
    ['Done by Ann', 'running'],
    ['constructor', 'running'],
  ])('%s is %s', (word, state) => {
    expect(stateOf(word)).toBe(state);
  });

  it('other values are not words', () => {
    expect(wordOf(' Succeeded ')).toBe('Succeeded');
    for (const value of ['', '  ', 5, null, undefined, {}, ['Succeeded'], 'x'.repeat(100_000)]) {
      expect(wordOf(value)).toBeUndefined();
    }
  });
});

describe('an unknown state word', () => {
  const bodies: readonly (readonly [string, (word: string) => unknown])[] = [
    ['operation-location', (status) => ({ status })],
    ['azure-async-operation', (status) => ({ status })],
    ['azure-provisioning-state', (provisioningState) => ({ properties: { provisioningState } })],
    ['huawei-job', (status) => ({ status })],
  ];
  it.each(bodies)('%s marks it as unknown, except for a word that ends in -ing', (name, bodyOf) => {
    const read = (word: string) => findDialect(name)?.read(answer({ body: bodyOf(word) }), link);
    expect(read('Zombie')).toEqual({ state: 'running', word: 'Zombie', unknown: true });
    for (const word of ['Running', 'PENDING', 'Copying', 'accepted', 'Not started']) {
      expect(read(word)).toEqual({ state: 'running', word });
    }
  });
  it.each(bodies)('%s knows it if the operation of the catalogue names it', (name, bodyOf) => {
    const task = { dialect: name, id: 'id', words: { done: ['Zombie'], running: ['Half Done'] } };
    const operation = { method: 'POST', path: '/things', task };
    const read = (word: string) => findDialect(name)?.read(answer({ body: bodyOf(word), operation }), link);
    expect(read('zombie')).toMatchObject({ state: 'done', word: 'zombie' });
    expect(read('half_done')).toEqual({ state: 'running', word: 'half_done' });
    expect(read('Failed')).toMatchObject({ state: 'failed' });
  });
});

describe('the built-in dialects', () => {
  const chosen = (given: Parameters<typeof answer>[0]) =>
    builtInDialects.find((dialect) => dialect.start(answer(given)) !== undefined)?.name;
  const headers = { 'operation-location': '/o', 'azure-asyncoperation': '/a', location: '/l' };
  const body = { name: 'operations/7', properties: { provisioningState: 'Creating' } };

  it('are tried in their order (docs/delayed-tasks.md, How a monitor is found)', () => {
    const given = { method: 'GET', status: 202, body };
    expect(chosen({ ...given, headers })).toBe('operation-location');
    expect(chosen({ ...given, headers: { ...headers, 'operation-location': '' } })).toBe(
      'azure-async-operation',
    );
    expect(chosen({ ...given, headers: { location: '/l' } })).toBe('location');
    expect(chosen({ ...given, method: 'PUT' })).toBe('azure-provisioning-state');
    expect(chosen(given)).toBe('google-operation');
    expect(chosen({ ...given, body: {} })).toBe('same-request');
    expect(chosen({ ...given, method: 'POST', body: {} })).toBeUndefined();
  });

  it('have unique names, and are found after the dialects of the caller', () => {
    expect(new Set(builtInDialects.map(({ name }) => name)).size).toBe(builtInDialects.length);
    expect(findDialect('google-operation')).toBe(googleOperation);
    expect(findDialect('none')).toBeUndefined();
    const mine: Dialect = { ...sameRequest, name: 'google-operation' };
    expect(findDialect('google-operation', [mine])).toBe(mine);
  });
});

describe('no answer makes a dialect throw, or repeat a long text of the server', () => {
  const names = ['status', 'task_status', 'name', 'done', 'error', 'response', 'metadata', 'properties'];
  const more = [
    'provisioningState',
    'task_id',
    'job_id',
    'fail_reason',
    'entities',
    '__proto__',
    'resourceLocation',
  ];
  const words = ['Succeeded', 'FAILED_X', 'operations/1', 'SUCCESS_X', '..', '\uD800', 'x'.repeat(100_000)];
  const { body } = fc.letrec((tie) => ({
    body: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...words, true, false, null, undefined, 1, 5, 1e308),
      fc.string(),
      fc.array(tie('body'), { maxLength: 3 }),
      // As JSON.parse makes them: `__proto__` is a field of their own.
      fc
        .array(fc.tuple(fc.constantFrom(...names, ...more), tie('body')), { maxLength: 6 })
        .map((pairs) => Object.fromEntries(pairs)),
    ),
  }));
  const answers = fc.record({
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'),
    url: fc.oneof(
      fc.webUrl(),
      fc.string({ minLength: 1 }),
      fc.constant('https://a.example/v3/p/keypairs/associate'),
    ),
    status: fc.constantFrom(200, 201, 202, 204, 206, 299, 300, 303, 304, 399),
    headers: fc.dictionary(
      fc.constantFrom('location', 'operation-location', 'azure-asyncoperation', '__proto__'),
      fc.oneof(fc.string(), fc.constant('/'.repeat(100_000))),
    ),
    body,
  });
  const states = ['running', 'done', 'failed', 'cancelled', 'unreadable'];

  it.each(builtInDialects)('$name', (dialect) => {
    const operation = {
      method: 'POST',
      path: '/v3/{project_id}/keypairs/associate',
      task: { dialect: dialect.name, id: '__proto__' },
    };
    fc.assert(
      fc.property(answers, fc.constantFrom('task_id', 'job_id', 'name', '__proto__'), (given, id) => {
        const told = { ...given, operation: { ...operation, task: { ...operation.task, id } } };
        for (const each of [given, told]) {
          const found = dialect.start(each);
          if (found !== undefined) expect(found.monitor).not.toBe('');
          const reading = dialect.read(each, found ?? link);
          expect(states).toContain(reading.state);
          if (reading.state === 'unreadable') expect(reading.message.length).toBeLessThan(100);
          if ('word' in reading) expect(reading.word?.length).toBeLessThan(65);
          if (given.status >= 300 && given.status !== 303) expect(reading.state).toBe('unreadable');
        }
      }),
      { numRuns: 300 },
    );
  });
});
