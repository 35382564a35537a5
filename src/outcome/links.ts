import { type HeaderBag, readHeader } from '../classify/headers.js';

/** RFC 9110, 15.4.1: the alternatives of a 300 stand in `Link: <…>; rel=alternate`, the preferred one in `Location`. */
export function readAlternatives(headers: HeaderBag): readonly string[] {
  const location = readHeader(headers, 'location');
  const found = location === undefined ? [] : [location];
  const link = (readHeader(headers, 'link') ?? '').slice(0, 8192);
  for (const [, target, parameters = ''] of link.matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (target && isAlternate(parameters) && !found.includes(target)) found.push(target);
  }
  return found;
}

/** RFC 8288, 3.3: `rel` holds a word, or words in quotes; what comes after the first `rel` is ignored. */
function isAlternate(parameters: string): boolean {
  const [, quoted, word = ''] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))/i.exec(parameters) ?? [];
  return (quoted ?? word).toLowerCase().split(/\s+/).includes('alternate');
}
