/**
 * Stripe: statuses, error codes, `Stripe-Should-Retry` and a key for every POST,
 * with meanings in English and Chinese.
 *
 * ```ts
 * import { attachOutcomes } from 'axios-outcome';
 * import { stripe } from 'axios-outcome/catalogues/stripe';
 *
 * const client = attachOutcomes(instance, { catalogue: stripe });
 * const outcome = await client.post('/v1/payment_intents', form);
 * ```
 *
 * @module
 */
export { type StripeCatalogue, stripe } from './statuses.js';
