/**
 * OpenAI and APIs that follow it: statuses, and the codes that tell a quota from a rate,
 * with meanings in English and Chinese.
 *
 * ```ts
 * import { attachOutcomes } from 'axios-outcome';
 * import { openai } from 'axios-outcome/catalogues/openai';
 *
 * const client = attachOutcomes(instance, { catalogue: openai });
 * const outcome = await client.post('/chat/completions', { model, messages });
 * ```
 *
 * @module
 */
export { type OpenaiCatalogue, openai } from './statuses.js';
