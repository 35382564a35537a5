import type { AxiosAdapter, AxiosResponse } from 'axios';
import { type Exchange, isResponseLike } from '../classify/exchange.js';
import { decodeBody } from '../classify/problem/body.js';
import { originOf } from '../classify/request-address.js';
import { sendRequest } from './engine.js';
import { tellOutcome, watchesOutcomes } from './events.js';
import type { Settings } from './options.js';
import { type EngineConfig, isDisowned } from './recorded-result.js';
import { endOf, exchangeOf, recordIn, toOutcome } from './to-outcome.js';

const innerAdapters = new WeakMap<AxiosAdapter, AxiosAdapter>();

/**
 * An adapter that sends through the engine, and tells whoever listens how the request
 * ended. An adapter that is wrapped already is unwrapped first. Where `restores`, the
 * config gets back the adapter that was given before it is sent.
 */
export function wrapAdapter(adapter: AxiosAdapter, settings: Settings, restores: boolean): AxiosAdapter {
  const inner = innerAdapters.get(adapter) ?? adapter;
  const wrapped: AxiosAdapter = (config: EngineConfig) => {
    // Its caller may send this config again.
    if (restores && config.adapter === wrapped) config.adapter = adapter;
    const sent = sendRequest(config, inner, settings);
    // The client's own methods tell it themselves, after interceptors and transforms.
    return watchesOutcomes(settings) && !config.outcomeSink ? telling(sent, settings) : sent;
  };
  innerAdapters.set(wrapped, inner);
  return wrapped;
}

/**
 * Tells of a request that no method of the client made: plain axios code, or a
 * library that hides its instance. The caller gets what came, after that.
 */
function telling(sent: Promise<AxiosResponse>, settings: Settings): Promise<AxiosResponse> {
  return sent.then(
    async (response) => {
      await tellSettled(response, settings);
      return response;
    },
    async (error: unknown) => {
      if (!isDisowned(error)) await tellSettled(error, settings);
      throw error;
    },
  );
}

async function tellSettled(settled: unknown, settings: Settings): Promise<void> {
  const exchange = exchangeOf(settled);
  if (exchange === undefined) return;
  const ended = endOf(settled, parsed(exchange), settings.catalogue);
  const outcome = await toOutcome(ended, recordIn(settled)?.settings ?? settings);
  tellOutcome(outcome, originOf(ended.config), settings);
}

/** axios parses JSON after its adapter, and hands it to transforms that may do anything with it. */
function parsed(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (!isResponseLike(response)) return exchange;
  if (typeof response.data !== 'string') return exchange;
  return { ...exchange, response: { ...response, data: jsonOf(response.data, response.headers) } };
}

function jsonOf(text: string, headers: Parameters<typeof decodeBody>[1]): unknown {
  try {
    // As axios's own transform does it: whatever the content type, of whatever length.
    return JSON.parse(text);
  } catch {
    return decodeBody(text, headers).details;
  }
}
