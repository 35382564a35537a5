/** A field of anything; undefined where it has none, or a getter or proxy throws. */
export function at(value: unknown, name: string): unknown {
  try {
    // Reading a field that a value does not have gives undefined, which is unknown too.
    return (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}
