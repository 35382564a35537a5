import { catalogueType } from '../../emit/catalogue-module.js';
import type { Description } from '../description.js';
import { fieldsOf, listOf } from '../fields.js';
import { decodedToken, type References } from '../references.js';
import { pathTypes } from './path-types.js';
import { printSchema, propertyName } from './print-schema.js';

/**
 * A description as types: `Responses` has the bodies by operation and status (an operation
 * without bodies has none), and `Paths` what the operations take and answer, with a type for
 * each schema that they refer to.
 */
export function responseTypes({ operations, references }: Description, constant: string): string {
  const type = catalogueType(constant);
  const names = typeNames(type);
  const printed = new Map<string, string>();
  const waiting: string[] = [];
  const nameOf = (reference: string, within: string | undefined): string | undefined => {
    if (references.follow({ $ref: reference }, 'schemas') === undefined) return undefined;
    if (within !== undefined && leadsTo(within, reference, references)) return undefined;
    const name = names.of(reference);
    if (!printed.has(reference)) {
      printed.set(reference, '');
      waiting.push(reference);
    }
    return name;
  };
  const lines = operations.flatMap(({ id, responses }) => {
    const byKey = new Map(responses.map(({ key, schema }) => [key, schema]));
    const bodies = [...byKey].flatMap(([key, schema]) => {
      if (schema === undefined) return [];
      const type = printSchema(schema, { nameOf }, 2);
      return [`    readonly ${typeof key === 'number' ? key : propertyName(key)}: ${type};`];
    });
    return bodies.length === 0 ? [] : [`  readonly ${propertyName(id)}: {`, ...bodies, '  };'];
  });
  const paths = pathTypes(operations, { nameOf });
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const target = references.follow({ $ref: next }, 'schemas');
    printed.set(next, `export type ${names.of(next)} = ${printSchema(target, { nameOf, within: next })};`);
  }
  return [
    '/**',
    ' * What the bodies are, by operation and status:',
    ` * \`client.get<Responses['…'][200]>(…)\`. Made of the description's schemas.`,
    ' */',
    'export interface Responses {',
    ...lines,
    '}',
    '',
    schemasOf(type),
    '',
    ...pathsDoc(constant),
    'export interface Paths {',
    ...paths,
    '}',
    ...[...printed.values()].flatMap((text) => ['', text]),
    '',
  ].join('\n');
}

function pathsDoc(constant: string): string[] {
  return [
    '/**',
    ' * What the operations take and answer, by path and method, for a client that is typed by them:',
    ` * \`attachOutcomes(instance, { catalogue: ${constant} }).describedBy<Paths>()\`.`,
    ' */',
  ];
}

/** A schema is held to the type of its body; `default` is the client's `problem`. */
function schemasOf(type: string): string {
  return `/**
 * Schemas (zod, valibot, arktype) for the bodies of one operation, for the client's \`responses\`:
 * \`{ 200: mySchema } satisfies SchemasOf<'…'>\` compiles where the schema gives what is documented.
 */
export type SchemasOf<Operation extends keyof Responses> = {
  readonly [Status in keyof Responses[Operation] as Status extends 'default'
    ? 'problem'
    : Status extends keyof ${type}['statuses']
      ? Status
      : never]?: {
    readonly '~standard': {
      readonly types?: { readonly input: unknown; readonly output: Responses[Operation][Status] } | undefined;
    };
  };
};`;
}

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
