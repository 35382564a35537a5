/**
 * Opt-in typings: with this import anywhere in a program, every axios config knows
 * the options of one request, under `outcome`. There is nothing in it at run time.
 *
 * ```ts
 * import 'axios-outcome/augment';
 *
 * await instance.get('/keys', { outcome: { retries: 0 } });
 * ```
 *
 * @module
 */
import type { RequestOutcomeOptions } from './axios/options.js';

declare module 'axios' {
  // Without parameters, which TypeScript merges into those of any axios: 1.6 has one, later ones two.
  export interface AxiosRequestConfig {
    /** Options of this request alone, where outcomes are attached to its instance. */
    outcome?: RequestOutcomeOptions;
  }
}
