/** A token that cannot be used, and why. */
export class TokenError extends TypeError {
  override readonly name: string = 'TokenError';
}
