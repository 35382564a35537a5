/**
 * Azure Resource Manager: statuses, error codes, and operations that go on after the answer,
 * with meanings in English and Chinese.
 *
 * ```ts
 * import { attachOutcomes } from 'axios-outcome';
 * import { azure } from 'axios-outcome/catalogues/azure';
 *
 * const client = attachOutcomes(instance, { catalogue: azure });
 * const outcome = await client.put(`${resource}?api-version=2023-05-01`, body);
 * const made = outcome.kind === 'delayed' ? await client.complete(outcome) : outcome;
 * ```
 *
 * @module
 */
export { type AzureCatalogue, azure } from './statuses.js';
