import axios, { type AxiosAdapter, AxiosError, AxiosHeaders } from 'axios';
import { vi } from 'vitest';

/** One answer of a scripted API. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What was asked, and when. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly at: number;
  readonly headers: AxiosHeaders;
}

/**
 * An API that gives these answers one after another, the last one again and again,
 * behind a clock that only the test moves. `vi.useFakeTimers` must be on.
 */
export function scriptedApi(baseURL: string, answers: readonly Answer[]) {
  const asked: Asked[] = [];
  const adapter: AxiosAdapter = async (config) => {
    const url = axios.getUri(config);
    const method = (config.method ?? 'get').toUpperCase();
    asked.push({ method, url, at: Date.now(), headers: AxiosHeaders.from(config.headers) });
    const {
      status,
      headers = {},
      body = '',
    } = answers[Math.min(asked.length, answers.length) - 1] ?? {
      status: 599,
    };
    const data = typeof body === 'string' ? body : JSON.stringify(body);
    const json = typeof body === 'string' ? {} : { 'content-type': 'application/json' };
    const response = {
      status,
      statusText: '',
      data,
      headers: new AxiosHeaders({ ...json, ...headers }),
      config,
    };
    if (status >= 200 && status < 300) return response;
    throw new AxiosError(`status ${status}`, 'ERR_BAD_RESPONSE', config, {}, response);
  };
  return {
    instance: axios.create({ baseURL, adapter }),
    asked,
    /** Milliseconds between the requests. */
    waits: () => asked.slice(1).map(({ at }, before) => at - (asked[before]?.at ?? Number.NaN)),
  };
}

/** Lets as much time pass as the work wants. */
export async function elapse<T>(work: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return work;
}
