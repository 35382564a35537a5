import axios, {
  type AxiosAdapter,
  AxiosHeaders,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import { fieldsOf } from '../classify/exchange.js';

type Given = InternalAxiosRequestConfig['adapter'];

/**
 * The adapter that axios would choose. One that is given by name is of the copy of
 * axios that this library imports, and the instance may be of another: what
 * `require('axios')` gives is. Before 1.9, axios does not read headers of another
 * copy's class, and loses them all, a request's Authorization and an answer's
 * Location; so between two copies they go as plain fields.
 */
export function chooseAdapter(given: Given, config: InternalAxiosRequestConfig): AxiosAdapter {
  const adapter = axios.getAdapter(given, config);
  if (isOwn(config.headers)) return adapter;
  const callersOwn = Array.isArray(given) ? given.includes(adapter) : given === adapter;
  return callersOwn ? adapter : acrossCopies(adapter);
}

/** Whether headers are of this copy's class. The one place where that is the question. */
function isOwn(headers: unknown): boolean {
  return headers instanceof AxiosHeaders;
}

/** One per adapter, since its wrapper is found by it. */
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
      // What an adapter of axios's own puts there is its response.
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
  if (isOwn(response.headers)) response.headers = { ...response.headers };
  return response;
}
