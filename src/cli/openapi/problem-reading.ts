import { readProblem } from '../../classify/problem/read-problem.js';
import { literal } from '../emit/literal.js';
import type { Description } from './description.js';
import { type ErrorSchema, enumOf, errorSchema, type FieldPath } from './error-schema.js';
import type { ApiResponse } from './response.js';

/** A code that schemas list, and the statuses it comes with where that is known. */
export interface ListedCode {
  readonly code: string;
  readonly text: string;
  readonly statuses: readonly number[];
  readonly at: string;
}

/** What an API's error bodies have where. */
export interface ProblemReading {
  readonly codes: readonly ListedCode[];
  /** Paths of codes and messages that no built-in shape finds; the most frequent first. */
  readonly unknown: {
    readonly code: readonly FieldPath[];
    readonly message: readonly FieldPath[];
    /** All such bodies have a code. The built-in shapes read a body without a code. */
    readonly coded: boolean;
  };
  readonly notes: readonly string[];
}

/** A catalogue without a reader of its own: what the built-in shapes find. */
const builtIn = { name: 'built-in', source: 'built-in', statuses: {} };

export function readProblems({ operations, references }: Description): ProblemReading {
  const errors = operations.flatMap(({ responses }) => {
    const hasSuccess = responses.some(({ key }) => (typeof key === 'number' && key < 300) || key === '2XX');
    return responses.filter(({ key }) => isError(key, hasSuccess));
  });
  const shapes = new Map<string, { schema: ErrorSchema; mediaType: string; at: string; count: number }>();
  const codes = new Map<string, { text: string; statuses: Set<number>; vague: boolean; at: string }>();
  for (const response of errors) {
    const schema = errorSchema(response, references);
    if (schema === undefined) continue;
    const key = JSON.stringify([schema.code, schema.message]);
    const shape = shapes.get(key) ?? {
      schema,
      mediaType: response.mediaType ?? '',
      at: response.at,
      count: 0,
    };
    shapes.set(key, { ...shape, count: shape.count + 1 });
    for (const [code, text] of enumOf(schema.codeSchema, references, response.at)) {
      const known = codes.get(code) ?? { text, statuses: new Set<number>(), vague: false, at: response.at };
      if (typeof response.key === 'number') known.statuses.add(response.key);
      else known.vague = true;
      codes.set(code, known);
    }
  }
  const sorted = [...shapes.values()].sort((a, b) => b.count - a.count);
  const unread = sorted.filter(({ schema, mediaType }) => !isBuiltIn(schema, mediaType));
  const notes = sorted.map((shape) => {
    const { schema, at, count } = shape;
    const who = unread.includes(shape)
      ? 'no built-in shape finds them: readProblem does, and reads no fields'
      : 'the built-in shapes find them';
    const where = [`code at ${dotted(schema.code)}`, `message at ${dotted(schema.message)}`].join(', ');
    return `error bodies have their ${where} in ${count} responses, the first of ${at}; ${who}`;
  });
  return {
    codes: [...codes].map(([code, { text, statuses, vague, at }]) => ({
      code,
      text,
      at,
      // A code that several statuses list says nothing of any one of them.
      statuses: statuses.size === 1 && !vague ? [...statuses] : [],
    })),
    unknown: {
      code: pathsOf(unread, 'code'),
      message: pathsOf(unread, 'message'),
      coded: unread.every(({ schema }) => schema.code !== undefined),
    },
    notes:
      notes.length === 0
        ? ['no error body has a schema with a code or a message: the built-in shapes are tried']
        : notes,
  };
}

function isError(key: ApiResponse['key'], hasSuccess: boolean): boolean {
  if (key === 'default') return hasSuccess;
  return typeof key === 'number' ? key >= 400 : key.startsWith('4') || key.startsWith('5');
}

function pathsOf(shapes: readonly { readonly schema: ErrorSchema }[], part: 'code' | 'message'): FieldPath[] {
  const paths = new Map(
    shapes.flatMap(({ schema }) => (schema[part] ? [[dotted(schema[part]), schema[part]] as const] : [])),
  );
  return [...paths.values()];
}

function dotted(path: FieldPath | undefined): string {
  return path === undefined ? 'no place that is known' : path.join('.').replace(/\.0\b/g, '[0]');
}

/** Whether the client's own reader finds code and message in a body of this schema. */
function isBuiltIn({ code, message, top }: ErrorSchema, mediaType: string): boolean {
  const body: Record<string, unknown> = {};
  for (const [name, type] of top) if (type === 'string') put(body, [name], `${name} of the body`);
  if (message !== undefined) put(body, message, 'the message');
  if (code !== undefined) put(body, code, 'THE_CODE');
  const found = readProblem(body, { 'content-type': mediaType }, builtIn, 400);
  return (
    (code === undefined || found.code === 'THE_CODE') &&
    (message === undefined || found.message !== undefined)
  );
}

function put(body: Record<string, unknown>, path: FieldPath, value: string): void {
  const [name = '', next, ...rest] = path;
  if (next === undefined) {
    body[name] = value;
    return;
  }
  if (next === '0') {
    const inside: Record<string, unknown> = firstOf(body[name]);
    body[name] = [inside];
    put(inside, rest, value);
    return;
  }
  const inside: Record<string, unknown> = recordOr(body[name]);
  body[name] = inside;
  put(inside, [next, ...rest], value);
}

function firstOf(value: unknown): Record<string, unknown> {
  return recordOr(Array.isArray(value) ? value[0] : undefined);
}

function recordOr(value: unknown): Record<string, unknown> {
  // Objects here are of this file's making.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/**
 * The source of a `readProblem` for fields where no built-in shape looks, or
 * undefined where none is needed. It reads fixed names only, and where it finds
 * nothing the built-in shapes are tried after it.
 */
export function readProblemSource({ unknown: { code, message, coded } }: ProblemReading): string | undefined {
  if (code.length === 0 && message.length === 0) return undefined;
  return `(body: unknown): { readonly code?: string; readonly message?: string } | undefined => {
    const first = (paths: readonly (readonly string[])[]): string | undefined => {
      for (const path of paths) {
        let value: unknown = body;
        for (const name of path) {
          value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
        }
        if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
      }
      return undefined;
    };
    const code = first(${literal(code, '    ', 'const code = first('.length)});
    const message = first(${literal(message, '    ', 'const message = first('.length)});
    if (${coded ? 'code === undefined' : 'code === undefined && message === undefined'}) return undefined;
    return { ${coded ? 'code' : '...(code === undefined ? {} : { code })'}, ...(message === undefined ? {} : { message }) };
  }`;
}
