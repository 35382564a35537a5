import { fieldsOf, type ResponseLike } from './exchange.js';
import { readHeader } from './headers.js';

/**
 * Whether a response has a JSON content type, but a body that is not JSON. axios leaves a body that it
 * cannot parse as text, and reports no error. A text is fine if the caller asked for it (`responseType:
 * 'text'`).
 */
export function isBrokenJson(response: ResponseLike, rawLength: number | undefined): boolean {
  const { data } = response;
  // A JSON text such as "abc" is a text after parsing too, but it is shorter by its quotes.
  if (typeof data !== 'string' || data === '' || data.length !== rawLength) return false;
  if (!promisesOneJson(readHeader(response.headers, 'content-type') ?? '')) return false;
  const { responseType } = configOf(response);
  return (responseType === undefined || responseType === 'json') && !parses(data);
}

/**
 * Whether the body is one JSON text: `application/json` (RFC 8259, 11), or a type with the suffix `+json`
 * (RFC 6839, 3.1). These types are sequences of JSON texts, which JSON.parse refuses: `json-seq` and
 * `+json-seq` (RFC 7464, RFC 8091), `jsonl`, `json-lines`, `x-ndjson`, `stream+json` (Spring),
 * `json;stream=watch` (Kubernetes) and `json;boundary=NL`.
 */
export function promisesOneJson(type: string): boolean {
  return (
    /^application\/(?:[^;]*\+)?json\s*(?:;|$)/i.test(type) &&
    !/\b(?:stream|lines|boundary="?nl)\b/i.test(type)
  );
}

function configOf(response: ResponseLike): { readonly responseType?: unknown } {
  const config = 'config' in response ? response.config : undefined;
  return typeof config === 'object' && config !== null ? config : {};
}

export function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether axios threw because it could not parse the body (`silentJSONParsing: false`). */
export function isStrictJsonFailure(error: unknown): boolean {
  const { name, code } = fieldsOf(error);
  return name === 'SyntaxError' && code === 'ERR_BAD_RESPONSE';
}
