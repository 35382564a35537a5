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
/** Functions for some kinds, and perhaps `_`. What is missing, or too much, {@link Complete} tells. */
type SomeHandlers<O extends Kinded> = Partial<Handlers<O>> & { readonly _?: (outcome: O) => unknown };

declare const mistake: unique symbol;
/** No function is this: so an error names the key that is no kind of the outcome. */
interface NoSuchKind<Kind> {
  readonly [mistake]: Kind;
}
/** The kinds that have no function yet: a type of its own, so that an error names them in its first line. */
type LeftOut<Kind extends string> = { readonly [K in Kind]: (outcome: never) => unknown };

/** `unknown` for functions that are whole: one for each kind, or `_`, and none for a kind that the outcome cannot have. */
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
 * Calls the function of the outcome's kind and returns what it returns. Leaving
 * a kind out is a compile error, unless `_` takes the rest.
 *
 * @throws TypeError where there is no function for the kind, which only code
 *   without types can reach.
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
  // The overloads promise that the function under a kind takes that kind's outcome.
  return handler(outcome as never);
}
