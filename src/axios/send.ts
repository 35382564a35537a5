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
import { type EngineConfig, isHookError, type Recorded, records, Sink } from './recorded-result.js';
import { endOf, recordIn, reread } from './to-outcome.js';

/**
 * Sends a request through an instance, and returns how it ended, also if interceptors change the result.
 * It rejects only with errors of the caller's own code. `within` is the part of the work that the request
 * belongs to.
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
    // axios adds the missing headers, so the cast holds.
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

/** Whether interceptors left a good answer unchanged. This holds for nearly every answer. */
function isUntouched(result: unknown, { ended: { exchange, assessment } }: Recorded): boolean {
  // An interceptor may write another status into a response, as caches do.
  const isSame = result === exchange.response && exchange.response?.status === assessment.httpStatus;
  return isSame && isOkKind(assessment.kind);
}

/** The end of a request whose promise resolved. Interceptors may have returned any value. */
async function resolved(result: unknown, seen: Recorded | undefined, settings: Settings): Promise<Recorded> {
  // With validateStatus, an error answer may resolve.
  const response = isResponseLike(result) ? result : undefined;
  const exchange = response && (response.status < 300 ? { response } : await withErrorBody({ response }));
  if (seen === undefined) {
    if (exchange !== undefined) return { ...endOf(result, exchange, settings.catalogue), settings };
    throw new TypeError(
      'axios-outcome: an interceptor ended the request without sending it, and returned no axios response. Return a response with status, headers and data.',
    );
  }
  if (isOwnResponse(result, seen)) return asSeen(seen, exchange ?? seen.ended.exchange);
  // A body may have `status` and `headers` too, but not all fields of a response.
  if (exchange === undefined || !isWholeResponse(result)) return asSeen(seen, withData(seen, result));
  if (!records.get(result)) return asSeen(seen, exchange);
  return { ...endOf(result, exchange, settings.catalogue), settings: seen.settings };
}

function asSeen(seen: Recorded, exchange: Exchange): Recorded {
  const { config, settings } = seen;
  return { ended: reread(seen, exchange, settings.catalogue), config, settings };
}

/** Whether this is the response of this request, or a copy of it. */
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

/** `response => response.data` is a common interceptor. Its result is the data of the outcome. */
function withData({ ended }: Recorded, data: unknown): Exchange {
  const response = responseOf(ended.exchange)?.response;
  return response === undefined ? ended.exchange : { response: { ...response, data } };
}

/**
 * The end of a request whose promise rejected. Undefined if the error came from the caller's own code: an
 * interceptor, a transform or a hook. That includes the failure of another request that such code sent.
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
  if (isHookError(error)) return undefined;
  const shared = seen === undefined ? recordIn(error) : undefined;
  if (shared && isSameRequest(shared, call, instance)) {
    return { ...asSeen(shared, await withErrorBody({ error })), settings };
  }
  if (isCancellation(error)) return cancelled(error, seen, call, settings);
  if (seen === undefined) return undefined;
  if (isUnparsable(error, seen)) return asSeen(seen, { error, response: seen.ended.exchange.response });
  // An interceptor may reject with its own value made from this failure. A plain Error is a bug.
  const failed = !isOkKind(seen.ended.assessment.kind);
  if (failed && (isAxiosFailure(error) || !isError(error))) {
    return asSeen(seen, await withErrorBody(seen.ended.exchange));
  }
  return undefined;
}

/**
 * Whether a call that was never sent shares the failure of another call: a cache that sends one request
 * for several calls gives all of them the same error. The configs before interceptors are compared, since
 * interceptors change what is sent. A request that an interceptor sends has another address.
 */
function isSameRequest({ config, call }: Recorded, ownCall: Addressed, { defaults }: Axios): boolean {
  const own = { ...defaults, ...ownCall };
  const other = call ? { ...defaults, ...call } : config;
  return [methodOf, originOf, pathOf].every((part) => part(own) === part(other));
}

/** It also checks the tag, for an error of another realm. */
function isError(error: unknown): boolean {
  return error instanceof Error || Object.prototype.toString.call(error) === '[object Error]';
}

/** Whether axios's strict JSON parsing threw after the adapter had answered. */
function isUnparsable(error: unknown, { ended }: Recorded): boolean {
  return isStrictJsonFailure(error) && isResponseLike(ended.exchange.response);
}

/** The end of a request that was cancelled before its first attempt, or between the answer and the caller. */
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
