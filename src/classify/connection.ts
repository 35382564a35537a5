import { type Exchange, fieldsOf } from './exchange.js';

/**
 * Whether a failed request may have been redirected. Then the first server has answered the request, and
 * the failure belongs to a later server.
 */
export function mayHaveBeenRedirected({ error, sent }: Exchange, failure: unknown): boolean {
  const { request, config } = fieldsOf(error);
  const { _redirectCount: hops, redirect: mode } = fieldsOf(request);
  // axios's http adapter uses follow-redirects, which counts the redirects.
  if (typeof hops === 'number') return hops > 0;
  if (!mayFollow(mode, sent ?? config)) return false;
  const { url, baseURL } = fieldsOf(sent ?? config);
  // `fetch` does not tell its last address. The system's error names the host that failed.
  const { hostname, address, port } = fieldsOf(failure);
  const target = targetOf(url, baseURL);
  if (target === undefined) return false;
  if (typeof hostname === 'string') return hostname.toLowerCase() !== target.hostname;
  if (typeof port !== 'number' || typeof address !== 'string') return false;
  // Many names can have the same address. The address proves the first host only if the URL itself
  // contains it.
  return port !== target.port || !isAddressOf(address, target.hostname);
}

/** Whether the transport follows redirects. `mode` is `Request.redirect`; without it, the config decides. */
function mayFollow(mode: unknown, config: unknown): boolean {
  const { maxRedirects, fetchOptions } = fieldsOf(config);
  const { redirect = mode } = fieldsOf(fetchOptions);
  // Some versions of axios ignore `maxRedirects` for fetch. `mode` tells what was used.
  return redirect === undefined ? maxRedirects !== 0 : redirect === 'follow';
}

/** Whether a redirect was followed. The key is the Request of fetch or the XMLHttpRequest. */
const redirects = new WeakMap<object, boolean>();

/** Notes whether a redirect was followed. axios's response has no field for this. */
export function noteRedirect(request: object, redirected: boolean): void {
  redirects.set(request, redirected);
}

/**
 * Whether an answer may belong to a GET that a redirect made of another method (RFC 9110, 15.4: 303, and
 * for historical reasons 301 and 302). Then the first server has answered the POST, and this answer came
 * from elsewhere. Node's http, a watched fetch and `XMLHttpRequest.responseURL` show whether a redirect
 * was followed. If nothing shows it, the function returns true.
 */
export function mayBeOfAGet(request: unknown, config: unknown): boolean {
  const { method: asked } = fieldsOf(config);
  if (typeof asked !== 'string' || /^(get|head)$/i.test(asked)) return false;
  // axios sets `request` to false if its fetch has no class Request.
  if (request === false) return mayFollow(undefined, { ...fieldsOf(config), maxRedirects: undefined });
  // A mock has no request, or a plain object, and follows no redirect.
  if (typeof request !== 'object' || request === null || isPlain(request)) return false;
  const noted = redirects.get(request);
  if (noted !== undefined) return noted;
  const { method: sent, redirect, sentHeaders } = fieldsOf(request);
  if (typeof redirect === 'string') return redirect === 'follow';
  // Node's http2 follows no redirect.
  if (sentHeaders !== undefined) return false;
  return typeof sent !== 'string' || sent.toUpperCase() === 'GET';
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/**
 * Whether the TLS handshake of a failed request was finished. While it is false, no byte of the request
 * was sent. Undefined if the transport does not tell.
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
