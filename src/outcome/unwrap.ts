import { OutcomeError } from './outcome-error.js';
import type { AnyOutcome } from './types.js';

/** The type of the data of a success. */
export type DataOf<O> =
  Extract<O, { readonly kind: 'success' }> extends { readonly data: infer D } ? D : never;

/**
 * Returns the data of a success, and throws for every other kind. It also throws for `empty` and
 * `delayed`, since they have no data.
 *
 * @throws OutcomeError with the outcome. Its message names the request, the answer, the documented
 *   meaning, and what to do.
 *
 * @example
 * const key = unwrap(await kms.post<Key>('/v1.0/p/kms/describe-key', { key_id }));
 */
export function unwrap<O extends { readonly kind: string }>(outcome: O): DataOf<O> {
  // The cast holds: every outcome is a member of AnyOutcome with narrower types. The constraint is
  // looser, so that the union of any catalogue is accepted.
  const any = outcome as unknown as AnyOutcome;
  if (any.kind !== 'success') throw new OutcomeError(any);
  // The cast holds: this is the success member of O, and DataOf names the type of its data.
  return any.data as DataOf<O>;
}
