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
  const type = readHeader(response.headers, 'content-type') ?? '';
  if (!/^application\/([^;]*\+)?json\b/i.test(type)) return false;
  const { responseType } = configOf(response);
  return (responseType === undefined || responseType === 'json') && !parses(data);
}

function configOf(response: ResponseLike): { readonly responseType?: unknown } {
  const config = 'config' in response ? response.config : undefined;
  return typeof config === 'object' && config !== null ? config : {};
}

function parses(text: string): boolean {
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
