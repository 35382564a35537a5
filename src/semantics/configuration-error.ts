import { closestMatch } from 'leven';
import { isErrorOf, knownError } from './between-copies.js';

/**
 * A wrong option or catalogue. Thrown when it is given, never later: the message
 * names the option, the value and what is allowed.
 */
export class ConfigurationError extends TypeError {
  override readonly name: string = knownError(this, 'ConfigurationError');

  /** True also for an error of another copy of this library: `import` and `require` load one each. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: it is the class that was asked, which may extend this one.
    return isErrorOf(value, this, ConfigurationError, 'ConfigurationError');
  }
}

/** Refuses an option that does not exist, and names the one that was probably meant. */
export function expectKnown(options: object, known: readonly string[], path: string): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const meant = closestMatch(name, known, { maxDistance: 3 });
    const instead = meant === undefined ? `Known options: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
    throw new ConfigurationError(`axios-outcome: Unknown option "${name}" in ${path}. ${instead}`);
  }
}

/** Throws a {@link ConfigurationError} unless `holds`. */
export function expect(holds: boolean, option: string, value: unknown, allowed: string): asserts holds {
  if (!holds) {
    throw new ConfigurationError(`axios-outcome: ${option} is ${show(value)}. Allowed: ${allowed}.`);
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`.slice(0, 80);
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
