/**
 * A kind that a catalogue can give to a status. It says what the caller does next.
 *
 * - `success`: the work is done, and there is data.
 * - `delayed`: the work is accepted and not done yet. There is a task to follow.
 * - `empty`: the work is done, and there is no body.
 * - `unmodified`: the cached copy is still valid.
 * - `choices`: the server offers several representations.
 * - `redirected`: the resource is elsewhere, and the redirect was not followed.
 * - `rejected`: the request must be changed first.
 * - `unavailable`: the same request may work later.
 * - `failed`: the server has a fault.
 */
export type DocumentedKind =
  | 'success'
  | 'delayed'
  | 'empty'
  | 'unmodified'
  | 'choices'
  | 'redirected'
  | 'rejected'
  | 'unavailable'
  | 'failed';

/**
 * Every kind that an outcome can have: the documented kinds, and four kinds that no documentation
 * describes.
 *
 * - `unexpected`: the catalogue does not document the status.
 * - `malformed`: the body cannot be used.
 * - `unreachable`: no answer came.
 * - `cancelled`: the caller stopped the request.
 */
export type Kind = DocumentedKind | 'unexpected' | 'malformed' | 'unreachable' | 'cancelled';

/**
 * Whether the documentation says that the same request may work later.
 *
 * - `never`: it will not work.
 * - `transient`: the fault will pass.
 * - `throttle`: there were too many requests. Waits are longer.
 */
export type Retryability = 'never' | 'transient' | 'throttle';

/**
 * What happened to the work that the request asked for.
 *
 * - `applied`: the work was done.
 * - `pending`: the work was accepted and will be done.
 * - `none`: no work was done.
 * - `unknown`: the work may have been done. Sending the request again may do it twice.
 */
export type Effect = 'applied' | 'pending' | 'none' | 'unknown';

export const documentedKinds: readonly DocumentedKind[] = [
  'success',
  'delayed',
  'empty',
  'unmodified',
  'choices',
  'redirected',
  'rejected',
  'unavailable',
  'failed',
];

export const retryabilities: readonly Retryability[] = ['never', 'transient', 'throttle'];
