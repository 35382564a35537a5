import { describe, expect, it } from 'vitest';
import { location } from '../../src/delayed/dialects/location.js';
import { sameRequest } from '../../src/delayed/dialects/same-request.js';
import { isPage } from '../../src/delayed/read-result.js';
import type { TaskOperation } from '../../src/semantics/catalogue.js';
import type { Dialect } from '../../src/semantics/dialect.js';
import { cpuTime } from '../cpu-time.js';
import { answer, link } from './answers.js';

const json = { 'content-type': 'application/json' };
const error = { code: 'Quota', message: 'too many' };
const read = (dialect: Dialect, body: unknown, status = 200, headers: Record<string, string> = json) =>
  dialect.read(answer({ method: 'GET', status, body, headers }), link);

describe.each([location, sameRequest])(
  '$name: an answer is the result, unless it shows that it is none',
  (dialect) => {
    it.each<[string, unknown]>([
      ['a machine that is active', { id: 'm-1', status: 'active' }],
      ['one in capitals', { id: 'm-1', status: 'ACTIVE' }],
      ['an order that is paid', { id: 1, state: 'paid' }],
      ['a volume that is available', { status: 'available' }],
      ['a subscription on trial, though the word ends as work does', { status: 'trialing' }],
      ['a machine that has stopped', { status: 'stopped' }],
      ['a status that is a number', { status: 200 }],
      ['a status that is an object', { status: { phase: 'Running' } }],
      ['a text that contains a word', { status: 'not running' }],
      ['a nested word of somebody else', { owner: { status: 'pending' } }],
      ['an error that is none', { id: 1, error: null }],
      ['an empty error', { id: 1, error: {} }],
      ['an empty text for an error', { id: 1, error: '' }],
      ['a list', [{ status: 'running' }]],
      ['a text', 'running'],
      ['a text that was JSON', 'https://example.com/'],
      ['nothing', ''],
      ['done, as of Google', { done: true }],
      ['a percentage', { percentComplete: 100 }],
      ['a percentage that is no number', { percentComplete: 'half' }],
      ['a result that says that it succeeded', { success: true, ok: true }],
      ['an empty list of errors', { errors: [] }],
      ['a code that means no error', { errcode: 0, errmsg: 'ok' }],
      ['a text that means no error', { error_code: 'SUCCESS', error: 'none', errorCode: '00000' }],
      ['an error that is false', { error: false }],
      [
        'a name that only contains the word',
        { errorRate: 3, lastError: 'x', defaults: { a: 1 }, codes: ['x'] },
      ],
      ['a list of other things', { errors: [404] }],
      ['errors beside data (GraphQL, 7.1)', { data: { id: 1 }, errors: [{ message: 'no' }] }],
      ['a code of 0 without a message', { error_code: 0 }],
      ['a message without a code', { error_msg: 'ok' }],
      ['an empty list as the error', { error: [] }],
    ])('%s is the result', (_, body) => {
      expect(read(dialect, body)).toEqual({ state: 'done', data: body });
    });

    it.each([
      ...[
        'In progress',
        'in_progress',
        'IN-PROGRESS',
        'InProgress',
        'running',
        'Running',
        'PENDING',
        'queued',
      ],
      ...[
        'IN_QUEUE',
        'processing',
        'Not started',
        'scheduled',
        'accepted',
        'submitted',
        'Executing',
        'waiting',
      ],
      ...['creating', 'Provisioning', 'Updating', 'DELETING', 'BUILD', 'initializing', ' Running '],
    ])('%j means that the task runs', (status) => {
      const word = status.trim();
      for (const body of [
        { status },
        { state: status, id: 7 },
        { properties: { provisioningState: status } },
        { task: { status } },
        { job: { state: status } },
        { operation: { status } },
      ]) {
        expect(read(dialect, body)).toEqual({ state: 'running', word });
      }
      expect(read(dialect, { status, percentComplete: 40 })).toEqual({
        state: 'running',
        word,
        progress: 40,
      });
    });

    it.each([
      ...['Status', 'State', 'provisioningState', 'task_status', 'task_state', 'taskStatus', 'taskState'],
      ...['job_status', 'jobStatus', 'jobState', 'operation_state', 'operationStatus'],
    ])('%s has the word too', (field) => {
      expect(read(dialect, { [field]: 'In progress' })).toMatchObject({ state: 'running' });
      expect(read(dialect, { [field]: 'failed' })).toMatchObject({ state: 'failed', word: 'failed' });
      expect(read(dialect, { [field]: 'active' })).toMatchObject({ state: 'done' });
    });
    it('the status of an envelope does not hide the word of the task', () => {
      expect(read(dialect, { status: 'ok', task: { status: 'failed' } })).toMatchObject({ state: 'failed' });
      expect(read(dialect, { status: 'ok', job_status: 'running' })).toMatchObject({ state: 'running' });
    });

    it.each(['Completed', 'complete', 'Done', 'DONE', 'Succeeded', 'success', 'Successful', 'finished'])(
      '%j says that it is done',
      (status) => {
        expect(read(dialect, { status, id: 7 })).toEqual({
          state: 'done',
          word: status,
          data: { status, id: 7 },
        });
      },
    );

    it.each([
      ['failed', 'failed'],
      ['FAILURE', 'failed'],
      ['Fail', 'failed'],
      ['error', 'failed'],
      ['ERROR', 'failed'],
      ['errored', 'failed'],
      ['Timed out', 'failed'],
      ['TIMED_OUT', 'failed'],
      ['Timeout', 'failed'],
      ['Canceled', 'cancelled'],
      ['cancelled', 'cancelled'],
      ['Aborted', 'cancelled'],
    ])('%j means that the task %s, whatever the 2xx', (status, state) => {
      for (const httpStatus of [200, 201, 202]) {
        expect(read(dialect, { status, error }, httpStatus)).toEqual({
          state,
          word: status,
          problem: { error },
        });
        expect(read(dialect, { status }, httpStatus)).toEqual({ state, word: status, problem: { status } });
      }
    });

    it('a 202 means that the task runs, also with a word of success (RFC 9110, 15.3.3)', () => {
      for (const body of [
        '',
        {},
        { status: 'success' },
        { status: 'Done' },
        { status: 'active' },
        undefined,
      ]) {
        expect(read(dialect, body, 202)).toEqual({ state: 'running' });
      }
      expect(read(dialect, { status: 'Queued', percentComplete: 5 }, 202)).toEqual({
        state: 'running',
        word: 'Queued',
        progress: 5,
      });
    });

    it.each<[string, unknown, Record<string, string>]>([
      [
        'a problem by its type (RFC 9457, 3)',
        { title: 'No.' },
        { 'content-type': 'application/problem+json' },
      ],
      ['with a parameter', { detail: 'No.' }, { 'content-type': 'Application/Problem+JSON; charset=utf-8' }],
      ['a problem by its members (RFC 9457, 3.1)', { type: 'about:blank', title: 'No.', status: 500 }, json],
      ['in XML (RFC 9457, B)', '<problem/>', { 'content-type': 'application/problem+xml' }],
      ['an error with a capital letter', { Error: { Code: 'Quota', Message: 'too many' } }, json],
      ['a list of errors', { error: [error] }, json],
      ["Huawei's code and message", { error_code: 'Quota', error_msg: 'too many' }, json],
      ['the same in one word each', { errorCode: 7, errorMessage: 'too many' }, json],
      ['an error', { error }, json],
      ['an error in a word', { error: 'out of space' }, json],
      ['an error beside a word of the result', { status: 'active', error }, json],
      ['a report that says that it did not succeed', { success: false, result: null }, json],
      ['a report that is not ok', { ok: false }, json],
      ['an error in capitals (Azure Service Bus)', { Error: { Code: '401' } }, json],
      ['a code of Huawei', { error_code: 'ECS.0001', error_msg: 'no' }, json],
      ['a code in another spelling', { errCode: 'X', externalMessage: 'no' }, json],
      ['a code that is a number', { errcode: 40001 }, json],
      ['an error that is only true', { error: true, message: 'no' }, json],
      ['an error that is a number', { error: 500 }, json],
      ['a fault', { fault: { faultstring: 'no' } }, json],
      ['an exception', { exception: 'no' }, json],
      ['errors without data (JSON:API, Document Structure)', { errors: [{ detail: 'no' }] }, json],
      ['errors beside data of null (GraphQL, 7.1)', { data: null, errors: [{ message: 'no' }] }, json],
      ['errors that are texts', { errors: ['no'] }, json],
    ])('%s is a failure, whatever the 2xx', (_, body, headers) => {
      expect(read(dialect, body, 200, headers)).toEqual({ state: 'failed', problem: body });
    });

    it.each(['status', 'state', 'Status', 'State'])('the field %s may have the state', (name) => {
      expect(read(dialect, { [name]: 'Queued' })).toEqual({ state: 'running', word: 'Queued' });
    });

    it('`done: false`, or a percentComplete below 100, means that the task runs', () => {
      expect(read(dialect, { name: 'x', done: false })).toEqual({ state: 'running' });
      expect(read(dialect, { percentComplete: 40 })).toEqual({ state: 'running', progress: 40 });
      expect(read(dialect, { percentComplete: 99.5, error: {} })).toEqual({
        state: 'running',
        progress: 99.5,
      });
    });

    it.each([
      ['{"status":"Succ', json],
      ['{"a":1', { 'content-type': 'application/vnd.acme+json' }],
      [' [1, 2', {}],
      ['"text', json],
      ['<html>down</html>', json],
      [`{"a":"${'x'.repeat(100_000)}`, json],
    ])('incomplete JSON is not a result: %.20s', (body, headers) => {
      expect(read(dialect, body, 200, headers).state).toBe('unreadable');
    });

    it.each([
      ['{"a":1', { 'content-type': 'text/plain' }],
      ['{"a":1}\n{"a":2}', { 'content-type': 'application/x-ndjson' }],
      ['<html></html>', {}],
      [`{"a":"${'x'.repeat(100_000)}"}`, json],
    ])('%.20s is a result: the type is not JSON, or the JSON is complete', (body, headers) => {
      expect(read(dialect, body, 200, headers)).toEqual({ state: 'done', data: body });
    });

    it('the words of the catalogue decide for the field that it names', () => {
      const task: TaskOperation = {
        dialect: dialect.name,
        id: '',
        field: 'machine.phase',
        words: { done: ['Active', 'running'], failed: ['broken'], cancelled: ['gone'], running: ['cold'] },
      };
      const told = (phase: unknown, status = 200, of: Partial<TaskOperation> = task) =>
        dialect.read(
          answer({
            method: 'GET',
            status,
            body: { machine: { phase }, status: 'pending' },
            headers: json,
            operation: { method: 'POST', path: '/machines', task: { ...task, ...of } },
          }),
          link,
        );
      for (const word of ['active', 'ACTIVE', 'Running'])
        expect(told(word)).toMatchObject({ state: 'done', word });
      // Its word goes before the status.
      expect(told('active', 202)).toMatchObject({ state: 'done' });
      expect(told('Broken')).toMatchObject({ state: 'failed', word: 'Broken' });
      expect(told('gone')).toMatchObject({ state: 'cancelled' });
      expect(told('cold')).toEqual({ state: 'running', word: 'cold' });
      // The usual words hold beside its own, and another word is none of the result's.
      expect(told('failed')).toMatchObject({ state: 'failed' });
      expect(told('warm')).toEqual({ state: 'running', word: 'warm', unknown: true });
      // Without the field the answer is the result.
      expect(told(undefined)).toMatchObject({ state: 'done' });
    });
  },
);

describe('location', () => {
  it('Location of a 202 is the new monitor, Location of a 303 is the result', () => {
    const headers = { ...json, location: '/next' };
    expect(read(location, {}, 202, headers)).toEqual({ state: 'running', link: { monitor: '/next' } });
    expect(read(location, '', 303, headers)).toEqual({ state: 'done', result: '/next' });
    expect(read(location, { status: 'running' }, 200, headers)).toEqual({
      state: 'running',
      word: 'running',
    });
    expect(read(location, { status: 'failed' }, 202, headers)).toMatchObject({ state: 'failed' });
    for (const status of [300, 303, 304, 399]) expect(read(location, {}, status).state).toBe('unreadable');
  });
});

it('bodies and types of any length are read in linear time', () => {
  for (const unit of ['{', '[', ' ', '"', '<', 'a', '_', '\n', '-']) {
    const body = unit.repeat(500_000);
    const took = cpuTime();
    for (const type of ['application/json', '', body]) {
      read(location, body, 200, { 'content-type': type });
      read(location, { status: body.slice(0, 60), error: body }, 200, { 'content-type': type });
    }
    expect(took()).toBeLessThan(500);
  }
});

describe('isPage: an HTML page, such as a log-in page', () => {
  const html = { 'content-type': 'text/html; charset=utf-8' };
  it.each<[unknown, Record<string, string>]>([
    ['<html></html>', html],
    [' \n<!doctype html>', { 'content-type': 'Text/HTML' }],
  ])('%j', (body, headers) => {
    expect(isPage(answer({ body, headers }))).toBe(true);
  });
  it.each<[unknown, Record<string, string>]>([
    ['done <b>', html],
    ['x<', html],
    ['', html],
    [{ a: '<' }, html],
    ['<html></html>', { 'content-type': 'text/htmlx' }],
    ['<html></html>', { 'content-type': 'application/text/html' }],
    ['<html></html>', { 'content-type': 'application/xml' }],
    ['<html></html>', {}],
  ])('not %j of %j', (body, headers) => {
    expect(isPage(answer({ body, headers }))).toBe(false);
  });
});

describe('a problem by its members (RFC 9457, 3.1) has a status from 400, and a title or a detail', () => {
  it.each([
    { status: 400, title: 'No.' },
    { status: 599, detail: 'No.' },
  ])('%j', (body) => {
    expect(read(location, body).state).toBe('failed');
  });
  it.each([
    { status: 399, title: 'x' },
    { status: 400 },
    { status: '400', title: 'x' },
    { title: 'x', detail: 'y' },
    { status: 400, title: '' },
  ])('not %j', (body) => {
    expect(read(location, body).state).toBe('done');
  });
});
