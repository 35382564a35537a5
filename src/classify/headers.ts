/** Headers as any adapter gives them: AxiosHeaders, Headers, a plain object, nothing. */
export type HeaderBag = object | null | undefined;

/** One header's value; the name is in lower case. Repeated headers come joined by a comma. */
export function readHeader(headers: HeaderBag, name: string): string | undefined {
  if (headers === null || headers === undefined) return undefined;
  const value = hasGet(headers) ? headers.get(name) : ownValue(headers, name);
  if (Array.isArray(value)) return value.join(', ');
  return value === null || value === undefined || value === false ? undefined : String(value);
}

/** All headers as a plain object with names in lower case and text values. */
export function plainHeaders(headers: HeaderBag): Record<string, string> {
  const plain: Record<string, string> = {};
  if (headers === null || headers === undefined) return plain;
  const entries = isIterableOfPairs(headers) ? headers : Object.entries(headers);
  for (const [name, value] of entries) {
    const lower = name.toLowerCase();
    // A hostile server may name a header so; it must not become a prototype.
    if (lower === '__proto__' || value === null || value === undefined) continue;
    if (typeof value === 'function') continue;
    plain[lower] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  return plain;
}

function ownValue(headers: object, name: string): unknown {
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() === name) return value;
  }
  return undefined;
}

function hasGet(headers: object): headers is { get(name: string): unknown } {
  return 'get' in headers && typeof headers.get === 'function';
}

function isIterableOfPairs(headers: object): headers is Iterable<[string, unknown]> {
  return Symbol.iterator in headers;
}
