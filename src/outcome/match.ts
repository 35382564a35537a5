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
/** A function for a kind that the outcome cannot have is a mistake. */
type NoOthers<O extends Kinded, H> = { readonly [K in Exclude<keyof H, O['kind'] | '_'>]: never };
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
export function match<O extends Kinded, H extends Handlers<O>>(
  outcome: O,
  handlers: H & NoOthers<O, H>,
): Returned<H>;
export function match<O extends Kinded, H extends PartialHandlers<O>>(
  outcome: O,
  handlers: H & NoOthers<O, H>,
): Returned<H>;
export function match(
  outcome: Kinded,
  handlers: { readonly [kind: string]: ((outcome: never) => unknown) | undefined },
): unknown {
  const handler = Object.hasOwn(handlers, outcome.kind) ? handlers[outcome.kind] : handlers['_'];
  if (typeof handler !== 'function') {
    throw new TypeError(`axios-outcome: match has no function for the kind ${outcome.kind}, and no _`);
  }
  // The overloads promise that the function under a kind takes that kind's outcome.
  return handler(outcome as never);
}
