import axios from 'axios';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { http } from '../../src/catalogues/http/index.js';
import { attachOutcomes, type Catalogue, defineCatalogue } from '../../src/index.js';
import {
  type DelayedTaskOptions,
  delayedTask,
  outcomeMatchers,
  type ScriptedDialect,
  type VirtualClock,
  virtualClock,
} from '../../src/testing/index.js';

expect.extend(outcomeMatchers);

let clock: VirtualClock;
beforeEach(() => {
  clock = virtualClock();
});
afterEach(() => clock.restore());

const statuses = {
  200: { name: 'OK', kind: 'success', or: ['delayed'], retry: 'never', source: 's' },
} as const;
const starting = (path: string, dialect: string, id: string) =>
  defineCatalogue({
    name: dialect,
    source: 's',
    statuses,
    operations: [{ method: 'POST', path, task: { dialect, id } }],
  });

interface Call {
  readonly method: string;
  readonly path: string;
  readonly catalogue: Catalogue;
}
const reports = { path: '/v1/reports', catalogue: http };
const calls: { readonly [D in ScriptedDialect]: Call } = {
  'operation-location': { method: 'POST', ...reports },
  'azure-async-operation': { method: 'DELETE', ...reports },
  'azure-provisioning-state': { method: 'PUT', ...reports },
  location: { method: 'PATCH', ...reports },
  'same-request': { method: 'GET', ...reports },
  'google-operation': {
    method: 'POST',
    path: '/v1/speech:recognize',
    catalogue: starting('/v1/speech:recognize', 'google-operation', 'name'),
  },
  'huawei-job': {
    method: 'POST',
    path: '/v1/p/cloudservers',
    catalogue: starting('/v1/{project_id}/cloudservers', 'huawei-job', 'job_id'),
  },
  'dew-key-pair': { method: 'POST', path: '/v3/p/keypairs/associate', catalogue: dew },
};
const dialects = Object.entries(calls) as [ScriptedDialect, Call][];
const withoutCancel = new Set<ScriptedDialect>(['location', 'same-request', 'huawei-job', 'dew-key-pair']);

function start(dialect: ScriptedDialect, { method, path, catalogue }: Call, options: DelayedTaskOptions) {
  const api = delayedTask(dialect, { catalogue, ...options });
  const instance = axios.create({ adapter: api.adapter, baseURL: 'https://api.example' });
  const client = attachOutcomes(instance, { catalogue });
  return { api, client, started: client.request({ method, url: path }) };
}

describe.each(dialects)('%s', (dialect, call) => {
  async function complete(options: DelayedTaskOptions) {
    const { api, client, started } = start(dialect, call, options);
    expect(await started).toHaveOutcome({ kind: 'delayed', effect: 'pending' });
    return { api, outcome: await clock.run(async () => client.complete(await started)) };
  }

  it('is followed to its result, one state a poll, at the pace that is told', async () => {
    const states = ['running', 'running', 'done'] as const;
    const { outcome, api } = await complete({ states, result: { pages: 3 }, retryAfterSeconds: 20 });
    expect(outcome).toHaveOutcome({ kind: 'success', data: expect.objectContaining({ pages: 3 }) });
    expect(clock.elapsedMs).toBe(60_000);
    const hasResultElsewhere = dialect === 'operation-location' || dialect === 'azure-async-operation';
    expect(api.requests).toHaveLength(hasResultElsewhere ? 5 : 4);
    expect(api.requests.slice(1).map(({ method }) => method)).toEqual(
      Array(api.requests.length - 1).fill('GET'),
    );
  });

  it('fails, with a problem', async () => {
    const { outcome } = await complete({ states: ['running', 'failed'] });
    const plain = dialect === 'location' || dialect === 'same-request';
    expect(outcome).toHaveOutcome({ kind: plain ? 'rejected' : 'failed' });
    if (dialect !== 'huawei-job') expect(outcome).toHaveOutcome({ code: expect.stringMatching(/./) });
  });

  it('expires', async () => {
    const { outcome } = await complete({ states: ['running', 'expired'] });
    expect(outcome).toMatchObject({ kind: 'failed', effect: 'unknown', task: { ended: 'expired' } });
  });
});

it.each(dialects.filter(([dialect]) => !withoutCancel.has(dialect)))(
  '%s is cancelled at the server',
  async (dialect, call) => {
    const { client, started } = start(dialect, call, { states: ['running', 'cancelled'] });
    const outcome = await clock.run(async () => client.complete(await started));
    expect(outcome).toMatchObject({ kind: 'failed', task: { ended: 'cancelled' } });
  },
);

it.each([...withoutCancel])('%s has no word for a task that is cancelled, and says so', (dialect) => {
  const cancelled = () => delayedTask(dialect, { states: ['cancelled'] });
  expect(cancelled).toThrow(/"cancelled". Write one of the states of [\w-]+: running, done, failed, expired/);
});

it('a state may have a word and a progress of its own', async () => {
  const states = [{ state: 'running', word: 'Validating', progress: 40 }, 'done'] as const;
  const { client, started } = start('operation-location', calls['operation-location'], { states });
  const polls: unknown[] = [];
  const accepted = await started;
  await clock.run(() => client.complete(accepted, { onPoll: (poll) => polls.push(poll) }));
  expect(polls).toMatchObject([{ state: 'Validating', progress: 40 }, { state: 'Succeeded' }]);
});

it('every call starts a task of its own', async () => {
  const { api, client, started } = start('location', calls.location, {
    states: ['running', 'done'],
    result: { n: 1 },
  });
  const both = [await started, await client.patch('/v1/reports')];
  const ends = await clock.run(() => Promise.all(both.map((outcome) => client.complete(outcome))));
  for (const end of ends) expect(end).toHaveOutcome({ kind: 'success', data: { n: 1 } });
  expect(new Set(api.requests.map(({ url }) => url)).size).toBe(3);
});

it('the last state stays: a task that never ends runs into the deadline', async () => {
  const { client, started } = start('location', calls.location, { states: ['running'] });
  const accepted = await started;
  const outcome = await clock.run(() => client.complete(accepted, { deadlineMs: 3_600_000 }));
  expect(outcome).toHaveOutcome({ kind: 'delayed' });
  expect(clock.elapsedMs).toBeGreaterThan(3_500_000);
});

it('a dialect and states that there are none of are refused', () => {
  // Callers without types may pass anything.
  expect(() => delayedTask('soap' as 'location')).toThrow(/dialect is "soap"/);
  expect(() => delayedTask('location', { states: [] })).toThrow(/states is \[\]/);
  expect(() => delayedTask('location', { states: ['finished' as 'done'] })).toThrow(/a state is "finished"/);
  const wrong: readonly (readonly [unknown, string])[] = [
    [{ states: 'running' }, 'states is "running". Write a list of at least one state'],
    [{ states: [null] }, 'a state is null. Write one of the states of location: running, done'],
    [
      { state: ['done'] },
      'state of delayedTask is ["done"]. There is no field "state". Did you mean "states"?',
    ],
    [{ retryAfterSeconds: '2' }, 'retryAfterSeconds of delayedTask is "2". Write whole seconds from 0'],
    [null, 'the options of delayedTask is null'],
  ];
  for (const [options, message] of wrong) {
    expect(() => delayedTask('location', options as object)).toThrow(message);
  }
});
