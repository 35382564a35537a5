import type { AxiosRequestConfig } from 'axios';
import { http } from '../catalogues/http/statuses.js';
import type { Undocumented } from '../classify/classify.js';
import { type DelayedOptions, type DelayedSettings, readDelayed } from '../delayed/options.js';
import { readRedact } from '../outcome/redact/redact.js';
import type { Redact } from '../outcome/redact/secret-names.js';
import type { AnyOutcome, AnyResponses, Documenting, NoResponses, Outcome } from '../outcome/types.js';
import { clientPolicy, type RetryOptions, type RetryPolicy } from '../retry/policy.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { checkCatalogue } from '../semantics/check-catalogue.js';
import { expect } from '../semantics/configuration-error.js';
import type { AttemptEvent, RetryEvent } from './events.js';
import type { Listeners } from './observe.js';
import { readResponses } from './responses.js';

/** Options of {@link attachOutcomes}. */
export interface OutcomeOptions<C extends Catalogue, R = AnyResponses> {
  /** The API's documentation. Default: HTTP's own status codes, RFC 9110 and the IANA registry. */
  readonly catalogue?: C;
  /** How requests are retried; `false` for not at all. Default: see {@link RetryOptions}. */
  readonly retry?: RetryOptions | false;
  /** Whether a status outside the catalogue is retried by what HTTP says of it. Default `class`. */
  readonly undocumented?: Undocumented;
  /**
   * What bodies look like, as Standard Schemas by status, and `problem` for every
   * other error. Outcomes then hold the schemas' outputs; a body that does not fit
   * is `malformed`. Default: none.
   */
  readonly responses?: Documenting<C, R>;
  /**
   * More names that outcomes must not carry, in any case: of response headers, of
   * parameters in URLs and messages, and of fields anywhere in `data` and `problem`.
   * Their values become `[redacted]`, whatever their type was. Without it, headers,
   * URLs and messages lose what the built-in names give away (tokens, signatures,
   * keys, cookies, passwords), and bodies are left as they came. The AxiosResponse
   * of the instance has everything. Default: none.
   */
  readonly redact?: readonly string[];
  /** How delayed tasks are followed. Default: see {@link DelayedOptions}. */
  readonly delayed?: DelayedOptions;
  /** Called after each attempt. What it throws is thrown to the caller; it is not awaited, so an async one handles its own failures. */
  readonly onAttempt?: (event: AttemptEvent) => void;
  /** Called before the wait for each retry, as `onAttempt` is. */
  readonly onRetry?: (event: RetryEvent) => void;
  /**
   * Called once with the outcome of each request that is sent, before its caller
   * gets it: of the client's methods, of plain code on the instance, and of a
   * library that hides its instance. Of plain code it has the body as axios's own
   * JSON parsing makes it, before transforms and interceptors; streams are not
   * read. A task that is followed has one more outcome, at its end; its polls have
   * none. What it throws is thrown to the caller.
   */
  // A method, whose parameter is bivariant, so that options of one catalogue are options.
  onOutcome?(outcome: Outcome<C, unknown, R>): void;
}

/** Options of {@link outcomeAdapter}. Schemas are {@link outcomeOf}'s: an adapter answers with responses. */
export interface OutcomeAdapterOptions<C extends Catalogue>
  extends Omit<OutcomeOptions<C, NoResponses>, 'responses'> {
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

/** An axios config with this library's options and the schemas of this one call, which go over the client's. */
export type OutcomeCallConfig<C extends Catalogue, Own = NoResponses> = OutcomeRequestConfig & {
  readonly responses?: OwnResponses<C, Own>;
  readonly outcome?: { readonly responses?: OwnResponses<C, Own> };
};

/** Where D is given by hand, Own is not inferred: schemas that the types would not follow are refused. */
export type OwnResponses<C extends Catalogue, Own> = [keyof Own] extends [never]
  ? never
  : Documenting<C, Own>;

/** The options, checked and completed. */
export interface Settings extends Listeners {
  readonly catalogue: Catalogue;
  readonly policy: RetryPolicy;
  readonly undocumented: Undocumented;
  readonly responses: AnyResponses;
  readonly redact: Redact;
  readonly delayed: DelayedSettings;
}

const known = [
  'catalogue',
  'retry',
  'undocumented',
  'redact',
  'delayed',
  'onAttempt',
  'onRetry',
  'onOutcome',
];

/** Checks the options once, when they are given. `alsoKnown` are those of one way in alone. */
export function readOptions(options: OutcomeOptions<Catalogue>, alsoKnown: readonly string[]): Settings {
  expect(typeof options === 'object' && options !== null, 'options', options, 'an object');
  const names = [...known, ...alsoKnown];
  for (const name of Object.keys(options)) expect(names.includes(name), 'an option', name, names.join(', '));
  const { undocumented = 'class', onAttempt, onRetry } = options;
  // As above: the caller's catalogue is the one that its outcomes are built by.
  const onOutcome = options.onOutcome as ((outcome: AnyOutcome) => void) | undefined;
  const catalogue: Catalogue = options.catalogue === undefined ? http : options.catalogue;
  checkCatalogue(catalogue);
  expect(undocumented === 'class' || undocumented === 'never', 'undocumented', undocumented, 'class, never');
  for (const [name, listener] of Object.entries({ onAttempt, onRetry, onOutcome })) {
    expect(listener === undefined || typeof listener === 'function', name, listener, 'a function');
  }
  return {
    catalogue,
    policy: clientPolicy(options.retry, catalogue.retry),
    undocumented,
    responses: readResponses(options.responses, 'responses', catalogue),
    redact: readRedact(options.redact),
    delayed: readDelayed(options.delayed, catalogue),
    onAttempt,
    onRetry,
    onOutcome,
  };
}
