import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import { bothOf, readRedact } from '../outcome/redact/redact.js';
import { type RetryOptions, requestPolicy, retryOptionNames } from '../retry/policy.js';
import { ConfigurationError, expect, expectKnown } from '../semantics/configuration-error.js';
import {
  type OutcomeRequestConfig,
  type RequestOutcomeOptions,
  readDelayed,
  type Settings,
} from './options.js';
import { readResponses } from './schemas.js';

const known = ['retry', 'responses', 'delayed', 'redact'];

/** The options with schemas. Only calls of the client can type those. */
interface Given extends RequestOutcomeOptions {
  readonly responses?: unknown;
}

/** The settings of one request: its own options go before `settings`. */
export function requestSettings(settings: Settings, given: Given | undefined): Settings {
  if (given === undefined) return settings;
  const applied = CallOptions.settingsOf(given);
  if (applied) return applied;
  expectShape(given);
  const { retry, responses, delayed, redact } = given;
  const at = (name: string) => `outcome.${name}`;
  expect(delayed === undefined || !('concurrency' in delayed), at('delayed.concurrency'), delayed, perClient);
  return {
    ...settings,
    policy: requestPolicy(settings.policy, retry),
    responses: { ...settings.responses, ...readResponses(responses, at('responses'), settings.catalogue) },
    delayed: delayed ? { ...settings.delayed, ...readDelayed(delayed, at('delayed')) } : settings.delayed,
    redact: bothOf(readRedact(redact, at('redact')), settings.redact),
  };
}

const perClient =
  'concurrency in the options of attachOutcomes instead: it limits all tasks of a client together';

function expectShape(given: unknown): asserts given is object {
  const allowed = 'an object { retry, responses, delayed, redact }';
  expect(typeof given === 'object' && given !== null, 'outcome', given, allowed);
  const flat = Object.keys(given).find((name) => retryOptionNames.includes(name));
  if (flat !== undefined) {
    const instead = `Write outcome: { retry: { ${flat}: … } }.`;
    throw new ConfigurationError(`axios-outcome: Unknown option "${flat}" in outcome. ${instead}`);
  }
  expectKnown(given, known, 'outcome');
}

/**
 * The options of one call of the client, with the resulting settings. It is a class, since axios copies
 * plain objects of a config. A copied budget would lose its state, and a schema that refers to itself
 * cannot be copied.
 */
class CallOptions implements RequestOutcomeOptions {
  declare readonly retry?: RetryOptions | false;
  readonly #settings: Settings;

  constructor(options: object, settings: Settings) {
    Object.assign(this, options);
    this.#settings = settings;
  }

  /** Undefined if an interceptor has replaced the options. */
  static settingsOf(given: unknown): Settings | undefined {
    const isObject = typeof given === 'object' && given !== null;
    return isObject && #settings in given ? given.#settings : undefined;
  }
}

/** A config that is sent with these settings, whatever its instance says. */
export function withSettings(config: AxiosRequestConfig, settings: Settings): OutcomeRequestConfig {
  return { ...config, outcome: new CallOptions({}, settings) };
}

/** The config of a call for axios, and the settings of the call. */
export interface Call {
  readonly config: OutcomeRequestConfig;
  readonly settings: Settings;
}

/** Splits the argument of a client's method. axios does not get the schemas. */
export function callOf(
  given: OutcomeRequestConfig & { readonly responses?: unknown; readonly outcome?: Given },
  { defaults }: AxiosInstance,
  ofClient: Settings,
): Call {
  const ofInstance = optionsIn(defaults);
  // Most calls have no options of this library, and need no copy.
  if (given.responses === undefined && given.outcome === undefined && ofInstance === undefined) {
    return { config: given, settings: ofClient };
  }
  const { responses: direct, outcome, ...config } = given;
  const asked = requestSettings(requestSettings(ofClient, ofInstance), outcome);
  const responses = { ...asked.responses, ...readResponses(direct, 'responses', ofClient.catalogue) };
  const settings = { ...asked, responses };
  if (outcome === undefined && ofInstance === undefined) return { config, settings };
  const { responses: _, ...near } = outcome ?? {};
  const { responses: __, ...far } = ofInstance ?? {};
  return { config: { ...config, outcome: new CallOptions({ ...far, ...near }, settings) }, settings };
}

/** The options in `axios.create({ outcome })`. */
export function optionsIn(config: unknown): Given | undefined {
  const { outcome }: { readonly outcome?: Given } =
    typeof config === 'object' && config !== null ? config : {};
  return outcome;
}
