import { fieldsOf, type ResponseLike } from './exchange.js';
import { readHeader } from './headers.js';

/**
 * Whether a response promised JSON and its body is not. axios parses quietly: a
 * body that it could not parse stays a text. A text that the caller asked for
 * (`responseType: 'text'`) is none of our business.
 */
export function isBrokenJson(response: ResponseLike, rawLength: number | undefined): boolean {
  const { data } = response;
  // A JSON text that was parsed is a text too, but has lost its quotes.
  if (typeof data !== 'string' || data === '' || data.length !== rawLength) return false;
  if (!promisesOneJson(readHeader(response.headers, 'content-type') ?? '')) return false;
  const { responseType } = configOf(response);
  return (responseType === undefined || responseType === 'json') && !parses(data);
}

/**
 * `application/json` (RFC 8259, 11), or a type with the suffix `+json` (RFC 6839, 3.1).
 * `json-seq` and `+json-seq` (RFC 7464, RFC 8091), `jsonl`, `json-lines` and `x-ndjson` are
 * sequences of JSON texts, as are `stream+json` (Spring), `json;stream=watch`
 * (Kubernetes) and `json;boundary=NL`: none is one that can be parsed whole.
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

/** axios's strict parsing (`silentJSONParsing: false`) throws its own error for the same. */
export function isStrictJsonFailure(error: unknown): boolean {
  const { name, code } = fieldsOf(error);
  return name === 'SyntaxError' && code === 'ERR_BAD_RESPONSE';
}
