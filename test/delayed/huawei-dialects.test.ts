import { describe, expect, it } from 'vitest';
import { http } from '../../src/catalogues/http/index.js';
import { dewKeyPair } from '../../src/delayed/dialects/dew-key-pair.js';
import { huaweiJob } from '../../src/delayed/dialects/huawei-job.js';
import { classify } from '../../src/index.js';
import type { Dialect, TaskReading } from '../../src/semantics/dialect.js';
import { answer, link, started } from './answers.js';

const startKeyPair = (url: string, body: unknown) =>
  dewKeyPair.start(
    started(
      '/v3/{project_id}/keypairs/disassociate',
      { dialect: 'dew-key-pair', id: 'task_id' },
      { url, body },
    ),
  );
const startJob = (path: string, url: string, body: unknown = { job_id: 'j1' }) =>
  huaweiJob.start(started(path, { dialect: 'huawei-job', id: 'job_id' }, { url, body }));
const read = (dialect: Dialect, body: unknown, status = 200) => dialect.read(answer({ status, body }), link);

/** What the problem reader finds in the problem of a task that failed. */
function problemOf(reading: TaskReading) {
  const data = 'problem' in reading ? reading.problem : undefined;
  return classify({ response: { status: 400, data, headers: {} } }, http).problem;
}

describe('dew-key-pair (DEW API Reference, ListKeypairTask)', () => {
  it.each([
    ['https://kms.example/v3/p1/keypairs/disassociate', 'https://kms.example/v3/p1/tasks/t-1'],
    ['https://kms.example/v3/p1/keypairs/disassociate/?a=/v3/x#y', 'https://kms.example/v3/p1/tasks/t-1'],
    ['https://proxy.example/dew/v3/p1/keypairs/disassociate', 'https://proxy.example/dew/v3/p1/tasks/t-1'],
    ['https://v3/v3/p1/keypairs/disassociate', 'https://v3/v3/p1/tasks/t-1'],
  ])('follows the task of %s at %s', (url, monitor) => {
    expect(startKeyPair(url, { task_id: 't-1' })).toEqual({ monitor });
  });

  it.each([
    undefined,
    '',
    7,
    null,
    ['t'],
    '..',
    '.',
    '../../admin',
    'a/b',
    'a?b',
    'a b',
    '%2e%2e',
    '\uD800',
    'x'.repeat(100_000),
  ])('makes no address from an invalid id: %j', (id) => {
    expect(startKeyPair('https://kms.example/v3/p1/keypairs/disassociate', { task_id: id })).toBeUndefined();
  });

  it('applies only to operations that name it', () => {
    const given = { url: 'https://kms.example/v3/p1/keypairs/disassociate', body: { task_id: 't' } };
    expect(dewKeyPair.start(answer(given))).toBeUndefined();
    expect(dewKeyPair.start(started('/v3/{project_id}/x', { dialect: 'other', id: 'task_id' }, given))).toBe(
      undefined,
    );
    expect(startKeyPair('https://kms.example/', { task_id: 't' })).toBeUndefined();
    expect(startKeyPair('', { task_id: 't' })).toBeUndefined();
  });

  it.each([
    ['READY_RESET', 'running'],
    ['RUNNING_REPLACE', 'running'],
    ['RUNNING_UNBIND', 'running'],
    ['SUCCESS_RESET', 'done'],
    ['SUCCESS_UNBIND', 'done'],
    ['FAILED_REPLACE', 'failed'],
    // A suffix that no page prints: only the prefix is to be trusted.
    ['FAILED_ANYTHING', 'failed'],
    ['success_unbind', 'done'],
    ['UNSUCCESS_RESET', 'unreadable'],
    ['SUCCESSFUL', 'unreadable'],
    ['', 'unreadable'],
    [7, 'unreadable'],
  ])('reads %j as %s, by its prefix', (word, state) => {
    expect(read(dewKeyPair, { task_id: 't', task_status: word }).state).toBe(state);
  });

  it('gives the task as the data, and a failure as a problem with its code and message', () => {
    const done = { task_id: 't', task_status: 'SUCCESS_UNBIND', server_id: 's' };
    expect(read(dewKeyPair, done)).toEqual({ state: 'done', word: 'SUCCESS_UNBIND', data: done });
    const failed = { task_status: 'FAILED_UNBIND', task_error_code: 'KPS.1001', task_error_msg: 'no login' };
    expect(problemOf(read(dewKeyPair, failed))).toMatchObject({ code: 'KPS.1001', message: 'no login' });
    expect(read(dewKeyPair, { task_status: 'FAILED_UNBIND' })).toEqual({
      state: 'failed',
      word: 'FAILED_UNBIND',
      problem: { task_status: 'FAILED_UNBIND' },
    });
  });
});

describe('huawei-job (EVS API Reference, Querying the Status of a Job)', () => {
  it.each([
    [
      '/v1/{project_id}/cloudservers',
      'https://ecs.example/v1/p/cloudservers',
      'https://ecs.example/v1/p/jobs/j1',
    ],
    [
      '/v2/{project_id}/cloudvolumes',
      'https://evs.example/v2/p/cloudvolumes',
      'https://evs.example/v1/p/jobs/j1',
    ],
    [
      '/v1.0/{project_id}/elbaas/x',
      'https://elb.example/v1.0/p/elbaas/x',
      'https://elb.example/v1.0/p/jobs/j1',
    ],
    [
      '/v1/{project_id}/servers/{id}',
      'https://a.example/in/v1/p/servers/v2',
      'https://a.example/in/v1/p/jobs/j1',
    ],
  ])('the job of %s, called at %s, is polled at %s', (path, url, monitor) => {
    expect(startJob(path, url)).toEqual({ monitor });
  });

  it('needs an id and a project', () => {
    expect(startJob('/v1/{project_id}/x', 'https://a.example/v1/p/x', { job_id: '../..' })).toBeUndefined();
    expect(startJob('/v1/{project_id}/x', 'https://a.example/v1/p/x', 'job_id')).toBeUndefined();
    expect(startJob('/x', 'https://a.example/x')).toBeUndefined();
  });

  it.each([
    ['INIT', 'running'],
    ['RUNNING', 'running'],
    ['PENDING_PAYMENT', 'running'],
    ['SUCCESS', 'done'],
    ['FAIL', 'failed'],
    [undefined, 'unreadable'],
    [{}, 'unreadable'],
  ])('reads %j as %s', (status, state) => {
    expect(read(huaweiJob, { status }).state).toBe(state);
  });

  it('gives the entities as the data, and a failure as a problem with its code and reason', () => {
    const entities = { volume_id: 'v' };
    expect(read(huaweiJob, { status: 'SUCCESS', entities, error_code: null })).toEqual({
      state: 'done',
      word: 'SUCCESS',
      data: entities,
    });
    const failed = { status: 'FAIL', error_code: 'EVS.2024', fail_reason: 'no quota', entities: {} };
    expect(problemOf(read(huaweiJob, failed))).toMatchObject({ code: 'EVS.2024', message: 'no quota' });
  });

  it('is not read from a redirect', () => {
    expect(read(huaweiJob, { status: 'SUCCESS' }, 302).state).toBe('unreadable');
    expect(read(dewKeyPair, { task_status: 'SUCCESS_RESET' }, 302).state).toBe('unreadable');
  });
});
