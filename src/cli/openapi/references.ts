import type { UnreadRow } from '../report/report.js';
import { type Fields, fieldsOf } from './fields.js';

/** Follows references inside of one description; never out of it. */
export interface References {
  /** The value itself, or what its reference leads to. Undefined where it leads nowhere, which `unread` tells. */
  readonly follow: (value: unknown, at: string) => Fields | undefined;
  /** References that lead nowhere, each once. */
  readonly unread: readonly UnreadRow[];
}

/** No more references behind each other than this; a chain is longer only where it is a ring. */
const longestChain = 50;
const ring = 'it leads back to itself';

export function referencesIn(root: Fields): References {
  const known = new Map<string, Fields | string>();
  const unread: UnreadRow[] = [];

  /** What a reference leads to, or why it leads nowhere. */
  function target(reference: string, hops: number): Fields | string {
    const found = known.get(reference) ?? (hops > longestChain ? ring : search(reference, hops));
    known.set(reference, found);
    return found;
  }

  /** RFC 6901, 4; a part of the way may be a reference itself. */
  function search(reference: string, hops: number): Fields | string {
    if (!reference.startsWith('#'))
      return 'it leads out of the file, and nothing else is read or fetched: bundle the files first';
    let node: unknown = root;
    for (const token of tokensOf(reference)) {
      const holder = hasPart(node, token) ? node : behind(node, hops);
      if (typeof holder === 'string') return holder;
      if (!hasPart(holder, token)) return 'it leads nowhere: there is no such part';
      node = Reflect.get(holder, token);
    }
    return behind(node, hops) ?? 'it leads to no object';
  }

  function behind(node: unknown, hops: number): Fields | string | undefined {
    const fields = fieldsOf(node);
    const reference = fields?.['$ref'];
    return typeof reference === 'string' ? target(reference, hops + 1) : fields;
  }

  function follow(value: unknown, at: string): Fields | undefined {
    const reference = fieldsOf(value)?.['$ref'];
    const isTold = typeof reference === 'string' && known.has(reference);
    const found = behind(value, 0);
    if (typeof found !== 'string') return found;
    if (!isTold) unread.push({ at, text: `$ref: ${reference}`, because: found });
    return undefined;
  }
  return { follow, unread };
}

function hasPart(node: unknown, token: string): node is object {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, token);
}

/** The parts of a pointer in a URI fragment (RFC 6901, 6); a fragment that is no pointer is no part either. */
function tokensOf(reference: string): string[] {
  if (reference === '#') return [];
  return reference.startsWith('#/') ? reference.slice(2).split('/').map(decodedToken) : [reference];
}

/** RFC 6901, 3. */
export function decodedToken(segment: string): string {
  return percentDecoded(segment).replaceAll('~1', '/').replaceAll('~0', '~');
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
