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
  // AxiosHeaders keeps its fields as own keys; the platform's Headers has none and is walked.
  const names = Object.keys(headers);
  if (names.length === 0 && isIterableOfPairs(headers)) {
    for (const [name, value] of headers) put(plain, name, value);
  } else {
    // Any object can be read by its own keys, which is all that is done here.
    const fields = headers as Readonly<Record<string, unknown>>;
    for (const name of names) put(plain, name, fields[name]);
  }
  return plain;
}

function put(plain: Record<string, string>, name: string, value: unknown): void {
  const lower = name.toLowerCase();
  // A hostile server may name a header so; it must not become a prototype.
  if (lower === '__proto__' || value === null || value === undefined || typeof value === 'function') return;
  plain[lower] = Array.isArray(value) ? value.join(', ') : String(value);
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
