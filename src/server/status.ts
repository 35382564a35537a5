import type { AnyOutcome } from '../outcome/types.js';
import type { Kind } from '../semantics/kinds.js';

/** A status that this server answers with, whatever its upstream answered. */
export type OwnStatus = 500 | 502 | 503 | 504;

/**
 * RFC 9110, 15.6.3: 502 for an answer of the upstream that is of no use. 15.6.4: 503 where the same
 * request may work later. 15.6.5: 504 where the upstream did not answer in time, which a task that is
 * not done did not. A refusal is 502 too: it refused this server's request, and not that of the client.
 */
const statuses: { readonly [K in Kind]: OwnStatus } = {
  unavailable: 503,
  // This server stopped its own request: it shuts down, or its client has left.
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
  // There is nothing to answer for: a bug of this server.
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
