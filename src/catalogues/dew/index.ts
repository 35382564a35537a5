/**
 * The status codes, error codes, operations and retry advice of Huawei Cloud's
 * Data Encryption Workshop (DEW), from its public API reference and best
 * practices, with meanings in English and Chinese.
 *
 * ```ts
 * import { attachOutcomes } from 'axios-outcome';
 * import { dew } from 'axios-outcome/catalogues/dew';
 *
 * const kms = attachOutcomes(instance, { catalogue: dew });
 * const outcome = await kms.post('/v1.0/p/kms/describe-key', { key_id });
 * ```
 *
 * @module
 */
export { type DewCatalogue, dew } from './statuses.js';
