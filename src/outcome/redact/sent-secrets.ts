import { fieldsOf } from '../../classify/exchange.js';
import { plainHeaders, textOf } from '../../classify/headers.js';
import { anyOf, copyOf } from './fields.js';
import { isSecretHeader } from './headers.js';
import { decoded, encoded, isSecretParameter, type Redact, redacted } from './secret-names.js';

/** A shorter text stands in innocent words too; a longer one is more than servers take (Node: 16 kB of headers). */
const minLength = 6;
const maxLength = 16_384;

/** The credentials that a request carried; undefined where there were none. */
export type Sent = RegExp | undefined;

/**
 * The credentials that a request carried, so that an error answer which quotes
 * them, as debug pages and echoing proxies do, does not bring them back: of its
 * headers, its `auth`, and its query.
 */
export function sentSecrets(config: unknown, redact: Redact): Sent {
  const { headers, auth, proxy, baseURL, url, params } = fieldsOf(config);
  const address = `${textOf(baseURL)} ${textOf(url)}`;
  const secrets = [
    ...Object.entries(plainHeaders(fieldsOf(headers))).flatMap(([name, value]) =>
      isSecretHeader(name, redact) ? credentialsIn(name, value) : [],
    ),
    ...[auth, fieldsOf(proxy)['auth'], ...userinfoOf(address)].flatMap(basicOf),
    ...[...address.matchAll(/[?&]([^=&#\s]+)=([^&#\s]+)/g), ...pairsOf(params)].flatMap(
      ([, name = '', value = '']) => (isSecretParameter(name, redact) ? [decoded(value)] : []),
    ),
  ].filter(isWorthHiding);
  if (secrets.length === 0) return undefined;
  // A part of another one comes after it.
  const all = [...new Set([...secrets, ...secrets.map(encoded)])].sort((a, b) => b.length - a.length);
  return new RegExp(anyOf(all), 'g');
}

function isWorthHiding(secret: unknown): secret is string {
  return typeof secret === 'string' && secret.length >= minLength && secret.length <= maxLength;
}

/** What an answer said, without these secrets in its texts; itself where it has none of them. */
export function withoutSecrets<T>(said: T, sent: Sent): T {
  if (sent === undefined) return said;
  const replace = (value: unknown) => (typeof value === 'string' ? value.replace(sent, redacted) : value);
  try {
    // Texts are replaced by texts, and all else stays what it is.
    return copyOf(said, replace) as T;
  } catch {
    // A body with getters that throw is kept as it came.
    return said;
  }
}

/** The whole value, and what an answer may quote of it: a token without its scheme, the value of a cookie. */
function credentialsIn(name: string, value: string): string[] {
  if (name === 'cookie') return value.split(/;\s*/).map((pair) => pair.slice(pair.indexOf('=') + 1));
  return [value, value.replace(/^\S+\s+/, '')];
}

/** RFC 7617, 2, as axios sends its `auth`: the password, and both as the header has them. A key is often a name without one. */
function basicOf(auth: unknown): string[] {
  const { username, password } = fieldsOf(auth);
  const name = textOf(username) ?? '';
  const secret = textOf(password) ?? '';
  if (name === '' && secret === '') return [];
  const bytes = new TextEncoder().encode(`${name}:${secret}`);
  return [secret || name, btoa(String.fromCharCode(...bytes.subarray(0, 10_000)))];
}

/** RFC 3986, 3.2.1: what stands before the host, up to the last `@`. axios sends it as its `auth`. */
function userinfoOf(address: string): unknown[] {
  return [...address.matchAll(/\/\/([^/?#\s]*)@/g)].map(([, userinfo = '']) => {
    const [username = '', ...password] = userinfo.split(':');
    return { username: decoded(username), password: decoded(password.join(':')) };
  });
}

type Pair = readonly [whole: unknown, name?: string, value?: string];

/** The parameters of an object or a URLSearchParams, as axios takes them; those of texts alone. */
function pairsOf(params: unknown): Pair[] {
  const given = params instanceof URLSearchParams ? [...params] : Object.entries(fieldsOf(params));
  return given.flatMap(([name, value]) => (typeof value === 'string' ? [['', name, value] as const] : []));
}
