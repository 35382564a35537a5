import type { AxiosInstance } from 'axios';
import { bothOf, readRedact } from '../outcome/redact/redact.js';
import type { AnyResponses } from '../outcome/types.js';
import { requestPolicy, retryOptionNames } from '../retry/policy.js';
import { ConfigurationError, expect, expectKnown } from '../semantics/configuration-error.js';
import {
  type OutcomeRequestConfig,
  type RequestOutcomeOptions,
  readDelayed,
  type Settings,
} from './options.js';
import { readResponses } from './schemas.js';

const known = ['retry', 'responses', 'delayed', 'redact'];

/** With schemas, whose types only a call of the client can follow. */
interface Given extends RequestOutcomeOptions {
  readonly responses?: unknown;
}

/** The settings of one request: its own options over those that it was given over. */
export function requestSettings(settings: Settings, given: Given | undefined): Settings {
  if (given === undefined) return settings;
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

const perClient = 'an option of attachOutcomes: all tasks of a client share their turns';

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
 * The options of one call of the client. A class, since axios merges the plain objects of
 * a config into copies: a budget with a state of its own would start anew with each
 * request, and a schema that refers to itself would not survive.
 */
class CallOptions {
  constructor(options: object) {
    Object.assign(this, options);
  }
}

/** A call's config for axios, and its schemas, which axios does not see. */
export interface Call {
  readonly config: OutcomeRequestConfig;
  readonly responses: AnyResponses;
}

/** Takes apart what a method of the client was given. */
export function callOf(
  given: OutcomeRequestConfig & { readonly responses?: unknown; readonly outcome?: Given },
  { defaults }: AxiosInstance,
  { catalogue, responses: ofClient }: Settings,
): Call {
  const { responses: direct, outcome, ...config } = given;
  const ofInstance = optionsIn(defaults);
  const isPlain = direct === undefined && outcome === undefined && ofInstance === undefined;
  if (isPlain) return { config, responses: ofClient };
  const responses = {
    ...ofClient,
    ...readResponses(ofInstance?.responses, 'outcome.responses', catalogue),
    ...readResponses(outcome?.responses, 'outcome.responses', catalogue),
    ...readResponses(direct, 'responses', catalogue),
  };
  if (outcome === undefined && ofInstance === undefined) return { config, responses };
  return { config: { ...config, outcome: merged(ofInstance, outcome) }, responses };
}

/** Option by option, as axios merges the config of a request into that of its instance. */
function merged(far: Given | undefined, near: Given | undefined): RequestOutcomeOptions {
  for (const given of [far, near]) if (given !== undefined) expectShape(given);
  const { responses: _, ...options } = { ...far, ...near };
  const both = (name: 'retry' | 'delayed') =>
    far?.[name] && near?.[name] ? { [name]: { ...far[name], ...near[name] } } : {};
  return new CallOptions({ ...options, ...both('retry'), ...both('delayed') });
}

/** The options of `axios.create({ outcome })`. */
export function optionsIn(config: unknown): Given | undefined {
  const { outcome }: { readonly outcome?: Given } =
    typeof config === 'object' && config !== null ? config : {};
  return outcome;
}
