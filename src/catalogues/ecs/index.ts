/**
 * Huawei Cloud Elastic Cloud Server (ECS): statuses, error codes and the calls that start a job,
 * with meanings in English and Chinese.
 *
 * ```ts
 * import { attachOutcomes } from 'axios-outcome';
 * import { ecs } from 'axios-outcome/catalogues/ecs';
 *
 * const client = attachOutcomes(instance, { catalogue: ecs });
 * const outcome = await client.post(`/v1/${project}/cloudservers`, { server });
 * const job = outcome.kind === 'delayed' ? await client.complete(outcome) : outcome;
 * ```
 *
 * @module
 */
export { type EcsCatalogue, ecs } from './statuses.js';
