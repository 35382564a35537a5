import { decoded, isSecretParameter, type Redact, redacted } from './secret-names.js';

/** `user:password@` of a URL. A password may hold an @, and one that nobody encoded a slash; a port has none. */
const userInfo = /\/\/(?:[^/?#\s"<>]*|[^/?#\s@"<>[]*:(?!\d*[/?#])[^@\s"<>]{0,256})@/g;
/** A parameter's name: after a delimiter of URLs, or in prose after a space or a bracket too. */
const inUrl = /[?&#;]([^=&#?;\s"<>]{1,200})=/g;
const inProse = /(?:^|[?&#;\s"'(,{[])([^=&#?;\s"'(,{[<>]{1,200})=/g;
/** Where its value ends. No URL holds a space, a quote or a bracket as it is. */
const valueEnd = /[&#\s"<>]|[?;](?=[^=&#?;\s"<>]{1,200}=)/g;
/** A login page is given the address to come back to, which may have one of its own. */
const maxNesting = 5;

/** `Bearer eyJ…`, but not `Bearer token is missing`. */
const schemeAndSecret = /\b([Bb]earer|[Bb]asic)\s+(?![A-Za-z][a-z_]*[.,;:!?"')]*(?:\s|$|="))[\w.~+/=-]+/g;
/** A line of a request's head that a message quotes. */
const quotedHeader = /\b((?:proxy-)?authorization|(?:set-)?cookie|x-(?:auth-token|api-key)) *: *[^\r\n]+/gi;

/** The URLs in a text, without user names, passwords and the values of secret parameters. */
export function redactUrls(text: string, redact: Redact): string {
  // Most headers have no URL in them, and this runs for every one.
  if (!/[=@]|[Bb](?:earer|asic)\s/.test(text)) return text;
  return redactParameters(text.replace(userInfo, '//'), inUrl, redact, 0).replace(
    schemeAndSecret,
    `$1 ${redacted}`,
  );
}

/** A message to print, without the secrets that its names give away. */
export function redactMessage(text: string, redact: Redact): string {
  const known = text
    .replace(userInfo, '//')
    .replace(quotedHeader, `$1: ${redacted}`)
    .replace(schemeAndSecret, `$1 ${redacted}`);
  return redactParameters(known, inProse, redact, 0);
}

const maxMessageLength = 1_000;

/**
 * What an adapter says of a failure. It may quote the request, in which the names
 * of parameters are the caller's own: queries and JSON go altogether.
 */
export function redactFailure(text: string, redact: Redact): string {
  const start = text.slice(0, maxMessageLength);
  // Half a URL may be half a password.
  const whole = start.length < text.length ? start.replace(/\S*$/, '…') : start;
  const bare = whole.replace(/\{\s*\\?".*/s, '{…}').replace(/\?[^\s"<>]+/g, '?…');
  return redactMessage(bare, redact);
}

/** By positions: one expression for a whole parameter would run out of stack on a megabyte. */
function redactParameters(text: string, start: RegExp, redact: Redact, nesting: number): string {
  const name = new RegExp(start);
  const end = new RegExp(valueEnd);
  let result = '';
  let copied = 0;
  for (let found = name.exec(text); found !== null; found = name.exec(text)) {
    const from = name.lastIndex;
    end.lastIndex = from;
    const to = end.exec(text)?.index ?? text.length;
    const value = text.slice(from, to);
    const safe = isSecretParameter(found[1] ?? '', redact) ? redacted : redactNested(value, redact, nesting);
    result += text.slice(copied, from) + safe;
    copied = to;
    name.lastIndex = to;
  }
  return result + text.slice(copied);
}

function redactNested(value: string, redact: Redact, nesting: number): string {
  const inner = decoded(value);
  if (inner === value || nesting === maxNesting) return value;
  const safe = redactParameters(inner.replace(userInfo, '//'), inUrl, redact, nesting + 1);
  return safe === inner ? value : encodeURIComponent(safe);
}
