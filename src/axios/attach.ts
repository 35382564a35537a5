import axios, {
  type AxiosAdapter,
  AxiosHeaders,
  type AxiosInstance,
  type InternalAxiosRequestConfig,
} from 'axios';
import type { DefaultCatalogue } from '../catalogues/http/statuses.js';
import type { AnyResponses, NoResponses } from '../outcome/types.js';
import { noteSharedKey } from '../retry/idempotency-key.js';
import { betweenVersions } from '../semantics/between-copies.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { ConfigurationError, expect } from '../semantics/configuration-error.js';
import { chooseAdapter, wrapAdapter } from './adapters.js';
import { unknownType } from './attempt.js';
import { makeClient, type OutcomeClient } from './client.js';
import { addLastInterceptor } from './last-interceptor.js';
import { type OutcomeAdapterOptions, type OutcomeOptions, readOptions, type Settings } from './options.js';
import { optionsIn } from './request-options.js';

const attached: WeakSet<object> = /* @__PURE__ */ betweenVersions('attached', () => new WeakSet());

/**
 * An axios instance, as far as its type has to be known: axios declares its types
 * twice, for ESM and for CommonJS, and a client that another library made has the
 * other one's.
 */
export interface AttachableInstance {
  readonly defaults: object;
  readonly interceptors: { readonly request: object; readonly response: object };
  readonly request: (config: never) => Promise<unknown>;
}

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
 *   the value and what to write instead; and for an instance that is attached already.
 *
 * @example
 * const kms = attachOutcomes(axios.create({ baseURL, timeout: 8_000 }), { catalogue: dew });
 * const outcome = await kms.post<Key>('/v1.0/p/kms/describe-key', { key_id });
 */
export function attachOutcomes<
  const C extends Catalogue = DefaultCatalogue,
  const R extends AnyResponses = NoResponses,
>(instance: AttachableInstance, options: OutcomeOptions<C, R> = {}): OutcomeClient<C, R> {
  expect(isInstance(instance), 'instance', instance, 'an axios instance that axios.create() returned');
  // Whichever of its two declarations it has, it is the same at run time.
  const whole = instance as AxiosInstance;
  if (attached.has(instance)) {
    throw new ConfigurationError(
      'axios-outcome: outcomes are attached to this instance already. Use the client of the first call, or call its detach() first.',
    );
  }
  expectOwnKeys(whole.defaults);
  const settings = readOptions(options, ['responses']);
  const wrap = wrapperOf(settings);
  const remove = addLastInterceptor(whole, (config) => prepare(whole, config, wrap));
  attached.add(instance);
  const client = makeClient(whole, settings, () => {
    remove();
    attached.delete(instance);
  });
  // The settings hold C's own catalogue and R's own schemas, so that what the client
  // resolves to is an Outcome of both.
  return client as unknown as OutcomeClient<C, R>;
}

/** As on the client itself: a text would give all requests of the instance the same key. */
function expectOwnKeys(defaults: object): void {
  const { retry } = optionsIn(defaults) ?? {};
  const key = retry ? retry.idempotencyKey : undefined;
  const allowed = 'true or a function: a text would give all requests the same key';
  expect(typeof key !== 'string', 'outcome.retry.idempotencyKey of the instance', key, allowed);
}

/** One wrapper per adapter: nearly every request of an instance has the same. */
function wrapperOf(settings: Settings): (adapter: AxiosAdapter) => AxiosAdapter {
  const wrappers = new WeakMap<AxiosAdapter, AxiosAdapter>();
  return (adapter) => {
    let wrapper = wrappers.get(adapter);
    if (wrapper === undefined) {
      wrapper = wrapAdapter(adapter, settings, true);
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
  // As axios's own dispatchRequest chooses, where an empty value means none.
  const given = config.adapter || instance.defaults.adapter || axios.defaults.adapter;
  config.adapter = wrap(adapterOf(given, config));
  if (typeof config.data === 'function') keepFunctionBody(config);
  // A safe request needs no key.
  if (config.method !== 'get' && config.method !== 'head') noteSharedKey(config, instance.defaults);
  return config;
}

/** A wrong adapter is told where the request is sent, as axios does: 1.6 lets an interceptor's error out of the call itself. */
function adapterOf(
  given: InternalAxiosRequestConfig['adapter'],
  config: InternalAxiosRequestConfig,
): AxiosAdapter {
  try {
    return chooseAdapter(given, config);
  } catch (error) {
    return () => Promise.reject(error);
  }
}

/** A body given as a function is called for each attempt; transforms would make a text of the function. */
function keepFunctionBody(config: InternalAxiosRequestConfig): void {
  config.transformRequest = [(data: unknown) => data];
  const { headers } = config;
  // Of another copy's class, axios before 1.9 loses all headers: these stay what they are.
  if (typeof headers.setContentType === 'function') headers.setContentType(unknownType, false);
  // An interceptor may have put a plain object there.
  else Object.assign(headers, new AxiosHeaders(headers).setContentType(unknownType, false));
}

/**
 * The engine of {@link attachOutcomes} as a bare axios adapter, for libraries
 * that take an axios config and hide their instance. `outcomeOf` turns what
 * such a library's axios returns into an outcome.
 *
 * @throws ConfigurationError for a wrong option.
 *
 * @example
 * axios.create({ adapter: outcomeAdapter({ catalogue: dew }) });
 */
export function outcomeAdapter<const C extends Catalogue = DefaultCatalogue>(
  options: OutcomeAdapterOptions<C> = {},
): AxiosAdapter {
  const settings = readOptions(options, ['adapter']);
  const given = options.adapter ?? axios.defaults.adapter;
  return wrapAdapter((config) => chooseAdapter(given, config)(config), settings, false);
}

function isInstance(instance: unknown): boolean {
  return (
    (typeof instance === 'function' || typeof instance === 'object') &&
    instance !== null &&
    'interceptors' in instance &&
    'defaults' in instance
  );
}
