/** Reads a field of any value. It is undefined when the field is missing, or when a getter or a proxy throws. */
export function at(value: unknown, name: string): unknown {
  try {
    // The cast holds: a field that the value does not have reads as undefined, which `unknown` includes.
    return (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}
