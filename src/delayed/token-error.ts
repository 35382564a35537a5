import { isErrorOf, knownError } from '../semantics/between-copies.js';

/** A token that cannot be used, and why. */
export class TokenError extends TypeError {
  override readonly name: string = knownError(this, 'TokenError');

  /** True also for an error of another copy of this library: \`import\` and \`require\` load one each. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: it is the class that was asked, which may extend this one.
    return isErrorOf(value, this, TokenError, 'TokenError');
  }
}
