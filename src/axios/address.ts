import type { RequestSummary } from '../outcome/types.js';

/** The parts of an axios config that say where a request goes; a restored one may lack any. */
export interface Addressed {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly baseURL?: string | undefined;
}

const absolute = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;

/** Method and path, without origin, query and fragment, which may hold secrets. */
export function summarize(config: Addressed): RequestSummary {
  return { method: methodOf(config), path: pathOf(config) };
}

export function methodOf({ method }: Addressed): string {
  return (method ?? 'get').toUpperCase();
}

export function pathOf(config: Addressed): string {
  const address = addressOf(config);
  const pathStart = absolute.test(address) ? address.indexOf('/', address.indexOf('//') + 2) : 0;
  const path = pathStart < 0 ? '' : address.slice(pathStart).replace(/[?#].*$/s, '');
  return path.startsWith('/') ? path : `/${path}`;
}

/** Scheme, host and port, or an empty text for an address relative to the page. */
export function originOf(config: Addressed): string {
  const address = addressOf(config);
  if (!absolute.test(address)) return '';
  const end = address.indexOf('/', address.indexOf('//') + 2);
  const origin = end < 0 ? address.replace(/[?#].*$/s, '') : address.slice(0, end);
  return origin.replace(/\/\/.*@/, '//').toLowerCase();
}

/** As axios joins them (`combineURLs`): an absolute url stands for itself. */
function addressOf(config: Addressed): string {
  // Callers without types may pass a URL object, which axios takes.
  const url = String(config.url ?? '');
  const baseURL = String(config.baseURL ?? '');
  if (baseURL === '' || absolute.test(url)) return url;
  return url === '' ? baseURL : `${baseURL.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}
