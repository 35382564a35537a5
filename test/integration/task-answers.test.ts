import axios from 'axios';
import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/statuses.js';
import { attachOutcomes, type Catalogue, extendCatalogue } from '../../src/index.js';
import type { TaskOperation } from '../../src/semantics/catalogue.js';
import { faultServer, reply } from './fault-server.js';
import { type Reply, type Routes, type TaskServer, taskServer } from './task-server.js';

const delayed = { pollIntervalMs: 2, maxPollIntervalMs: 2 };
const begun: Reply = { status: 202, headers: { Location: '/monitor' } };

function clientOf({ origin }: TaskServer, catalogue: Catalogue = http) {
  return attachOutcomes(axios.create({ baseURL: origin }), { catalogue, delayed });
}
const pollsOf = ({ log }: TaskServer) => log.filter((line) => line.startsWith('GET ')).length;

/** How a task ends whose monitor answers so, and how often that was asked. */
async function ending(polls: readonly Reply[], catalogue?: Catalogue) {
  const server = await taskServer({ 'POST /jobs': [begun], 'GET /monitor': polls });
  const client = clientOf(server, catalogue);
  return [await client.complete(await client.post('/jobs')), pollsOf(server)] as const;
}

/** A catalogue whose POST /jobs starts a task that is read so. */
const named = (task: TaskOperation) =>
  extendCatalogue(http, {
    name: 'Named',
    statuses: { 200: { ...http.statuses[200], or: ['delayed'] } },
    operations: [{ method: 'POST', path: '/jobs', task }],
  });

describe('a monitor under Location that answers 200 (RFC 9110, 15.3.3)', () => {
  const error = { code: 'Quota', message: 'Too many.' };

  it('is polled again while its body says that work goes on', async () => {
    const result = { status: 'Completed', pages: 12 };
    const [ended, polls] = await ending([
      { body: { status: 'In progress' } },
      { body: { status: 'RUNNING', percentComplete: 50 } },
      { body: result },
    ]);
    expect(ended).toMatchObject({ kind: 'success', effect: 'applied', data: result });
    expect(polls).toBe(3);
  });

  it('fails the task if its body says so, with code and message', async () => {
    const [ended] = await ending([{ body: { status: 'failed', error } }]);
    expect(ended).toMatchObject({
      kind: 'failed',
      effect: 'none',
      problem: error,
      task: { ended: 'failed', state: 'failed' },
    });
    expect((await ending([{ body: { state: 'Cancelled' } }]))[0]).toMatchObject({
      task: { ended: 'cancelled' },
    });
    expect((await ending([{ body: { error } }]))[0]).toMatchObject({ kind: 'failed', problem: error });
  });

  it('fails the task by a problem (RFC 9457)', async () => {
    const problem = { type: 'https://e.example/quota', title: 'Too many.', status: 409 };
    const headers = { 'Content-Type': 'application/problem+json' };
    const [ended] = await ending([{ headers, body: problem }]);
    expect(ended).toMatchObject({ kind: 'failed', problem: { type: problem.type, title: problem.title } });
  });

  it('is malformed if its JSON is cut, or if a page came instead', async () => {
    for (const body of ['{"status":"Succ', '[1, 2', '<html>Down for maintenance.</html>']) {
      const { origin } = await faultServer((socket, seen) => {
        const isStart = seen.method === 'POST';
        const headers = isStart ? { Location: '/monitor' } : { 'Content-Type': 'application/json' };
        return reply(isStart ? 202 : 200, isStart ? '' : body, headers)(socket, seen);
      });
      const client = attachOutcomes(axios.create({ baseURL: origin }), { delayed });
      const ended = await client.complete(await client.post('/jobs'));
      expect(ended).toMatchObject({
        kind: 'malformed',
        effect: 'pending',
        issues: [{ message: 'the JSON of the answer is incomplete' }],
      });
    }
  });

  it('gives the result if the state is that of the result: a machine that is active', async () => {
    const machine = { id: 'm-1', status: 'active' };
    const [ended, polls] = await ending([{ status: 202 }, { body: machine }]);
    expect(ended).toMatchObject({ kind: 'success', data: machine });
    expect(polls).toBe(2);
  });

  it('is read by the field and the words that the catalogue names', async () => {
    const task = {
      dialect: 'location',
      id: '',
      field: 'machine.phase',
      words: { done: ['running'], failed: ['broken'] },
    };
    const machine = (phase: string) => ({ body: { machine: { phase } } });
    const [ended, polls] = await ending([machine('cold'), machine('Running')], named(task));
    expect(ended).toMatchObject({ kind: 'success', data: { machine: { phase: 'Running' } } });
    expect(polls).toBe(2);
    const [failed] = await ending([machine('broken')], named(task));
    expect(failed).toMatchObject({ kind: 'failed', task: { ended: 'failed', state: 'broken' } });
  });

  it('is read in the same way in another process', async () => {
    const task = { dialect: 'location', id: '', words: { done: ['running'] } };
    const polls = [{ body: { status: 'running' } }];
    const server = await taskServer({ 'POST /jobs': [begun], 'GET /monitor': polls });
    const outcome = await clientOf(server, named(task)).post('/jobs');
    const token = outcome.kind === 'delayed' ? (outcome.task.token ?? '') : '';
    expect(await clientOf(server, named(task)).resume(token)).toMatchObject({ kind: 'success' });
  });

  it('an unknown word is malformed in the end, and the outcome still has the task', async () => {
    const unknown: Routes = {
      'POST /jobs': [{ status: 202, headers: { 'Operation-Location': '/monitor' } }],
      'GET /monitor': [{ body: { status: 'Zombie' } }],
    };
    const server = await taskServer(unknown);
    const client = clientOf(server);
    const ended = await client.complete(await client.post('/jobs'));
    expect(ended).toMatchObject({
      kind: 'malformed',
      effect: 'pending',
      issues: [{ message: expect.stringContaining('"Zombie"') }],
      task: { token: expect.any(String) },
    });
    expect(pollsOf(server)).toBe(20);
  });
});

describe('a task that has ended in its first answer is not polled', () => {
  /** How the call's task ends, and what else the server was asked. */
  async function first(task: TaskOperation, reply: Reply, method = 'post') {
    const server = await taskServer({
      [`${method.toUpperCase()} /v1/p/jobs`]: [reply],
      'GET /result': [{ body: 7 }],
    });
    const catalogue = extendCatalogue(named(task), {
      operations: [{ method: method.toUpperCase(), path: '/v1/{project_id}/jobs', task }],
    });
    const client = clientOf(server, catalogue);
    const outcome = await client.request({ method, url: '/v1/p/jobs' });
    expect(outcome).toMatchObject({ kind: 'delayed' });
    return [await client.complete(outcome), server.log.slice(1)] as const;
  }
  const google = { dialect: 'google-operation', id: 'name' };
  const name = 'operations/noop.DONE_OPERATION';

  it.each<[string, TaskOperation, Reply, object]>([
    [
      'Google, done',
      google,
      { body: { name, done: true, response: { n: 1 } } },
      { kind: 'success', effect: 'applied', status: 200, data: { n: 1 } },
    ],
    [
      'Google, done without a response',
      google,
      { body: { name, done: true } },
      { kind: 'success', effect: 'applied' },
    ],
    [
      'Google, failed',
      google,
      { body: { name, done: true, error: { code: 3, message: 'Bad.' } } },
      { kind: 'failed', problem: { message: 'Bad.' }, task: { ended: 'failed' } },
    ],
    [
      'Google, cancelled',
      google,
      { body: { name, done: true, error: { code: 1, message: 'Stopped.' } } },
      { kind: 'failed', task: { ended: 'cancelled' } },
    ],
    [
      'a job of Huawei Cloud',
      { dialect: 'huawei-job', id: 'job_id' },
      { body: { job_id: 'j', status: 'SUCCESS', entities: { id: 1 } } },
      { kind: 'success', data: { id: 1 } },
    ],
    [
      'Operation-Location, whose answer to POST is the monitor’s',
      { dialect: 'operation-location', id: 'id' },
      {
        status: 202,
        headers: { 'Operation-Location': '/monitor' },
        body: { id: 'o', status: 'Succeeded', result: { n: 1 } },
      },
      { kind: 'success', data: { n: 1 } },
    ],
  ])('%s', async (_, task, reply, wanted) => {
    const [ended, more] = await first(task, reply);
    expect(ended).toMatchObject(wanted);
    expect(ended.attempts).toHaveLength(1);
    expect(more).toEqual([]);
  });

  it('its result is fetched if the result has its own address', async () => {
    const [ended, more] = await first(
      { dialect: 'operation-location', id: 'id' },
      {
        status: 202,
        headers: { 'Operation-Location': '/monitor' },
        body: { id: 'o', status: 'Succeeded', resourceLocation: '/result' },
      },
    );
    expect(ended).toMatchObject({ kind: 'success', data: 7 });
    expect(more).toEqual(['GET /result']);
  });

  it.each<[string, Reply]>([
    [
      'a PUT shows the resource, whose status may be its own',
      { status: 202, headers: { 'Operation-Location': '/result' }, body: { status: 'Succeeded' } },
    ],
    [
      'what stands beside Location alone may be anything',
      { status: 202, headers: { Location: '/result' }, body: { status: 'failed' } },
    ],
  ])('but %s', async (_, reply) => {
    const [, more] = await first({ dialect: 'none', id: 'none' }, reply, 'put');
    expect(more[0]).toBe('GET /result');
  });

  it('has no token, since its monitor may not exist; watch yields its end at once', async () => {
    const server = await taskServer({ 'POST /jobs': [{ body: { name, done: true, response: 5 } }] });
    const client = clientOf(server, named(google));
    const outcome = await client.post('/jobs');
    expect(outcome.kind === 'delayed' && outcome.task).not.toHaveProperty('token');
    const polls = [];
    for await (const poll of client.watch(outcome)) polls.push(poll);
    expect(polls).toEqual([
      { number: 0, waitedMs: 0, outcome: expect.objectContaining({ kind: 'success', data: 5 }) },
    ]);
  });
});

describe('no server causes a storm of polls, or delays the tasks of another server', () => {
  it('a Retry-After of a millisecond is waited for as long as the interval', async () => {
    const runs = { status: 202, headers: { 'Retry-After': '0.001' } };
    const server = await taskServer({
      'POST /jobs': [{ ...begun, ...runs, headers: { ...begun.headers, ...runs.headers } }],
      'GET /monitor': [runs],
    });
    const client = attachOutcomes(axios.create({ baseURL: server.origin }), {
      delayed: { pollIntervalMs: 40 },
    });
    await client.complete(await client.post('/jobs'), { deadlineMs: 210 });
    expect(pollsOf(server)).toBeLessThanOrEqual(5);
    expect(pollsOf(server)).toBeGreaterThanOrEqual(3);
  });

  it('a silent server delays only its own tasks', async () => {
    const silent = await taskServer({ 'POST /jobs': [begun], 'GET /monitor': [{ fault: 'silence' }] });
    const other = await taskServer({ 'POST /jobs': [begun], 'GET /monitor': [{ body: { n: 1 } }] });
    const client = attachOutcomes(axios.create(), { delayed: { ...delayed, concurrency: 2 } });
    const stop = new AbortController();
    const stuck = await Promise.all([1, 2, 3, 4].map(() => client.post(`${silent.origin}/jobs`)));
    const watched = stuck.map((outcome) => client.complete(outcome, { signal: stop.signal }));
    await expect.poll(() => pollsOf(silent), { interval: 2 }).toBe(2);
    expect(await client.complete(await client.post(`${other.origin}/jobs`))).toMatchObject({
      kind: 'success',
    });
    stop.abort();
    for (const outcome of await Promise.all(watched)) expect(outcome.kind).toBe('cancelled');
  });
});
