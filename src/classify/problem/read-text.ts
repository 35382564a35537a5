import { readJson } from './read-json.js';
import { type Draft, type Fields, textOf } from './shapes.js';

/**
 * Reads the problem from a body that is only text. A short text is the message. The title of an HTML page
 * is the message, such as `502 Bad Gateway` of nginx. The elements of an XML error are read like the
 * fields of a JSON error: `<Error><Code>` of S3, OBS and Azure Storage, OData's `<m:error><m:code>`, a
 * SOAP fault, `<problem>` (RFC 9457, B).
 */
export function readText(body: string): Draft {
  if (!body.startsWith('<')) return { message: shortText(body) };
  // An HTML page may contain such markup as an example.
  if (!/<html/i.test(body) && /<(?:\w+:)?(?:error|fault|problem\b)/i.test(body))
    return readMarkup(leavesOf(body));
  return { message: elementText(body, 'title') ?? elementText(body, 'h1') };
}

/** SOAP 1.2, 5.4: the code of a fault is in `<Value>`, and its reason is in `<Text>`. */
function readMarkup(leaves: Fields): Draft {
  const { Value: faultcode, Text: faultstring } = leaves;
  return readJson(faultcode === undefined ? leaves : { faultcode, faultstring, ...leaves });
}

/** The first hundred elements that contain only text. If a name repeats, its first element counts. */
function leavesOf(markup: string): Fields {
  const bare = markup.replace(/<!\[CDATA\[([^<]*?)\]\]>/g, '$1');
  const leaves = [...bare.matchAll(/<(?:\w+:)?(\w+)(?:\s[^<>]*)?>([^<]+)<\//g)].slice(0, 100).reverse();
  return Object.fromEntries(leaves.map(([, name = '', text = '']) => [name, plainText(text)]));
}

const maxMessageLength = 500;

/** A short text as a whole. Of a long text, such as a stack trace, the first line. */
function shortText(whole: string): string | undefined {
  if (whole.length <= maxMessageLength) return whole;
  // A long text that starts like JSON could not be parsed. Its first line is no message.
  return /^[^[{\n].{0,499}(?=\r?\n)/.exec(whole)?.[0];
}

/** The text of the first element with this name. An error page's title is not worth a parser. */
function elementText(markup: string, name: string): string | undefined {
  // No part of this pattern matches `<`, so the search takes linear time.
  const start = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^<>]*)?>`, 'i').exec(markup);
  if (start === null) return undefined;
  const from = start.index + start[0].length;
  const [inner = ''] = markup
    .slice(from, from + 2 * maxMessageLength)
    .split(new RegExp(`</(?:\\w+:)?${name}`, 'i'), 1);
  return textOf(plainText(inner.replace(/<[^<>]*>?/g, ' ')));
}

const entities: { readonly [name: string]: string } = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
};

function plainText(markup: string): string {
  const decoded = markup.replace(/&#?\w{1,4};/g, (entity) => entities[entity] ?? entity);
  return decoded.replace(/\s+/g, ' ').trim();
}
