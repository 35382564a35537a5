import { at } from '../outcome/field.js';
import { oneLine } from '../outcome/one-line.js';

/** Where a request went, without query, fragment, user name and password. */
export interface Address {
  readonly method: string;
  readonly path: string;
  /** Scheme, host and port; empty where they are not known. */
  readonly origin: string;
}

const longest = 2_000;

/** By an axios config, as an AxiosError has it. */
export function addressOf(config: unknown): Address {
  const base = textOf(at(config, 'baseURL'));
  const url = textOf(at(config, 'url'));
  const joined =
    /^([a-z][a-z\d+.-]*:)?\/\//i.test(url) || base === ''
      ? url
      : `${base.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
  // A password that nobody encoded may hold any sign, so that the last @ before a query is where it ends.
  const bare = joined.replace(/[?#].*$/s, '').replace(/^([^/]*\/\/).*@/s, '$1');
  const [, origin = '', path = ''] = /^((?:[a-z][a-z\d+.-]*:)?\/\/[^/]*)?(.*)$/is.exec(bare) ?? [];
  return { method: textOf(at(config, 'method')).toUpperCase() || 'GET', path: pathOf(path), origin };
}

/**
 * A path for a log. Parameters of a segment (`;jsessionid=…`), addresses of people, and what is as long as
 * a token are left out.
 */
export function pathOf(path: unknown): string {
  const segments = textOf(path)
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter(Boolean);
  return `/${segments.map((segment) => segment.replace(/;.*$/, '').replace(/^(?:.*@.*|.{41,})$/, '…')).join('/')}`;
}

function textOf(value: unknown): string {
  // Callers without types may give axios a URL.
  const text = typeof value === 'string' ? value : at(value, 'href');
  return oneLine(typeof text === 'string' ? text.slice(0, 10 * longest) : '', longest);
}
