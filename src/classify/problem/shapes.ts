import type { FieldProblem, Problem } from '../../semantics/catalogue.js';

/** What a body says of the problem; the body itself stands beside it. */
export type Found = Omit<Problem, 'details'>;

/** What was taken from a body. It is checked afterwards, so that a reader only says what is where. */
export type Draft = { readonly [Part in keyof Found]?: unknown };

const maxTextLength = 500;
const maxFields = 100;

/** Takes the texts and the field problems out of a draft, all of bounded length; undefined where it has none. */
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

/** Some APIs number their codes; a number in any other place is a mistake. */
export function codeOf(value: unknown): string | undefined {
  return textOf(typeof value === 'number' ? String(value) : value);
}

/** A text that is not empty, cut to a message's length. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // A cut through a surrogate pair would leave half a character behind.
  const text = value.slice(0, maxTextLength).replace(/[\uD800-\uDBFF]$/, '');
  return text === '' ? undefined : text;
}

/** A text, those of a list, or that of OData's `{ lang, value }`. */
export function textIn(value: unknown): string | undefined {
  if (!Array.isArray(value)) return textOf(value) ?? textOf(recordOf(value)?.['value']);
  const texts = value.slice(0, maxFields).flatMap((each) => textOf(each) ?? []);
  return textOf(texts.join('; '));
}

/** The fields of an object, each unknown until looked at. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object that holds data: no list, nor an object of the platform such as a Blob, whose `type` means another thing. */
export function recordOf(value: unknown): Record<string, unknown> | undefined {
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  // A proxy, or a tag of its own, may have traps.
  return unlessItThrows(() => Object.prototype.toString.call(value)) === '[object Object]';
}

/** The objects of a list, of which no more than the first hundred are looked at. */
export function recordsOf(list: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(list) ? list.slice(0, maxFields).filter(isRecord) : [];
}

/** An object, or the first one of a list. */
export function firstRecord(value: unknown): Record<string, unknown> | undefined {
  return recordOf(Array.isArray(value) ? value[0] : value);
}

/** What the first of these comes to that comes to anything. */
export function firstOf<T, R>(list: readonly T[], read: (each: T) => R | undefined): R | undefined {
  for (const each of list) {
    const found = read(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first field of such a name that can be read; no more than a hundred are looked at. */
export function find<R>(
  value: unknown,
  name: RegExp,
  read: (value: unknown) => R | undefined,
): R | undefined {
  const fields = Object.entries(firstRecord(value) ?? {}).slice(0, maxFields);
  return firstOf(fields, ([key, each]) => (name.test(key) ? read(each) : undefined));
}

/**
 * What a reading comes to, or undefined where it throws. An answer may be an object
 * with traps of its own, and a catalogue's or a user's own function may have a bug:
 * neither may make a rejected promise of an answer that has come.
 */
export function unlessItThrows<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
