import { dew } from '../../src/catalogues/dew/index.js';
import { http } from '../../src/catalogues/http/statuses.js';
import type { Catalogue } from '../../src/index.js';
import { defineCatalogue, extendCatalogue } from '../../src/index.js';
import type { Reply, Routes } from './task-server.js';

/** A task in one dialect: the call that begins it, what the server says, and what must come of it. */
export interface TaskScript {
  readonly dialect: string;
  readonly catalogue: Catalogue;
  readonly method: string;
  readonly path: string;
  /** The answer that begins the task. */
  readonly begins: Reply;
  readonly monitor: string;
  /** Two polls that find it at work, and the words that they show. */
  readonly running: readonly [Reply, Reply];
  readonly states: readonly (string | undefined)[];
  readonly done: Reply;
  /** The result, where it is at another address. */
  readonly result?: { readonly path: string; readonly reply: Reply };
  readonly data: unknown;
  /** A poll that finds it failed, and the code and message that the task gives. */
  readonly failed?: { readonly reply: Reply; readonly code?: string; readonly message: string };
  readonly cancelled?: Reply;
}

/** Begins with 200 or 202, as the catalogue says. */
const jobs = defineCatalogue({
  name: 'Disks',
  source: 'EVS API Reference',
  statuses: {
    200: { name: 'OK', kind: 'success', or: ['delayed'], retry: 'never', source: 'table 1' },
    404: { name: 'Not Found', kind: 'rejected', retry: 'never', source: 'table 1' },
  },
  operations: [
    {
      method: 'POST',
      path: '/v2/{project_id}/cloudvolumes',
      task: { dialect: 'huawei-job', id: 'job_id' },
    },
  ],
});
const google = extendCatalogue(http, {
  name: 'Google',
  statuses: { 200: { ...http.statuses[200], or: ['delayed'] } },
  operations: [{ method: 'POST', path: '/v1/instances', task: { dialect: 'google-operation', id: 'name' } }],
});

/** Azure creates with 201, which here may be a task. */
const azure = extendCatalogue(http, {
  name: 'Azure',
  statuses: { 201: { ...http.statuses[201], or: ['delayed'] } },
});

const report = { pages: 12 };
const azureFailed = {
  reply: { body: { status: 'Failed', error: { code: 'QuotaExceeded', message: 'no cores left' } } },
  code: 'QuotaExceeded',
  message: 'no cores left',
};
const azureRunning = [
  { body: { status: 'NotStarted' } },
  { body: { status: 'Running', percentComplete: 50 } },
] as const;
const operation = { name: 'projects/p/operations/7', metadata: { state: 'CREATING', progressPercent: 40 } };

export const taskScripts: readonly TaskScript[] = [
  {
    dialect: 'dew-key-pair',
    catalogue: dew,
    method: 'post',
    path: '/v3/p1/keypairs/disassociate',
    begins: { status: 202, body: { task_id: 't-1' } },
    monitor: '/v3/p1/tasks/t-1',
    running: [
      { body: { task_id: 't-1', server_id: 's', task_status: 'READY_UNBIND' } },
      { body: { task_id: 't-1', server_id: 's', task_status: 'RUNNING_UNBIND' } },
    ],
    states: ['READY_UNBIND', 'RUNNING_UNBIND', 'SUCCESS_UNBIND'],
    done: { body: { task_id: 't-1', server_id: 's', task_status: 'SUCCESS_UNBIND' } },
    data: { task_id: 't-1', server_id: 's', task_status: 'SUCCESS_UNBIND' },
    failed: {
      reply: {
        body: { task_status: 'FAILED_UNBIND', task_error_code: 'KPS.7003', task_error_msg: 'no route' },
      },
      code: 'KPS.7003',
      message: 'no route',
    },
  },
  {
    dialect: 'huawei-job',
    catalogue: jobs,
    method: 'post',
    path: '/v2/p1/cloudvolumes',
    begins: { status: 200, body: { job_id: 'j-1' } },
    monitor: '/v1/p1/jobs/j-1',
    running: [{ body: { status: 'INIT' } }, { body: { status: 'RUNNING' } }],
    states: ['INIT', 'RUNNING', 'SUCCESS'],
    done: { body: { status: 'SUCCESS', entities: { volume_id: 'v' } } },
    data: { volume_id: 'v' },
    failed: {
      reply: { body: { status: 'FAIL', error_code: 'EVS.2024', fail_reason: 'no space' } },
      code: 'EVS.2024',
      message: 'no space',
    },
  },
  {
    dialect: 'operation-location',
    catalogue: http,
    method: 'post',
    path: '/reports',
    begins: { status: 202, headers: { 'Operation-Location': '/operations/1?api-version=5' } },
    monitor: '/operations/1',
    running: azureRunning,
    states: ['NotStarted', 'Running', 'Succeeded'],
    done: { body: { status: 'Succeeded', resourceLocation: '/reports/1' } },
    result: { path: '/reports/1', reply: { body: report } },
    data: report,
    failed: azureFailed,
    cancelled: { body: { status: 'Canceled' } },
  },
  {
    dialect: 'azure-async-operation',
    catalogue: azure,
    method: 'put',
    path: '/machines/1',
    begins: { status: 201, headers: { 'Azure-AsyncOperation': '/operations/2' }, body: {} },
    monitor: '/operations/2',
    running: azureRunning,
    states: ['NotStarted', 'Running', 'Succeeded'],
    done: { body: { status: 'Succeeded' } },
    result: { path: '/machines/1', reply: { body: { name: 'machine' } } },
    data: { name: 'machine' },
    failed: azureFailed,
    cancelled: { body: { status: 'Canceled' } },
  },
  {
    dialect: 'azure-provisioning-state',
    catalogue: azure,
    method: 'put',
    path: '/machines/2',
    begins: { status: 201, body: { properties: { provisioningState: 'Creating' } } },
    monitor: '/machines/2',
    running: [
      { body: { properties: { provisioningState: 'Creating' } } },
      { body: { properties: { provisioningState: 'Updating' } } },
    ],
    states: ['Creating', 'Updating', 'Succeeded'],
    done: { body: { properties: { provisioningState: 'Succeeded' } } },
    data: { properties: { provisioningState: 'Succeeded' } },
    failed: {
      reply: {
        body: { properties: { provisioningState: 'Failed' }, error: { code: 'Conflict', message: 'busy' } },
      },
      code: 'Conflict',
      message: 'busy',
    },
    cancelled: { body: { properties: { provisioningState: 'Canceled' } } },
  },
  {
    dialect: 'location',
    catalogue: http,
    method: 'post',
    path: '/exports',
    begins: { status: 202, headers: { Location: 'exports/3/status' } },
    monitor: '/exports/3/status',
    running: [{ status: 202 }, { status: 202 }],
    states: [undefined, undefined, undefined],
    done: { status: 303, headers: { Location: '../3' } },
    result: { path: '/exports/3', reply: { body: report } },
    data: report,
  },
  {
    dialect: 'google-operation',
    catalogue: google,
    method: 'post',
    path: '/v1/instances',
    begins: { status: 200, body: { name: 'projects/p/operations/7' } },
    monitor: '/v1/projects/p/operations/7',
    running: [{ body: operation }, { body: { ...operation, done: false } }],
    states: ['CREATING', 'CREATING', 'READY'],
    done: { body: { ...operation, metadata: { state: 'READY' }, done: true, response: { node: 3 } } },
    data: { node: 3 },
    failed: {
      reply: { body: { ...operation, done: true, error: { code: 8, message: 'no quota', status: 'X' } } },
      message: 'no quota',
    },
    cancelled: { body: { ...operation, done: true, error: { code: 1, message: 'stopped' } } },
  },
  {
    dialect: 'same-request',
    catalogue: http,
    method: 'get',
    path: '/stats',
    begins: { status: 202, body: {} },
    monitor: '/stats',
    running: [{ status: 202, body: {} }, { status: 202 }],
    states: [undefined, undefined, undefined],
    done: { body: [1, 2, 3] },
    data: [1, 2, 3],
  },
];

/** The server of a script, whose task ends with `last`. */
export function routesOf(script: TaskScript, last: Reply = script.done): Routes {
  const { method, path, begins, monitor, running, result } = script;
  const begin = `${method.toUpperCase()} ${path}`;
  const poll = `GET ${monitor}`;
  const polls = [...running, last];
  return {
    // GitHub's statistics are their own monitor.
    ...(begin === poll ? { [poll]: [begins, ...polls] } : { [begin]: [begins], [poll]: polls }),
    ...(result && `GET ${result.path}` !== poll ? { [`GET ${result.path}`]: [result.reply] } : {}),
  };
}
