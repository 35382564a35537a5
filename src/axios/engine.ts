import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import { classify } from '../classify/classify.js';
import { type Exchange, fieldsOf } from '../classify/exchange.js';
import { applyIdempotencyKey } from '../retry/idempotency-key.js';
import { type RetryPolicy, requestPolicy } from '../retry/policy.js';
import { repeatabilityOf } from '../retry/repeatability.js';
import { isReplayable } from '../retry/replay.js';
import type { RetryableRequest } from '../retry/request.js';
import { runAttempts } from '../retry/run.js';
import { methodOf, originOf, pathOf } from './address.js';
import { attemptConfig, keepBoundary } from './attempt-config.js';
import { isHttpMatter } from './http-matter.js';
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
export function wrapAdapter(
  adapter: AxiosAdapter,
  settings: Settings,
  given?: InternalAxiosRequestConfig['adapter'],
): AxiosAdapter {
  const inner = innerAdapters.get(adapter) ?? adapter;
  const wrapped: AxiosAdapter = (config) => {
    // The caller finds the adapter that it gave, and may send this config again.
    if (given !== undefined) config.adapter = given;
    return run(config, inner, settings);
  };
  innerAdapters.set(wrapped, inner);
  return wrapped;
}

async function run(config: EngineConfig, inner: AxiosAdapter, settings: Settings): Promise<AxiosResponse> {
  const policy = config.outcome ? requestPolicy(settings.policy, config.outcome) : settings.policy;
  const interruption = interruptionOf(config, policy.deadlineMs);
  try {
    const ended = await runAttempts(describe(config, inner, settings, policy, interruption));
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
  try {
    const response = await (interruption ? interruption.race(() => inner(own)) : inner(own));
    if (response.config === own) response.config = config;
    return { response, raw: response.data };
  } catch (error) {
    if (!isHttpMatter(error)) throw error;
    if (fieldsOf(error).config === own) Object.assign(error as object, { config });
    return { error };
  } finally {
    keepBoundary(config, own);
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
