/**
 * Typings that you opt in to. After this import anywhere in a program, TypeScript knows `outcome` in
 * every axios config: the options of one request. The module has no code at run time.
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
  // This interface has no type parameters. TypeScript merges it into the interface of any axios: axios
  // 1.6 has one parameter, later versions have two.
  export interface AxiosRequestConfig {
    /** Options of this request only. They count if outcomes are attached to its instance. */
    outcome?: RequestOutcomeOptions;
  }
}
