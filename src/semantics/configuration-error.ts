import { closestMatch } from 'leven';
import { isErrorOf, knownError } from './between-copies.js';

/**
 * A wrong option or catalogue. It is thrown as soon as the option is given. The message names the
 * option, its value, and what to write instead.
 */
export class ConfigurationError extends TypeError {
  override readonly name: string = knownError(this, 'ConfigurationError');

  /** True also for an error of another copy of this library: `import` and `require` each load a copy. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: `this` is the class on the right of `instanceof`, which may be a subclass.
    return isErrorOf(value, this, ConfigurationError, 'ConfigurationError');
  }
}

/** Refuses an unknown option, and names the option that was probably meant. */
export function expectKnown(options: object, known: readonly string[], path: string): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const instead = closest(name, known) ?? `Known options: ${known.join(', ')}.`;
    throw new ConfigurationError(`axios-outcome: Unknown option "${name}" in ${path}. ${instead}`);
  }
}

/** Throws a {@link ConfigurationError} unless `holds`. `instead` says what to write: `a number from 0 up`. */
export function expect(holds: boolean, option: string, value: unknown, instead: string): asserts holds {
  if (!holds) throw new ConfigurationError(`axios-outcome: ${option} is ${show(value)}. Write ${instead}.`);
}

/** Throws a {@link ConfigurationError} unless `field` is known. `label` says where the field is. */
export function expectField(field: string, known: readonly string[], label: string, value: unknown): void {
  if (known.includes(field)) return;
  const instead = closest(field, known) ?? `Known fields: ${known.join(', ')}.`;
  throw new ConfigurationError(
    `axios-outcome: ${label} is ${show(value)}. There is no field "${field}". ${instead}`,
  );
}

function closest(name: string, known: readonly string[]): string | undefined {
  // Names that share half of their letters or less are different words.
  const maxDistance = Math.min(3, Math.ceil(name.length / 2) - 1);
  const meant = closestMatch(name, known, { maxDistance });
  return meant === undefined ? undefined : `Did you mean "${meant}"?`;
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`.slice(0, 80);
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
