import { literal } from '../../emit/literal.js';
import { type Fields, fieldsOf, listOf, textOf } from '../fields.js';

/** How a schema's references are named. */
export interface Printing {
  /** The name of a reference's type, or undefined where it leads nowhere, or back to what it is the whole of. */
  readonly nameOf: (reference: string, within: string | undefined) => string | undefined;
  /** The reference whose type is printed, as long as no object or list stands between. */
  readonly within?: string;
}

/** Deeper than any schema that is read by people; what is below is `unknown`. */
const deepest = 40;
/** More literals than an editor shows are no help: the plain type is. */
const mostLiterals = 500;

/** A schema of OpenAPI 2.0, 3.0 or 3.1 as a TypeScript type: what a JSON body of it is, once parsed. */
export function printSchema(schema: unknown, printing: Printing, depth = 0): string {
  const node = fieldsOf(schema);
  // JSON Schema 2020-12, 4.3.2: `true` allows anything, `false` nothing.
  if (node === undefined) return schema === false ? 'never' : 'unknown';
  if (depth > deepest) return 'unknown';
  const reference = node['$ref'];
  if (typeof reference === 'string') return printing.nameOf(reference, printing.within) ?? 'unknown';
  const type = printNode(node, printing, depth);
  const nullable = node['nullable'] === true || node['x-nullable'] === true;
  return nullable && type !== 'unknown' ? union([type, 'null']) : type;
}

function printNode(node: Fields, printing: Printing, depth: number): string {
  if (node['const'] !== undefined) return literals([node['const']]) ?? 'unknown';
  if (Array.isArray(node['enum']) && node['enum'].length > 0 && node['enum'].length <= mostLiterals) {
    const printed = literals(node['enum']);
    if (printed !== undefined) return printed;
  }
  const print = (part: unknown): string => printSchema(part, printing, depth + 1);
  const choices = ['oneOf', 'anyOf'].flatMap((word) => {
    const parts = listOf(node[word]).map(print);
    return parts.length === 0 ? [] : [union(parts)];
  });
  const own = printTypes(node, printing, depth);
  const parts = [...listOf(node['allOf']).map(print), ...choices, ...(own === 'unknown' ? [] : [own])];
  return parts.length === 0 ? 'unknown' : intersection(parts);
}

function printTypes(node: Fields, printing: Printing, depth: number): string {
  const given = node['type'];
  const types = Array.isArray(given) ? given : [given ?? implied(node)];
  return union(types.map((type) => printType(textOf(type), node, printing, depth)));
}

/** A schema without a type, by what it says of its values. */
function implied(node: Fields): string {
  if (node['properties'] !== undefined || node['additionalProperties'] !== undefined) return 'object';
  return node['items'] === undefined ? '' : 'array';
}

function printType(type: string, node: Fields, printing: Printing, depth: number): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return `${inParentheses(printSchema(node['items'], inside(printing), depth + 1))}[]`;
    case 'object':
      return printObject(node, inside(printing), depth);
    // A file (Swagger 2) or a type of no version.
    default:
      return 'unknown';
  }
}

/** A type may name itself inside of an object or a list, and nowhere else. */
function inside({ nameOf }: Printing): Printing {
  return { nameOf };
}

function printObject(node: Fields, printing: Printing, depth: number): string {
  const required = new Set(listOf(node['required']));
  const indent = '  '.repeat(depth + 1);
  const lines = Object.entries(fieldsOf(node['properties']) ?? {}).map(([name, schema]) => {
    const type = printSchema(schema, printing, depth + 1);
    // With undefined, as the optional fields of zod and valibot have it.
    const [mark, printed] = required.has(name) ? ['', type] : ['?', union([type, 'undefined'])];
    return `${indent}readonly ${propertyName(name)}${mark}: ${printed};`;
  });
  const more = node['additionalProperties'];
  if (lines.length === 0) {
    const values = more === undefined || more === true ? 'unknown' : printSchema(more, printing, depth + 1);
    return `{ readonly [name: string]: ${values} }`;
  }
  return ['{', ...lines, `${'  '.repeat(depth)}}`].join('\n');
}

/** Undefined where one of the values is no literal. */
function literals(values: readonly unknown[]): string | undefined {
  const printed = values.map((value) => {
    if (value === null) return 'null';
    const plain = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
    // Checked just now: a text, a flag or a number.
    return plain ? literal(value as string | number | boolean) : undefined;
  });
  const found = printed.filter((text) => text !== undefined);
  return found.length === values.length ? union(found) : undefined;
}

function union(types: readonly string[]): string {
  const distinct = [...new Set(types)];
  return distinct.length === 0 || distinct.includes('unknown') ? 'unknown' : distinct.join(' | ');
}

function intersection(types: readonly string[]): string {
  const distinct = [...new Set(types)].filter((type) => type !== 'unknown');
  if (distinct.length === 0) return 'unknown';
  return distinct.length === 1 ? (distinct[0] ?? 'unknown') : distinct.map(inParentheses).join(' & ');
}

function inParentheses(type: string): string {
  return /[|&]/.test(type) ? `(${type})` : type;
}

export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}
