import axios, { type InternalAxiosRequestConfig } from 'axios';
import { noteRedirect } from '../classify/connection.js';
import { fieldsOf } from '../classify/exchange.js';
import { noteEndOfFetch } from '../retry/replay.js';

type Fetch = typeof globalThis.fetch;

/** The platform's fetch, read at each call. */
const ownFetch: Fetch = (...call) => globalThis.fetch(...call);

/** Wrappers of one fetch function. They are kept, since axios keeps an adapter for each fetch function. */
interface Watchers {
  readonly plain: Fetch;
  /** For an answer with a stream as its body: the fetch can be ended after the answer has come. */
  readonly ending: Fetch;
}
const watchers = new WeakMap<Fetch, Watchers>();

/**
 * Makes the fetch of a request report whether it followed a redirect, and lets it be ended when its
 * answer is not wanted. axios 1.12 and later take fetch from `env`.
 */
export function watchFetch(config: InternalAxiosRequestConfig): void {
  // The type of axios before 1.12 has no `fetch` here.
  const env: { readonly fetch?: Fetch } = config.env ?? {};
  const { plain, ending } = watchersOf(typeof env.fetch === 'function' ? env.fetch : ownFetch);
  const fetch = config.responseType === 'stream' ? ending : plain;
  if (env.fetch !== fetch) Object.assign(config, { env: { ...env, fetch } });
}

function watchersOf(fetch: Fetch): Watchers {
  const known = watchers.get(fetch);
  if (known) return known;
  const made = { plain: watching(fetch), ending: watching(endable(fetch)) };
  // A config that is sent again already has one of the wrappers.
  for (const each of [fetch, made.plain, made.ending]) watchers.set(each, made);
  return made;
}

function watching(fetch: Fetch): Fetch {
  return async (request, ...init) => {
    const response = await fetch(request, ...init);
    if (typeof request === 'object') noteRedirect(request, !isFirst(request, response));
    return response;
  };
}

/**
 * Whether a response answers the request itself, without a redirect. It must have the address of the
 * request, and must say that it was not redirected. A Response that code constructed has no address, and
 * proves nothing.
 */
function isFirst(request: object, response: unknown): boolean {
  const { url: asked } = fieldsOf(request);
  const { redirected, url } = fieldsOf(response);
  return redirected === false && typeof asked === 'string' && asked.replace(/#.*/s, '') === url;
}

function endable(fetch: Fetch): Fetch {
  return (request, init) => {
    if (typeof request !== 'object' || !('signal' in request)) return fetch(request, init);
    const { signal } = request;
    const controller = new AbortController();
    const end = () => controller.abort(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
    noteEndOfFetch(request, end);
    return fetch(request, { ...init, signal: controller.signal });
  };
}

/**
 * Notes whether an XMLHttpRequest was redirected: then its answer has another address. A redirect to the
 * same address cannot be seen. Returns false for a request of another kind.
 */
export function noteAddress(answer: unknown, config: InternalAxiosRequestConfig): boolean {
  const { request } = fieldsOf(answer);
  const { responseURL } = fieldsOf(request);
  if (typeof responseURL !== 'string' || responseURL === '') return false;
  const page = globalThis.location?.href;
  const [asked, answered] = [axios.getUri(config), responseURL].map((url) => withoutHash(url, page));
  // A value with `responseURL` is an object.
  noteRedirect(request as object, asked === undefined || asked !== answered);
  return true;
}

function withoutHash(address: string, page: string | undefined): string | undefined {
  if (!URL.canParse(address, page)) return undefined;
  const url = new URL(address, page);
  url.hash = '';
  return url.href;
}
