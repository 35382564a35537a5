import type { Catalogue } from '../semantics/catalogue.js';
import { findOperation } from '../semantics/operations.js';

/** A longer template is cut: no path of an API has so many words. */
const mostSegments = 12;

/**
 * The path without the parts that differ from call to call (OpenTelemetry, `url.template`). It is the
 * path of the documented operation, if the catalogue has the operation. Otherwise `{id}` replaces each
 * segment that looks like an id.
 */
export function routeTemplate(method: string, path: string, catalogue: Catalogue | undefined): string {
  const operation = catalogue && findOperation(method, path, catalogue);
  if (operation !== undefined) return operation.path;
  const segments = path.split('/').filter(Boolean);
  const words = segments.slice(0, mostSegments).map((segment) => (isWord(segment) ? segment : '{id}'));
  return `/${[...words, ...(segments.length > mostSegments ? ['…'] : [])].join('/')}`;
}

/** Words such as `orders`, `key-pairs`, `oauth2` and `v1.0`; not `7`, `k7`, `order-7`, `deadbeef`, a UUID, or a long text. */
function isWord(segment: string): boolean {
  if (/^v\d+([a-z.]+\d*)?$/.test(segment)) return true;
  if (segment.length > 32 || !/^[A-Za-z][\w.:~-]*$/.test(segment)) return false;
  const digits = segment.replace(/\D/g, '').length;
  // A number after a letter or a mark is an id. Eight or more hex digits without another letter are an id.
  return digits < 3 && !/^[A-Za-z]\d+$|[-_.:~]\d+$/.test(segment) && !/^[\da-f]{8,}$/i.test(segment);
}
