import type { Assessment } from '../classify/assessment.js';
import type { Catalogue } from '../semantics/catalogue.js';
import { findOperation } from '../semantics/operations.js';

/** The result of an attempt, as far as a retry depends on it: a row of the safety table. */
export type Evidence =
  | 'never sent'
  | 'maybe processed'
  | 'truncated success'
  | 'request timeout'
  | 'too early'
  | 'throttled'
  | 'turned away'
  | 'documented transient'
  | 'bad gateway'
  | 'service unavailable'
  | 'in flight'
  | 'final';

/** What a row allows: any retry, one retry per request, a retry only with a hint of the server, or no retry. */
export type Allowance = 'retry' | 'once' | 'hinted' | 'no';

/**
 * How often the server may process a request without harm.
 *
 * - `repeatable`: any number of times (RFC 9110, 9.2.2, or by documentation).
 * - `once`: one time. POST and PATCH.
 * - `keyed`: any number of times, since the server recognises the request by a stable Idempotency-Key.
 */
export type Repeatability = 'repeatable' | 'once' | 'keyed';

/** The safety table. A request that is not repeatable, and that may have been processed, is never sent again. */
export const safetyTable: { readonly [E in Evidence]: { readonly [R in Repeatability]: Allowance } } = {
  'never sent': { repeatable: 'retry', once: 'retry', keyed: 'retry' },
  'maybe processed': { repeatable: 'retry', once: 'no', keyed: 'retry' },
  'truncated success': { repeatable: 'retry', once: 'no', keyed: 'retry' },
  // RFC 9110, 15.5.9: the server did not receive the whole request.
  'request timeout': { repeatable: 'retry', once: 'once', keyed: 'retry' },
  // RFC 8470, 5.2 (425) and RFC 9110, 15.5.20 (421): the request was not processed. A further retry may
  // get the same answer.
  'too early': { repeatable: 'once', once: 'once', keyed: 'once' },
  throttled: { repeatable: 'retry', once: 'retry', keyed: 'retry' },
  // RFC 9110, 15.5: a 4xx that is documented to pass. The server refused the request and did nothing.
  'turned away': { repeatable: 'retry', once: 'retry', keyed: 'retry' },
  'documented transient': { repeatable: 'retry', once: 'no', keyed: 'retry' },
  'bad gateway': { repeatable: 'retry', once: 'no', keyed: 'retry' },
  'service unavailable': { repeatable: 'retry', once: 'hinted', keyed: 'retry' },
  // IETF draft Idempotency-Key 07, 2.7: the first request with this key is still being processed.
  'in flight': { repeatable: 'no', once: 'no', keyed: 'retry' },
  final: { repeatable: 'no', once: 'no', keyed: 'no' },
};

const byStatus: { readonly [status: number]: Evidence } = {
  408: 'request timeout',
  421: 'too early',
  425: 'too early',
  502: 'bad gateway',
  503: 'service unavailable',
  504: 'bad gateway',
};

/** The row of the safety table for an assessment. */
export function evidenceOf(assessment: Assessment): Evidence {
  if (assessment.kind === 'cancelled') return 'final';
  if (assessment.retry === 'never') return isInFlight(assessment) ? 'in flight' : 'final';
  // The answer belongs to a GET after a redirect, and says nothing about the first request.
  if (assessment.turnedIntoGet) return 'maybe processed';
  if (assessment.truncated && assessment.kind === 'malformed') return 'truncated success';
  if (assessment.httpStatus === undefined) {
    return assessment.processed === 'no' ? 'never sent' : 'maybe processed';
  }
  if (assessment.retry === 'throttle') return 'throttled';
  const refused = assessment.httpStatus < 500 && assessment.processed === 'no';
  return byStatus[assessment.httpStatus] ?? (refused ? 'turned away' : 'documented transient');
}

/**
 * Whether a 409 means that the first request with this key is still being processed (IETF draft
 * Idempotency-Key 07, 2.7). The draft defines no code for it, so the words of the problem decide.
 */
function isInFlight({ httpStatus, problem }: Assessment): boolean {
  if (httpStatus !== 409 || problem === undefined) return false;
  const words = [problem.code, problem.type, problem.title, problem.message].join(' ');
  return /in[ _-](flight|progress)|outstanding|still being processed|key[ _-]in[ _-]use/i.test(words);
}

// RFC 9110, 9.2.2: PUT, DELETE and the safe methods (9.2.1) are idempotent.
const safe = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
const idempotent = new Set([...safe, 'PUT', 'DELETE']);

/** Whether a method is read-only: RFC 9110, 9.2.1. */
export function isSafeMethod(method: string): boolean {
  return safe.has(method);
}

/** Whether a method has the same effect when the request is sent twice: RFC 9110, 9.2.2. */
export function isIdempotentMethod(method: string): boolean {
  return idempotent.has(method);
}

/** How often the server may process this call without harm. The method or the catalogue's operation decides. */
export function repeatabilityOf(
  method: string,
  path: string,
  catalogue: Catalogue,
  keyed: boolean,
): Repeatability {
  if (isIdempotentMethod(method)) return 'repeatable';
  if (catalogue.operations && findOperation(method, path, catalogue)?.repeatable) return 'repeatable';
  return keyed ? 'keyed' : 'once';
}
