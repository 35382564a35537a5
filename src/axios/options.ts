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
  /** The API's documentation. Default: HTTP's own status codes, RFC 9110 and the IANA registry. */
  readonly catalogue?: C;
  /** How requests are retried; `false` for not at all. Default: see {@link RetryOptions}. */
  readonly retry?: RetryOptions | false;
  /** How a status is retried that the catalogue does not have: `class` for what HTTP says of the status, `never` for not at all. Default `class`. */
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
  /**
   * What is done around requests and attempts, by a subpath of this library.
   *
   * @internal
   */
  readonly [around]?: Around;
}

/** Options of {@link outcomeAdapter}. Schemas are {@link outcomeOf}'s: an adapter answers with responses. */
export interface OutcomeAdapterOptions<C extends Catalogue>
  extends Omit<OutcomeOptions<C, NoResponses>, 'responses'> {
  /** The adapter that sends. Default: axios's own for this platform. */
  readonly adapter?: Exclude<AxiosRequestConfig['adapter'], undefined>;
}

/**
 * Options of one request, in the axios config under `outcome`, and of all requests of an
 * instance, in `axios.create({ outcome })`. They have the shape that {@link attachOutcomes}
 * takes. Each option is looked for in the request first, then in the instance, then in
 * `attachOutcomes`. Schemas (`responses`) are typed where the call's outcome is: in
 * {@link OutcomeCallConfig}.
 */
export interface RequestOutcomeOptions {
  /** How this request is retried. `false` holds until a nearer `retry: {…}`. */
  readonly retry?: RetryOptions | false;
  /** How the task of this request is followed; `concurrency` is the client's. */
  readonly delayed?: Omit<DelayedOptions, 'concurrency'>;
  /** More names that the outcome must not carry, beside those of the instance and the client. */
  readonly redact?: readonly string[];
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
  /** Their values are checked when the first task needs them. */
  readonly delayed: DelayedOptions;
  readonly clock: Clock;
  /** What is done around the parts of the work. A client without it does not pay for it. */
  readonly around: Around | undefined;
  /** One for each client: a task that another client started gets none of this one's credentials. */
  readonly owner: object;
}

/** What an outcome is told by. */
export type Telling = Pick<Settings, 'catalogue' | 'responses' | 'redact' | 'delayed' | 'clock' | 'owner'>;

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
  expect(
    typeof options === 'object' && options !== null,
    'options',
    options,
    'an object, such as { catalogue, retry }',
  );
  expectKnown(options, [...known, ...alsoKnown], 'the options');
  const { undocumented = 'class', onAttempt, onRetry } = options;
  // The caller's catalogue is the one that its outcomes are built by.
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

/** The catalogue that was given, or HTTP's own. This is what no outcome could be told without; `defineCatalogue` checks all of it. */
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

/** Refuses what is no option of delayed tasks. */
export function readDelayed(given: DelayedOptions | undefined, path: string): DelayedOptions {
  if (given === undefined) return {};
  expect(
    typeof given === 'object' && given !== null,
    path,
    given,
    'an object with options, such as { pollIntervalMs, deadlineMs }',
  );
  expectKnown(given, delayedNames, path);
  // What is given as undefined is not given.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
