/** Headers of any adapter: AxiosHeaders, Headers, a plain object, or nothing. */
export type HeaderBag = object | null | undefined;

/** The value of one header. `name` is in lower case. Repeated headers are joined by a comma. */
export function readHeader(headers: HeaderBag, name: string): string | undefined {
  if (!isObject(headers)) return undefined;
  try {
    // `get` of a Map is case-sensitive, so a Map is not read this way.
    if (hasGet(headers) && !isMap(headers)) return textOf(headers.get(name));
  } catch {
    // The headers of a mock may throw.
    return undefined;
  }
  const plain = plainHeaders(headers);
  return Object.hasOwn(plain, name) ? plain[name] : undefined;
}

/**
 * All headers as a plain object, with names in lower case and values as text. Headers that cannot be read
 * are left out.
 */
export function plainHeaders(headers: HeaderBag): Record<string, string> {
  const plain: Record<string, string> = {};
  if (!isObject(headers)) return plain;
  try {
    // AxiosHeaders has its headers as own keys. The platform's Headers has no own keys, so it is
    // iterated.
    const names = Object.keys(headers);
    if (names.length > 0) for (const name of names) put(plain, name, fieldOf(headers, name));
    else if (isIterableOfPairs(headers)) {
      for (const pair of headers) if (Array.isArray(pair)) put(plain, pair[0], pair[1]);
    }
  } catch {
    // The headers of a mock may throw.
  }
  return plain;
}

/** The value of one header; undefined if its getter throws. */
function fieldOf(headers: object, name: string): unknown {
  try {
    // Every object can be read by its own keys.
    return (headers as Readonly<Record<string, unknown>>)[name];
  } catch {
    return undefined;
  }
}

/** Callers without types, and mocks, may pass any value. */
function isObject(headers: unknown): headers is object {
  return typeof headers === 'object' && headers !== null;
}

function put(plain: Record<string, string>, name: unknown, value: unknown): void {
  const lower = (textOf(name) ?? '').toLowerCase();
  // A hostile server may send a header named __proto__. It must not set the prototype.
  if (lower === '' || lower === '__proto__' || typeof value === 'function') return;
  const text = textOf(value);
  if (text !== undefined) plain[lower] = text;
}

/** Any value as text. Undefined for a value that has no text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  // AxiosHeaders uses `false` for a header that must not be sent.
  if (value === null || value === undefined || value === false) return undefined;
  try {
    return Array.isArray(value) ? value.join(', ') : String(value);
  } catch {
    // Object.create(null), for example, cannot be turned into text.
    return undefined;
  }
}

function isMap(headers: object): boolean {
  return Object.prototype.toString.call(headers) === '[object Map]';
}

function hasGet(headers: object): headers is { get(name: string): unknown } {
  return 'get' in headers && typeof headers.get === 'function';
}

function isIterableOfPairs(headers: object): headers is Iterable<unknown> {
  return Symbol.iterator in headers;
}
