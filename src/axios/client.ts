import type { AxiosInstance, InternalAxiosRequestConfig } from 'axios';
import {
  type Exchange,
  isAxiosFailure,
  isCancellation,
  isResponseLike,
  responseOf,
} from '../classify/exchange.js';
import { isStrictJsonFailure } from '../classify/json-body.js';
import { buildOutcome } from '../outcome/build.js';
import type { AnyOutcome, Outcome } from '../outcome/types.js';
import type { Ended } from '../retry/attempt.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { isOkKind } from '../semantics/kinds.js';
import { summarize } from './address.js';
import { conclude, exchangeOf, reread } from './conclude.js';
import type { EngineConfig } from './engine.js';
import type { OutcomeRequestConfig, Settings } from './options.js';
import { type Answer, outcomeOf } from './outcome-of.js';
import { type Recorded, recordedOf } from './records.js';

/**
 * The methods of an axios instance, each resolving to an outcome. They never
 * reject for an HTTP or network reason; a bug in the caller's code (a throwing
 * transform, a bad option) is still thrown.
 */
export interface OutcomeClient<C extends Catalogue> {
  request<D = unknown>(config: OutcomeRequestConfig): Promise<Outcome<C, D>>;
  get<D = unknown>(url: string, config?: OutcomeRequestConfig): Promise<Outcome<C, D>>;
  delete<D = unknown>(url: string, config?: OutcomeRequestConfig): Promise<Outcome<C, D>>;
  head<D = unknown>(url: string, config?: OutcomeRequestConfig): Promise<Outcome<C, D>>;
  options<D = unknown>(url: string, config?: OutcomeRequestConfig): Promise<Outcome<C, D>>;
  post<D = unknown>(url: string, data?: unknown, config?: OutcomeRequestConfig): Promise<Outcome<C, D>>;
  put<D = unknown>(url: string, data?: unknown, config?: OutcomeRequestConfig): Promise<Outcome<C, D>>;
  patch<D = unknown>(url: string, data?: unknown, config?: OutcomeRequestConfig): Promise<Outcome<C, D>>;
  /** The outcome of a call that was made on the instance itself, by this client's catalogue. */
  outcomeOf<D>(from: PromiseLike<Answer<D>> | Answer<D>): Promise<Outcome<C, D>>;
  outcomeOf(from: unknown): Promise<Outcome<C>>;
  /** Takes everything back: the instance is as it was before `attachOutcomes`. */
  detach(): void;
}

/** The client of an attached instance. `detach` is called once. */
export function makeClient(
  instance: AxiosInstance,
  settings: Settings,
  detach: () => void,
): OutcomeClient<Catalogue> {
  const { catalogue } = settings;
  let attached = true;

  // The outcome's type follows from the catalogue and the caller's D; neither exists at run time.
  function request(config: OutcomeRequestConfig): Promise<Outcome<Catalogue, never>> {
    if (attached) return send(instance, config, catalogue) as Promise<Outcome<Catalogue, never>>;
    return Promise.reject(
      new TypeError('axios-outcome: this client is detached; attachOutcomes makes a new one'),
    );
  }
  const bare = (method: string) => (url: string, config?: OutcomeRequestConfig) =>
    request({ ...config, method, url });
  const withBody = (method: string) => (url: string, data?: unknown, config?: OutcomeRequestConfig) =>
    request({ ...config, method, url, data });

  return {
    request,
    get: bare('get'),
    delete: bare('delete'),
    head: bare('head'),
    options: bare('options'),
    post: withBody('post'),
    put: withBody('put'),
    patch: withBody('patch'),
    outcomeOf: (from: unknown) => outcomeOf(from, { catalogue }) as Promise<never>,
    detach() {
      if (attached) detach();
      attached = false;
    },
  };
}

function send(
  instance: AxiosInstance,
  config: OutcomeRequestConfig,
  catalogue: Catalogue,
): Promise<AnyOutcome> {
  let seen: Recorded | undefined;
  const watched: EngineConfig = {
    // axios completes the headers of what it is given; a request's config need not have them.
    ...(config as InternalAxiosRequestConfig),
    outcomeSink: (recorded) => {
      seen = recorded;
    },
  };
  return instance.request(watched).then(
    (result: unknown) => resolved(result, seen, catalogue),
    (error: unknown) => {
      const outcome = rejected(error, seen, config, catalogue);
      if (outcome === undefined) throw error;
      return outcome;
    },
  );
}

/** What interceptors resolved with: a response, or whatever they made of one. */
function resolved(result: unknown, seen: Recorded | undefined, catalogue: Catalogue): AnyOutcome {
  const exchange = exchangeOf(result);
  if (exchange !== undefined && (recordedOf(result) || seen === undefined))
    return conclude(result, exchange, catalogue);
  if (seen === undefined) throw new TypeError('axios-outcome: an interceptor answered without a response');
  return conclusionOf(seen, exchange ?? withData(seen, result), catalogue);
}

/** `response => response.data` is a common interceptor: its result is the outcome's data. */
function withData({ ended }: Recorded, data: unknown): Exchange {
  const response = responseOf(ended.exchange)?.response;
  return response === undefined ? ended.exchange : { response: { ...response, data } };
}

/** The outcome of a rejection, or undefined for what the caller's own code threw. */
function rejected(
  error: unknown,
  seen: Recorded | undefined,
  config: OutcomeRequestConfig,
  catalogue: Catalogue,
): AnyOutcome | undefined {
  if (recordedOf(error)) return conclude(error, { error }, catalogue);
  if (isCancellation(error)) return cancelled(error, seen, config, catalogue);
  // The engine never ran: interceptors, transforms or axios itself refused the call.
  if (seen === undefined) return undefined;
  if (isUnparsable(error, seen)) {
    return conclusionOf(seen, { error, response: seen.ended.exchange.response }, catalogue);
  }
  // An interceptor may reject with something of its own made from our failure; a plain Error is a bug.
  const failed = !isOkKind(seen.ended.assessment.kind);
  if (failed && (isAxiosFailure(error) || !(error instanceof Error))) {
    return conclusionOf(seen, seen.ended.exchange, catalogue);
  }
  return undefined;
}

/** axios's strict JSON parsing throws after the adapter is done. */
function isUnparsable(error: unknown, { ended }: Recorded): boolean {
  return isStrictJsonFailure(error) && isResponseLike(ended.exchange.response);
}

/** Stopped before the first attempt (nothing was sent), or between the answer and the caller. */
function cancelled(
  error: unknown,
  seen: Recorded | undefined,
  config: OutcomeRequestConfig,
  catalogue: Catalogue,
): AnyOutcome {
  const ended: Ended = {
    exchange: { error },
    assessment: { kind: 'cancelled', processed: 'no', retry: 'never', code: 'ERR_CANCELED' },
    attempts: seen?.ended.attempts ?? [],
    stopped: 'not-retryable',
    processed: seen?.ended.processed ?? 'no',
  };
  return buildOutcome(ended, summarize(seen?.config ?? config), catalogue);
}

function conclusionOf(seen: Recorded, exchange: Exchange, catalogue: Catalogue): AnyOutcome {
  return buildOutcome(reread(seen, exchange, catalogue), summarize(seen.config), catalogue);
}
