import type { Axios, InternalAxiosRequestConfig } from 'axios';
import { isOkKind } from '../classify/classify.js';
import {
  type Exchange,
  fieldsOf,
  isAxiosFailure,
  isCancellation,
  isResponseLike,
  responseOf,
} from '../classify/exchange.js';
import { faultOfBody } from '../classify/http-matter.js';
import { isStrictJsonFailure } from '../classify/json-body.js';
import { type Addressed, methodOf, originOf, pathOf } from '../classify/request-address.js';
import type { Ended } from '../retry/attempt.js';
import { withErrorBody } from './error-body.js';
import type { OutcomeRequestConfig, Settings } from './options.js';
import { type EngineConfig, isDisowned, type Recorded, records, Sink } from './recorded-result.js';
import { endOf, recordIn, reread } from './to-outcome.js';

/**
 * Sends a request through an instance, and says how it ended, whatever interceptors make
 * of its answer. It rejects only with what the caller's own code threw. `within` is what the
 * request is a part of, where something is done around that.
 */
export async function send(
  instance: Axios,
  config: OutcomeRequestConfig,
  settings: Settings,
  within?: Sink['within'],
): Promise<Recorded> {
  const sink = new Sink(config);
  if (within) sink.within = within;
  const watched: EngineConfig = {
    // axios completes the headers of what it is given; a request's config need not have them.
    ...(config as InternalAxiosRequestConfig),
    outcomeSink: sink,
  };
  try {
    const result: unknown = await instance.request(watched);
    const seen = sink.recorded;
    return seen && isUntouched(result, seen) ? seen : await resolved(result, seen, settings);
  } catch (error) {
    const ended = await rejected(error, sink, instance, settings);
    if (ended === undefined) throw faultOfBody(error) ?? error;
    return ended;
  }
}

/** Nearly every answer comes as the engine gave it, and has no problem that transforms could have changed. */
function isUntouched(result: unknown, { ended: { exchange, assessment } }: Recorded): boolean {
  // Interceptors may write another status into a response, as caches do.
  const isSame = result === exchange.response && exchange.response?.status === assessment.httpStatus;
  return isSame && isOkKind(assessment.kind);
}

/** What interceptors resolved with: a response, or whatever they made of one. */
async function resolved(result: unknown, seen: Recorded | undefined, settings: Settings): Promise<Recorded> {
  // validateStatus may let an error answer pass.
  const response = isResponseLike(result) ? result : undefined;
  const exchange = response && (response.status < 300 ? { response } : await withErrorBody({ response }));
  if (seen === undefined) {
    if (exchange !== undefined) return { ...endOf(result, exchange, settings.catalogue), settings };
    throw new TypeError('axios-outcome: an interceptor answered without a response');
  }
  if (isOwnResponse(result, seen)) return asSeen(seen, exchange ?? seen.ended.exchange);
  // A body may have a status and headers too, but never all that a response has.
  if (exchange === undefined || !isWholeResponse(result)) return asSeen(seen, withData(seen, result));
  if (!records.get(result)) return asSeen(seen, exchange);
  return { ...endOf(result, exchange, settings.catalogue), settings: seen.settings };
}

function asSeen(seen: Recorded, exchange: Exchange): Recorded {
  const { config, settings } = seen;
  return { ended: reread(seen, exchange, settings.catalogue), config, settings };
}

/** The response of this request, or a copy that an interceptor made of it. */
function isOwnResponse(result: unknown, { ended }: Recorded): boolean {
  const response = responseOf(ended.exchange)?.response;
  if (response === undefined) return false;
  const { config } = fieldsOf(response);
  return result === response || (config !== undefined && fieldsOf(result).config === config);
}

function isWholeResponse(result: unknown): boolean {
  const parts = ['data', 'status', 'statusText', 'headers', 'config'];
  return typeof result === 'object' && result !== null && parts.every((part) => part in result);
}

/** `response => response.data` is a common interceptor: its result is the outcome's data. */
function withData({ ended }: Recorded, data: unknown): Exchange {
  const response = responseOf(ended.exchange)?.response;
  return response === undefined ? ended.exchange : { response: { ...response, data } };
}

/**
 * How a request ended that was rejected, or undefined for what the caller's own code
 * threw: an interceptor, a transform or a hook, also where it threw the failure of a
 * request of its own.
 */
async function rejected(
  error: unknown,
  { recorded: seen, call }: Sink,
  instance: Axios,
  settings: Settings,
): Promise<Recorded | undefined> {
  if (seen && (records.get(error) === seen || error === seen.ended.exchange.error)) {
    return asSeen(seen, await withErrorBody({ error }));
  }
  if (isDisowned(error)) return undefined;
  const shared = seen === undefined ? recordIn(error) : undefined;
  if (shared && isSameRequest(shared, call, instance)) {
    return { ...asSeen(shared, await withErrorBody({ error })), settings };
  }
  if (isCancellation(error)) return cancelled(error, seen, call, settings);
  if (seen === undefined) return undefined;
  if (isUnparsable(error, seen)) return asSeen(seen, { error, response: seen.ended.exchange.response });
  // An interceptor may reject with something of its own made from our failure; a plain Error is a bug.
  const failed = !isOkKind(seen.ended.assessment.kind);
  if (failed && (isAxiosFailure(error) || !isError(error))) {
    return asSeen(seen, await withErrorBody(seen.ended.exchange));
  }
  return undefined;
}

/**
 * Whether a call that was never sent ended as another one did: caches that send one request
 * for several calls hand each of them the same failure. An interceptor's own request has an
 * address of its own. As the calls were made, since interceptors change what is sent.
 */
function isSameRequest({ config, call }: Recorded, ownCall: Addressed, { defaults }: Axios): boolean {
  const own = { ...defaults, ...ownCall };
  const other = call ? { ...defaults, ...call } : config;
  return [methodOf, originOf, pathOf].every((part) => part(own) === part(other));
}

/** By its tag as well, which holds for an error of another realm. */
function isError(error: unknown): boolean {
  return error instanceof Error || Object.prototype.toString.call(error) === '[object Error]';
}

/** axios's strict JSON parsing throws after the adapter is done. */
function isUnparsable(error: unknown, { ended }: Recorded): boolean {
  return isStrictJsonFailure(error) && isResponseLike(ended.exchange.response);
}

/** Stopped before the first attempt (nothing was sent), or between the answer and the caller. */
function cancelled(
  error: unknown,
  seen: Recorded | undefined,
  config: Addressed,
  settings: Settings,
): Recorded {
  const ended: Ended = {
    exchange: { error },
    assessment: { kind: 'cancelled', processed: 'no', retry: 'never', code: 'ERR_CANCELED' },
    attempts: seen?.ended.attempts ?? [],
    stopped: 'not-retryable',
    processed: seen?.ended.processed ?? 'no',
  };
  return { ended, config: seen?.config ?? config, settings: seen?.settings ?? settings };
}
