import {
  decoded,
  encoded,
  isSecretField,
  isSecretHeader,
  isSecretParameter,
  type Redact,
  redacted,
} from './secret-names.js';

/** `user:password@` of a URL. A password may hold an @, and a password that is not encoded may hold a slash. A port has neither. */
const userInfo = /\/\/(?:[^/?#\s"<>]*|[^/?#\s@"<>[]*:(?!\d*[/?#])[^@\s"<>]{0,256})@/g;
/** The name of a parameter: after a delimiter of URLs, or in prose after a space or a bracket. */
const inUrl = /[?&#;]([^=&#?;\s"<>]{1,200})=/g;
const inProse = /(?:^|[?&#;\s"'(,{[])([^=&#?;\s"'(,{[<>]{1,200})=/g;
/** The end of a parameter's value. A URL holds no space, quote or bracket unless it is encoded. */
const valueEnd = /[&#\s"<>]|[?;](?=[^=&#?;\s"<>]{1,200}=)/g;
/** A login page gets the address to come back to, which may have a return address as well. */
const maxNesting = 5;

/** `Bearer eyJ…`, but not `Bearer token is missing`. */
const schemeAndSecret =
  /\b([Bb]earer|BEARER|[Bb]asic|BASIC)\s+(?![A-Za-z][a-z_]*[.,;:!?"')]*(?:\s|$|="))[\w.~+/=-]+/g;
/** The start of a header in a message; not the end of a path, as in `GET /refresh-token: refused`. */
const quotedHeader = /(?<![\w/-])([\w-]{1,100}) *: */g;
/** A colon after a word without a hyphen may also begin an explanation: `token: it is expired`. */
const headerName = /-|^(?:authorization|cookie)$/i;
/** A field and its value, in JSON or in the notation of another language. */
const quotedField = /(["']([^"'\\]{1,100})\\*["']\s*(?::|=>)\s*)(?:(\\*["'])[^"'\\]*|[^\s,}\]"'\\]+)/g;

/** No server accepts so long an address (RFC 9110, 4.1, asks for 8,000 octets), and its parts take long to read. */
const maxUrlLength = 65_536;

/** Redacts user names, passwords and secret parameters in the URLs of a text. A longer text is redacted as a whole. */
export function redactUrls(text: string, redact: Redact): string {
  // Most headers have no URL, and this runs for every header.
  if (!/[=@]|[Bb](?:earer|asic)\s|B(?:EARER|ASIC)\s/.test(text)) return text;
  if (text.length > maxUrlLength) return redacted;
  return redactParameters(text.replace(userInfo, '//'), inUrl, redact, 0).replace(
    schemeAndSecret,
    `$1 ${redacted}`,
  );
}

/** A message to print, in which secrets are redacted by their names. */
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

/** Cuts a line at the first header with a secret, since nobody can say where the value ends. */
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
 * Redacts what an adapter says about a failure. It may quote the request, whose parameters may have
 * any name. So queries and JSON are taken out as a whole.
 */
export function redactFailure(text: string, redact: Redact): string {
  const start = text.slice(0, maxMessageLength);
  // The text may have been cut, and half a URL may be half a password.
  const whole = start.length < text.length ? start.replace(/\S*$/, '…') : start;
  const bare = whole.replace(/\{\s*\\?".*/s, '{…}').replace(/\?[^\s"<>]+/g, '?…');
  return redactMessage(bare, redact);
}

/** It goes by positions, since one regular expression for a whole parameter would run out of stack on a megabyte. */
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
