import type { UnreadRow } from '../report/report.js';
import { plainText } from '../text/plain-text.js';
import { entriesOf, type Fields, fieldsOf, textOf } from './fields.js';
import type { References } from './references.js';

/** The statuses that a documented response is for: one status, a class (`4XX`), or all statuses without a response of their own. */
export type ResponseKey = number | `${number}XX` | 'default';

export interface ApiResponse {
  readonly key: ResponseKey;
  /** `GET /orders/{id}`. */
  readonly at: string;
  /** What the description says of it; empty where it says nothing. */
  readonly text: string;
  /** The names of its headers, in lower case. */
  readonly headers: readonly string[];
  /** The schema of its body, a reference where it is one; `undefined` where it has no body. */
  readonly schema: unknown;
  readonly mediaType: string | undefined;
  /** OpenAPI's links: what the answer leads to. */
  readonly links: Fields;
}

export function readResponse(
  key: string,
  value: unknown,
  at: string,
  references: References,
  unread: UnreadRow[],
): ApiResponse | undefined {
  const read = readKey(key);
  if (read === undefined) {
    const because = `${JSON.stringify(key)} is neither a status from 100 to 999, nor a range such as 4XX, nor default`;
    unread.push({ at, text: `response ${key}`, because });
    return undefined;
  }
  // A reference that leads nowhere is reported; its status is documented all the same.
  const node = references.follow(value, `${at}, response ${key}`) ?? {};
  return {
    key: read,
    at,
    text: plainText(textOf(node['description'])),
    headers: entriesOfAll(node['headers']).map((name) => name.toLowerCase()),
    ...bodyOf(node),
    links: fieldsOf(node['links']) ?? {},
  };
}

function readKey(key: string): ResponseKey | undefined {
  if (key === 'default') return 'default';
  if (/^[1-9]\d\d$/.test(key)) return Number(key);
  const digit = /^([1-5])xx$/i.exec(key)?.[1];
  return digit === undefined ? undefined : `${Number(digit)}XX`;
}

/** A header may well be named `x-…`. */
function entriesOfAll(value: unknown): string[] {
  return Object.keys(fieldsOf(value) ?? {});
}

/**
 * Swagger 2 has the schema in the response; later versions have one for each media type. The one that
 * axios asks for is taken: `application/json`, then another JSON.
 */
function bodyOf(node: Fields): Pick<ApiResponse, 'schema' | 'mediaType'> {
  if (node['schema'] !== undefined) return { schema: node['schema'], mediaType: 'application/json' };
  const bodies = entriesOf(node['content']);
  const plain = bodies.find(([name]) => /^application\/json\b/i.test(name));
  const [type, body] = plain ?? bodies.find(([name]) => isJson(name)) ?? bodies[0] ?? [];
  if (type === undefined) return { schema: undefined, mediaType: undefined };
  // A text is a text to axios, whatever a schema says of it.
  const text = /^text\//i.test(type) ? { type: 'string' } : {};
  return { schema: isJson(type) ? (fieldsOf(body)?.['schema'] ?? {}) : text, mediaType: type };
}

export function isJson(mediaType: string): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\b|^\*\/\*/i.test(mediaType);
}
