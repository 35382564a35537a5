import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { Assessment } from '../classify/assessment.js';
import { type Exchange, fieldsOf } from '../classify/exchange.js';
import type { Addressed } from '../classify/request-address.js';
import type { Ended } from '../retry/attempt.js';
import { betweenCopies, betweenVersions } from '../semantics/between-copies.js';
import type { PollScope, RequestScope, TaskScope } from './around.js';
import type { RequestOutcomeOptions, Settings } from './options.js';

/** A request that has ended, with its config. */
export interface EndedRequest {
  readonly ended: Ended;
  readonly config: Addressed;
}

/** The record of a request, kept on the response or error that the caller gets. */
export interface Recorded extends EndedRequest {
  /** The settings of the client with the options of the request. */
  readonly settings: Settings;
  /** The config of a call by the client's own methods, before interceptors. */
  readonly call?: Addressed | undefined;
}

/** The config that the engine gets. axios keeps keys that it does not know. */
export interface EngineConfig extends InternalAxiosRequestConfig {
  outcome?: RequestOutcomeOptions;
  /**
   * Set by the client's own methods. They learn from it how the request ended, also if interceptors
   * change the result.
   */
  outcomeSink?: Sink;
}

/**
 * Tells the client's own methods how a request ended. It is a class, since axios copies plain objects of
 * a config. Its fields are private, so that a config can still be printed.
 */
export class Sink {
  #recorded: Recorded | undefined;
  #within: RequestScope | TaskScope | PollScope | undefined;
  readonly #call: Addressed;

  /** `call` is the config of the call, before interceptors. */
  constructor(call: Addressed) {
    this.#call = call;
  }

  /** The part of the work that the request belongs to, if `around` functions are used. */
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
  /** Keeps how the request ended, and returns it with the config of the call. */
  record({ ended, config, settings }: Recorded): Recorded {
    this.#recorded = { ended, config, settings, call: this.#call };
    return this.#recorded;
  }
  toJSON(): undefined {
    return undefined;
  }
}

/** Its constructor returns the given object. So a subclass puts its private fields on that object. */
class OnObject {
  constructor(target: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what the class is for.
    return target;
  }
}

/**
 * Keeps the record on the response or error itself, in a private field. Nothing can enumerate, print,
 * clone or copy that field, so a logged response looks as with plain axios. A WeakMap would make a
 * healthy request a tenth slower (the benchmark's in-memory row).
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
      // Some engines refuse the field on a frozen object.
    }
  }

  static get(target: unknown): Recorded | undefined {
    return typeof target === 'object' && target !== null && #recorded in target
      ? target.#recorded
      : undefined;
  }
}

/** Reads and writes records. All copies of the library share this class, since each class has a private field of its own. */
export const records: typeof Carrier = /* @__PURE__ */ betweenCopies('records', () => Carrier);

/**
 * The exchange of an answer. An answer that already has a record came for another request too, from a
 * mock or a cache, so it is copied.
 */
export function answered(response: AxiosResponse): Exchange {
  const rawLength = typeof response.data === 'string' ? response.data.length : undefined;
  return { response: records.get(response) ? { ...response } : response, rawLength };
}

const hookErrors: WeakSet<object> = /* @__PURE__ */ betweenVersions('disowned', () => new WeakSet());

export function isHookError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && hookErrors.has(error);
}

/**
 * Throws an error of the caller's hook, and notes it. An outcome made from this error would describe
 * another request.
 */
export function throwHookError(error: unknown): never {
  if (typeof error === 'object' && error !== null) hookErrors.add(error);
  throw error;
}

/** Why a successful attempt is the last attempt. */
export function successReason({ kind }: Assessment): string {
  return kind === 'delayed' ? 'accepted, not done yet' : 'done';
}

/** Puts the record on the response or error, and returns or throws that. */
export function settle(config: EngineConfig, ended: Ended, settings: Settings): AxiosResponse {
  const { response, error } = ended.exchange;
  const own: Recorded = { ended, config, settings, call: undefined };
  const recorded = config.outcomeSink?.record(own) ?? own;
  records.put(response ?? error, recorded);
  if (response === undefined) {
    records.put(fieldsOf(error).response, recorded);
    throw error;
  }
  // The response came from an adapter, whose type promises an AxiosResponse.
  return response as AxiosResponse;
}
