import type { Catalogue, Problem } from '../semantics/catalogue.js';
import { type HeaderBag, readHeader } from './headers.js';

type Found = Omit<Problem, 'details'>;

/** The longest text that is searched for a problem: 64 kB, as most error bodies are below 1 kB. */
const maxTextLength = 65_536;
const maxMessageLength = 500;

/**
 * Reads code, message and request id from an error body, whichever of the usual
 * shapes it has: RFC 9457 `application/problem+json`, Huawei's
 * `{ error: { error_code, error_msg } }` and `{ error_code, error_msg }`, and
 * the `{ error: { code, message } }` and `{ code, message }` of many. What
 * cannot be read is kept as `details`; nothing is thrown.
 */
export function readProblem(body: unknown, headers: HeaderBag, catalogue: Catalogue): Problem {
  const parsed = parseText(body);
  const found = catalogue.readProblem?.(parsed) ?? readShapes(parsed);
  const requestId = found.requestId ?? requestIdOf(headers, catalogue);
  return { ...found, ...(requestId === undefined ? {} : { requestId }), details: parsed };
}

function requestIdOf(headers: HeaderBag, catalogue: Catalogue): string | undefined {
  for (const name of catalogue.requestId ?? ['x-request-id', 'request-id']) {
    const value = readHeader(headers, name.toLowerCase());
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Inside the adapter a body is still text; after axios's transforms it is parsed. */
function parseText(body: unknown): unknown {
  if (typeof body !== 'string' || body.length > maxTextLength || !/^\s*[{[]/.test(body)) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function readShapes(body: unknown): Found {
  if (typeof body === 'string') return compact({ message: textMessage(body) });
  const outer = recordOf(body);
  if (outer === undefined) return {};
  const inner = recordOf(outer['error']) ?? outer;
  return compact({
    code: textOf(
      inner['error_code'] ?? inner['code'] ?? outer['error_code'] ?? outer['code'] ?? outer['errorCode'],
    ),
    message: textOf(
      inner['error_msg'] ??
        inner['message'] ??
        outer['error_msg'] ??
        outer['detail'] ??
        outer['message'] ??
        outer['errorMessage'],
    ),
    requestId: textOf(inner['request_id'] ?? outer['request_id'] ?? outer['requestId']),
    title: textOf(outer['title']),
    type: textOf(outer['type'] ?? inner['type']),
  });
}

/** A short plain text is a message; a page or a blob is not. */
function textMessage(body: string): string | undefined {
  const text = body.trim();
  return text !== '' && text.length <= maxMessageLength && !text.startsWith('<') ? text : undefined;
}

function recordOf(value: unknown): Record<string, unknown> | undefined {
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, maxMessageLength) : undefined;
}

function compact(found: { [K in keyof Found]: Found[K] | undefined }): Found {
  // Only undefined values are dropped, so every value left has Found's own type.
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Found;
}
