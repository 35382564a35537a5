import type { AxiosInstance, InternalAxiosRequestConfig } from 'axios';
import {
  type Exchange,
  fieldsOf,
  isAxiosFailure,
  isCancellation,
  isResponseLike,
  responseOf,
} from '../classify/exchange.js';
import { isStrictJsonFailure } from '../classify/json-body.js';
import { buildOutcome } from '../outcome/build.js';
import { redactOutcome } from '../outcome/redact/fields.js';
import type { AnyOutcome } from '../outcome/types.js';
import { validateOutcome } from '../outcome/validate.js';
import type { Ended } from '../retry/attempt.js';
import { isOkKind } from '../semantics/kinds.js';
import { type EngineConfig, Sink } from './engine-config.js';
import { withErrorBody } from './error-body.js';
import { tellOutcome, watchesOutcomes } from './observe.js';
import type { OutcomeRequestConfig, Settings } from './options.js';
import { isDisowned, type Recorded, recordedOf } from './recorded-result.js';
import { originOf, summarize } from './request-address.js';
import { withCallOptions } from './request-options.js';
import { responsesIn, responsesOfCall } from './responses.js';
import { rememberSchemas } from './tasks/known-tasks.js';
import { withTask } from './tasks/load.js';
import { conclude, reread } from './to-outcome.js';

/**
 * Sends one call of the client, and makes an outcome of whatever comes back. It
 * rejects only with what the caller's own code threw.
 */
export async function send(
  instance: AxiosInstance,
  config: OutcomeRequestConfig,
  settings: Settings,
): Promise<AnyOutcome> {
  const { catalogue } = settings;
  const ofInstance = responsesIn(instance.defaults, catalogue);
  const schemas = { ...settings.responses, ...ofInstance, ...responsesOfCall(config, catalogue) };
  const sink = new Sink();
  const watched: EngineConfig = {
    // axios completes the headers of what it is given; a request's config need not have them.
    ...(withCallOptions(config, instance) as InternalAxiosRequestConfig),
    outcomeSink: sink,
  };
  const outcome = await instance.request(watched).then(
    (result: unknown) => resolved(result, sink, settings),
    async (error: unknown) => {
      const outcome = await rejected(error, sink, config, settings);
      if (outcome === undefined) throw error;
      return outcome;
    },
  );
  rememberSchemas(outcome, schemas);
  const whole = redactOutcome(await validateOutcome(outcome, schemas), settings.redact);
  if (watchesOutcomes(settings)) {
    tellOutcome(whole, originOf(sink.recorded?.config ?? { ...instance.defaults, ...config }), settings);
  }
  return whole;
}

/** What interceptors resolved with: a response, or whatever they made of one. */
async function resolved(result: unknown, { recorded: seen }: Sink, settings: Settings): Promise<AnyOutcome> {
  // validateStatus may let an error answer pass.
  const exchange = isResponseLike(result) ? await withErrorBody({ response: result }) : undefined;
  if (seen === undefined) {
    if (exchange !== undefined) return conclude(result, exchange, settings);
    throw new TypeError('axios-outcome: an interceptor answered without a response');
  }
  if (isOwnResponse(result, seen)) return conclusionOf(seen, exchange ?? seen.ended.exchange, settings);
  // A body may have a status and headers too, but never all that a response has.
  if (exchange === undefined || !isWholeResponse(result))
    return conclusionOf(seen, withData(seen, result), settings);
  return recordedOf(result) ? conclude(result, exchange, settings) : conclusionOf(seen, exchange, settings);
}

/** The response of this request, or a copy that an interceptor made of it. */
function isOwnResponse(result: unknown, { ended }: Recorded): boolean {
  const response = responseOf(ended.exchange)?.response;
  if (response === undefined) return false;
  const { config } = fieldsOf(response);
  return result === response || (config !== undefined && fieldsOf(result).config === config);
}

export function isWholeResponse(result: unknown): boolean {
  const parts = ['data', 'status', 'statusText', 'headers', 'config'];
  return typeof result === 'object' && result !== null && parts.every((part) => part in result);
}

/** `response => response.data` is a common interceptor: its result is the outcome's data. */
export function withData({ ended }: Recorded, data: unknown): Exchange {
  const response = responseOf(ended.exchange)?.response;
  return response === undefined ? ended.exchange : { response: { ...response, data } };
}

/**
 * The outcome of a rejection, or undefined for what the caller's own code threw:
 * an interceptor, a transform or a hook, also where it threw the failure of a
 * request of its own.
 */
async function rejected(
  error: unknown,
  { entered, recorded: seen }: Sink,
  config: OutcomeRequestConfig,
  settings: Settings,
): Promise<AnyOutcome | undefined> {
  if (seen && (recordedOf(error) === seen || error === seen.ended.exchange.error)) {
    return conclusionOf(seen, await withErrorBody({ error }), settings);
  }
  if (isDisowned(error)) return undefined;
  if (isCancellation(error)) return cancelled(error, seen, config, settings);
  if (!entered || seen === undefined) return undefined;
  if (isUnparsable(error, seen)) {
    return conclusionOf(seen, { error, response: seen.ended.exchange.response }, settings);
  }
  // An interceptor may reject with something of its own made from our failure; a plain Error is a bug.
  const failed = !isOkKind(seen.ended.assessment.kind);
  if (failed && (isAxiosFailure(error) || !isError(error))) {
    return conclusionOf(seen, await withErrorBody(seen.ended.exchange), settings);
  }
  return undefined;
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
  config: OutcomeRequestConfig,
  { catalogue, redact }: Settings,
): AnyOutcome {
  const ended: Ended = {
    exchange: { error },
    assessment: { kind: 'cancelled', processed: 'no', retry: 'never', code: 'ERR_CANCELED' },
    attempts: seen?.ended.attempts ?? [],
    stopped: 'not-retryable',
    processed: seen?.ended.processed ?? 'no',
  };
  return buildOutcome(ended, summarize(seen?.config ?? config), catalogue, redact);
}

function conclusionOf(
  seen: Recorded,
  exchange: Exchange,
  settings: Settings,
): AnyOutcome | Promise<AnyOutcome> {
  const { catalogue, redact } = settings;
  const outcome = buildOutcome(reread(seen, exchange, catalogue), summarize(seen.config), catalogue, redact);
  return withTask(outcome, exchange, seen.config, settings);
}
