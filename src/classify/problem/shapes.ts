import type { FieldProblem, Problem } from '../../semantics/catalogue.js';

/** What a body says about the problem, without the body. */
export type Found = Omit<Problem, 'details'>;

/** Parts that a reader took from a body. `checkFound` checks their types. */
export type Draft = { readonly [Part in keyof Found]?: unknown };

const maxTextLength = 500;
const maxFields = 100;

/** Takes the texts and the field problems from a draft, and limits their length. Undefined if there are none. */
export function checkFound(draft: unknown): Found | undefined {
  const given = recordOf(draft);
  if (given === undefined) return undefined;
  const found = textsOf(given, ['code', 'message', 'requestId', 'title', 'detail', 'type']);
  const fields = recordsOf(given['fields']).flatMap((field): FieldProblem | [] => {
    const { path, ...texts } = textsOf(field, ['path', 'message', 'code']);
    return path === undefined ? [] : Object.freeze({ path, ...texts });
  });
  if (fields.length > 0) return { ...found, fields: Object.freeze(fields) };
  return Object.keys(found).length > 0 ? found : undefined;
}

function textsOf<Name extends string>(
  given: { readonly [name: string]: unknown },
  names: readonly Name[],
): { [N in Name]?: string } {
  const texts: { [N in Name]?: string } = {};
  for (const name of names) {
    const text = name === 'code' ? codeOf(given[name]) : textOf(given[name]);
    if (text !== undefined) texts[name] = text;
  }
  return texts;
}

/** A code as text. Some APIs use numbers as codes. */
export function codeOf(value: unknown): string | undefined {
  return textOf(typeof value === 'number' ? String(value) : value);
}

/** A text that is not empty, cut to the longest length of a message. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // This removes half a surrogate pair at the cut.
  const text = value.slice(0, maxTextLength).replace(/[\uD800-\uDBFF]$/, '');
  return text === '' ? undefined : text;
}

/** A text, the texts of a list, or the text of OData's `{ lang, value }`. */
export function textIn(value: unknown): string | undefined {
  if (!Array.isArray(value)) return textOf(value) ?? textOf(recordOf(value)?.['value']);
  const texts = value.slice(0, maxFields).flatMap((each) => textOf(each) ?? []);
  return textOf(texts.join('; '));
}

/** The fields of an object. Each has the type `unknown`. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object that holds data. Undefined for a list, and for an object of the platform such as a Blob, whose `type` has another meaning. */
export function recordOf(value: unknown): Record<string, unknown> | undefined {
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  // A proxy, or an object with its own Symbol.toStringTag, may throw.
  return unlessItThrows(() => Object.prototype.toString.call(value)) === '[object Object]';
}

/** The objects in the first hundred items of a list. */
export function recordsOf(list: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(list) ? list.slice(0, maxFields).filter(isRecord) : [];
}

/** The object itself, or the first object of a list. */
export function firstRecord(value: unknown): Record<string, unknown> | undefined {
  return recordOf(Array.isArray(value) ? value[0] : value);
}

/** The first result of `read` that is not undefined. */
export function firstOf<T, R>(list: readonly T[], read: (each: T) => R | undefined): R | undefined {
  for (const each of list) {
    const found = read(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads the first field whose name matches and whose value can be read. It looks at a hundred fields at most. */
export function find<R>(
  value: unknown,
  name: RegExp,
  read: (value: unknown) => R | undefined,
): R | undefined {
  const fields = Object.entries(firstRecord(value) ?? {}).slice(0, maxFields);
  return firstOf(fields, ([key, each]) => (name.test(key) ? read(each) : undefined));
}

/**
 * The result of `read`, or undefined if it throws. An answer may be an object whose getters throw, and
 * the function of a catalogue or a user may have a bug. Neither may turn an answer into a rejected
 * promise.
 */
export function unlessItThrows<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
