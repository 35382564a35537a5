import { readJson } from './read-json.js';
import { type Draft, textOf } from './shapes.js';

/**
 * A body that is only text. A short text is the message, as is the title of an
 * HTML page: `502 Bad Gateway` of nginx, and of every proxy that follows it. The elements
 * of an error in XML are read as the fields of one in JSON: `<Error><Code>` of S3, OBS
 * and Azure Storage, OData's `<m:error><m:code>`, a SOAP fault.
 */
export function readText(body: string): Draft {
  if (!body.startsWith('<')) return { message: shortText(body) };
  // A page may show code of its own.
  if (!/<html/i.test(body) && /<(?:\w+:)?(?:error|fault)/i.test(body)) return readJson(leavesOf(body));
  return { message: elementText(body, 'title') ?? elementText(body, 'h1') };
}

/** The first hundred elements that hold nothing but text; of one name, the first. */
function leavesOf(markup: string): object {
  const leaves = [...markup.matchAll(/<(?:\w+:)?(\w+)(?:\s[^<>]*)?>([^<]+)<\//g)].slice(0, 100).reverse();
  return Object.fromEntries(leaves.map(([, name = '', text = '']) => [name, plainText(text)]));
}

const maxMessageLength = 500;

/** All of a short text; of a long one, such as a stack trace, its first line. */
function shortText(whole: string): string | undefined {
  if (whole.length <= maxMessageLength) return whole;
  // A long JSON text is one that could not be parsed: its first line says nothing.
  return /^[^[{\n].{0,499}(?=\r?\n)/.exec(whole)?.[0];
}

/** The text of the first such element. No parser: an error page's title is not worth one. */
function elementText(markup: string, name: string): string | undefined {
  // Nothing here can run over a `<`, so that the search is linear in any input.
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
