import {
  decoded,
  encoded,
  isSecretField,
  isSecretHeader,
  isSecretParameter,
  type Redact,
  redacted,
} from './secret-names.js';

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
/** The start of a header that a message quotes; not the end of a path, as in `GET /refresh-token: refused`. */
const quotedHeader = /(?<![\w/-])([\w-]{1,100}) *: */g;
/** Of a word without a hyphen, a colon may as well explain it: `token: it is expired`. */
const headerName = /-|^(?:authorization|cookie)$/i;
/** A field of JSON, or of what other languages print in its place, and its value. */
const quotedField = /(["']([^"'\\]{1,100})\\*["']\s*:\s*)(?:(\\*["'])[^"'\\]*|[^\s,}\]"'\\]+)/g;

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
    .replace(/[^\r\n]+/g, (line) => redactHeader(line, redact))
    .replace(schemeAndSecret, `$1 ${redacted}`)
    .replace(quotedField, (whole: string, start: string, name: string, quote = '') =>
      isSecretField(name, redact) ? start + quote + redacted : whole,
    );
  return redactParameters(known, inProse, redact, 0);
}

/** A line up to the first header in it that holds a secret: nobody can say where its value ends. */
function redactHeader(line: string, redact: Redact): string {
  for (const { index, 1: name = '' } of line.matchAll(quotedHeader)) {
    const isSecret = /^x-/i.test(name) ? isSecretHeader : isSecretField;
    if (headerName.test(name) && isSecret(name, redact)) {
      return `${line.slice(0, index)}${name}: ${redacted}`;
    }
  }
  return line;
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
  return safe === inner ? value : encoded(safe);
}
