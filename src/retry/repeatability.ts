import type { Catalogue, Operation } from '../semantics/catalogue.js';
import type { Repeatability } from './safety.js';

// RFC 9110, 9.2.2: PUT, DELETE and the safe methods (9.2.1) are idempotent.
const safe = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
const idempotent = new Set([...safe, 'PUT', 'DELETE']);

/** Whether a method asks for nothing to be changed: RFC 9110, 9.2.1. */
export function isSafeMethod(method: string): boolean {
  return safe.has(method);
}

/** Whether doing it twice leaves the same state as doing it once: RFC 9110, 9.2.2. */
export function isIdempotentMethod(method: string): boolean {
  return idempotent.has(method);
}

/** How often this call may be processed without harm, by its method or the catalogue's operations. */
export function repeatabilityOf(
  method: string,
  path: string,
  catalogue: Catalogue,
  keyed: boolean,
): Repeatability {
  if (isIdempotentMethod(method)) return 'repeatable';
  if (findOperation(method, path, catalogue)?.repeatable) return 'repeatable';
  return keyed ? 'keyed' : 'once';
}

interface Matcher {
  readonly operation: Operation;
  readonly pattern: RegExp;
}
/** Longer than any server takes (RFC 9110, 4.1, asks for 8,000 octets); two `{…}` in one segment are tried in every way. */
const maxPathLength = 8_192;
const matchers = new WeakMap<Catalogue, readonly Matcher[]>();

/** The documented operation of a call. The path may stand behind a prefix, as behind a proxy. */
export function findOperation(method: string, path: string, catalogue: Catalogue): Operation | undefined {
  if (catalogue.operations === undefined || path.length > maxPathLength) return undefined;
  let compiled = matchers.get(catalogue);
  if (compiled === undefined) {
    compiled = catalogue.operations.map((operation) => ({ operation, pattern: toPattern(operation.path) }));
    matchers.set(catalogue, compiled);
  }
  const found = compiled.find(({ operation, pattern }) => operation.method === method && pattern.test(path));
  return found?.operation;
}

function toPattern(template: string): RegExp {
  const source = template
    .split(/\{[^{}]*\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`${source}/?$`);
}
