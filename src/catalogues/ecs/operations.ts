import type { Operation } from '../../semantics/catalogue.js';

/**
 * The calls of ECS that start a job (ECS API Reference, Responses (Jobs), and the
 * pages of the calls): the answer has a `job_id`, followed at `GET
 * /v1/{project_id}/jobs/{job_id}` until SUCCESS or FAIL (ecs_02_0901).
 */
// biome-ignore format: one line per operation, to be read as a table.
export const ecsOperations = [
  { method: 'POST', path: '/v1/{project_id}/cloudservers', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1.1/{project_id}/cloudservers', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1/{project_id}/cloudservers/delete', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1/{project_id}/cloudservers/action', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1/{project_id}/cloudservers/{server_id}/resize', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1.1/{project_id}/cloudservers/{server_id}/resize', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1/{project_id}/cloudservers/{server_id}/changeos', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v2/{project_id}/cloudservers/{server_id}/changeos', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1/{project_id}/cloudservers/{server_id}/reinstallos', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v2/{project_id}/cloudservers/{server_id}/reinstallos', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1/{project_id}/cloudservers/{server_id}/attachvolume', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'DELETE', path: '/v1/{project_id}/cloudservers/{server_id}/detachvolume/{volume_id}', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1/{project_id}/batchaction/attachvolumes/{volume_id}', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1/{project_id}/cloudservers/{server_id}/nics', task: { dialect: 'huawei-job', id: 'job_id' } },
  { method: 'POST', path: '/v1/{project_id}/cloudservers/{server_id}/nics/delete', task: { dialect: 'huawei-job', id: 'job_id' } },
] as const;

ecsOperations satisfies readonly Operation[];
