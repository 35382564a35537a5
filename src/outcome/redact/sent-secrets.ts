import { fieldsOf } from '../../classify/exchange.js';
import { plainHeaders, textOf } from '../../classify/headers.js';
import { recordOf, unlessItThrows } from '../../classify/problem/shapes.js';
import { copyOf } from './fields.js';
import {
  decoded,
  encoded,
  isSecretField,
  isSecretHeader,
  isSecretParameter,
  type Redact,
  redacted,
} from './secret-names.js';

/** A shorter text also occurs in innocent words. A longer text is more than servers accept (Node: 16 kB of headers). */
const minLength = 6;
const maxLength = 16_384;

/** The credentials that a request carried, the longest first; undefined if it carried none. */
export type Sent = readonly string[] | undefined;

/**
 * Collects the credentials of a request: from its headers, its `auth`, its query, and the fields of its
 * body. Debug pages and echoing proxies quote them in their answers.
 */
export function sentSecrets(config: unknown, redact: Redact): Sent {
  const { headers, auth, proxy, baseURL, url, params, data } = fieldsOf(config);
  const address = `${textOf(baseURL)} ${textOf(url)}`;
  const secrets = [
    ...Object.entries(plainHeaders(fieldsOf(headers))).flatMap(([name, value]) =>
      isSecretHeader(name, redact) ? credentialsIn(name, value) : [],
    ),
    ...[auth, fieldsOf(proxy)['auth'], ...userinfoOf(address)].flatMap(basicOf),
    ...[...address.matchAll(/[?&;#]([^=&;#\s]+)=([^&;#\s]+)/g)].flatMap(([, name = '', value = '']) =>
      isSecretParameter(name, redact) ? [value, decoded(value)] : [],
    ),
    ...textsIn(params, (name) => isSecretParameter(name, redact)),
    ...textsIn(bodyOf(data), (name) => isSecretField(name, redact)),
  ].filter(isWorthHiding);
  if (secrets.length === 0) return undefined;
  const all = [...new Set(secrets.flatMap(writtenForms))].filter(isWorthHiding);
  // A longer secret comes before a secret that is a part of it.
  return all.sort((a, b) => b.length - a.length);
}

function isWorthHiding(secret: unknown): secret is string {
  if (typeof secret !== 'string' || secret.length < minLength || secret.length > maxLength) return false;
  // The text that stands for secrets is no secret itself.
  return !redacted.includes(secret);
}

/** The secret as it is, and as addresses, forms and JSON write it. PHP's JSON has a backslash before a slash. */
function writtenForms(secret: string): string[] {
  // Most tokens consist of characters that are written in the same way everywhere.
  if (/^[\w.-]*$/.test(secret)) return [secret];
  const inJson = JSON.stringify(secret).slice(1, -1);
  const forms = [secret, inJson, inJson.replaceAll('/', '\\/')];
  const inAddress = encoded(secret);
  // No server accepts a longer text in an address or a form.
  if (inAddress.length > maxLength) return forms;
  const inLowerCase = inAddress.replace(/%../g, (triplet) => triplet.toLowerCase());
  const inForm = `${new URLSearchParams([['', secret]])}`.slice(1);
  return [...forms, inAddress, inLowerCase, inForm];
}

/** A value of an answer without these secrets in its texts and names. Without a secret, it is the value itself. */
export function withoutSecrets<T>(said: T, sent: Sent): T {
  if (sent === undefined) return said;
  // One regular expression for all secrets would take a thousand times as long on a text of a megabyte.
  const hide = (text: string) => sent.reduce((rest, secret) => rest.replaceAll(secret, redacted), text);
  const replace = (value: unknown) => (typeof value === 'string' ? hide(value) : value);
  try {
    // The cast holds: texts are replaced by texts, and everything else stays as it is.
    return copyOf(said, replace, hide) as T;
  } catch {
    // A body whose getters throw is kept as it came.
    return said;
  }
}

/** The whole value, and the parts that an answer may quote: a token without its scheme, the value of a cookie, the password of RFC 7617. */
function credentialsIn(name: string, value: string): string[] {
  if (name === 'cookie') return value.split(/;\s*/).map((pair) => pair.slice(pair.indexOf('=') + 1));
  const [, basic] = /^basic\s+([\w+/]+={0,2})$/i.exec(value) ?? [];
  const [username, ...password] = (basic && unlessItThrows(() => atob(basic)))?.split(':') ?? [];
  return [value, value.replace(/^\S+\s+/, ''), ...basicOf({ username, password: password.join(':') })];
}

/** The most bytes of a user name and its password that are encoded. No server accepts more in a header. */
const maxPair = 10_000;

/** RFC 7617, 2, as axios sends its `auth`: the password, and the encoded pair. Some APIs send a key as the user name, without a password. */
function basicOf(auth: unknown): string[] {
  const { username, password } = fieldsOf(auth);
  const name = textOf(username) ?? '';
  const secret = textOf(password) ?? '';
  if (name === '' && secret === '') return [];
  const pair = `${name.slice(0, maxPair)}:${secret.slice(0, maxPair)}`;
  const bytes = new TextEncoder().encode(pair).subarray(0, maxPair);
  return [secret || name, btoa(String.fromCharCode(...bytes))];
}

/** RFC 3986, 3.2.1: the part before the host, up to the last `@`. axios sends it as `auth`. */
function userinfoOf(address: string): unknown[] {
  return [...address.matchAll(/\/\/([^/?#\s]*)@/g)].map(([, userinfo = '']) => {
    const [username = '', ...password] = userinfo.split(':');
    return { username: decoded(username), password: decoded(password.join(':')) };
  });
}

/** A longer body is a document, and not a log-in. */
const maxBody = 65_536;

/** The fields of a body that was sent. axios has made a text of JSON and of a form. */
function bodyOf(data: unknown): unknown {
  if (typeof data !== 'string') return typeof data === 'object' ? data : undefined;
  if (data.length > maxBody) return undefined;
  if (!/^\s*[{[]/.test(data)) return new URLSearchParams(data);
  return unlessItThrows(() => JSON.parse(data));
}

/** The most values of a body or of parameters that are read, and the most secrets that are looked for in the answer. */
const maxParts = 1_000;
const maxSecrets = 100;

/** The texts under secret names, at any depth, in an object, a form or parameters. Everything below a secret name is a secret too. */
function textsIn(given: unknown, isSecret: (name: string) => boolean): string[] {
  const texts: string[] = [];
  const open: [value: unknown, isSecret: boolean][] = [[given, false]];
  for (let seen = 0; open.length > 0 && seen < maxParts && texts.length < maxSecrets; seen++) {
    const [value, within] = open.pop() ?? [];
    if (within && (typeof value === 'string' || typeof value === 'number')) texts.push(String(value));
    for (const [name, part] of unlessItThrows(() => partsOf(value)) ?? []) {
      open.push([part, within || isSecret(name)]);
    }
  }
  return texts;
}

function partsOf(value: unknown): (readonly [string, unknown])[] {
  const isForm =
    value instanceof URLSearchParams || (typeof FormData === 'function' && value instanceof FormData);
  // Any other object of a class is a stream, a file or bytes.
  return isForm ? [...value] : Array.isArray(value) || recordOf(value) ? Object.entries(value as object) : [];
}
