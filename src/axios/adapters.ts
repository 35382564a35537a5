import axios, {
  type AxiosAdapter,
  AxiosHeaders,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import { type Exchange, fieldsOf, isResponseLike } from '../classify/exchange.js';
import { decodeBody } from '../classify/problem/body.js';
import { originOf } from '../classify/request-address.js';
import { betweenVersions } from '../semantics/between-copies.js';
import { reportOutcome, watchesOutcomes } from './events.js';
import { sendRequest } from './first-attempt.js';
import type { Settings } from './options.js';
import { type EngineConfig, isHookError } from './recorded-result.js';
import { watchFetch } from './redirects.js';
import { endOf, exchangeOf, recordIn, toOutcome } from './to-outcome.js';

const innerAdapters: WeakMap<AxiosAdapter, AxiosAdapter> = /* @__PURE__ */ betweenVersions(
  'innerAdapters',
  () => new WeakMap(),
);

/**
 * Wraps an adapter, so that it sends through the engine and reports the outcome to listeners. An adapter
 * that is already wrapped is unwrapped first. If `restores` is true, the config gets its former adapter
 * back before it is sent.
 */
export function wrapAdapter(adapter: AxiosAdapter, settings: Settings, restores: boolean): AxiosAdapter {
  const inner = innerAdapters.get(adapter) ?? adapter;
  const wrapped: AxiosAdapter = (config: EngineConfig) => {
    // The caller may send this config again, so it needs its own adapter back.
    if (restores && config.adapter === wrapped) config.adapter = adapter;
    const sent = sendRequest(config, inner, settings);
    // The client's own methods report the outcome themselves, after interceptors and transforms.
    return watchesOutcomes(settings) && !config.outcomeSink ? reporting(sent, settings) : sent;
  };
  innerAdapters.set(wrapped, inner);
  return wrapped;
}

/**
 * Reports the outcome of a request that no method of the client made: plain axios code, or a library that
 * hides its instance. Then the caller gets the response or the error.
 */
function reporting(sent: Promise<AxiosResponse>, settings: Settings): Promise<AxiosResponse> {
  return sent.then(
    async (response) => {
      await reportSettled(response, settings);
      return response;
    },
    async (error: unknown) => {
      if (!isHookError(error)) await reportSettled(error, settings);
      throw error;
    },
  );
}

async function reportSettled(settled: unknown, settings: Settings): Promise<void> {
  const exchange = exchangeOf(settled);
  if (exchange === undefined) return;
  const ended = endOf(settled, parsed(exchange), settings.catalogue);
  const outcome = await toOutcome(ended, recordIn(settled)?.settings ?? settings);
  reportOutcome(outcome, originOf(ended.config), settings);
}

/** The exchange with its JSON parsed. axios parses JSON after the adapter, and its transforms may change it. */
function parsed(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (!isResponseLike(response)) return exchange;
  if (typeof response.data !== 'string') return exchange;
  return { ...exchange, response: { ...response, data: jsonOf(response.data, response.headers) } };
}

function jsonOf(text: string, headers: Parameters<typeof decodeBody>[1]): unknown {
  try {
    // axios's transform also parses JSON of any content type and any length.
    return JSON.parse(text);
  } catch {
    return decodeBody(text, headers).details;
  }
}

type Given = InternalAxiosRequestConfig['adapter'];

/**
 * The adapter that axios would choose. An adapter with a name comes from the copy of axios that this
 * library imports. The instance may come from another copy, such as that of `require('axios')`. Before
 * 1.9, axios loses all headers of another copy's class: the Authorization of a request, the Location of
 * an answer. So between two copies, headers are passed as plain objects.
 */
export function chooseAdapter(given: Given, config: InternalAxiosRequestConfig): AxiosAdapter {
  let adapter = axios.getAdapter(given, config);
  // Other adapters set `adapterName`.
  if (!('adapterName' in adapter) && mayBeFetch(given)) {
    watchFetch(config);
    adapter = axios.getAdapter(given, config);
  }
  if (config.headers instanceof AxiosHeaders) return adapter;
  const isGivenAdapter = Array.isArray(given) ? given.includes(adapter) : given === adapter;
  return isGivenAdapter ? adapter : acrossCopies(adapter);
}

/** Whether axios may choose fetch. axios accepts names of adapters in any case. */
function mayBeFetch(given: Given): boolean {
  const isFetch = (each: unknown) => typeof each === 'string' && each.toLowerCase() === 'fetch';
  return Array.isArray(given) ? given.some(isFetch) : isFetch(given);
}

/** Each adapter keeps one wrapper, since `innerAdapters` uses the wrapper as a key. */
const crossing = new WeakMap<AxiosAdapter, AxiosAdapter>();

function acrossCopies(adapter: AxiosAdapter): AxiosAdapter {
  const known = crossing.get(adapter);
  if (known !== undefined) return known;
  const across: AxiosAdapter = async (config) => {
    const own = { ...config, headers: new AxiosHeaders({ ...config.headers }) };
    try {
      return returned(await adapter(own), own, config);
    } catch (error) {
      const { response } = fieldsOf(error);
      // An adapter of axios sets `response` only to its own response, so the cast holds.
      if (response) returned(response as AxiosResponse, own, config);
      if (fieldsOf(error).config === own) Reflect.set(error as object, 'config', config);
      throw error;
    }
  };
  crossing.set(adapter, across);
  return across;
}

function returned(
  response: AxiosResponse,
  own: InternalAxiosRequestConfig,
  config: InternalAxiosRequestConfig,
): AxiosResponse {
  if (response.config === own) response.config = config;
  if (response.headers instanceof AxiosHeaders) response.headers = { ...response.headers };
  return response;
}
