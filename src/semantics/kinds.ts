/**
 * What the caller does next. A kind that a catalogue can give to a status.
 *
 * - `success`: done, there is data.
 * - `delayed`: accepted and not done yet; there is a task to follow.
 * - `empty`: done, there is no body.
 * - `unmodified`: the cached copy is good.
 * - `choices`: several representations to choose from.
 * - `redirected`: elsewhere, and not followed.
 * - `rejected`: change the request first.
 * - `unavailable`: the same request may work later.
 * - `failed`: the server broke.
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
 * Every kind an outcome can have: the documented ones, and those that no
 * documentation can promise.
 *
 * - `unexpected`: a status the catalogue does not document.
 * - `malformed`: the body is not what was promised.
 * - `unreachable`: no response.
 * - `cancelled`: the caller stopped it.
 */
export type Kind = DocumentedKind | 'unexpected' | 'malformed' | 'unreachable' | 'cancelled';

/**
 * Whether the documentation says that the same request may work later.
 *
 * - `never`: it will not.
 * - `transient`: a passing fault.
 * - `throttle`: too many requests; waits are longer.
 */
export type Retryability = 'never' | 'transient' | 'throttle';

/**
 * What happened to the work that was asked for.
 *
 * - `applied`: it was done.
 * - `pending`: it was accepted and will be done.
 * - `none`: nothing was done.
 * - `unknown`: it may have been done; sending it again may do it twice.
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
