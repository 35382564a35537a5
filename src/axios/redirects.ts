import axios, { type InternalAxiosRequestConfig } from 'axios';
import { noteRedirect } from '../classify/connection.js';
import { fieldsOf } from '../classify/exchange.js';
import { noteEndOfFetch } from '../retry/replay.js';

type Fetch = typeof globalThis.fetch;

/** The platform's own, looked up at each call. */
const ownFetch: Fetch = (...call) => globalThis.fetch(...call);

/** What watches a fetch. One for each, since axios keeps an adapter for each. */
interface Watchers {
  readonly plain: Fetch;
  /** Of an answer with a stream for its body: it can be ended after it has come. */
  readonly ending: Fetch;
}
const watchers = new WeakMap<Fetch, Watchers>();

/**
 * Lets the request's fetch tell whether it followed a redirect, and be ended once its answer
 * is not wanted: axios 1.12 and later take it from `env`.
 */
export function watchFetch(config: InternalAxiosRequestConfig): void {
  // Its type has no `fetch` before 1.12.
  const env: { readonly fetch?: Fetch } = config.env ?? {};
  const { plain, ending } = watchersOf(typeof env.fetch === 'function' ? env.fetch : ownFetch);
  const fetch = config.responseType === 'stream' ? ending : plain;
  if (env.fetch !== fetch) Object.assign(config, { env: { ...env, fetch } });
}

function watchersOf(fetch: Fetch): Watchers {
  const known = watchers.get(fetch);
  if (known) return known;
  const made = { plain: watching(fetch), ending: watching(endable(fetch)) };
  // A config that comes again has one of them already.
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
 * Whether an answer is that of the request itself. Only one that has the address of its
 * request, and says that it was not redirected, proves it: a Response that somebody built
 * has no address, and knows nothing of what was sent before it.
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
