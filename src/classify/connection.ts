import { type Exchange, fieldsOf } from './exchange.js';

/**
 * Whether a failed request may have been redirected: then its first server has
 * answered it, and whatever the next hop's failure says is not about the request
 * that the caller sent.
 */
export function mayHaveBeenRedirected({ error, sent }: Exchange, failure: unknown): boolean {
  const { request, config } = fieldsOf(error);
  const { _redirectCount: hops, redirect: mode } = fieldsOf(request);
  // follow-redirects, which axios's http adapter sends through, counts its hops.
  if (typeof hops === 'number') return hops > 0;
  if (!mayFollow(mode, sent ?? config)) return false;
  const { url, baseURL } = fieldsOf(sent ?? config);
  // `fetch` does not say where it was; the system's error names the host that failed.
  const { hostname, address, port } = fieldsOf(failure);
  const target = targetOf(url, baseURL);
  if (target === undefined) return false;
  if (typeof hostname === 'string') return hostname.toLowerCase() !== target.hostname;
  if (typeof port !== 'number' || typeof address !== 'string') return false;
  // An address may be any name's: only one that stands in the URL is proven to be the first host's.
  return port !== target.port || !isAddressOf(address, target.hostname);
}

/** Whether redirects are followed: `mode` is that of a Request, which knows it; else the config says. */
function mayFollow(mode: unknown, config: unknown): boolean {
  const { maxRedirects, fetchOptions } = fieldsOf(config);
  const { redirect = mode } = fieldsOf(fetchOptions);
  // Not every axios has `maxRedirects` count for fetch, as `mode` then says.
  return redirect === undefined ? maxRedirects !== 0 : redirect === 'follow';
}

/** Whether a redirect was followed, by the request of fetch or the XMLHttpRequest. */
const redirects = new WeakMap<object, boolean>();

/** Notes what an answer tells of redirects, which axios's response has no field for. */
export function noteRedirect(request: object, redirected: boolean): void {
  redirects.set(request, redirected);
}

/**
 * Whether an answer may be that to another method: RFC 9110, 15.4, has 303, and for
 * historical reasons 301 and 302, turn a POST into a GET. Then the first server has
 * answered the POST, and the answer seen is that of a GET elsewhere. Node's http, a fetch
 * that is watched, and the address of an XMLHttpRequest's answer show whether a redirect
 * was followed. Where nothing shows it, one may have been.
 */
export function mayBeOfAGet(request: unknown, config: unknown): boolean {
  const { method: asked } = fieldsOf(config);
  if (typeof asked !== 'string' || /^(get|head)$/i.test(asked)) return false;
  // What axios leaves there where its fetch has no class Request.
  if (request === false) return mayFollow(undefined, { ...fieldsOf(config), maxRedirects: undefined });
  // A mock has no transport, or a plain object for one, and follows nothing.
  if (typeof request !== 'object' || request === null || isPlain(request)) return false;
  const noted = redirects.get(request);
  if (noted !== undefined) return noted;
  const { method: sent, redirect, sentHeaders } = fieldsOf(request);
  if (typeof redirect === 'string') return redirect === 'follow';
  // Node's http2 follows nothing.
  if (sentHeaders !== undefined) return false;
  return typeof sent !== 'string' || sent.toUpperCase() === 'GET';
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/**
 * How far the TLS handshake of a failed request came: false while no byte of the
 * request can have been sent, undefined where the transport does not tell.
 */
export function handshakeFinished(error: unknown): boolean | undefined {
  const { request } = fieldsOf(error);
  const { _currentRequest: current = request } = fieldsOf(request);
  const { secureConnecting } = fieldsOf(fieldsOf(current).socket);
  return typeof secureConnecting === 'boolean' ? !secureConnecting : undefined;
}

interface Target {
  readonly hostname: string;
  readonly port: number;
}

function targetOf(url: unknown, baseURL: unknown): Target | undefined {
  try {
    const target = new URL(String(url ?? ''), baseURL ? String(baseURL) : undefined);
    const standard = target.protocol === 'https:' ? 443 : 80;
    return { hostname: target.hostname, port: target.port === '' ? standard : Number(target.port) };
  } catch {
    return undefined;
  }
}

function isAddressOf(address: string, hostname: string): boolean {
  if (hostname === 'localhost') return address === '127.0.0.1' || address === '::1';
  return address === hostname.replace(/^\[|\]$/g, '');
}
