import { type HeaderBag, readHeader } from '../classify/headers.js';

/** RFC 9110, 15.4.1: the alternatives of a 300 stand in `Link: <…>; rel=alternate`, the preferred one in `Location`. */
export function readAlternatives(headers: HeaderBag): readonly string[] {
  const location = readHeader(headers, 'location');
  const found = location === undefined ? [] : [location];
  const link = (readHeader(headers, 'link') ?? '').slice(0, 8192);
  for (const [, target, parameters] of link.matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (target && /\brel="?[^"]*\balternate\b/i.test(parameters ?? '') && !found.includes(target))
      found.push(target);
  }
  return found;
}
