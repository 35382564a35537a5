import type { Catalogue } from '../semantics/catalogue.js';
import { findOperation } from '../semantics/operations.js';

/** Longer templates are cut: no API has so many words in a path. */
const mostSegments = 12;

/**
 * The path without what differs from call to call (OpenTelemetry, `url.template`): that of the documented
 * operation where the catalogue has one, else with `{id}` in the place of each segment that looks like one.
 */
export function routeTemplate(method: string, path: string, catalogue: Catalogue | undefined): string {
  const operation = catalogue && findOperation(method, path, catalogue);
  if (operation !== undefined) return operation.path;
  const segments = path.split('/').filter(Boolean);
  const words = segments.slice(0, mostSegments).map((segment) => (isWord(segment) ? segment : '{id}'));
  return `/${[...words, ...(segments.length > mostSegments ? ['…'] : [])].join('/')}`;
}

/** `orders`, `key-pairs`, `oauth2`, `v1.0`; not `7`, `k7`, `order-7`, `deadbeef`, a UUID, or what is long. */
function isWord(segment: string): boolean {
  if (/^v\d+([a-z.]+\d*)?$/.test(segment)) return true;
  if (segment.length > 32 || !/^[A-Za-z][\w.:~-]*$/.test(segment)) return false;
  const digits = segment.replace(/\D/g, '').length;
  // A number after a letter or a mark is an id; hex digits without any other letter are one from eight on.
  return digits < 3 && !/^[A-Za-z]\d+$|[-_.:~]\d+$/.test(segment) && !/^[\da-f]{8,}$/i.test(segment);
}
