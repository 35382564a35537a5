import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ecs } from '../../src/catalogues/ecs/index.js';
import { attachOutcomes } from '../../src/index.js';
import { type Answer, elapse, scriptedApi } from './scripted-api.js';

beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => vi.useRealTimers());

const origin = 'https://ecs.example';
function ecsOf(...answers: readonly Answer[]) {
  const api = scriptedApi(origin, answers);
  const calls = () => api.asked.map(({ method, url }) => `${method} ${new URL(url, origin).pathname}`);
  return { ...api, calls, client: attachOutcomes(api.instance, { catalogue: ecs }) };
}
const job = { status: 200, body: { job_id: 'j1' } };

describe('ECS jobs (ECS API Reference, Querying Job Execution Status, ecs_02_0901)', () => {
  it.each([
    ['post', '/v1/p/cloudservers'],
    ['post', '/v1.1/p/cloudservers'],
    ['post', '/v1/p/cloudservers/s/attachvolume'],
    ['delete', '/v1/p/cloudservers/s/detachvolume/v'],
    ['post', '/v2/p/cloudservers/s/changeos'],
  ] as const)(
    '%s %s answers 200 and is delayed by its job_id; the job is asked at v1',
    async (method, path) => {
      const { client, calls } = ecsOf(
        job,
        { status: 200, body: { status: 'INIT' } },
        { status: 200, body: { status: 'RUNNING' } },
        { status: 200, body: { status: 'SUCCESS', entities: { server_id: 's' } } },
      );
      const outcome = await elapse(client[method](path));
      if (outcome.kind !== 'delayed') throw new Error('not delayed');
      expect(outcome).toMatchObject({ status: 200, effect: 'pending' });
      expect(await elapse(client.complete(outcome))).toMatchObject({
        kind: 'success',
        data: { server_id: 's' },
      });
      expect(calls()).toEqual([
        `${method.toUpperCase()} ${path}`,
        'GET /v1/p/jobs/j1',
        'GET /v1/p/jobs/j1',
        'GET /v1/p/jobs/j1',
      ]);
    },
  );

  it('a job that fails tells its code, with what the page says of it', async () => {
    const { client } = ecsOf(job, {
      status: 200,
      body: { status: 'FAIL', error_code: 'Ecs.0012', fail_reason: 'no addresses' },
    });
    const outcome = await elapse(client.post('/v1/p/cloudservers', {}));
    if (outcome.kind !== 'delayed') throw new Error('not delayed');
    expect(await elapse(client.complete(outcome))).toMatchObject({
      ok: false,
      problem: {
        code: 'Ecs.0012',
        message: 'no addresses',
        documented: { source: 'ECS API Reference, Error Codes (ecs_07_0002)' },
      },
    });
  });

  it('a read is done at once', async () => {
    const { client } = ecsOf({ status: 200, body: { job_id: 'j1', status: 'RUNNING' } });
    expect(await elapse(client.get('/v1/p/jobs/j1'))).toMatchObject({ kind: 'success' });
  });
});

describe('ECS statuses (Returned Values for General Requests, ecs_07_0001)', () => {
  it('429 of the gateway is throttling, for a POST too', async () => {
    const { client, asked } = ecsOf(
      { status: 429, body: { error_code: 'APIG.0308', error_msg: 'm', request_id: 'r' } },
      job,
    );
    expect(await elapse(client.post('/v1/p/cloudservers', {}))).toMatchObject({ kind: 'delayed' });
    expect(asked).toHaveLength(2);
  });

  it('503 is temporary here, and a read is sent again; the sister services say do not retry', async () => {
    const { client, asked } = ecsOf({ status: 503 }, { status: 200, body: {} });
    expect(await elapse(client.get('/v1/p/cloudservers/s'))).toMatchObject({ kind: 'success' });
    expect(asked).toHaveLength(2);
  });

  it('503 to the creation of a server is not sent again: it may have been carried out', async () => {
    const { client, asked } = ecsOf({ status: 503 });
    expect(await elapse(client.post('/v1/p/cloudservers', {}))).toMatchObject({
      kind: 'unavailable',
      effect: 'unknown',
      retry: { stopped: 'unsafe' },
    });
    expect(asked).toHaveLength(1);
  });

  it('500 is final: no page of ECS advises to retry it', async () => {
    const { client, asked } = ecsOf({ status: 500 });
    expect(await elapse(client.get('/v1/p/cloudservers/s'))).toMatchObject({ kind: 'failed' });
    expect(asked).toHaveLength(1);
  });
});
