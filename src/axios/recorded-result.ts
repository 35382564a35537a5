import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { Assessment } from '../classify/assessment.js';
import { type Exchange, fieldsOf } from '../classify/exchange.js';
import type { Addressed } from '../classify/request-address.js';
import type { Ended } from '../retry/attempt.js';
import { betweenCopies, betweenVersions } from '../semantics/between-copies.js';
import type { PollScope, RequestScope, TaskScope } from './around.js';
import type { RequestOutcomeOptions, Settings } from './options.js';

/** A request that has ended, and its config. */
export interface EndedRequest {
  readonly ended: Ended;
  readonly config: Addressed;
}

/** How a logical request ended, kept beside the response or error that the caller gets. */
export interface Recorded extends EndedRequest {
  /** Those of the client, with the request's own options. */
  readonly settings: Settings;
  /** The config of a client's own call, before interceptors. */
  readonly call?: Addressed | undefined;
}

/** The config as the engine finds it: axios hands through the keys that it does not know. */
export interface EngineConfig extends InternalAxiosRequestConfig {
  outcome?: RequestOutcomeOptions;
  /** Set by the client's own methods, to learn how the request ended whatever interceptors make of it. */
  outcomeSink?: Sink;
}

/**
 * What the engine tells the client's own methods. A class, since axios copies the
 * plain objects of a config; its fields are private, so that a config can still
 * be printed.
 */
export class Sink {
  #recorded: Recorded | undefined;
  #within: RequestScope | TaskScope | PollScope | undefined;
  readonly #call: Addressed;

  /** `call` is the config of the call, before interceptors. */
  constructor(call: Addressed) {
    this.#call = call;
  }

  /** What the request is a part of, where something is done around that. */
  get within(): RequestScope | TaskScope | PollScope | undefined {
    return this.#within;
  }
  set within(scope: RequestScope | TaskScope | PollScope) {
    this.#within = scope;
  }

  get call(): Addressed {
    return this.#call;
  }
  get recorded(): Recorded | undefined {
    return this.#recorded;
  }
  /** Keeps how the request ended, and returns that with the config of the call. */
  record({ ended, config, settings }: Recorded): Recorded {
    this.#recorded = { ended, config, settings, call: this.#call };
    return this.#recorded;
  }
  toJSON(): undefined {
    return undefined;
  }
}

/** Returns the object that it is given: what extends it puts its private fields on that object. */
class OnObject {
  constructor(target: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what the class is for.
    return target;
  }
}

/**
 * Leaves the record on the response or error itself, as a private field: nothing
 * can enumerate, print, clone or copy it, so a logged response says no more than
 * one of bare axios. A WeakMap would do the same, but costs a healthy request a
 * tenth of its time (the benchmark's in-memory row).
 */
class Carrier extends OnObject {
  #recorded: Recorded;

  private constructor(target: object, recorded: Recorded) {
    super(target);
    this.#recorded = recorded;
  }

  static put(target: unknown, recorded: Recorded): void {
    if (typeof target !== 'object' || target === null) return;
    try {
      if (#recorded in target) target.#recorded = recorded;
      else new Carrier(target, recorded);
    } catch {
      // An engine may refuse the field on an object that an adapter froze.
    }
  }

  static get(target: unknown): Recorded | undefined {
    return typeof target === 'object' && target !== null && #recorded in target
      ? target.#recorded
      : undefined;
  }
}

/** Gives and keeps the record of a response or error. One class for all copies, since each would look for a field of its own. */
export const records: typeof Carrier = /* @__PURE__ */ betweenCopies('records', () => Carrier);

/** An answer as an exchange. One with a record was given to another request too, as mocks and caches do. */
export function answered(response: AxiosResponse): Exchange {
  const rawLength = typeof response.data === 'string' ? response.data.length : undefined;
  return { response: records.get(response) ? { ...response } : response, rawLength };
}

const callersOwn: WeakSet<object> = /* @__PURE__ */ betweenVersions('disowned', () => new WeakSet());

export function isDisowned(error: unknown): boolean {
  return typeof error === 'object' && error !== null && callersOwn.has(error);
}

/**
 * Throws an error that came from a hook of the caller, and remembers it: an outcome made
 * from that error would be one of another request.
 */
export function throwOwn(error: unknown): never {
  if (typeof error === 'object' && error !== null) callersOwn.add(error);
  throw error;
}

/** Why an attempt that did its work is the last one. */
export function successReason({ kind }: Assessment): string {
  return kind === 'delayed' ? 'accepted, not done yet' : 'done';
}

/** Leaves the record on what the caller gets, and gives it to them. */
export function settle(config: EngineConfig, ended: Ended, settings: Settings): AxiosResponse {
  const { response, error } = ended.exchange;
  const own: Recorded = { ended, config, settings, call: undefined };
  const recorded = config.outcomeSink?.record(own) ?? own;
  records.put(response ?? error, recorded);
  if (response === undefined) {
    records.put(fieldsOf(error).response, recorded);
    throw error;
  }
  // It came from the adapter, whose type says that it is an AxiosResponse.
  return response as AxiosResponse;
}
