/** The version of package.json. A test compares them. */
export const version = '0.1.0';

/**
 * Returns a value that all copies of this library in one process share: `import` and `require` each
 * load a copy, and a program may have several versions. Only the first copy calls `make`, so its
 * result has to mean the same to every version.
 */
export function betweenVersions<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`axios-outcome.${name}`);
  const known: unknown = Reflect.get(globalThis, key);
  // The cast holds: only this library uses this key, and every copy stores the same type there.
  if (known !== undefined) return known as T;
  const made = make();
  // Where globals are frozen, each copy keeps its own. jest clears what a test file left in its globals.
  Reflect.defineProperty(globalThis, key, { value: made, configurable: true });
  return made;
}

/** The same for a value that another version may read in another way: only copies of one version share it. */
export function betweenCopies<T extends object>(name: string, make: () => T): T {
  return betweenVersions(`${name}@${version}`, make);
}

/** The errors that all copies have made, with the names of their classes. */
const made: WeakMap<object, string> = /* @__PURE__ */ betweenVersions('errors', () => new WeakMap());

/** Makes an error known to the other copies, by the name that it returns. */
export function knownError(error: object, name: string): string {
  made.set(error, name);
  return name;
}

/** Answers `instanceof` for the class `asked`. For `own` itself, errors of other copies count too. */
export function isErrorOf(value: unknown, asked: unknown, own: unknown, name: string): boolean {
  if (Function.prototype[Symbol.hasInstance].call(asked, value)) return true;
  return asked === own && typeof value === 'object' && value !== null && made.get(value) === name;
}
