import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import { classify } from '../classify/classify.js';
import { type Exchange, fieldsOf } from '../classify/exchange.js';
import { applyIdempotencyKey } from '../retry/idempotency-key.js';
import type { FirstAttempt } from '../retry/logical-request.js';
import { type RetryPolicy, requestPolicy } from '../retry/policy.js';
import { repeatabilityOf } from '../retry/repeatability.js';
import { isReplayable } from '../retry/replay.js';
import type { RetryableRequest } from '../retry/request.js';
import { runAttempts } from '../retry/run.js';
import { methodOf, originOf, pathOf } from './address.js';
import { attemptConfig } from './attempt-config.js';
import { keepBoundary } from './boundary.js';
import { HealthyRecord, isHealthy, needsNothing } from './healthy.js';
import { isAdaptersMatter } from './http-matter.js';
import { type Interruption, interruptionOf } from './interruption.js';
import type { RequestOutcomeOptions, Settings } from './options.js';
import { type Recorded, record } from './records.js';

/** The config as the engine finds it: axios hands through the keys that it does not know. */
export interface EngineConfig extends InternalAxiosRequestConfig {
  outcome?: RequestOutcomeOptions;
  /** Set by the client's own methods, to learn how the request ended whatever interceptors make of it. */
  outcomeSink?: (recorded: Recorded) => void;
}

const innerAdapters = new WeakMap<AxiosAdapter, AxiosAdapter>();

/**
 * An adapter that sends through `inner` as often as the policy allows. Only the
 * transport is repeated: interceptors and transforms have run before it, and run
 * after it, once. An adapter that is wrapped already is unwrapped first.
 */
export function wrapAdapter(adapter: AxiosAdapter, settings: Settings): AxiosAdapter {
  const inner = innerAdapters.get(adapter) ?? adapter;
  const wrapped: AxiosAdapter = (config) => {
    // The caller finds its own adapter, and may send this config again.
    if (config.adapter === wrapped) config.adapter = inner;
    return run(config, inner, settings);
  };
  innerAdapters.set(wrapped, inner);
  return wrapped;
}

/** Most requests are healthy, and pay for no more than a look at the status. */
function run(config: EngineConfig, inner: AxiosAdapter, settings: Settings): Promise<AxiosResponse> {
  if (config.outcome || !needsNothing(config, settings.policy)) return runWhole(config, inner, settings);
  const startedAt = performance.now();
  return attemptOnce(inner, config).then(
    (response) => {
      if (!isHealthy(response, settings)) {
        return runWhole(config, inner, settings, { exchange: answered(response), startedAt });
      }
      const recorded = new HealthyRecord(response, config, settings, performance.now() - startedAt);
      record(response, recorded);
      config.outcomeSink?.(recorded);
      return response;
    },
    (error: unknown) => {
      if (!isAdaptersMatter(error)) throw error;
      return runWhole(config, inner, settings, { exchange: { error }, startedAt });
    },
  );
}

/** An adapter that throws at once fails like one that rejects. */
async function attemptOnce(inner: AxiosAdapter, config: EngineConfig): Promise<AxiosResponse> {
  return inner(config);
}

async function runWhole(
  config: EngineConfig,
  inner: AxiosAdapter,
  settings: Settings,
  sent?: FirstAttempt,
): Promise<AxiosResponse> {
  const policy = config.outcome ? requestPolicy(settings.policy, config.outcome) : settings.policy;
  const interruption = interruptionOf(config, policy.deadlineMs);
  keepBoundary(config, inner);
  try {
    const ended = await runAttempts(describe(config, inner, settings, policy, interruption), sent);
    const recorded: Recorded = { ended, config, settings };
    config.outcomeSink?.(recorded);
    const { response, error } = ended.exchange;
    record(response ?? error, recorded);
    if (response === undefined) {
      record(fieldsOf(error).response, recorded);
      throw error;
    }
    // It came from the adapter, whose type says that it is an AxiosResponse.
    return response as AxiosResponse;
  } finally {
    interruption?.dispose();
  }
}

function answered(response: AxiosResponse): Exchange {
  return { response, rawLength: typeof response.data === 'string' ? response.data.length : undefined };
}

function describe(
  config: EngineConfig,
  inner: AxiosAdapter,
  settings: Settings,
  policy: RetryPolicy,
  interruption: Interruption | undefined,
): RetryableRequest {
  const { catalogue, undocumented } = settings;
  const method = methodOf(config);
  const keyed = applyIdempotencyKey(config, method, policy.idempotencyKey);
  return {
    policy,
    origin: () => originOf(config),
    repeatability: () => repeatabilityOf(method, pathOf(config), catalogue, keyed),
    bodyReplayable: () => typeof config.data === 'function' || isReplayable(config.data),
    send: (number) => send(config, inner, number, policy, interruption),
    assess: (exchange) => classify(exchange, catalogue, undocumented),
    wait: (ms) => wait(ms, interruption),
    onAttempt: settings.onAttempt,
    onRetry: settings.onRetry,
  };
}

async function send(
  config: EngineConfig,
  inner: AxiosAdapter,
  number: number,
  policy: RetryPolicy,
  interruption: Interruption | undefined,
): Promise<Exchange> {
  const own = await attemptConfig(config, number, policy, interruption);
  const unsent = interruption?.interrupted === true;
  try {
    const response = await (interruption ? interruption.race(() => inner(own)) : inner(own));
    if (response.config === own) response.config = config;
    return answered(response);
  } catch (error) {
    if (!isAdaptersMatter(error)) throw error;
    if (fieldsOf(error).config === own) Object.assign(error as object, { config });
    return { error, unsent };
  }
}

async function wait(ms: number, interruption: Interruption | undefined): Promise<Exchange | undefined> {
  if (interruption === undefined) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return undefined;
  }
  const error = await interruption.sleep(ms);
  return error === undefined ? undefined : { error };
}
