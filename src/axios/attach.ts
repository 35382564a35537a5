import axios, {
  type AxiosAdapter,
  AxiosHeaders,
  type AxiosInstance,
  type InternalAxiosRequestConfig,
} from 'axios';
import type { Catalogue } from '../semantics/catalogue.js';
import { ConfigurationError, expect } from '../semantics/configuration-error.js';
import type { http } from '../semantics/http.js';
import { makeClient, type OutcomeClient } from './client.js';
import { wrapAdapter } from './engine.js';
import { type OutcomeOptions, readOptions, type Settings } from './options.js';

const attached = new WeakSet<object>();

/**
 * Attaches outcomes to an axios instance. Code that uses the instance goes on
 * working: it still gets an AxiosResponse or an AxiosError, now after retries.
 * The client returned has the instance's methods, resolving to outcomes.
 *
 * Interceptors and transforms run once per logical request, whatever the number
 * of attempts, since it is the adapter that is wrapped. The defaults of all
 * options are in {@link OutcomeOptions} and {@link RetryOptions}.
 *
 * @throws ConfigurationError for a wrong option or catalogue, naming the option,
 *   the value and what is allowed; and for an instance that is attached already.
 *
 * @example
 * const kms = attachOutcomes(axios.create({ baseURL, timeout: 8_000 }), { catalogue: dew });
 * const outcome = await kms.post<Key>('/v1.0/p/kms/describe-key', { key_id });
 */
export function attachOutcomes<const C extends Catalogue = typeof http>(
  instance: AxiosInstance,
  options: OutcomeOptions<C> = {},
): OutcomeClient<C> {
  expect(isInstance(instance), 'instance', instance, 'an axios instance, as axios.create() returns it');
  if (attached.has(instance)) {
    throw new ConfigurationError(
      'axios-outcome: outcomes are attached to this instance already. Use the client of the first call, or call its detach() first.',
    );
  }
  const settings = readOptions(options);
  const wrap = wrapperOf(settings);
  const id = instance.interceptors.request.use((config) => prepare(instance, config, wrap), rethrow, {
    // Otherwise ours would make the whole chain asynchronous.
    synchronous: true,
  });
  attached.add(instance);
  const client = makeClient(instance, settings, () => {
    instance.interceptors.request.eject(id);
    attached.delete(instance);
  });
  // The settings hold C's own catalogue, so that what the client resolves to is an Outcome of C.
  return client as unknown as OutcomeClient<C>;
}

/** One wrapper per adapter: nearly every request of an instance has the same. */
function wrapperOf(settings: Settings): (adapter: AxiosAdapter) => AxiosAdapter {
  const wrappers = new WeakMap<AxiosAdapter, AxiosAdapter>();
  return (adapter) => {
    let wrapper = wrappers.get(adapter);
    if (wrapper === undefined) {
      wrapper = wrapAdapter(adapter, settings);
      wrappers.set(adapter, wrapper);
    }
    return wrapper;
  };
}

function prepare(
  instance: AxiosInstance,
  config: InternalAxiosRequestConfig,
  wrap: (adapter: AxiosAdapter) => AxiosAdapter,
): InternalAxiosRequestConfig {
  config.adapter = wrap(axios.getAdapter(config.adapter ?? instance.defaults.adapter, config));
  if (typeof config.data === 'function') keepFunctionBody(config);
  return config;
}

/** A body given as a function is called for each attempt; transforms would make a text of the function. */
function keepFunctionBody(config: InternalAxiosRequestConfig): void {
  config.transformRequest = [(data: unknown) => data];
  config.headers = AxiosHeaders.from(config.headers);
  config.headers.setContentType('application/octet-stream', false);
}

// axios calls the rejection handler of a synchronous interceptor that threw, and
// sends the request all the same unless that throws too.
function rethrow(error: unknown): never {
  throw error;
}

function isInstance(instance: unknown): boolean {
  return (
    (typeof instance === 'function' || typeof instance === 'object') &&
    instance !== null &&
    'interceptors' in instance &&
    'defaults' in instance
  );
}
