interface Kinded {
  readonly kind: string;
}
type Of<O extends Kinded, K> = Extract<O, { readonly kind: K }>;

/** A function for each kind that the outcome can have. */
export type Handlers<O extends Kinded, A> = {
  readonly [K in O['kind']]: (outcome: Of<O, K>) => A;
};
/** Functions for some kinds, and `_` for the rest. */
export type PartialHandlers<O extends Kinded, A> = Partial<Handlers<O, A>> & {
  readonly _: (outcome: O) => A;
};

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
export function match<O extends Kinded, A>(outcome: O, handlers: Handlers<O, A>): A;
export function match<O extends Kinded, A>(outcome: O, handlers: PartialHandlers<O, A>): A;
export function match<O extends Kinded, A>(
  outcome: O,
  handlers: { readonly [kind: string]: ((outcome: never) => A) | undefined },
): A {
  const handler = Object.hasOwn(handlers, outcome.kind) ? handlers[outcome.kind] : handlers['_'];
  if (typeof handler !== 'function') {
    throw new TypeError(`axios-outcome: match has no function for the kind ${outcome.kind}, and no _`);
  }
  // The overloads promise that the function under a kind takes that kind's outcome.
  return handler(outcome as never);
}
