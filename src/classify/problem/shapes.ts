import type { FieldProblem, Problem } from '../../semantics/catalogue.js';
import type { HeaderBag } from '../headers.js';

/** What a body says of the problem; the body itself stands beside it. */
export type Found = Omit<Problem, 'details'>;

/** What a shape took from a body. It is checked afterwards, so a shape only says what is where. */
export type Draft = { readonly [Part in keyof Found]?: unknown };

/** Reads one shape of error bodies; undefined for a body of another shape. */
export type Shape = (body: unknown, headers: HeaderBag) => Draft | undefined;

const maxTextLength = 500;
const maxFields = 100;

/** Takes the texts and the field problems out of a draft, all of bounded length; undefined where it has none. */
export function checkFound(draft: unknown): Found | undefined {
  const given = recordOf(draft);
  if (given === undefined) return undefined;
  const found = textsOf(given, ['code', 'message', 'requestId', 'title', 'detail', 'type']);
  const fields = fieldsOf(given['fields'], 'path');
  if (fields.length > 0) return { ...found, fields: Object.freeze(fields) };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** The rows of a list that name a field, by the names that they have in it. */
export function fieldsOf(rows: unknown, path: string, message = 'message', code = 'code'): FieldProblem[] {
  return recordsOf(rows).flatMap((row) => {
    const field = textsOf({ path: row[path], message: row[message], code: row[code] }, [
      'path',
      'message',
      'code',
    ]);
    return field.path === undefined ? [] : Object.freeze({ ...field, path: field.path });
  });
}

function textsOf<Name extends string>(
  given: { readonly [name: string]: unknown },
  names: readonly Name[],
): { [N in Name]?: string } {
  const texts: { [N in Name]?: string } = {};
  for (const name of names) {
    const value = given[name];
    // Some APIs number their codes; a number in any other place is a mistake.
    const text = textOf(name === 'code' && typeof value === 'number' ? String(value) : value);
    if (text !== undefined) texts[name] = text;
  }
  return texts;
}

/** A text that is not empty, cut to a message's length. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // A cut through a surrogate pair would leave half a character behind.
  const text = value.slice(0, maxTextLength).replace(/[\uD800-\uDBFF]$/, '');
  return text === '' ? undefined : text;
}

/** An object that holds data: no list, nor an object of the platform such as a Blob, whose `type` means another thing. */
export function recordOf(value: unknown): Record<string, unknown> | undefined {
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** The objects of a list, of which no more than the first hundred are looked at. */
export function recordsOf(list: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(list) ? list.slice(0, maxFields).filter(isRecord) : [];
}
