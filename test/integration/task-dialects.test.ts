import axios from 'axios';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/index.js';
import {
  type AnyOutcome,
  attachOutcomes,
  type OutcomeClient,
  type TaskPoll,
  unwrap,
} from '../../src/index.js';
import { routesOf, type TaskScript, taskScripts } from './task-scripts.js';
import { type TaskServer, taskServer } from './task-server.js';

const delayed = { pollIntervalMs: 2, maxPollIntervalMs: 2 };

function clientOf(
  { catalogue }: TaskScript,
  { origin }: TaskServer,
  adapter: string,
): OutcomeClient<Catalogue> {
  return attachOutcomes(axios.create({ baseURL: origin, adapter }), { catalogue, delayed });
}

function begin(client: OutcomeClient<Catalogue>, { method, path }: TaskScript): Promise<AnyOutcome> {
  return client.request({ method, url: path, ...(method === 'get' ? {} : { data: { year: 2026 } }) });
}

/** What the server must have seen: one call, three polls, and the result where it is elsewhere. */
function expectedLog({ method, path, begins, monitor, result }: TaskScript): string[] {
  const query = begins.headers?.['Operation-Location'] ? '?api-version=5' : '';
  const poll = `GET ${monitor}${query}`;
  return [`${method.toUpperCase()} ${path}`, poll, poll, poll, ...(result ? [`GET ${result.path}`] : [])];
}

const everywhere = ['http', 'fetch'].flatMap((adapter) =>
  taskScripts.map((script) => ({ ...script, adapter })),
);

describe.each(everywhere)('$dialect over $adapter', ({ adapter, ...script }) => {
  it('complete gives the data of the task with one call and three polls', async () => {
    const server = await taskServer(routesOf(script));
    const client = clientOf(script, server, adapter);
    const outcome = await begin(client, script);
    expect(outcome).toMatchObject({ kind: 'delayed', ok: true, effect: 'pending' });
    const polls: TaskPoll[] = [];
    const ended = await client.complete(outcome, { onPoll: (poll) => polls.push(poll) });
    expect(ended).toMatchObject({ kind: 'success', ok: true, effect: 'applied', data: script.data });
    expect(ended.request).toEqual(outcome.request);
    expect(unwrap(ended)).toEqual(script.data);
    expect(polls.map(({ state }) => state)).toEqual(script.states);
    expect(polls.map(({ number, nextPollMs }) => [number, nextPollMs !== undefined])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(server.log).toEqual(expectedLog(script));
    expect(structuredClone(ended)).toEqual(ended);
  });
});

describe.each(taskScripts)('$dialect', (script) => {
  it('watch yields each poll, and the last poll has the outcome', async () => {
    const server = await taskServer(routesOf(script));
    const client = clientOf(script, server, 'http');
    const seen: unknown[] = [];
    for await (const { number, state, outcome } of client.watch(await begin(client, script))) {
      seen.push([number, state, outcome?.kind]);
    }
    const [first, second, third] = script.states;
    expect(seen).toEqual([
      [1, first, undefined],
      [2, second, undefined],
      [3, third, 'success'],
    ]);
  });

  it('resume follows the task of a token in another client, and never sends the call again', async () => {
    const server = await taskServer(routesOf(script));
    const outcome = await begin(clientOf(script, server, 'http'), script);
    const { token = '' } = outcome.kind === 'delayed' ? outcome.task : {};
    expect(token.length).toBeLessThan(8_000);
    expect(token).not.toContain('2026');
    const ended = await clientOf(script, server, 'http').resume(token);
    expect(ended).toMatchObject({ kind: 'success', effect: 'applied', data: script.data });
    expect(ended.request).toEqual(outcome.request);
    expect(server.log).toEqual(expectedLog(script));
  });
});

describe.each(taskScripts.filter(({ failed }) => failed))('$dialect', (script) => {
  it('a failed task is a typed outcome with code and message', async () => {
    const { reply = {}, code, message } = script.failed ?? {};
    const server = await taskServer(routesOf(script, reply));
    const client = clientOf(script, server, 'http');
    const ended = await client.complete(await begin(client, script));
    expect(ended).toMatchObject({
      kind: 'failed',
      ok: false,
      status: 'other',
      httpStatus: 200,
      problem: { message, ...(code === undefined ? {} : { code }) },
      task: { ended: 'failed' },
      retry: { stopped: 'not-retryable' },
    });
    expect(() => unwrap(ended)).toThrow(message);
  });
});

describe.each(taskScripts.filter(({ cancelled }) => cancelled))('$dialect', (script) => {
  it('a task that was cancelled at the server is a failed outcome', async () => {
    const server = await taskServer(routesOf(script, script.cancelled));
    const client = clientOf(script, server, 'http');
    const ended = await client.complete(await begin(client, script));
    expect(ended).toMatchObject({ kind: 'failed', effect: 'none', task: { ended: 'cancelled' } });
  });
});
