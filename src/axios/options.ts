import type { AxiosRequestConfig } from 'axios';
import { http } from '../catalogues/http/statuses.js';
import type { Undocumented } from '../classify/classify.js';
import type { DelayedOptions } from '../delayed/options.js';
import { readRedact } from '../outcome/redact/redact.js';
import type { Redact } from '../outcome/redact/secret-names.js';
import type { AnyOutcome, AnyResponses, Documenting, NoResponses, Outcome } from '../outcome/types.js';
import { type Clock, systemClock } from '../retry/clock.js';
import { clientPolicy, type RetryOptions, type RetryPolicy } from '../retry/policy.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { expect, expectKnown } from '../semantics/configuration-error.js';
import { documentedKinds } from '../semantics/kinds.js';
import { type Around, around } from './around.js';
import type { AttemptEvent, Listeners, RetryEvent } from './events.js';
import { readResponses } from './schemas.js';

/** Options of {@link attachOutcomes}. */
export interface OutcomeOptions<C extends Catalogue, R = AnyResponses> {
  /** The documentation of the API. Default: HTTP's status codes (RFC 9110 and the IANA registry). */
  readonly catalogue?: C;
  /** How requests are retried; `false` for no retries. Default: see {@link RetryOptions}. */
  readonly retry?: RetryOptions | false;
  /** How to retry a status that the catalogue does not document. `class`: as HTTP says for the status. `never`: no retry. Default `class`. */
  readonly undocumented?: Undocumented;
  /**
   * Standard Schemas of the bodies, by status, and `problem` for all other errors. Outcomes have the
   * output of the schemas. A body that does not fit is `malformed`. Default: no schemas.
   */
  readonly responses?: Documenting<C, R>;
  /**
   * Further names whose values outcomes must not contain, in any case: names of response headers, of
   * parameters in URLs and messages, and of fields anywhere in `data` and `problem`. Each value becomes
   * `[redacted]`, whatever its type. Headers, URLs and messages are always redacted by the built-in names
   * (tokens, signatures, keys, cookies, passwords); bodies only by the names given here. The
   * AxiosResponse of the instance is not redacted. Default: only the built-in names.
   */
  readonly redact?: readonly string[];
  /** How delayed tasks are followed. Default: see {@link DelayedOptions}. */
  readonly delayed?: DelayedOptions;
  /** Called after each attempt. An error that it throws is thrown to the caller. It is not awaited, so an async function must handle its own errors. Default: not called. */
  readonly onAttempt?: (event: AttemptEvent) => void;
  /** Called before the wait for each retry, in the same way as `onAttempt`. Default: not called. */
  readonly onRetry?: (event: RetryEvent) => void;
  /**
   * Called once with the outcome of each request, before the caller gets it. This includes requests of
   * the client's methods, of plain code on the instance, and of a library that hides its instance. For
   * plain code, the outcome has the body as axios parses JSON, before transforms and interceptors;
   * streams are not read. A task that is followed has one more outcome, at its end. Polls have no
   * outcome. An error that it throws is thrown to the caller. Default: not called.
   */
  // Declared as a method, whose parameter is bivariant. So options for one catalogue can be used as
  // options for any catalogue.
  onOutcome?(outcome: Outcome<C, unknown, R>): void;
  /**
   * Functions around requests and attempts, set by a subpath of this library.
   *
   * @internal
   */
  readonly [around]?: Around;
}

/**
 * Options of {@link outcomeAdapter}. It has no schemas, since an adapter returns responses: give schemas
 * to {@link outcomeOf}.
 */
export interface OutcomeAdapterOptions<C extends Catalogue>
  extends Omit<OutcomeOptions<C, NoResponses>, 'responses'> {
  /** The adapter that sends. Default: the adapter that axios chooses for the platform. */
  readonly adapter?: Exclude<AxiosRequestConfig['adapter'], undefined>;
}

/**
 * Options of one request, in its axios config as `outcome`, and of all requests of an instance, in
 * `axios.create({ outcome })`. They have the same shape as the options of {@link attachOutcomes}. Each
 * option is taken from the request, else from the instance, else from `attachOutcomes`. Schemas
 * (`responses`) are in {@link OutcomeCallConfig}, since they change the type of the outcome.
 */
export interface RequestOutcomeOptions {
  /**
   * How this request is retried; `false` for no retries. An object in the request overrules `false` in the
   * instance or the client. Default: as the instance and the client say.
   */
  readonly retry?: RetryOptions | false;
  /**
   * How the task of this request is followed. `concurrency` is an option of the client only. Default: as
   * the instance and the client say.
   */
  readonly delayed?: Omit<DelayedOptions, 'concurrency'>;
  /**
   * Further names whose values the outcome must not contain. They are added to the names of the instance
   * and the client. Default: no further names.
   */
  readonly redact?: readonly string[];
}

/** An axios config with the options of this library. */
export interface OutcomeRequestConfig<D = unknown> extends AxiosRequestConfig<D> {
  outcome?: RequestOutcomeOptions;
}

/**
 * An axios config with the options of this library and the schemas of this call. They go before the
 * schemas of the client.
 */
export type OutcomeCallConfig<C extends Catalogue, Own = NoResponses> = OutcomeRequestConfig & {
  readonly responses?: OwnResponses<C, Own>;
  readonly outcome?: { readonly responses?: OwnResponses<C, Own> };
};

/**
 * If D is given by hand, TypeScript does not infer Own. The types would ignore the schemas, so schemas
 * are refused.
 */
export type OwnResponses<C extends Catalogue, Own> = [keyof Own] extends [never]
  ? never
  : Documenting<C, Own>;

/** The options after the check, with defaults. */
export interface Settings extends Listeners {
  readonly catalogue: Catalogue;
  readonly policy: RetryPolicy;
  readonly undocumented: Undocumented;
  readonly responses: AnyResponses;
  readonly redact: Redact;
  /** The values are checked when the first task needs them. */
  readonly delayed: DelayedOptions;
  readonly clock: Clock;
  /** Functions around the parts of the work. Without them, the code path is shorter. */
  readonly around: Around | undefined;
  /** An object per client. A task of another client does not get the credentials of this client. */
  readonly owner: object;
}

/** The settings that are needed to make an outcome. */
export type OutcomeSettings = Pick<
  Settings,
  'catalogue' | 'responses' | 'redact' | 'delayed' | 'clock' | 'owner'
>;

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

/** Checks the options when they are given. `alsoKnown` names options of one entry point only. */
export function readOptions(options: OutcomeOptions<Catalogue>, alsoKnown: readonly string[]): Settings {
  expect(
    typeof options === 'object' && options !== null,
    'options',
    options,
    'an object, such as { catalogue, retry }',
  );
  expectKnown(options, [...known, ...alsoKnown], 'the options');
  const { undocumented = 'class', onAttempt, onRetry } = options;
  // The outcomes are built with the caller's own catalogue, so the cast holds.
  const onOutcome = options.onOutcome as ((outcome: AnyOutcome) => void) | undefined;
  const catalogue = readCatalogue(options.catalogue);
  expect(
    undocumented === 'class' || undocumented === 'never',
    'undocumented',
    undocumented,
    'one of: class, never',
  );
  for (const [name, listener] of Object.entries({ onAttempt, onRetry, onOutcome })) {
    expect(listener === undefined || typeof listener === 'function', name, listener, 'a function');
  }
  return {
    catalogue,
    policy: clientPolicy(options.retry, catalogue),
    undocumented,
    responses: readResponses(options.responses, 'responses', catalogue),
    redact: readRedact(options.redact),
    delayed: readDelayed(options.delayed, 'delayed'),
    clock: systemClock,
    around: options[around],
    owner: {},
    onAttempt,
    onRetry,
    onOutcome,
  };
}

/** The given catalogue, or HTTP's. This checks what every outcome needs; `defineCatalogue` checks everything. */
export function readCatalogue(given: Catalogue | undefined): Catalogue {
  if (given === undefined) return http;
  const isObject = typeof given === 'object' && given !== null;
  expect(isObject, 'catalogue', given, 'a catalogue that defineCatalogue returned');
  const { name, statuses }: Partial<Catalogue> = given;
  expect(typeof name === 'string' && name !== '', 'catalogue.name', name, 'a text that is not empty');
  const rows = Object.entries(statuses ?? {});
  const kinds = `one of: ${documentedKinds.join(', ')}`;
  expect(
    rows.length > 0,
    `statuses of catalogue ${name}`,
    statuses,
    'an object with at least one status code',
  );
  for (const [status, row] of rows) {
    const kind = documentedKinds.includes(row?.kind);
    expect(kind, `statuses[${status}] of catalogue ${name}, kind`, row?.kind, kinds);
  }
  return given;
}

const delayedNames = [
  'dialects',
  'pollIntervalMs',
  'maxPollIntervalMs',
  'deadlineMs',
  'concurrency',
  'trustedOrigins',
] as const satisfies readonly (keyof DelayedOptions)[];

/** Refuses unknown options of delayed tasks. */
export function readDelayed(given: DelayedOptions | undefined, path: string): DelayedOptions {
  if (given === undefined) return {};
  expect(
    typeof given === 'object' && given !== null,
    path,
    given,
    'an object with options, such as { pollIntervalMs, deadlineMs }',
  );
  expectKnown(given, delayedNames, path);
  // An option with the value undefined counts as not given.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
