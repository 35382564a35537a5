/**
 * OpenAI and APIs of the same form: statuses, and the codes that distinguish a quota from a rate limit,
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
