// The page of the tests: a client as a user's page has it, and one function to use it from outside.
import axios from 'axios';
import { attachOutcomes, type OutcomeOptions, unwrap } from 'axios-outcome';
import { stopwatch } from '../../stopwatch.js';
import { askBySwr } from './swr.js';

/** One call of a client, in words that can be sent into a page. */
export interface PageCall {
  readonly adapter: 'xhr' | 'fetch';
  readonly method: string;
  readonly url: string;
  readonly timeout?: number;
  readonly body?: 'form' | 'form by a function' | 'blob' | 'json';
  readonly abortAfterMs?: number;
  readonly complete?: boolean;
  readonly options?: Pick<OutcomeOptions<never>, 'retry' | 'delayed'>;
}

/** What the page tells of it. */
export interface PageResult {
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly tookMs: number;
  /** Without what the machine took, by which lateness is judged. */
  readonly ownMs: number;
}

const bodies = {
  form() {
    const form = new FormData();
    form.append('name', 'ключ');
    form.append('file', new Blob([new Uint8Array([0, 255, 13, 10, 128])]), 'five.bin');
    return form;
  },
  'form by a function': () => () => bodies.form(),
  blob: () => new Blob([new Uint8Array([0, 255, 13, 10, 128])], { type: 'application/octet-stream' }),
  json: () => ({ name: 'ключ' }),
};

async function call(spec: PageCall): Promise<PageResult> {
  const client = attachOutcomes(axios.create({ adapter: spec.adapter }), spec.options);
  const controller = new AbortController();
  if (spec.abortAfterMs !== undefined) setTimeout(() => controller.abort(), spec.abortAfterMs);
  const startedAt = performance.now();
  const stop = stopwatch();
  const first = await client.request({
    method: spec.method,
    url: spec.url,
    signal: controller.signal,
    ...(spec.timeout === undefined ? {} : { timeout: spec.timeout }),
    ...(spec.body === undefined ? {} : { data: bodies[spec.body]() }),
  });
  const outcome = spec.complete ? await client.complete(first) : first;
  const tookMs = performance.now() - startedAt;
  const ownMs = stop();
  // As it goes into a worker or a database of the page, and then out to the test.
  return { outcome: JSON.parse(JSON.stringify(structuredClone(outcome))), tookMs, ownMs };
}

/** Prints the error of an outcome without data, and lets it go uncaught. */
async function printError(url: string): Promise<void> {
  try {
    unwrap(await attachOutcomes(axios.create()).get(url));
  } catch (error) {
    console.error(error);
    setTimeout(() => {
      throw error;
    });
  }
}

declare global {
  interface Window {
    call(spec: PageCall): Promise<PageResult>;
    printError(url: string): Promise<void>;
    askBySwr: typeof askBySwr;
  }
}
Object.assign(window, { call, printError, askBySwr });
