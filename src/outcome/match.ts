interface Kinded {
  readonly kind: string;
}
type Of<O extends Kinded, K> = Extract<O, { readonly kind: K }>;

/** A function for each kind that the outcome can have. */
export type Handlers<O extends Kinded> = {
  readonly [K in O['kind']]: (outcome: Of<O, K>) => unknown;
};
/** Functions for some kinds, and `_` for the rest. */
export type PartialHandlers<O extends Kinded> = Partial<Handlers<O>> & {
  readonly _: (outcome: O) => unknown;
};
/** Functions for some kinds, and perhaps `_`. {@link Complete} reports a missing kind and an unknown kind. */
type SomeHandlers<O extends Kinded> = Partial<Handlers<O>> & { readonly _?: (outcome: O) => unknown };

declare const mistake: unique symbol;
/** No function has this type. So the compiler's error names the key that is not a kind of the outcome. */
interface NoSuchKind<Kind> {
  readonly [mistake]: Kind;
}
/** The kinds without a function. The type has a name, so that the compiler's error shows the kinds in its first line. */
type LeftOut<Kind extends string> = { readonly [K in Kind]: (outcome: never) => unknown };

/** `unknown` when every kind has a function or `_` stands for it, and no key is an unknown kind. */
type Complete<O extends Kinded, H> = NothingLeftOut<H, Exclude<O['kind'], keyof H>> &
  NothingElse<Exclude<keyof H, O['kind'] | '_'>>;
type NothingLeftOut<H, Left extends string> = [Left] extends [never]
  ? unknown
  : '_' extends keyof H
    ? unknown
    : LeftOut<Left>;
type NothingElse<Else> = [Else] extends [never]
  ? unknown
  : { readonly [Key in Else & PropertyKey]: NoSuchKind<Key> };

type Returned<H> = { [K in keyof H]: H[K] extends (outcome: never) => infer A ? A : never }[keyof H];

/**
 * Calls the function of the outcome's kind, and returns what that function returns. A missing
 * kind is a compile error, unless `_` handles all other kinds.
 *
 * @throws TypeError when the kind has no function. Only code without types can reach this.
 *
 * @example
 * const text = match(outcome, {
 *   success: ({ data }) => data.name,
 *   _: ({ kind }) => `no key: ${kind}`,
 * });
 */
export function match<O extends Kinded, H extends SomeHandlers<O>>(
  outcome: O,
  handlers: Complete<O, H> & H,
): Returned<H>;
export function match(
  outcome: Kinded,
  handlers: { readonly [kind: string]: ((outcome: never) => unknown) | undefined },
): unknown {
  const handler = Object.hasOwn(handlers, outcome.kind) ? handlers[outcome.kind] : handlers['_'];
  if (typeof handler !== 'function') {
    throw new TypeError(
      `axios-outcome: match has no function for the kind ${outcome.kind}. Add a function named ${outcome.kind}, or _ for all other kinds.`,
    );
  }
  // The cast holds: by the overloads, the function of a kind takes an outcome of that kind.
  return handler(outcome as never);
}
