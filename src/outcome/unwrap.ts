import { OutcomeError } from './outcome-error.js';
import type { AnyOutcome } from './types.js';

/** The data of an outcome's success. */
export type DataOf<O> =
  Extract<O, { readonly kind: 'success' }> extends { readonly data: infer D } ? D : never;

/**
 * The data of a success. Any other kind is thrown, `empty` and `delayed`
 * included: they have no data to return.
 *
 * @throws OutcomeError with the outcome, and a message that names the request,
 *   the answer, its documented meaning and what to do.
 *
 * @example
 * const key = unwrap(await kms.post<Key>('/v1.0/p/kms/describe-key', { key_id }));
 */
export function unwrap<O extends { readonly kind: string }>(outcome: O): DataOf<O> {
  // Every outcome is a member of AnyOutcome with narrower types; the constraint is
  // looser, so that a catalogue's own union is taken as it is.
  const any = outcome as unknown as AnyOutcome;
  if (any.kind !== 'success') throw new OutcomeError(any);
  // O's success member is this one, and its data is what DataOf names.
  return any.data as DataOf<O>;
}
