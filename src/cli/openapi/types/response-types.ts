import { catalogueType } from '../../emit/catalogue-module.js';
import type { Description } from '../description.js';
import { leadsTo } from './leads-to.js';
import { pathTypes } from './path-types.js';
import { printSchema, propertyName } from './print-schema.js';
import { typeNames } from './type-names.js';

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
