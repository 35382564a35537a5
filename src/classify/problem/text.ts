import { type Shape, textOf } from './shapes.js';

/**
 * A body that is only text. A short text is the message, as is the title of an
 * HTML page: `502 Bad Gateway` of nginx, and of every proxy that follows it.
 */
export const text: Shape = (body) => {
  if (typeof body !== 'string') return undefined;
  if (!body.startsWith('<')) return { message: shortText(body) };
  return { message: elementText(body, 'title') ?? elementText(body, 'h1') };
};

const maxMessageLength = 500;

/** All of a short text; of a long one, such as a stack trace, its first line. */
function shortText(whole: string): string | undefined {
  if (whole.length <= maxMessageLength) return whole;
  // A long JSON text is one that could not be parsed: its first line says nothing.
  return /^[^[{\n].{0,499}(?=\r?\n)/.exec(whole)?.[0];
}

/** The text of the first such element. No HTML parser: an error page's title is not worth one. */
function elementText(html: string, name: string): string | undefined {
  // Nothing here can run over a `<`, so that the search is linear in any input.
  const start = new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'i').exec(html);
  if (start === null) return undefined;
  const from = start.index + start[0].length;
  const [inner = ''] = html.slice(from, from + 2 * maxMessageLength).split(new RegExp(`</${name}`, 'i'), 1);
  return textOf(
    decodeEntities(inner.replace(/<[^<>]*>?/g, ' '))
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

const entities: { readonly [name: string]: string } = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
};

function decodeEntities(html: string): string {
  return html.replace(/&#?\w{1,4};/g, (entity) => entities[entity] ?? entity);
}
