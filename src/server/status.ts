import type { AnyOutcome } from '../outcome/types.js';
import type { Kind } from '../semantics/kinds.js';

/** A status that this server may answer with. */
export type OwnStatus = 500 | 502 | 503 | 504;

/**
 * RFC 9110, 15.6.3: 502 when the upstream's answer cannot be used. 15.6.4: 503 when the same request
 * may work later. 15.6.5: 504 when the upstream did not answer in time; this includes a task that is
 * not done. A refusal is 502 too: the upstream refused the request of this server, and not the
 * request of the client.
 */
const statuses: { readonly [K in Kind]: OwnStatus } = {
  unavailable: 503,
  // This server stopped its own request: the server shuts down, or its client has left.
  cancelled: 503,
  delayed: 504,
  rejected: 502,
  failed: 502,
  malformed: 502,
  unreachable: 502,
  unexpected: 502,
  redirected: 502,
  choices: 502,
  unmodified: 502,
  empty: 502,
  // The upstream did not fail: this is a bug of this server.
  success: 500,
};

/** axios's ETIMEDOUT and ECONNABORTED, ESOCKETTIMEDOUT, ERR_SOCKET_CONNECTION_TIMEOUT, undici's UND_ERR_*_TIMEOUT. */
const timeouts = /TIMED?_?OUT|^ECONNABORTED$/;

/** The status to answer with, by the kind of the upstream's outcome. */
export function statusFor(outcome: AnyOutcome): OwnStatus {
  if (outcome.kind === 'unreachable' && timeouts.test(outcome.code)) return 504;
  if (outcome.kind === 'cancelled' && isTimeout(outcome.reason)) return 504;
  // An outcome that was made by hand may have any kind.
  return statuses[outcome.kind] ?? 502;
}

/** DOM Standard, AbortSignal.timeout: its reason is a TimeoutError. */
function isTimeout(reason: unknown): boolean {
  return typeof reason === 'object' && reason !== null && 'name' in reason && reason.name === 'TimeoutError';
}
