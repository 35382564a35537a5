import { EventEmitter, getEventListeners } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import axios, { type AxiosInstance } from 'axios';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { http } from '../../src/catalogues/http/statuses.js';
import {
  attachOutcomes,
  type DelayedOptions,
  type Dialect,
  defineDialect,
  extendCatalogue,
  type OutcomeClient,
  type OutcomeOptions,
  TokenError,
} from '../../src/index.js';
import { stopwatch } from '../stopwatch.js';
import { type Reply, type Routes, type TaskServer, taskServer } from './task-server.js';

const quick = { pollIntervalMs: 2, maxPollIntervalMs: 2 };
const begun: Reply = { status: 202, headers: { Location: '/monitor' } };
const runs: Reply = { status: 202 };
const done: Reply = { body: { pages: 12 } };

type Client = OutcomeClient<typeof http>;
type Options = Omit<OutcomeOptions<typeof http>, 'delayed' | 'catalogue'> & { delayed?: DelayedOptions };

/** A task under way, at a server whose monitor answers with these replies. */
async function task(
  polls: readonly Reply[],
  options: Options = {},
  more: Routes = {},
  defaults: object = {},
) {
  const server = await taskServer({ 'POST /jobs': [begun], 'GET /monitor': polls, ...more });
  const instance = axios.create({ baseURL: server.origin, ...defaults });
  const client = clientOf(instance, options);
  const outcome = await client.post('/jobs', { a: 1 });
  return { server, instance, client, outcome };
}

function clientOf(instance: AxiosInstance, { delayed, ...options }: Options = {}): Client {
  const retry = { baseDelayMs: 1, throttleDelayMs: 1 };
  return attachOutcomes(instance, { retry, ...options, delayed: { ...quick, ...delayed } });
}

const pollsOf = ({ log }: TaskServer) => log.filter((line) => line.startsWith('GET /monitor')).length;
const gaps = ({ received }: TaskServer) =>
  received.slice(1).map(({ at }, index) => at - (received[index]?.at ?? 0));

describe('when a monitor is asked (docs/delayed-tasks.md, When it is asked)', () => {
  it('the first poll comes after the wait, not at once', async () => {
    const { server, client, outcome } = await task([done], {
      delayed: { pollIntervalMs: 100, maxPollIntervalMs: 100 },
    });
    await client.complete(outcome);
    // A fifth less than the interval, at most.
    expect(gaps(server)[0]).toBeGreaterThanOrEqual(66);
  });

  it('each wait is 1.5 times the wait before, up to the limit', async () => {
    const { client, outcome } = await task([runs, runs, runs, runs, runs, done], {
      delayed: { pollIntervalMs: 4, maxPollIntervalMs: 12 },
    });
    const waits: number[] = [];
    await client.complete(outcome, { onPoll: ({ waitedMs }) => waits.push(waitedMs) });
    for (const [index, pace] of [4, 6, 9, 13.5, 20, 30].entries()) {
      const longest = Math.min(pace * 1.2, 12);
      expect(waits[index]).toBeLessThanOrEqual(Math.round(longest));
      expect(waits[index]).toBeGreaterThanOrEqual(Math.round((longest * 2) / 3));
    }
  });

  it('a Retry-After of the start and of each poll is never undercut (RFC 9110, 10.2.3)', async () => {
    const server = await taskServer({
      'POST /jobs': [{ ...begun, headers: { Location: '/monitor', 'retry-after-ms': '60' } }],
      'GET /monitor': [{ ...runs, headers: { 'retry-after-ms': '80' } }, done],
    });
    const client = clientOf(axios.create({ baseURL: server.origin }));
    const ended = await client.complete(await client.post('/jobs'));
    expect(ended.kind).toBe('success');
    const [first = 0, second = 0] = gaps(server);
    expect(first).toBeGreaterThanOrEqual(60);
    expect(second).toBeGreaterThanOrEqual(80);
  });

  it('a Retry-After of 0 still has a wait', async () => {
    const now = { 'Retry-After': '0' };
    const { client, outcome } = await task([{ ...runs, headers: now }, { ...runs, headers: now }, done], {
      delayed: { pollIntervalMs: 15, maxPollIntervalMs: 15 },
    });
    const waits: number[] = [];
    await client.complete(outcome, { onPoll: ({ waitedMs }) => waits.push(waitedMs) });
    for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(10);
  });

  it('a Retry-After over maxHintMs is not waited for: the outcome is delayed, with retryAt', async () => {
    const { client, outcome, server } = await task([{ ...runs, headers: { 'Retry-After': '3600' } }, done]);
    const left = await client.complete(outcome);
    expect(left).toMatchObject({ kind: 'delayed', task: { retryAfterMs: 3_600_000 } });
    expect(pollsOf(server)).toBe(1);
  });
});

describe('one deadline over everything', () => {
  it('leaves the outcome delayed, with the last state and token', async () => {
    const server = await taskServer({
      'POST /jobs': [{ status: 202, headers: { 'Operation-Location': '/operations/1' } }],
      'GET /operations/1': [
        { body: { status: 'Running' }, headers: { 'Operation-Location': '/operations/1/moved' } },
      ],
      'GET /operations/1/moved': [
        { body: { status: 'Copying' }, headers: { 'Retry-After': '50' } },
        { body: { status: 'Succeeded', result: 5 } },
      ],
    });
    const client = clientOf(axios.create({ baseURL: server.origin }));
    const outcome = await client.post('/jobs');
    const left = await client.complete(outcome, { deadlineMs: 40_000 });
    expect(left).toMatchObject({
      kind: 'delayed',
      effect: 'pending',
      task: { monitor: `${server.origin}/operations/1/moved`, state: 'Copying', retryAfterMs: 50_000 },
    });
    const asked = server.received.length;
    const other = clientOf(axios.create({ baseURL: server.origin }));
    const ended = await other.resume(left.kind === 'delayed' ? (left.task.token ?? '') : '');
    expect(ended).toMatchObject({ kind: 'success', data: 5 });
    expect(server.log.slice(asked)).toEqual(['GET /operations/1/moved']);
  });

  it('cuts off a poll that hangs', async () => {
    const { client, outcome } = await task([{ fault: 'silence' }]);
    const took = stopwatch();
    expect(await client.complete(outcome, { deadlineMs: 80 })).toMatchObject({ kind: 'delayed' });
    expect(took()).toBeLessThan(400);
  });

  it('the deadline of a request counts for each poll, and the task has its own deadline', async () => {
    const { client, outcome, server } = await task([{ fault: 'silence' }, runs, done], {
      // The two polls that are answered have to be within it too.
      retry: { deadlineMs: 400, retries: 0 },
    });
    expect((await client.complete(outcome, { deadlineMs: 60_000 })).kind).toBe('success');
    expect(pollsOf(server)).toBe(3);
  });

  it('`delayed.deadlineMs` of the client counts for its tasks', async () => {
    const { client, outcome } = await task([runs], { delayed: { deadlineMs: 30 } });
    expect((await client.complete(outcome)).kind).toBe('delayed');
  });

  it('holds for a task that waits for its turn', async () => {
    const { client, outcome, server } = await task([{ fault: 'silence' }], { delayed: { concurrency: 1 } });
    const stop = new AbortController();
    const first = client.complete(outcome, { signal: stop.signal });
    await expect.poll(() => pollsOf(server)).toBe(1);
    const took = stopwatch();
    expect(await client.complete(outcome, { deadlineMs: 60 })).toMatchObject({ kind: 'delayed' });
    expect(took()).toBeLessThan(400);
    stop.abort();
    expect((await first).kind).toBe('cancelled');
  });
});

describe('stopping to watch stops nothing else', () => {
  it.each([
    ['while it waits', [runs], 10_000],
    ['while the monitor is asked', [{ fault: 'silence' } as const], 2],
  ])('abort %s settles at once, as cancelled, and leaves no listener', async (_, polls, pollIntervalMs) => {
    const { client, outcome } = await task(polls, {
      delayed: { pollIntervalMs, maxPollIntervalMs: pollIntervalMs },
    });
    const stop = new AbortController();
    const ended = client.complete(outcome, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    expect(await ended).toMatchObject({ kind: 'cancelled', effect: 'pending', reason: 'enough' });
    await expect.poll(() => getEventListeners(stop.signal, 'abort').length).toBe(0);
  });

  it('an aborted signal asks nothing', async () => {
    const { client, outcome, server } = await task([done]);
    expect((await client.complete(outcome, { signal: AbortSignal.abort() })).kind).toBe('cancelled');
    expect(pollsOf(server)).toBe(0);
  });

  it('an abort removes a task that waits for its turn, and the next task gets the turn', async () => {
    const { client, outcome, server } = await task([{ ...runs, afterMs: 400 }, done], {
      delayed: { concurrency: 1 },
    });
    const stop = new AbortController();
    const first = client.complete(outcome);
    await expect.poll(() => pollsOf(server), { interval: 5 }).toBe(1);
    const second = client.complete(outcome, { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    expect((await second).kind).toBe('cancelled');
    expect((await first).kind).toBe('success');
    expect(pollsOf(server)).toBe(2);
  });

  it('an early break ends the polls', async () => {
    const { client, outcome, server } = await task([runs]);
    for await (const poll of client.watch(outcome)) if (poll.number === 2) break;
    const asked = pollsOf(server);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([asked, pollsOf(server)]).toEqual([2, 2]);
  });

  it('an error of onPoll is thrown, and ends the polls', async () => {
    const { client, outcome, server } = await task([runs]);
    const onPoll = () => {
      throw new RangeError('mine');
    };
    await expect(client.complete(outcome, { onPoll })).rejects.toThrow(new RangeError('mine'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pollsOf(server)).toBe(1);
  });

  it('nothing is cancelled at the server', async () => {
    const { client, outcome, server } = await task([runs]);
    const stop = new AbortController();
    const ended = client.complete(outcome, { signal: stop.signal });
    await expect.poll(() => pollsOf(server)).toBeGreaterThan(1);
    stop.abort();
    await ended;
    expect(server.received.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });
});

describe('a poll that fails does not fail the task', () => {
  it.each(['http', 'fetch'])('503s, 429s, resets and garbage pass, over %s', async (adapter) => {
    const replies: readonly Reply[] = [
      { status: 503 },
      { fault: 'reset' },
      { status: 429 },
      { status: 500, body: { error: { code: 'X', message: 'broken' } } },
      runs,
      { status: 502 },
      done,
    ];
    const retry = { retries: 0 };
    const { client, outcome, server } = await task(replies, { retry }, {}, { adapter });
    const polls: number[] = [];
    const ended = await client.complete(outcome, { onPoll: ({ number }) => polls.push(number) });
    expect(ended).toMatchObject({ kind: 'success', data: { pages: 12 } });
    expect(polls).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(pollsOf(server)).toBe(7);
  });

  it('a poll is retried by the policy: three requests are one poll', async () => {
    const { client, outcome, server } = await task([{ status: 503 }, { fault: 'reset' }, done]);
    const polls: number[] = [];
    const ended = await client.complete(outcome, { onPoll: ({ number }) => polls.push(number) });
    expect(ended).toMatchObject({ kind: 'success' });
    expect(ended.attempts.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect([polls, pollsOf(server)]).toEqual([[1], 3]);
  });

  it('the retries of a poll are paid from the budget', async () => {
    const taken: string[] = [];
    const { client, outcome, server } = await task(
      [{ status: 503 }, { status: 503 }, { status: 503 }, done],
      {
        retry: {
          baseDelayMs: 1,
          retries: 3,
          budget: { take: (origin) => taken.push(origin) > 0, succeeded: () => {} },
        },
      },
    );
    expect((await client.complete(outcome)).kind).toBe('success');
    expect(taken).toHaveLength(3);
    expect(pollsOf(server)).toBe(4);
  });

  it('the Retry-After of a failing poll is the wait before the next', async () => {
    const { client, outcome, server } = await task([
      { status: 503, headers: { 'retry-after-ms': '1100' } },
      done,
    ]);
    const waits: number[] = [];
    await client.complete(outcome, { onPoll: ({ waitedMs }) => waits.push(waitedMs) });
    expect(waits[1]).toBe(1_100);
    expect(gaps(server)[1]).toBeGreaterThanOrEqual(1_100);
  });

  it('a monitor that keeps failing leaves the task delayed', async () => {
    const { client, outcome } = await task([{ status: 503 }], { retry: false });
    const left = await client.complete(outcome);
    expect(left).toMatchObject({ kind: 'delayed', task: { token: expect.any(String) } });
  });

  it('a bug in an interceptor is thrown', async () => {
    const { client, outcome, instance } = await task([done]);
    instance.interceptors.request.use(() => {
      throw new RangeError('a bug');
    });
    await expect(client.complete(outcome)).rejects.toThrow(new RangeError('a bug'));
  });
});

describe('endings', () => {
  it.each([404, 410])(
    '%i on the monitor: its record expired, and nobody knows how it ended',
    async (status) => {
      const { client, outcome } = await task([
        runs,
        { status, body: { error: { code: 'Gone', message: 'no such' } } },
      ]);
      const numbers: number[] = [];
      const ended = await client.complete(outcome, { onPoll: ({ number }) => numbers.push(number) });
      expect(ended).toMatchObject({
        kind: 'failed',
        effect: 'unknown',
        httpStatus: status,
        problem: { code: 'Gone' },
        task: { ended: 'expired' },
      });
      expect(numbers).toEqual([1, 2]);
    },
  );

  it('403 on the monitor is rejected, as for any request', async () => {
    const { client, outcome } = await task([{ status: 403 }]);
    expect(await client.complete(outcome)).toMatchObject({
      kind: 'rejected',
      status: 403,
      effect: 'unknown',
    });
  });

  it('401 renews the credentials and goes on', async () => {
    let token = 'old';
    const { client, outcome } = await task([{ status: 401 }, done], {
      retry: {
        reauthenticate: () => {
          token = 'new';
        },
        beforeAttempt: ({ headers }) => headers.set('X-Token', token),
      },
    });
    expect((await client.complete(outcome)).kind).toBe('success');
    expect(token).toBe('new');
  });

  it('204 is a task without a result', async () => {
    const { client, outcome } = await task([{ status: 204 }]);
    expect(await client.complete(outcome)).toMatchObject({ kind: 'empty', status: 204, effect: 'applied' });
  });

  it('a done task whose result is gone has effect applied', async () => {
    const { client, outcome } = await task([{ status: 303, headers: { Location: '/nowhere' } }]);
    expect(await client.complete(outcome)).toMatchObject({
      kind: 'rejected',
      status: 404,
      effect: 'applied',
    });
  });

  it('a result is fetched by the retry policy', async () => {
    const { client, outcome, server } = await task(
      [{ status: 303, headers: { Location: '/result' } }],
      {},
      {
        'GET /result': [{ status: 503 }, { fault: 'reset' }, done],
      },
    );
    expect(await client.complete(outcome)).toMatchObject({ kind: 'success', data: { pages: 12 } });
    expect(server.log.slice(-3)).toEqual(['GET /result', 'GET /result', 'GET /result']);
  });

  it.each([301, 302, 303, 307, 308])(
    'a result that moved by %d is fetched where it is (RFC 9110, 15.4)',
    async (status) => {
      const { client, outcome, server } = await task(
        [{ status: 303, headers: { Location: '/result' } }],
        {},
        { 'GET /result': [{ status, headers: { Location: '/there' } }], 'GET /there': [done] },
      );
      expect(await client.complete(outcome)).toMatchObject({ kind: 'success', data: { pages: 12 } });
      expect(server.log.slice(-2)).toEqual(['GET /result', 'GET /there']);
    },
  );

  it('an answer without the state of the task is malformed, with the reason and the task', async () => {
    const server = await taskServer({
      'POST /jobs': [{ status: 202, headers: { 'Operation-Location': '/operations/1' } }],
      'GET /operations/1': [{ body: { login: 'please' } }],
    });
    const client = clientOf(axios.create({ baseURL: server.origin }));
    const outcome = await client.post('/jobs');
    expect(await client.complete(outcome)).toMatchObject({
      kind: 'malformed',
      effect: 'pending',
      issues: [{ message: 'the monitor has no status that can be read' }],
      task: { token: expect.any(String) },
    });
  });

  it('any other outcome is returned as it is', async () => {
    const server = await taskServer({ 'GET /a': [done] });
    const client = clientOf(axios.create({ baseURL: server.origin }));
    const outcome = await client.get('/a');
    expect(await client.complete(outcome)).toBe(outcome);
    for await (const poll of client.watch(outcome)) expect(poll).toEqual({ number: 0, waitedMs: 0, outcome });
  });

  it('an answer that no dialect knows stays delayed, and never becomes a success', async () => {
    const server = await taskServer({ 'POST /jobs': [{ status: 202, body: {} }] });
    const client = clientOf(axios.create({ baseURL: server.origin }));
    const outcome = await client.post('/jobs');
    expect(outcome).toMatchObject({ kind: 'delayed', task: {} });
    expect(await client.complete(outcome)).toBe(outcome);
    expect(server.log).toEqual(['POST /jobs']);
  });

  it('the result is checked against the schema of the call', async () => {
    const server = await taskServer({ 'POST /jobs': [begun], 'GET /monitor': [done] });
    const client = clientOf(axios.create({ baseURL: server.origin }));
    const outcome = await client.post('/jobs', {}, { responses: { 200: z.object({ pages: z.string() }) } });
    expect(await client.complete(outcome)).toMatchObject({ kind: 'malformed', effect: 'applied' });
  });
});

describe('addresses', () => {
  it('a monitor of 4 kB is followed', async () => {
    const long = `/monitor?state=${'x'.repeat(4_000)}`;
    const server = await taskServer({
      'POST /jobs': [{ status: 202, headers: { Location: long } }],
      'GET /monitor': [runs, done],
    });
    const client = clientOf(axios.create({ baseURL: server.origin }));
    expect((await client.complete(await client.post('/jobs'))).kind).toBe('success');
    expect(server.log.slice(1)).toEqual([`GET ${long}`, `GET ${long}`]);
  });

  it('the same request is sent again with its parameters, each once', async () => {
    const server = await taskServer({ 'GET /stats': [{ status: 202 }, { status: 202 }, done] });
    const instance = axios.create({ baseURL: server.origin, params: { version: 5 } });
    instance.interceptors.request.use((config) => {
      config.params = { ...config.params, tenant: 't' };
      return config;
    });
    const client = clientOf(instance);
    expect((await client.complete(await client.get('/stats', { params: { week: 7 } }))).kind).toBe('success');
    const queries = server.received.map(({ url }) => [...new URL(url, server.origin).searchParams].sort());
    const wanted = [
      ['tenant', 't'],
      ['version', '5'],
      ['week', '7'],
    ];
    expect(queries).toEqual([wanted, wanted, wanted]);
  });

  it('polls have the headers of the call, except those of its body and its method', async () => {
    const server = await taskServer({ 'POST /jobs': [begun], 'GET /monitor': [done] });
    const client = clientOf(axios.create({ baseURL: server.origin }));
    const headers = {
      'X-Auth-Token': 'mine',
      'Idempotency-Key': 'k',
      'If-Match': '"1"',
      'X-HTTP-Method-Override': 'DELETE',
    };
    await client.complete(await client.post('/jobs', { a: 1 }, { headers }));
    const sent: IncomingHttpHeaders = server.received[1]?.headers ?? {};
    expect(sent['x-auth-token']).toBe('mine');
    for (const name of ['content-type', 'idempotency-key', 'if-match', 'x-http-method-override']) {
      expect(sent[name]).toBeUndefined();
    }
  });

  it('an interceptor that returns response.data does not matter', async () => {
    const { client, outcome, instance } = await task([runs, done]);
    instance.interceptors.response.use(({ data }) => data);
    expect(await client.complete(outcome)).toMatchObject({ kind: 'success', data: { pages: 12 } });
  });
});

describe('final GET rules of Azure (Azure Resource Manager, Track asynchronous operations)', () => {
  const azure = extendCatalogue(http, {
    name: 'Azure',
    statuses: {
      200: { ...http.statuses[200], or: ['delayed'] },
      201: { ...http.statuses[201], or: ['delayed'] },
    },
  });
  const succeeded = { body: { status: 'Succeeded', properties: { output: 1 } } };
  it.each([
    ['put', 201, '/things/1', ['GET /things/1'], { own: true }],
    ['patch', 200, '/things/1', ['GET /things/1'], { own: true }],
    ['post', 202, '/results/1', ['GET /results/1'], { result: true }],
    ['post', 202, undefined, [], { output: 1 }],
    ['delete', 202, undefined, [], { output: 1 }],
  ])('%s, %i, Location %s: %j', async (method, status, location, finalGets, data) => {
    const server = await taskServer({
      [`${method.toUpperCase()} /things/1`]: [
        {
          status,
          headers: { 'Azure-AsyncOperation': '/operations/1', ...(location ? { Location: location } : {}) },
        },
      ],
      'GET /operations/1': [{ body: { status: 'InProgress' } }, succeeded],
      'GET /things/1': [{ body: { own: true } }],
      'GET /results/1': [{ body: { result: true } }],
    });
    const client = attachOutcomes(axios.create({ baseURL: server.origin }), {
      catalogue: azure,
      delayed: quick,
    });
    const ended = await client.complete(await client.request({ method, url: '/things/1' }));
    expect(ended).toMatchObject({ kind: 'success', data });
    expect(server.log.slice(1)).toEqual(['GET /operations/1', 'GET /operations/1', ...finalGets]);
  });
});

describe('a status that may start a task starts one only if the answer says so', () => {
  const azure = extendCatalogue(http, {
    name: 'Azure',
    statuses: {
      200: { ...http.statuses[200], or: ['delayed'] },
      201: { ...http.statuses[201], or: ['delayed'] },
    },
  });
  const resource = (provisioningState: unknown) => ({ properties: { provisioningState } });
  it.each([
    ['put', 201, resource('Creating'), 'delayed'],
    ['put', 201, resource('Succeeded'), 'success'],
    ['put', 201, {}, 'success'],
    // Somebody else's task: the resource is what was asked for.
    ['get', 200, resource('Updating'), 'success'],
    ['post', 201, resource('Creating'), 'success'],
  ])('%s %i %j: %s', async (method, status, body, kind) => {
    const server = await taskServer({ [`${method.toUpperCase()} /r`]: [{ status, body }] });
    const client = attachOutcomes(axios.create({ baseURL: server.origin }), { catalogue: azure });
    expect((await client.request({ method, url: '/r' })).kind).toBe(kind);
  });
});

describe('many tasks', () => {
  it('no more polls run at once than `concurrency` allows, and each task ends', async () => {
    const busy = new EventEmitter();
    let running = 0;
    let most = 0;
    busy.on('change', (by: number) => {
      running += by;
      most = Math.max(most, running);
    });
    const server = await taskServer({ 'POST /jobs': [begun], 'GET /monitor': [done] });
    const instance = axios.create({ baseURL: server.origin });
    const client = clientOf(instance, { delayed: { concurrency: 3 } });
    const outcome = await client.post('/jobs');
    instance.interceptors.request.use((config) => {
      busy.emit('change', 1);
      return config;
    });
    instance.interceptors.response.use((response) => {
      busy.emit('change', -1);
      return response;
    });
    const ended = await Promise.all(Array.from({ length: 40 }, () => client.complete(outcome)));
    expect(ended.every(({ kind }) => kind === 'success')).toBe(true);
    expect([most, pollsOf(server)]).toEqual([3, 40]);
  });
});

describe('cancel works only if the dialect has it', () => {
  it('Google: POST {name}:cancel, and the next poll says how the task ended (AIP-151)', async () => {
    const google = extendCatalogue(http, {
      name: 'Google',
      statuses: { 200: { ...http.statuses[200], or: ['delayed'] } },
      operations: [{ method: 'POST', path: '/v1/things', task: { dialect: 'google-operation', id: 'name' } }],
    });
    const server = await taskServer({
      'POST /v1/things': [{ body: { name: 'operations/1' } }],
      'POST /v1/operations/1:cancel': [{ body: {} }],
      'GET /v1/operations/1': [
        { body: { name: 'operations/1', done: true, error: { code: 1, message: 'stopped' } } },
      ],
    });
    const client = attachOutcomes(axios.create({ baseURL: server.origin }), {
      catalogue: google,
      delayed: quick,
    });
    const outcome = await client.post('/v1/things', {});
    if (outcome.kind !== 'delayed') throw new Error(outcome.kind);
    expect(outcome.task.cancellable).toBe(true);
    expect(await client.cancel(outcome)).toMatchObject({ kind: 'success', httpStatus: 200 });
    expect(await client.complete(outcome)).toMatchObject({ kind: 'failed', task: { ended: 'cancelled' } });
    expect(server.log).toEqual(['POST /v1/things', 'POST /v1/operations/1:cancel', 'GET /v1/operations/1']);
  });

  it('without it, cancel says that the API has no such request, and sends nothing', async () => {
    const { client, outcome, server } = await task([runs]);
    if (outcome.kind !== 'delayed') throw new Error(outcome.kind);
    expect(outcome.task).not.toHaveProperty('cancellable');
    await expect(client.cancel(outcome)).rejects.toThrow(
      /POST \/jobs cannot be cancelled: its API \(location\)/,
    );
    expect(server.log).toEqual(['POST /jobs']);
  });
});

describe('a dialect of the user’s own', () => {
  const acme = defineDialect({
    name: 'acme-job',
    start: ({ headers }) => (headers['x-job'] ? { monitor: `/jobs/${headers['x-job']}` } : undefined),
    read: ({ headers }) =>
      headers['x-state'] === 'over' ? { state: 'done', data: headers['x-job'] } : { state: 'running' },
  });
  const routes: Routes = {
    'POST /jobs': [{ status: 202, headers: { 'X-Job': '7', Location: '/elsewhere' } }],
    'GET /jobs/7': [{}, { headers: { 'X-State': 'over', 'X-Job': '7' } }],
  };

  it('is tried before the built-in dialects, also for an outcome of the instance', async () => {
    const server = await taskServer(routes);
    const instance = axios.create({ baseURL: server.origin });
    const client = clientOf(instance, { delayed: { dialects: [acme] } });
    expect(await client.complete(await client.post('/jobs'))).toMatchObject({ kind: 'success', data: '7' });
    const outcome = await client.outcomeOf(instance.post('/jobs'));
    expect(await client.complete(outcome)).toMatchObject({ kind: 'success', data: '7' });
  });

  it('may come with a catalogue', async () => {
    const server = await taskServer(routes);
    const catalogue = extendCatalogue(http, { name: 'Acme', dialects: [acme] });
    const client = attachOutcomes(axios.create({ baseURL: server.origin }), { catalogue, delayed: quick });
    expect(await client.complete(await client.post('/jobs'))).toMatchObject({ kind: 'success', data: '7' });
  });

  /** As from JavaScript, where a dialect may return anything. */
  const untyped = (start: () => unknown, read: () => unknown): Dialect => ({
    name: 'untyped',
    start: start as Dialect['start'],
    read: read as Dialect['read'],
  });

  it.each([
    [() => ({})],
    [() => ({ monitor: undefined })],
    [() => ({ monitor: 5 })],
    [() => 'x'],
    [() => null],
    [() => Promise.resolve({ monitor: '/monitor' })],
  ])('if `start` returns no monitor, the next dialect is tried: %s', async (start) => {
    const dialect = untyped(start, () => ({ state: 'running' }));
    const { client, outcome } = await task([done], { delayed: { dialects: [dialect] } });
    expect(await client.complete(outcome)).toMatchObject({ kind: 'success', data: { pages: 12 } });
  });

  it.each([
    [() => undefined],
    [() => null],
    [() => ({ state: 'over' })],
    [() => Promise.resolve({ state: 'done' })],
  ])('a read that returns no reading is malformed: %s', async (read) => {
    const dialect = untyped(() => ({ monitor: '/monitor' }), read);
    const { client, outcome } = await task([done], { delayed: { dialects: [dialect] } });
    const issues = [
      {
        message:
          'read of dialect untyped returned no known state. Return { state } with one of: running, done, failed, cancelled, expired, unreadable',
      },
    ];
    expect(await client.complete(outcome)).toMatchObject({ kind: 'malformed', issues });
  });

  it('a word that is not a text is left out', async () => {
    const dialect = untyped(
      () => ({ monitor: '/monitor' }),
      () => ({ state: 'running', word: 5 }),
    );
    const { client, outcome } = await task([done], { delayed: { dialects: [dialect] } });
    const left = await client.complete(outcome, { deadlineMs: 20 });
    expect(left.kind === 'delayed' && left.task).not.toHaveProperty('state');
  });

  it('its token is refused by a client without the dialect', async () => {
    const server = await taskServer(routes);
    const client = clientOf(axios.create({ baseURL: server.origin }), { delayed: { dialects: [acme] } });
    const outcome = await client.post('/jobs');
    const { token = '' } = outcome.kind === 'delayed' ? outcome.task : {};
    const other = clientOf(axios.create({ baseURL: server.origin }));
    await expect(other.resume(token)).rejects.toThrow(TokenError);
    await expect(other.resume(token)).rejects.toThrow('this client has no dialect "acme-job"');
  });
});
