import axios, { type InternalAxiosRequestConfig } from 'axios';
import { noteRedirect } from '../classify/connection.js';
import { fieldsOf } from '../classify/exchange.js';

type Fetch = typeof globalThis.fetch;

/** One for each fetch, since axios keeps an adapter for each. */
const watched = new WeakMap<Fetch, Fetch>();
/** The platform's own, looked up at each call. */
const watchedOwn: Fetch = /* @__PURE__ */ watching((...call) => globalThis.fetch(...call));

/** Lets the request's fetch tell whether it followed a redirect: axios 1.12 and later take it from `env`. */
export function watchFetch(config: InternalAxiosRequestConfig): void {
  // Its type has no `fetch` before 1.12.
  const env: { readonly fetch?: Fetch } = config.env ?? {};
  const { fetch: own } = env;
  if (typeof own !== 'function') Object.assign(config, { env: { ...env, fetch: watchedOwn } });
  else if (watched.get(own) !== own) {
    const watcher = watched.get(own) ?? watching(own);
    watched.set(own, watcher);
    Object.assign(config, { env: { ...env, fetch: watcher } });
  }
}

function watching(fetch: Fetch): Fetch {
  const watcher: Fetch = async (request, ...init) => {
    const response = await fetch(request, ...init);
    if (typeof request === 'object') noteRedirect(request, response.redirected === true);
    return response;
  };
  watched.set(watcher, watcher);
  return watcher;
}

/**
 * Notes whether an XMLHttpRequest was led elsewhere, which it follows by itself: its
 * answer then has another address. One that is led to its own address cannot be told.
 * False for a request of another sort.
 */
export function noteAddress(answer: unknown, config: InternalAxiosRequestConfig): boolean {
  const { request } = fieldsOf(answer);
  const { responseURL } = fieldsOf(request);
  if (typeof responseURL !== 'string' || responseURL === '') return false;
  const page = globalThis.location?.href;
  const [asked, answered] = [axios.getUri(config), responseURL].map((url) => withoutHash(url, page));
  // What has a `responseURL` is an object.
  noteRedirect(request as object, asked === undefined || asked !== answered);
  return true;
}

function withoutHash(address: string, page: string | undefined): string | undefined {
  if (!URL.canParse(address, page)) return undefined;
  const url = new URL(address, page);
  url.hash = '';
  return url.href;
}
