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
