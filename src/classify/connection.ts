import { type Exchange, fieldsOf, type ResponseLike } from './exchange.js';

/**
 * Whether a failed request may have been redirected: then its first server has
 * answered it, and whatever the next hop's failure says is not about the request
 * that the caller sent.
 */
export function mayHaveBeenRedirected({ error, sent }: Exchange, failure: unknown): boolean {
  const { request, config } = fieldsOf(error);
  const { _redirectCount: hops } = fieldsOf(request);
  // follow-redirects, which axios's http adapter sends through, counts its hops.
  if (typeof hops === 'number') return hops > 0;
  const { maxRedirects, fetchOptions, url, baseURL } = fieldsOf(sent ?? config);
  const { redirect } = fieldsOf(fetchOptions);
  if (maxRedirects === 0 || redirect === 'manual' || redirect === 'error') return false;
  // `fetch` does not say where it was; the system's error names the host that failed.
  const { hostname, address, port } = fieldsOf(failure);
  const target = targetOf(url, baseURL);
  if (target === undefined) return false;
  if (typeof hostname === 'string') return hostname.toLowerCase() !== target.hostname;
  if (typeof port !== 'number' || typeof address !== 'string') return false;
  // An address may be any name's: only one that stands in the URL is proven to be the first host's.
  return port !== target.port || !isAddressOf(address, target.hostname);
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
export function mayBeOfAGet(response: ResponseLike): boolean {
  const { request, config } = fieldsOf(response);
  const { method: asked } = fieldsOf(config);
  // A mock has no transport, and follows nothing.
  if (typeof asked !== 'string' || typeof request !== 'object' || request === null) return false;
  if (/^(get|head)$/i.test(asked)) return false;
  const { method: sent, redirect, responseURL } = fieldsOf(request);
  const noted = redirects.get(request);
  if (noted !== undefined) return noted;
  if (typeof redirect === 'string') return redirect === 'follow';
  if (typeof responseURL === 'string') return true;
  return typeof sent === 'string' && sent.toUpperCase() === 'GET';
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
