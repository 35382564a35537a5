import { at } from '../outcome/field.js';
import { short } from './short.js';

/** Where a request went, without query, fragment, user name and password. */
export interface Address {
  readonly method: string;
  readonly path: string;
  /** Scheme, host and port; empty where they are not known. */
  readonly origin: string;
}

/** Scheme and host, where an address is absolute. */
const start = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i;

/** A password that nobody encoded may hold a slash: what follows a colon and is no port reaches to the last @. */
const userInfo = /^([^/]*\/\/)(?:[^/]*@|[^/]*:(?!\d*(?:\/|$)).*@)/s;

/** By an axios config, as an AxiosError has it, or by the request of an outcome, which is a method and a path. */
export function addressOf(config: unknown): Address {
  const url = textOf(at(config, 'url') ?? at(config, 'path'));
  const whole = start.test(url) ? url : `${textOf(at(config, 'baseURL'))}/${url.replace(/^\/+/, '')}`;
  const bare = whole.replace(/[?#].*$/s, '').replace(userInfo, '$1');
  const [origin = ''] = start.exec(bare) ?? [];
  return {
    method: short(at(config, 'method'), 20).toUpperCase() || 'GET',
    path: pathOf(bare.slice(origin.length)),
    origin,
  };
}

/**
 * A path for a log. Parameters of a segment (`;jsessionid=…`), addresses of people, and what is as long as
 * a token are left out.
 */
function pathOf(path: string): string {
  const segments = path.split('/').filter(Boolean);
  return `/${segments.map(segmentOf).join('/')}`;
}

function segmentOf(segment: string): string {
  const bare = segment.replace(/;.*/s, '');
  return bare.includes('@') || bare.length > 40 ? '…' : bare;
}

/** Callers without types may give axios a URL. */
function textOf(value: unknown): string {
  return short(typeof value === 'string' ? value : at(value, 'href'), 2_000);
}
