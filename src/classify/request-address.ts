import { textOf } from './headers.js';

/** The fields of an axios config that say where a request goes. A config that went through JSON may lack fields. */
export interface Addressed {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly baseURL?: string | undefined;
}

export function methodOf({ method }: Addressed): string {
  return (textOf(method) ?? 'get').toUpperCase();
}

/** The path that is sent, without query and fragment. It may contain a secret; redaction comes later. */
export function pathOf(config: Addressed): string {
  const { rest } = splitAddress(config);
  const end = rest.search(/[?#]/);
  const path = end < 0 ? rest : rest.slice(0, end);
  return path.startsWith('/') ? path : `/${path}`;
}

/** Scheme, host and port. Empty for an address relative to the page. */
export function originOf(config: Addressed): string {
  const origin = splitAddress(config).origin.toLowerCase();
  // RFC 9110, 4.2.1 and 4.2.2: the default ports are 80 and 443. With and without the port, it is one
  // origin with one budget.
  if (origin.startsWith('http://') && origin.endsWith(':80')) return origin.slice(0, -3);
  return origin.startsWith('https://') && origin.endsWith(':443') ? origin.slice(0, -4) : origin;
}

/** As lenient as URL parsers: backslashes and missing slashes pass. */
const scheme = /^(?:https?:[\\/]*|(?:[a-z][a-z\d+.-]*:)?[\\/]{2})/i;

function splitAddress(config: Addressed): { readonly origin: string; readonly rest: string } {
  const address = joinAddress(config).trim();
  const [start] = scheme.exec(address) ?? [];
  if (start === undefined) return { origin: '', rest: address };
  const afterScheme = address.slice(start.length);
  const end = afterScheme.search(/[\\/?#]|$/);
  const authority = afterScheme.slice(
    0,
    afterScheme.includes('@', end) ? authorityEnd(afterScheme, end) : end,
  );
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return { origin: start + host, rest: afterScheme.slice(authority.length) };
}

/** The end of user, host and port, also if an unencoded password contains a slash. It uses positions, since an address may be very long. */
function authorityEnd(afterScheme: string, end: number): number {
  const authority = afterScheme.slice(0, end);
  const at = authority.lastIndexOf('@');
  const isHost = at < 0 ? hostAndPort.test(authority) : hostAfterUser.test(authority.slice(at + 1));
  if (isHost) return end;
  const afterUser = afterScheme.indexOf('@', end) + 1;
  return afterUser + afterScheme.slice(afterUser).search(/[\\/?#]|$/);
}

// A text after a colon that is not a port is a password. A name without a dot after an @ may be the rest
// of a password.
const hostAndPort = /^(?:\[|[^:]*(?::\d*)?$)/;
const hostAfterUser = /^(?:localhost$|\[|[^.]*\.|[^:]+:\d+$)/i;

const absolute = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;

/** Joins as axios does (`combineURLs`): an absolute `url` ignores `baseURL`. */
function joinAddress(config: Addressed): string {
  // Callers without types may pass a URL object, which axios accepts.
  const url = textOf(config.url) ?? '';
  const baseURL = textOf(config.baseURL) ?? '';
  if (baseURL === '' || absolute.test(url)) return url;
  if (url === '') return baseURL;
  // A loop, since `/\/+$/` needs quadratic time for many slashes that are not at the end.
  let end = baseURL.length;
  while (baseURL[end - 1] === '/') end--;
  return `${baseURL.slice(0, end)}/${url.replace(/^\/+/, '')}`;
}
