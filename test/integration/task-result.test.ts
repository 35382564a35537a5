import { text } from 'node:stream/consumers';
import axios, { type AxiosRequestConfig } from 'axios';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, type DelayedOptions, defineDialect } from '../../src/index.js';
import { type Reply, type Routes, taskServer } from './task-server.js';

const quick = { pollIntervalMs: 2, maxPollIntervalMs: 2 };
const succeeded: Reply = { body: { status: 'Succeeded', resourceLocation: '/result' } };
const result: Reply = { body: { pages: 12 } };

/** A task that is done at its first poll, and has its result elsewhere. */
async function begun(more: Routes, config: AxiosRequestConfig = {}, delayed: DelayedOptions = {}) {
  const server = await taskServer({
    'POST /jobs': [{ status: 202, headers: { 'Operation-Location': '/monitor' } }],
    'GET /monitor': [succeeded],
    'GET /result': [result],
    ...more,
  });
  const instance = axios.create({ baseURL: server.origin, ...config });
  const client = attachOutcomes(instance, { retry: { retries: 0 }, delayed: { ...quick, ...delayed } });
  return { server, client };
}

describe('while the result of a done task is fetched (RFC 9110, 15.3.3)', () => {
  const hanging: Routes = { 'GET /result': [{ fault: 'silence' }, result] };

  it('a deadline leaves it delayed, with a token that leads to the result', async () => {
    const { server, client } = await begun(hanging);
    const left = await client.complete(await client.post('/jobs'), { deadlineMs: 150 });
    expect(left).toMatchObject({ kind: 'delayed', effect: 'pending', task: { state: 'Succeeded' } });
    const { token = '' } = left.kind === 'delayed' ? left.task : {};
    expect(await client.resume(token)).toMatchObject({ kind: 'success', data: { pages: 12 } });
    expect(server.log.filter((line) => line.startsWith('POST'))).toHaveLength(1);
  });

  it('a deadline that passes while the result waits for its turn does the same', async () => {
    const { server, client } = await begun(
      { 'GET /result': [{ fault: 'silence' }] },
      {},
      { concurrency: 1, pollIntervalMs: 1 },
    );
    const [one, other] = [await client.post('/jobs'), await client.post('/jobs')];
    const stop = new AbortController();
    const first = client.complete(one, { signal: stop.signal });
    // Its poll is asked before the result of the first, or its turn does not come: both are delayed.
    const second = client.complete(other, { deadlineMs: 100 });
    await expect.poll(() => server.log).toContain('GET /result');
    expect((await second).kind).toBe('delayed');
    stop.abort();
    expect((await first).kind).toBe('cancelled');
  });

  it('an abort stops only the fetching: the effect is applied', async () => {
    const { server, client } = await begun(hanging);
    const stop = new AbortController();
    const ended = client.complete(await client.post('/jobs'), { signal: stop.signal });
    await expect.poll(() => server.log).toContain('GET /result');
    stop.abort();
    expect(await ended).toMatchObject({ kind: 'cancelled', effect: 'applied' });
  });
});

describe('the data of a task has the responseType of the call', () => {
  const bytes = { responseType: 'arraybuffer' } as const;
  const direct: Routes = {
    'POST /jobs': [{ status: 202, headers: { Location: '/monitor' } }],
    'GET /monitor': [{ status: 202 }, result],
  };

  it.each([
    ['of the call, at an address of its own', {}, {}, bytes],
    ['of the instance, at an address of its own', {}, bytes, {}],
    ['of the call, in the monitor’s answer', direct, {}, bytes],
    ['of the instance, in the monitor’s answer', direct, bytes, {}],
  ])('bytes: %s', async (_, routes, ofInstance, ofCall) => {
    const { client } = await begun(routes, ofInstance);
    const ended = await client.complete(await client.post<Uint8Array>('/jobs', {}, ofCall));
    const data = ended.kind === 'success' ? ended.data : undefined;
    expect(data).toBeInstanceOf(Uint8Array);
    expect(new TextDecoder().decode(data)).toBe('{"pages":12}');
  });

  it('a stream, while the monitor is read all the same', async () => {
    const { client } = await begun({}, { responseType: 'stream' });
    const ended = await client.complete(await client.post<NodeJS.ReadableStream>('/jobs'));
    if (ended.kind !== 'success') throw new Error(ended.kind);
    expect(await text(ended.data)).toBe('{"pages":12}');
  });

  it('also if the task is followed again after a deadline', async () => {
    const { client } = await begun(direct);
    const left = await client.complete(await client.post<Uint8Array>('/jobs', {}, bytes), { deadlineMs: 1 });
    const ended = await client.complete(left);
    expect(ended.kind === 'success' && ended.data).toBeInstanceOf(Uint8Array);
  });
});

it('watch yields each poll once, also if the deadline comes before the next poll', async () => {
  const { client } = await begun({
    'GET /monitor': [
      { body: { status: 'Running' } },
      { body: { status: 'Running' }, headers: { 'Retry-After': '50' } },
    ],
  });
  const polls: unknown[] = [];
  for await (const { number, nextPollMs, outcome } of client.watch(await client.post('/jobs'), {
    deadlineMs: 20_000,
  })) {
    polls.push([number, nextPollMs !== undefined, outcome?.kind]);
  }
  expect(polls).toEqual([
    [1, true, undefined],
    [2, false, 'delayed'],
  ]);
});

it('a monitor that redirects without end is malformed, and says so', async () => {
  const { server, client } = await begun({
    'GET /monitor': [{ status: 302, headers: { Location: '/monitor' } }],
  });
  const ended = await client.complete(await client.post('/jobs'));
  const [issue] = ended.kind === 'malformed' ? ended.issues : [];
  expect(issue?.message).toContain('it redirects more than 5 times');
  expect(server.log).toHaveLength(7);
});

it('`cancel` of a dialect may return an address relative to the monitor', async () => {
  const acme = defineDialect({
    name: 'acme',
    start: () => ({ monitor: '/tasks/7' }),
    read: () => ({ state: 'running' }),
    cancel: () => ({ method: 'POST', url: '/tasks/7/stop' }),
  });
  const { server, client } = await begun(
    { 'POST /tasks/7/stop': [{ status: 204 }] },
    {},
    { dialects: [acme] },
  );
  const outcome = await client.post('/jobs');
  if (outcome.kind !== 'delayed') throw new Error(outcome.kind);
  expect((await client.cancel(outcome)).kind).toBe('empty');
  expect(server.log).toEqual(['POST /jobs', 'POST /tasks/7/stop']);
});
