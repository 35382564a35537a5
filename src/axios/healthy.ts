import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import { classify, rowOf } from '../classify/classify.js';
import { tellsOfTask } from '../classify/started-task.js';
import type { Ended } from '../retry/attempt.js';
import type { RetryPolicy } from '../retry/policy.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { isOkKind } from '../semantics/kinds.js';
import { taskOperation } from './assess.js';
import { isFormData } from './boundary.js';
import { watchesAttempts } from './observe.js';
import type { Settings } from './options.js';
import type { Recorded } from './recorded-result.js';
import { methodOf } from './request-address.js';

/** Whether nothing has to be done to a request before its first attempt, nor watched during it. */
export function needsNothing(config: InternalAxiosRequestConfig, policy: RetryPolicy): boolean {
  return (
    !config.signal &&
    !config.cancelToken &&
    typeof config.data !== 'function' &&
    !isFormData(config.data) &&
    policy.deadlineMs === undefined &&
    (policy.budget === false || !policy.budget.started) &&
    !policy.beforeAttempt &&
    !policy.attemptHeader &&
    !policy.idempotencyKey &&
    (!policy.attemptTimeoutMs || Boolean(config.timeout))
  );
}

/** Whether an answer is good by its status alone, and nobody has to be told of it. */
export function isHealthy(
  response: AxiosResponse,
  config: InternalAxiosRequestConfig,
  settings: Settings,
): boolean {
  const { catalogue, policy } = settings;
  // A mock's status may be a text, which finds its row too.
  const row = typeof response.status === 'number' ? rowOf(catalogue, response.status) : undefined;
  if (row === undefined || !isOkKind(row.kind)) return false;
  // Where a body can move the status, it has to be looked at: for a code, or for a task.
  const byCode = row.or?.some((kind) => kind !== 'delayed' || delaysByCode(catalogue));
  if (byCode && catalogue.codes !== undefined) return false;
  if (row.or?.includes('delayed')) {
    if (tellsOfTask(response, methodOf(config)) || taskOperation(config, catalogue)) return false;
  }
  return !watchesAttempts(settings) && (!policy.budget || policy.budget.idle?.() === true);
}

const delaying = new WeakMap<Catalogue, boolean>();

/** Most catalogues tell a task by its id or a header, and by no code in the body of a good answer. */
function delaysByCode(catalogue: Catalogue): boolean {
  let delays = delaying.get(catalogue);
  if (delays === undefined) {
    delays = Object.values(catalogue.codes ?? {}).some(({ kind }) => kind === 'delayed');
    delaying.set(catalogue, delays);
  }
  return delays;
}

/** The record of a healthy request. What it says is worked out only if somebody asks. */
export class HealthyRecord implements Recorded {
  readonly config: InternalAxiosRequestConfig;
  readonly settings: Settings;
  private readonly response: AxiosResponse;
  private readonly rawLength: number | undefined;
  private readonly tookMs: number;

  constructor(
    response: AxiosResponse,
    config: InternalAxiosRequestConfig,
    settings: Settings,
    tookMs: number,
  ) {
    this.config = config;
    this.settings = settings;
    this.response = response;
    this.rawLength = typeof response.data === 'string' ? response.data.length : undefined;
    this.tookMs = tookMs;
  }

  get ended(): Ended {
    const exchange = { response: this.response, rawLength: this.rawLength };
    const assessment = classify(exchange, this.settings.catalogue);
    const because = assessment.kind === 'delayed' ? 'accepted, not done yet' : 'done';
    const tookMs = Math.round(this.tookMs);
    return {
      exchange,
      assessment,
      attempts: [{ number: 1, status: this.response.status, waitedMs: 0, tookMs, because }],
      stopped: 'not-retryable',
      processed: assessment.processed,
    };
  }
}
