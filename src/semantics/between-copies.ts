/** As in package.json, which a test holds. */
export const version = '0.1.0';

/**
 * What all copies of this library in one process share: `import` and `require` load one
 * each, and a program may have several versions. `make` runs for the first copy alone, so
 * what it makes has to mean the same to every version.
 */
export function betweenVersions<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`axios-outcome.${name}`);
  const known: unknown = Reflect.get(globalThis, key);
  // Nobody else has this key, and every copy puts the same there.
  if (known !== undefined) return known as T;
  const made = make();
  // Where globals are frozen, each copy keeps its own. jest clears what a test file left in its globals.
  Reflect.defineProperty(globalThis, key, { value: made, configurable: true });
  return made;
}

/** The same for what another version may read in another way: only copies of one version share it. */
export function betweenCopies<T extends object>(name: string, make: () => T): T {
  return betweenVersions(`${name}@${version}`, make);
}

/** The errors that any copy has made, with the name of their class. */
const made: WeakMap<object, string> = /* @__PURE__ */ betweenVersions('errors', () => new WeakMap());

/** Makes an error known to the other copies, by the name that it returns. */
export function knownError(error: object, name: string): string {
  made.set(error, name);
  return name;
}

/** What `instanceof` says of a class of errors, `asked`: of `own` itself also for the errors of other copies. */
export function isErrorOf(value: unknown, asked: unknown, own: unknown, name: string): boolean {
  if (Function.prototype[Symbol.hasInstance].call(asked, value)) return true;
  return asked === own && typeof value === 'object' && value !== null && made.get(value) === name;
}
