/** Headers as any adapter gives them: AxiosHeaders, Headers, a plain object, nothing. */
export type HeaderBag = object | null | undefined;

/** One header's value; the name is in lower case. Repeated headers come joined by a comma. */
export function readHeader(headers: HeaderBag, name: string): string | undefined {
  if (!isObject(headers)) return undefined;
  try {
    // A Map has a `get`, but one that heeds case.
    if (hasGet(headers) && !isMap(headers)) return textOf(headers.get(name));
  } catch {
    // A mock's headers may have traps of their own.
    return undefined;
  }
  const plain = plainHeaders(headers);
  return Object.hasOwn(plain, name) ? plain[name] : undefined;
}

/** All headers as a plain object with names in lower case and text values. Those that cannot be read are left out. */
export function plainHeaders(headers: HeaderBag): Record<string, string> {
  const plain: Record<string, string> = {};
  if (!isObject(headers)) return plain;
  try {
    // AxiosHeaders keeps its fields as own keys; the platform's Headers has none and is walked.
    const names = Object.keys(headers);
    if (names.length > 0) for (const name of names) put(plain, name, fieldOf(headers, name));
    else if (isIterableOfPairs(headers)) {
      for (const pair of headers) if (Array.isArray(pair)) put(plain, pair[0], pair[1]);
    }
  } catch {
    // As above.
  }
  return plain;
}

/** A getter that throws loses its own field, and no other. */
function fieldOf(headers: object, name: string): unknown {
  try {
    // Any object can be read by its own keys, which is all that is done here.
    return (headers as Readonly<Record<string, unknown>>)[name];
  } catch {
    return undefined;
  }
}

/** Callers without types, and mocks, may pass anything. */
function isObject(headers: unknown): headers is object {
  return typeof headers === 'object' && headers !== null;
}

function put(plain: Record<string, string>, name: unknown, value: unknown): void {
  const lower = (textOf(name) ?? '').toLowerCase();
  // A hostile server may name a header so; it must not become a prototype.
  if (lower === '' || lower === '__proto__' || typeof value === 'function') return;
  const text = textOf(value);
  if (text !== undefined) plain[lower] = text;
}

/** Anything as a text, where it has one. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  // AxiosHeaders says `false` of a header that is not to be sent.
  if (value === null || value === undefined || value === false) return undefined;
  try {
    return Array.isArray(value) ? value.join(', ') : String(value);
  } catch {
    // An object without a text, such as Object.create(null).
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
