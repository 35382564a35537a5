import axios, { AxiosError, AxiosHeaders, type AxiosInstance } from 'axios';
import { dew } from '../../src/catalogues/dew/index.js';
import { type AnyOutcome, attachOutcomes, type Catalogue, type RetryOptions } from '../../src/index.js';

/** A status, the code of a failure, or a whole answer. */
export type Step = number | string | [status: number, data?: unknown, headers?: Record<string, string>];

/** An instance that answers with statuses, and fails with codes, one after the other; the last one stays. */
export function scripted(...steps: Step[]): AxiosInstance {
  let next = 0;
  return axios.create({
    baseURL: 'https://kms.example/v1',
    adapter: async (config) => {
      const step = steps[Math.min(next++, steps.length - 1)] ?? 200;
      if (typeof step === 'string') throw new AxiosError(step, step, config);
      const [status, data = '', headers = {}] = typeof step === 'number' ? [step] : step;
      const response = { status, statusText: '', data, headers: new AxiosHeaders(headers), config };
      if (status >= 200 && status < 300) return response;
      throw new AxiosError('status', 'ERR_BAD_RESPONSE', config, {}, response);
    },
  });
}

/** What is called, and how. */
export interface Call {
  readonly method?: string;
  readonly data?: unknown;
  readonly catalogue?: Catalogue;
  readonly retry?: RetryOptions;
}

/** The outcome of one call to a scripted instance, with DEW's catalogue and no waits. */
export async function call(
  steps: Step[],
  { method = 'GET', data, catalogue = dew, retry }: Call = {},
): Promise<AnyOutcome> {
  const options = { catalogue, retry: { baseDelayMs: 0, throttleDelayMs: 0, ...retry } };
  const outcome = await attachOutcomes(scripted(...steps), options).request({ method, data, url: '/key' });
  // Every catalogue's outcome is a member of AnyOutcome with narrower types.
  return outcome as AnyOutcome;
}

/** The text of an explanation's line with a label. */
export function said(explanation: string, label: string): string | undefined {
  const line = explanation.split('\n').find((text) => text.startsWith(label));
  return line?.slice(label.length).replace(/^[:：] ?/, '');
}
