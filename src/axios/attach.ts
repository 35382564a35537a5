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
 * The parts of an axios instance that this library needs. axios declares its types twice, for ESM and for
 * CommonJS, and an instance that another library made may have the other declaration.
 */
export interface AttachableInstance {
  readonly defaults: object;
  readonly interceptors: { readonly request: object; readonly response: object };
  readonly request: (config: never) => Promise<unknown>;
}

/**
 * Attaches outcomes to an axios instance. Code that uses the instance still works: it still gets an
 * AxiosResponse or an AxiosError, now after retries. The returned client has the methods of the instance,
 * and they resolve to outcomes.
 *
 * Interceptors and transforms run once per request, not once per attempt, since the adapter is wrapped.
 * The defaults of all options are in {@link OutcomeOptions} and {@link RetryOptions}.
 *
 * @throws ConfigurationError that names a wrong option or part of the catalogue, its value and what to
 * write instead. Also if outcomes are already attached to the instance.
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
  // Both declarations describe the same object at run time, so the cast holds.
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
  // The settings have the catalogue C and the schemas R, so the client resolves to outcomes of both.
  return client as unknown as OutcomeClient<C, R>;
}

/** Refuses a text as the key of the instance: all its requests would have the same key. */
function expectOwnKeys(defaults: object): void {
  const { retry } = optionsIn(defaults) ?? {};
  const key = retry ? retry.idempotencyKey : undefined;
  const allowed = 'true or a function: a text would give all requests the same key';
  expect(typeof key !== 'string', 'outcome.retry.idempotencyKey of the instance', key, allowed);
}

/** Keeps one wrapper per adapter, since nearly all requests of an instance have the same adapter. */
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
  // axios's dispatchRequest chooses in the same order. An empty value counts as not given.
  const given = config.adapter || instance.defaults.adapter || axios.defaults.adapter;
  config.adapter = wrap(adapterOf(given, config));
  if (typeof config.data === 'function') keepFunctionBody(config);
  // GET and HEAD need no Idempotency-Key.
  if (config.method !== 'get' && config.method !== 'head') noteSharedKey(config, instance.defaults);
  return config;
}

/** A wrong adapter fails when the request is sent, as in axios. An error in an interceptor of axios 1.6 would be thrown by the call itself. */
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

/**
 * Keeps a body that is given as a function. It is called for each attempt, and axios's transforms would
 * turn the function into text.
 */
function keepFunctionBody(config: InternalAxiosRequestConfig): void {
  config.transformRequest = [(data: unknown) => data];
  const { headers } = config;
  // axios before 1.9 loses all headers of another copy's class, so the headers keep their class.
  if (typeof headers.setContentType === 'function') headers.setContentType(unknownType, false);
  // An interceptor may have set a plain object as headers.
  else Object.assign(headers, new AxiosHeaders(headers).setContentType(unknownType, false));
}

/**
 * Makes an axios adapter with the engine of {@link attachOutcomes}. Use it for a library that takes an
 * axios config and hides its instance. `outcomeOf` turns the responses and errors of that library into
 * outcomes.
 *
 * @throws ConfigurationError that names a wrong option, its value and what to write instead.
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
