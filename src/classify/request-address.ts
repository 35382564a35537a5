import { textOf } from './headers.js';

/** The parts of an axios config that say where a request goes; a restored one may lack any. */
export interface Addressed {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly baseURL?: string | undefined;
}

export function methodOf({ method }: Addressed): string {
  return (textOf(method) ?? 'get').toUpperCase();
}

/** The path as it is sent, without query and fragment. It may still hold a secret: what is shown of it is redacted. */
export function pathOf(config: Addressed): string {
  const { rest } = splitAddress(config);
  const end = rest.search(/[?#]/);
  const path = end < 0 ? rest : rest.slice(0, end);
  return path.startsWith('/') ? path : `/${path}`;
}

/** Scheme, host and port, or an empty text for an address relative to the page. */
export function originOf(config: Addressed): string {
  const origin = splitAddress(config).origin.toLowerCase();
  // One origin, one budget: RFC 9110, 4.2.1 and 4.2.2, the port is 80 and 443 where it is not given.
  if (origin.startsWith('http://') && origin.endsWith(':80')) return origin.slice(0, -3);
  return origin.startsWith('https://') && origin.endsWith(':443') ? origin.slice(0, -4) : origin;
}

/** As lenient as URL parsers are: backslashes and missing slashes pass. */
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

/** Where user, host and port end, where a password that was not encoded holds a slash. By positions, since an address may have any length. */
function authorityEnd(afterScheme: string, end: number): number {
  const [user = '', ...password] = afterScheme.slice(0, end).split(':');
  // What follows a colon and is no port is a password.
  const isPort = password.length === 0 || (password.length === 1 && /^\d*$/.test(password[0] ?? ''));
  if (isPort || /[[@]/.test(user)) return end;
  const afterUser = afterScheme.indexOf('@', end) + 1;
  return afterUser + afterScheme.slice(afterUser).search(/[\\/?#]|$/);
}

const absolute = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;

/** As axios joins them (`combineURLs`): an absolute url stands for itself. */
function joinAddress(config: Addressed): string {
  // Callers without types may pass a URL object, which axios takes.
  const url = textOf(config.url) ?? '';
  const baseURL = textOf(config.baseURL) ?? '';
  if (baseURL === '' || absolute.test(url)) return url;
  if (url === '') return baseURL;
  // By positions: `/\/+$/` takes quadratic time over many slashes that are not at the end.
  let end = baseURL.length;
  while (baseURL[end - 1] === '/') end--;
  return `${baseURL.slice(0, end)}/${url.replace(/^\/+/, '')}`;
}
