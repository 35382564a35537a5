import type { AxiosAdapter, AxiosResponse } from 'axios';
import { assess } from '../classify/assess.js';
import { isOkKind } from '../classify/classify.js';
import { isAdaptersMatter } from '../classify/http-matter.js';
import type { Ended } from '../retry/attempt.js';
import { keyIn } from '../retry/idempotency-key.js';
import type { RetryPolicy } from '../retry/policy.js';
import { isFormData } from './attempt.js';
import { sendUntilEnded } from './engine.js';
import { watchesAttempts } from './events.js';
import type { Settings } from './options.js';
import { answered, type EngineConfig, settle, successReason, throwHookError } from './recorded-result.js';
import { requestSettings } from './request-options.js';

/**
 * Sends a request through `inner`. Most requests succeed: their first attempt needs no preparation, and
 * no decision. Every other request goes through the engine.
 */
export function sendRequest(
  config: EngineConfig,
  inner: AxiosAdapter,
  clients: Settings,
): Promise<AxiosResponse> {
  const settings = config.outcome === undefined ? clients : requestSettings(clients, config.outcome);
  if (settings.around || !isPlain(config, settings.policy)) return sendUntilEnded(config, inner, settings);
  const startedAt = settings.clock.now();
  return callAdapter(inner, config).then(
    (response) => {
      const exchange = answered(response);
      const assessment = assess(exchange, config, settings.catalogue, settings.undocumented);
      if (!isOkKind(assessment.kind) || mustBeReported(settings)) {
        return sendUntilEnded(config, inner, settings, { exchange, startedAt, assessment });
      }
      const tookMs = Math.round(settings.clock.now() - startedAt);
      const because = successReason(assessment);
      const attempts = [{ number: 1, status: response.status, waitedMs: 0, tookMs, because }];
      const { processed } = assessment;
      const ended: Ended = { exchange, assessment, attempts, stopped: 'not-retryable', processed };
      return settle(config, ended, settings);
    },
    (error: unknown) => {
      if (!isAdaptersMatter(error)) return throwHookError(error);
      return sendUntilEnded(config, inner, settings, { exchange: { error }, startedAt });
    },
  );
}

/** Whether the first attempt needs no preparation and no limits. */
function isPlain(config: EngineConfig, policy: RetryPolicy): boolean {
  return (
    !config.signal &&
    !config.cancelToken &&
    typeof config.data !== 'function' &&
    !(typeof config.data === 'object' && isFormData(config.data)) &&
    policy.deadlineMs === undefined &&
    (policy.budget === false || !policy.budget.started) &&
    !policy.beforeAttempt &&
    !policy.attemptHeader &&
    !policy.idempotencyKey &&
    // A key with characters that HTTP would change must be refused before the request is sent.
    (config.method === 'get' || keyIn(config) === undefined) &&
    (!policy.attemptTimeoutMs || Boolean(config.timeout))
  );
}

/** Whether a listener, or a budget that is not full, must hear of the attempt. */
function mustBeReported({ policy, ...listeners }: Settings): boolean {
  return watchesAttempts(listeners) || (policy.budget !== false && policy.budget.idle?.() !== true);
}

/**
 * Turns an error that the adapter throws synchronously into a rejection. An async function would need
 * three more turns of the microtask queue.
 */
function callAdapter(inner: AxiosAdapter, config: EngineConfig): Promise<AxiosResponse> {
  try {
    return inner(config);
  } catch (error) {
    return Promise.reject(error);
  }
}
