import type { AxiosInstance } from 'axios';
import type { OutcomeRequestConfig, RequestOutcomeOptions } from './options.js';

/**
 * The options of one call. A class, since axios merges the plain objects of a
 * config into copies: a budget with a state of its own would start anew with
 * each request, and a schema that refers to itself would not survive.
 */
class CallOptions {
  constructor(...options: readonly object[]) {
    Object.assign(this, ...options);
  }
}

interface Validating {
  responses?: unknown;
  outcome?: RequestOutcomeOptions & { readonly responses?: unknown };
}

/** The config with its options over those of `axios.create`, in a form that axios leaves alone. Schemas stay here. */
export function withCallOptions(
  config: OutcomeRequestConfig & Validating,
  { defaults }: AxiosInstance,
): OutcomeRequestConfig {
  const { responses: _, outcome, ...rest } = config;
  if (outcome === undefined) return rest;
  // What is no object is refused where the options are read.
  if (typeof outcome !== 'object' || outcome === null) return { ...rest, outcome };
  const { responses: __, ...own } = outcome;
  const ofInstance = optionsIn(defaults);
  // `retry: false` of the instance is no more to a call that says how often.
  const inherited = own.retries === undefined ? ofInstance : withoutRetry(ofInstance);
  return { ...rest, outcome: new CallOptions(inherited, own) };
}

function withoutRetry(options: object): object {
  const { retry: _, ...rest }: { readonly retry?: unknown } = options;
  return rest;
}

function optionsIn(defaults: object): object {
  const outcome: unknown = 'outcome' in defaults ? defaults.outcome : undefined;
  return typeof outcome === 'object' && outcome !== null ? outcome : {};
}
