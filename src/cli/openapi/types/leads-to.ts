import { fieldsOf, listOf } from '../fields.js';
import type { References } from '../references.js';

/** Whether a type would be made of itself: `from` is one of the references that `reference` is composed of. */
export function leadsTo(from: string, reference: string, references: References): boolean {
  const seen = new Set<string>();
  const waiting = [reference];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === from) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...composedOf(references.follow({ $ref: next }, 'schemas')));
  }
  return false;
}

/** The references at the outermost of a schema, with no object or list around them. */
function composedOf(schema: unknown): string[] {
  const node = fieldsOf(schema) ?? {};
  if (typeof node['$ref'] === 'string') return [node['$ref']];
  return ['allOf', 'oneOf', 'anyOf'].flatMap((word) => listOf(node[word]).flatMap(composedOf));
}
