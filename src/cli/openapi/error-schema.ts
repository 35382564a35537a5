import { entriesOf, type Fields, fieldsOf, listOf, textOf } from './fields.js';
import type { References } from './references.js';
import { type ApiResponse, isJson } from './response.js';

/** Where error bodies have their code or message: names of fields, one inside the other; `0` is the first of a list. */
export type FieldPath = readonly string[];

/** What a schema of error bodies has where. */
export interface ErrorSchema {
  readonly code: FieldPath | undefined;
  readonly message: FieldPath | undefined;
  /** The schema of the code, and what stands beside it. */
  readonly codeSchema: Fields | undefined;
  /** The fields at the top, with their types. */
  readonly top: readonly (readonly [string, string])[];
}

/** The better names first. */
const codeNames = [/^(?:err(?:or)?[_-]?)?code$/i, /^err(?:or)?[_-]?(?:name|id|key)$|^reason$/i];
const messageNames = [
  /^(?:err(?:or)?[_-]?)?(?:message|msg)$/i,
  /^(?:err(?:or)?[_-]?)?(?:detail|description|text)$/i,
  /^title$/i,
];
const holders = /^(?:errors?|fault|exception|problem|meta|status|result)$/i;
const compositions = ['allOf', 'oneOf', 'anyOf'];

/** The schema of an error response, or undefined where it has no JSON body with a code or message. */
export function errorSchema(response: ApiResponse, references: References): ErrorSchema | undefined {
  if (response.mediaType === undefined || !isJson(response.mediaType)) return undefined;
  const find = (schema: unknown) => propertiesOf(schema, references, response.at);
  const top = find(response.schema);
  const inner = [...top].flatMap(([name, schema]) => {
    if (!holders.test(name)) return [];
    const node = references.follow(schema, response.at);
    const ofList = node?.['items'];
    const prefix = ofList === undefined ? [name] : [name, '0'];
    return [...find(ofList ?? schema)].map(([field, of]) => [[...prefix, field], of] as const);
  });
  const all = [...[...top].map(([name, of]) => [[name], of] as const), ...inner];
  const message = best(all, messageNames, references, response.at);
  // A list beside a message tells of fields, and their codes are not the problem's.
  const ofProblem = message?.path.includes('0') === false ? all.filter(([path]) => !path.includes('0')) : all;
  const code = best(ofProblem, codeNames, references, response.at);
  if (code === undefined && message === undefined) return undefined;
  return {
    code: code?.path,
    message: message?.path,
    codeSchema: code?.schema,
    top: [...top].map(([name, of]) => [name, typeOf(references.follow(of, response.at))] as const),
  };
}

interface Candidate {
  readonly path: FieldPath;
  readonly schema: Fields;
}

/** By its name, then a text before a number (which most often repeats the status), and the outer before the inner. */
function best(
  fields: readonly (readonly [FieldPath, unknown])[],
  names: readonly RegExp[],
  references: References,
  at: string,
): Candidate | undefined {
  const found = fields.flatMap(([path, of]) => {
    const schema = references.follow(of, at);
    const rank = names.findIndex((name) => name.test(path.at(-1) ?? ''));
    if (schema === undefined || rank < 0 || ['object', 'array'].includes(typeOf(schema))) return [];
    const isNumber = ['integer', 'number'].includes(typeOf(schema));
    return [{ path, schema, rank: rank + (isNumber ? names.length : 0) }];
  });
  return found.sort((a, b) => a.rank - b.rank)[0];
}

function typeOf(schema: Fields | undefined): string {
  const type = schema?.['type'];
  const [first] = listOf(type).filter((each) => each !== 'null');
  if (type !== undefined) return textOf(first ?? type);
  return schema?.['properties'] === undefined ? '' : 'object';
}

/** All properties of a schema, those of its parts (`allOf`, `oneOf`, `anyOf`) included. */
function propertiesOf(schema: unknown, references: References, at: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const seen = new Set<unknown>();
  function collect(part: unknown): void {
    const node = references.follow(part, at);
    if (node === undefined || seen.has(node)) return;
    seen.add(node);
    for (const [name, of] of entriesOf(node['properties'])) if (!found.has(name)) found.set(name, of);
    for (const word of compositions) for (const each of listOf(node[word])) collect(each);
  }
  collect(schema);
  return found;
}

/** The values that a schema allows, where it lists them, each with its description where there is one. */
export function enumOf(schema: Fields | undefined, references: References, at: string): Map<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<unknown>();
  function collect(part: unknown): void {
    const node = references.follow(part, at);
    if (node === undefined || seen.has(node)) return;
    seen.add(node);
    for (const [value, text] of ownValues(node)) found.set(value, text);
    for (const word of compositions) for (const each of listOf(node[word])) collect(each);
  }
  collect(schema);
  return found;
}

function ownValues(node: Fields): [string, string][] {
  const values = node['const'] === undefined ? listOf(node['enum']) : [node['const']];
  const told = node['x-enum-descriptions'] ?? node['x-enumDescriptions'];
  return values.flatMap((value, index) => {
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return [];
    const single = values.length === 1 ? node['description'] : undefined;
    return [[String(value), textOf(fieldsOf(told)?.[String(value)] ?? listOf(told)[index] ?? single)]];
  });
}
