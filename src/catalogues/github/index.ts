/**
 * The GitHub REST API: statuses, its two rate limits and statistics that are being compiled,
 * with meanings in English and Chinese.
 *
 * ```ts
 * import { attachOutcomes } from 'axios-outcome';
 * import { github } from 'axios-outcome/catalogues/github';
 *
 * const client = attachOutcomes(instance, { catalogue: github });
 * const outcome = await client.get('/repos/axios/axios/stats/contributors');
 * const stats = outcome.kind === 'delayed' ? await client.complete(outcome) : outcome;
 * ```
 *
 * @module
 */
export { type GithubCatalogue, github } from './statuses.js';
