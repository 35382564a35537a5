import type { AxiosAdapter, AxiosResponse } from 'axios';
import { fieldsOf } from '../classify/exchange.js';
import { isAdaptersMatter } from '../classify/http-matter.js';
import { applyIdempotencyKey } from '../retry/idempotency-key.js';
import type { FirstAttempt } from '../retry/logical-request.js';
import { type RetryPolicy, requestPolicy } from '../retry/policy.js';
import { repeatabilityOf } from '../retry/repeatability.js';
import { isReplayable } from '../retry/replay.js';
import type { RetryableRequest } from '../retry/request.js';
import { runAttempts } from '../retry/run.js';
import { betweenVersions } from '../semantics/between-copies.js';
import { assess } from './assess.js';
import { answered, ownOf, sendAttempt, unlessInterrupted, wait } from './attempt.js';
import { keepBoundary } from './boundary.js';
import { type Interruption, interruptionOf } from './cancellation.js';
import type { EngineConfig } from './engine-config.js';
import { readErrorBody } from './error-body.js';
import { HealthyRecord, isHealthy, needsNothing } from './healthy.js';
import { tellers, watchesOutcomes } from './observe.js';
import type { Settings } from './options.js';
import { disown, type Recorded, record } from './recorded-result.js';
import { methodOf, originOf, pathOf } from './request-address.js';
import { telling } from './tell-settled.js';

const innerAdapters: WeakMap<AxiosAdapter, AxiosAdapter> = /* @__PURE__ */ betweenVersions(
  'innerAdapters',
  () => new WeakMap(),
);

/**
 * An adapter that sends through `inner` as often as the policy allows. Only the
 * transport is repeated: interceptors and transforms have run before it, and run
 * after it, once. An adapter that is wrapped already is unwrapped first. Where
 * `restores`, the config gets back the adapter that was given before it is sent.
 */
export function wrapAdapter(adapter: AxiosAdapter, settings: Settings, restores: boolean): AxiosAdapter {
  const inner = innerAdapters.get(adapter) ?? adapter;
  const wrapped: AxiosAdapter = (config: EngineConfig) => {
    // Its caller may send this config again.
    if (restores && config.adapter === wrapped) config.adapter = adapter;
    const sent = run(config, inner, settings);
    // The client's own methods tell it themselves, after interceptors and transforms.
    return watchesOutcomes(settings) && !config.outcomeSink ? telling(sent, settings) : sent;
  };
  innerAdapters.set(wrapped, inner);
  return wrapped;
}

/** Most requests are healthy, and pay for no more than a look at the status. */
function run(config: EngineConfig, inner: AxiosAdapter, settings: Settings): Promise<AxiosResponse> {
  config.outcomeSink?.enter();
  if (config.outcome || !needsNothing(config, settings.policy)) return runWhole(config, inner, settings);
  const startedAt = performance.now();
  return attemptOnce(inner, config).then(
    (response) => {
      if (!isHealthy(response, config, settings)) {
        return runWhole(config, inner, settings, { exchange: answered(response), startedAt });
      }
      const tookMs = performance.now() - startedAt;
      const own = ownOf(response);
      const recorded = new HealthyRecord(own, config, settings, tookMs);
      record(own, recorded);
      config.outcomeSink?.record(recorded);
      return own;
    },
    (error: unknown) => {
      if (!isAdaptersMatter(error)) throw error;
      return runWhole(config, inner, settings, { exchange: { error }, startedAt });
    },
  );
}

/** An adapter that throws at once fails like one that rejects. No async function: that would cost three turns. */
function attemptOnce(inner: AxiosAdapter, config: EngineConfig): Promise<AxiosResponse> {
  try {
    return inner(config);
  } catch (error) {
    return Promise.reject(error);
  }
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
    // The first attempt was made before anybody knew that its body would have to be read.
    if (sent && config.outcomeSink) await readErrorBody(sent.exchange);
    const ended = await runAttempts(describe(config, inner, settings, policy, interruption), sent).catch(
      throwOwn,
    );
    const recorded: Recorded = { ended, config, settings };
    config.outcomeSink?.record(recorded);
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

/** The attempts reject for no HTTP reason: what they throw, a hook threw. */
function throwOwn(error: unknown): never {
  disown(error);
  throw error;
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
    send: (number) => sendAttempt(config, inner, number, policy, interruption),
    assess: (exchange) => assess(exchange, config, catalogue, undocumented),
    wait: (ms) => wait(ms, interruption),
    unlessInterrupted: (work) => unlessInterrupted(interruption, work),
    ...tellers(config, settings),
  };
}
