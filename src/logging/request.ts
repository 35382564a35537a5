import { at } from '../outcome/field.js';
import { short } from './short.js';

/** The address of a request, without query, fragment, user name and password. */
export interface Address {
  readonly method: string;
  readonly path: string;
  /** Scheme, host and port; empty if they are not known. */
  readonly origin: string;
}

/** The scheme and host of an absolute address. */
const start = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i;

/** A password that is not encoded may hold a slash. So the text after a colon that is not a port reaches to the last @. */
const userInfo = /^([^/]*\/\/)(?:[^/]*@|[^/]*:(?!\d*(?:\/|$)).*@)/s;

/** From the axios config of an AxiosError, or from the request of an outcome, which has a method and a path. */
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
 * A path for a log. It leaves out the parameters of a segment (`;jsessionid=…`), mail addresses, and
 * segments that are as long as a token.
 */
function pathOf(path: string): string {
  const segments = path.split('/').filter(Boolean);
  return `/${segments.map(shortSegment).join('/')}`;
}

/** Callers without types may give axios a URL. */
function textOf(value: unknown): string {
  return short(typeof value === 'string' ? value : at(value, 'href'), 2_000);
}

/** A segment without its parameters. A mail address or a long segment may be a person or a secret. */
function shortSegment(segment: string): string {
  const [name = ''] = segment.split(';', 1);
  return name.includes('@') || name.length > 40 ? '…' : name;
}
