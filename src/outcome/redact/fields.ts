import { type Redact, redacted } from './secret-names.js';

/** A copy of a body in which the fields that the caller named are redacted. Bytes, streams and other objects stay as they are. */
export function redactBody(body: unknown, redact: Redact): unknown {
  if (typeof body === 'string') return redactJsonText(body, redact);
  try {
    return copyOf(body, (value, key) => (redact.has(key.toLowerCase()) ? redacted : value));
  } catch {
    // A getter of the body threw, so nobody can say what the body holds.
    return redacted;
  }
}

type Replace = (value: unknown, key: string) => unknown;
type Rename = (key: string) => string;

/**
 * A copy of a body in which some values and names are replaced. If nothing has to be replaced, it
 * returns the body itself. It looks for this first, since it is the usual case and a body may have
 * 10 MB. It does not recurse, since a body may be 100,000 levels deep.
 */
export function copyOf(body: unknown, replace: Replace, rename: Rename = (key) => key): unknown {
  return hasSome(body, replace, rename) ? copied(body, replace, rename) : body;
}

function hasSome(body: unknown, replace: Replace, rename: Rename): boolean {
  if (replace(body, '') !== body) return true;
  const seen = new Set<object>();
  const open = [body];
  while (open.length > 0) {
    const from = open.pop();
    if (!isPlain(from) || seen.has(from)) continue;
    seen.add(from);
    // The cast holds: any object can be read by its own keys, and nothing else is done here.
    const fields = from as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(fields)) {
      const value = fields[key];
      if (replace(value, key) !== value || rename(key) !== key) return true;
      if (typeof value === 'object') open.push(value);
    }
  }
  return false;
}

function copied(body: unknown, replace: Replace, rename: Rename): unknown {
  const copies = new Map<object, object>();
  const open: [from: object, to: Record<string, unknown>][] = [];
  const safe = (given: unknown, key: string): unknown => {
    const value = replace(given, key);
    if (!isPlain(value)) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const copy: object = Array.isArray(value) ? [] : {};
    copies.set(value, copy);
    // The cast holds: arrays and objects are both filled by their keys.
    open.push([value, copy as Record<string, unknown>]);
    return copy;
  };
  const whole = safe(body, '');
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    for (const [given, part] of Object.entries(from)) {
      const value = safe(part, given);
      const key = rename(given);
      // A plain assignment to `__proto__` would change the copy's prototype.
      if (key !== '__proto__') to[key] = value;
      else Object.defineProperty(to, key, { value, configurable: true, enumerable: true, writable: true });
    }
    if (Object.isFrozen(from)) Object.freeze(to);
  }
  return whole;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A parsed body of another realm has another Object.prototype. The prototype of that is null as well.
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** For JSON that could not be parsed, such as a cut body: everything from the first named field on is dropped. */
function redactJsonText(text: string, redact: Redact): string {
  const at = text.search(new RegExp(`"(?:${anyOf([...redact])})"\\s*:`, 'i'));
  return at < 0 ? text : text.slice(0, at) + redacted;
}

/** The source of a regular expression that matches any of these texts. */
function anyOf(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[^\w-]/g, '\\$&')).join('|');
}
