import axios, { type AxiosRequestConfig } from 'axios';
import { textOf } from '../classify/headers.js';
import { nothingMore } from '../outcome/redact/secret-names.js';
import { redactUrls } from '../outcome/redact/text.js';
import type { RequestSummary } from '../outcome/types.js';

/** The parts of an axios config that say where a request goes; a restored one may lack any. */
export interface Addressed {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly baseURL?: string | undefined;
}

const absolute = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;
/**
 * Scheme and authority, as lenient as URL parsers are. A password that nobody
 * encoded may hold a slash: what follows a colon and is no port reaches to the @.
 */
const scheme = /^(?:https?:[\\/]*|(?:[a-z][a-z\d+.-]*:)?[\\/]{2})/i;
const authority = /^(?:[^\\/?#@[:]*:(?!\d*(?:[\\/?#]|$))[^@]*@)?[^\\/?#]*/;

/** Method and path, without origin, query and fragment, which may hold secrets. */
export function summarize(config: Addressed): RequestSummary {
  return { method: methodOf(config), path: pathOf(config) };
}

export function methodOf({ method }: Addressed): string {
  return (textOf(method) ?? 'get').toUpperCase();
}

export function pathOf(config: Addressed): string {
  const path = splitAddress(config).rest.replace(/[?#].*$/s, '');
  // A path may have parameters too: `/cart;jsessionid=…`.
  return redactUrls(path.startsWith('/') ? path : `/${path}`, nothingMore);
}

/** Scheme, host and port, or an empty text for an address relative to the page. */
export function originOf(config: Addressed): string {
  const origin = splitAddress(config).origin.toLowerCase();
  // One origin, one budget: RFC 9110, 4.2.1 and 4.2.2, the port is 80 and 443 where it is not given.
  return origin.replace(/^(http:\/\/.*):80$/, '$1').replace(/^(https:\/\/.*):443$/, '$1');
}

/** The whole address with its parameters, as axios sends it, as far as it is one outside of a page. */
export function absoluteAddress(config: Addressed): string | undefined {
  const page: unknown = 'location' in globalThis ? globalThis.location?.href : undefined;
  const base = typeof page === 'string' ? page : undefined;
  const address = uriOf(config);
  return address !== undefined && URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

function uriOf(config: Addressed): string | undefined {
  try {
    // A whole axios config, or what JSON left of one: axios reads what is there.
    return axios.getUri(config as AxiosRequestConfig).trim();
  } catch {
    // Of a mock, whose config nobody has sent.
    return undefined;
  }
}

function splitAddress(config: Addressed): { readonly origin: string; readonly rest: string } {
  const address = addressOf(config).trim();
  const [start] = scheme.exec(address) ?? [];
  if (start === undefined) return { origin: '', rest: address };
  const [host = ''] = authority.exec(address.slice(start.length)) ?? [];
  return { origin: start + host.replace(/^.*@/s, ''), rest: address.slice(start.length + host.length) };
}

/** As axios joins them (`combineURLs`): an absolute url stands for itself. */
function addressOf(config: Addressed): string {
  // Callers without types may pass a URL object, which axios takes.
  const url = textOf(config.url) ?? '';
  const baseURL = textOf(config.baseURL) ?? '';
  if (baseURL === '' || absolute.test(url)) return url;
  return url === '' ? baseURL : `${withoutSlashesBehind(baseURL)}/${url.replace(/^\/+/, '')}`;
}

/** No expression: one that looks for slashes at the end begins anew at each slash that stands elsewhere. */
function withoutSlashesBehind(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end--;
  return text.slice(0, end);
}
