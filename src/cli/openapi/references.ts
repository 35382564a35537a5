import { $RefParser } from '@apidevtools/json-schema-ref-parser';
import { messageOf } from '../bad-input.js';
import type { UnreadRow } from '../report/report.js';
import { type Fields, fieldsOf } from './fields.js';

/** Follows references inside of one description; never out of it. */
export interface References {
  /** What a value is, behind its reference if it is one. Undefined where there is none: that is in `unread`. */
  readonly follow: (value: unknown, at: string) => Fields | undefined;
  /** References that lead nowhere, each once. */
  readonly unread: readonly UnreadRow[];
}

/** No more references behind each other than this; a chain is longer only where it is a ring. */
const longestChain = 50;

export async function referencesIn(root: Fields): Promise<References> {
  // Nothing is read from a file or an address: `external: false`.
  const known = await new $RefParser().resolve('/description.json', root, { resolve: { external: false } });
  const found = new Map<string, Fields | undefined>();
  const unread: UnreadRow[] = [];

  function resolve(reference: string, at: string): Fields | undefined {
    const refuse = (because: string): undefined => {
      unread.push({ at, text: `$ref: ${reference}`, because });
    };
    if (!reference.startsWith('#'))
      return refuse('it leads out of the file, and nothing else is read or fetched: bundle the files first');
    try {
      return fieldsOf(known.get(reference)) ?? refuse('it leads to no object');
    } catch (error) {
      const ring = error instanceof RangeError || /circular/i.test(messageOf(error));
      return refuse(ring ? 'it leads back to itself' : 'it leads nowhere: there is no such part');
    }
  }

  function follow(value: unknown, at: string): Fields | undefined {
    let node = fieldsOf(value);
    for (let hop = 0; node !== undefined && typeof node['$ref'] === 'string'; hop += 1) {
      const reference = node['$ref'];
      if (hop === longestChain || (hop > 0 && reference === fieldsOf(value)?.['$ref'])) {
        if (!found.has(`ring ${reference}`))
          unread.push({ at, text: `$ref: ${reference}`, because: 'it leads back to itself' });
        found.set(`ring ${reference}`, undefined);
        return undefined;
      }
      if (!found.has(reference)) found.set(reference, resolve(reference, at));
      node = found.get(reference);
    }
    return node;
  }
  return { follow, unread };
}
