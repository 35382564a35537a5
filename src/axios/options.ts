import type { AxiosRequestConfig } from 'axios';
import type { Undocumented } from '../classify/classify.js';
import type { Attempt, RetryEvent } from '../retry/attempt.js';
import { clientPolicy, type RetryOptions, type RetryPolicy } from '../retry/policy.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { checkCatalogue } from '../semantics/check-catalogue.js';
import { expect } from '../semantics/configuration-error.js';
import { http } from '../semantics/http.js';

/** Options of {@link attachOutcomes}. */
export interface OutcomeOptions<C extends Catalogue> {
  /** The API's documentation. Default: HTTP's own status codes, RFC 9110 and the IANA registry. */
  readonly catalogue?: C;
  /** How requests are retried; `false` for not at all. Default: see {@link RetryOptions}. */
  readonly retry?: RetryOptions | false;
  /** Whether a status outside the catalogue is retried by what HTTP says of it. Default `class`. */
  readonly undocumented?: Undocumented;
  /** Called after each attempt. What it throws is thrown to the caller. */
  readonly onAttempt?: (attempt: Attempt) => void;
  /** Called before the wait for each retry. What it throws is thrown to the caller. */
  readonly onRetry?: (event: RetryEvent) => void;
}

/** Options of {@link outcomeAdapter}. */
export interface OutcomeAdapterOptions<C extends Catalogue> extends OutcomeOptions<C> {
  /** The adapter that sends. Default: axios's own for this platform. */
  readonly adapter?: Exclude<AxiosRequestConfig['adapter'], undefined>;
}

/** Options of one request, in the axios config under `outcome`. */
export interface RequestOutcomeOptions extends RetryOptions {
  readonly retry?: RetryOptions | false;
}

/** An axios config with this library's options. */
export interface OutcomeRequestConfig<D = unknown> extends AxiosRequestConfig<D> {
  outcome?: RequestOutcomeOptions;
}

/** The options, checked and completed. */
export interface Settings {
  readonly catalogue: Catalogue;
  readonly policy: RetryPolicy;
  readonly undocumented: Undocumented;
  readonly onAttempt: ((attempt: Attempt) => void) | undefined;
  readonly onRetry: ((event: RetryEvent) => void) | undefined;
}

const known = ['catalogue', 'retry', 'undocumented', 'onAttempt', 'onRetry'];

/** Checks the options once, when they are given. */
export function readOptions(options: OutcomeOptions<Catalogue>, alsoKnown: readonly string[] = []): Settings {
  expect(typeof options === 'object' && options !== null, 'options', options, 'an object');
  const names = [...known, ...alsoKnown];
  for (const name of Object.keys(options)) expect(names.includes(name), 'an option', name, names.join(', '));
  const { undocumented = 'class', onAttempt, onRetry } = options;
  const catalogue: Catalogue = options.catalogue === undefined ? http : options.catalogue;
  checkCatalogue(catalogue);
  expect(undocumented === 'class' || undocumented === 'never', 'undocumented', undocumented, 'class, never');
  for (const [name, listener] of Object.entries({ onAttempt, onRetry })) {
    expect(listener === undefined || typeof listener === 'function', name, listener, 'a function');
  }
  return {
    catalogue,
    policy: clientPolicy(options.retry, catalogue.retry),
    undocumented,
    onAttempt,
    onRetry,
  };
}
