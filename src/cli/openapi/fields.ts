/** An object of the description, whose fields are not known to be what they should be. */
export type Fields = Readonly<Record<string, unknown>>;

/** A value as an object with fields; undefined for a list, a text and all else. */
export function fieldsOf(value: unknown): Fields | undefined {
  // An object that is no list has fields, and each of them is looked at before it is used.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** The fields of an object, or none. An extension (`x-…`) is not one of them. */
export function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(fieldsOf(value) ?? {}).filter(([name]) => !name.startsWith('x-'));
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
