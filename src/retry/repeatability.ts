import type { Catalogue } from '../semantics/catalogue.js';
import { findOperation } from '../semantics/operations.js';
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
