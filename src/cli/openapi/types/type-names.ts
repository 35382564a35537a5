import { decodedToken } from '../references.js';

/** Names for types, each once, made of the names that a description has. */
export interface TypeNames {
  /** The name of a reference, the same each time. */
  readonly of: (reference: string) => string;
}

/** What a module of types has names for already, and what must not be hidden. */
const taken = [
  'Responses',
  'Paths',
  'SchemasOf',
  'Catalogue',
  'TaskAnswer',
  'TaskLink',
  'TaskReading',
  'URL',
  'Readonly',
];

/** `catalogue` is the name of the catalogue's own type. */
export function typeNames(catalogue: string): TypeNames {
  const names = new Map<string, string>();
  const used = new Set([...taken, catalogue]);
  return {
    of(reference) {
      const known = names.get(reference);
      if (known !== undefined) return known;
      const plain = typeName(decodedToken(reference.split('/').at(-1) ?? ''));
      let name = plain;
      for (let count = 2; used.has(name); count += 1) name = `${plain}${count}`;
      used.add(name);
      names.set(reference, name);
      return name;
    },
  };
}

/** `basic-error` becomes `BasicError`; what begins with no letter gets one. */
function typeName(text: string): string {
  const words = text.normalize('NFKC').match(/\p{ID_Continue}+/gu) ?? [];
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return /^\p{ID_Start}/u.test(name) ? name : `Schema${name}`;
}
