import type { AxiosResponse } from 'axios';
import { type Exchange, isResponseLike } from '../classify/exchange.js';
import { decodeBody } from '../classify/problem/body.js';
import { redactOutcome } from '../outcome/redact/fields.js';
import { validateOutcome } from '../outcome/validate.js';
import { tellOutcome } from './observe.js';
import type { Settings } from './options.js';
import { isDisowned } from './recorded-result.js';
import { originOf } from './request-address.js';
import { conclude, exchangeOf, recordOf } from './to-outcome.js';

/**
 * Tells of a request that no method of the client made: plain axios code, or a
 * library that hides its instance. The caller gets what came, after that.
 */
export function telling(sent: Promise<AxiosResponse>, settings: Settings): Promise<AxiosResponse> {
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
  const outcome = await conclude(settled, parsed(exchange), settings);
  const whole = redactOutcome(await validateOutcome(outcome, settings.responses), settings.redact);
  tellOutcome(whole, originOf(recordOf(settled)?.config ?? {}), settings);
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
