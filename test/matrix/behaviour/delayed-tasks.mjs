// A delayed task, followed to its end, by each way to find its monitor.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, serve } from './server.mjs';

const delayed = { pollIntervalMs: 1, maxPollIntervalMs: 1 };

export function delayedTasks({ axios, dew, attachOutcomes }) {
  const clientOf = (origin, options = {}) =>
    attachOutcomes(axios.create({ baseURL: origin }), { retry: { baseDelayMs: 1 }, delayed, ...options });

  test("DEW's key pair task: by its task_id, until its state says SUCCESS_", async (t) => {
    const running = json(200, { task_status: 'RUNNING_UNBIND' });
    const ended = json(200, { task_status: 'SUCCESS_UNBIND' });
    const { origin, seen } = await serve(t, json(202, { task_id: 'one' }), running, json(503, {}), ended);
    const client = clientOf(origin, { catalogue: dew });
    const accepted = await client.post('/v3/p1/keypairs/disassociate', {});
    assert.equal(accepted.kind, 'delayed');
    assert.equal((await client.complete(accepted)).kind, 'success');
    assert.deepEqual([seen.length, seen[1].url], [4, '/v3/p1/tasks/one']);
  });

  test('Operation-Location: until the status is Succeeded', async (t) => {
    const { origin } = await serve(
      t,
      json(202, {}, { 'operation-location': '/operations/one' }),
      json(200, { status: 'Running' }),
      json(200, { status: 'Succeeded' }),
    );
    const client = clientOf(origin);
    assert.equal((await client.complete(await client.post('/things', {}))).kind, 'success');
  });

  test('Location: until it no longer answers 202; another process resumes by the token', async (t) => {
    const pending = json(202, {}, { location: '/monitor' });
    const { origin } = await serve(t, pending, pending, json(200, { id: 1 }));
    const { task } = await clientOf(origin).post('/things', {});
    const outcome = await clientOf(origin).resume(task.token);
    assert.deepEqual([outcome.kind, outcome.data], ['success', { id: 1 }]);
  });

  test('watch tells each poll', async (t) => {
    const pending = json(202, {}, { location: '/monitor' });
    const { origin } = await serve(t, pending, pending, pending, json(200, {}));
    const client = clientOf(origin);
    let polls = 0;
    for await (const _ of client.watch(await client.post('/things', {}))) polls++;
    assert.ok(polls >= 3);
  });

  test('a monitor on another origin is not asked, and the answer that named it is malformed', async (t) => {
    const elsewhere = await serve(t, json(200, {}));
    const { origin } = await serve(t, json(202, {}, { location: `${elsewhere.origin}/monitor` }));
    const client = clientOf(origin);
    assert.equal((await client.complete(await client.post('/things', {}))).kind, 'malformed');
    assert.equal(elsewhere.seen.length, 0);
  });
}
