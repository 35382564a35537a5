import { processedBy } from '../classify/classify.js';
import { effectOf } from '../outcome/build.js';
import type { Stopped } from '../retry/decide.js';
import { isSafeMethod } from '../retry/safety.js';
import type { Catalogue } from '../semantics/catalogue.js';
import type { Effect, Kind } from '../semantics/kinds.js';
import { type TransportFailureName, transportFailures } from './transport-failures.js';

/** What an outcome is to say. Fields that are left out are not looked at. */
export interface ExpectedOutcome {
  readonly kind?: Kind;
  /** The documented status; `other` for one that is not documented. */
  readonly status?: number | 'other';
  /** The number on the wire. */
  readonly httpStatus?: number;
  readonly effect?: Effect;
  /** The error code of the body, or of a failure without an answer. */
  readonly code?: string;
  /** Why no further attempt was made: `retry.stopped`. */
  readonly stopped?: Stopped;
  /** The data; asymmetric matchers such as `expect.objectContaining` may stand in it. */
  readonly data?: unknown;
}

const kindsWithProblem: ReadonlySet<Kind> = new Set<Kind>(['rejected', 'unavailable', 'failed']);

/** What the catalogue says of a status, with a documented code in its body or with none. */
export function expectedOfAnswer(
  catalogue: Catalogue,
  status: number,
  code: string | undefined,
  method: string,
): ExpectedOutcome {
  const row = catalogue.statuses[status];
  const entry = code === undefined ? undefined : catalogue.codes?.[code];
  // A code moves only the statuses that it names: `or` promises those kinds, and no others.
  const moved = entry?.statuses?.includes(status) ? entry.kind : undefined;
  const kind = row === undefined ? 'unexpected' : (moved ?? row.kind);
  return {
    kind,
    status: row === undefined ? 'other' : status,
    httpStatus: status,
    effect: effectOf(kind, processedBy(status, kind), method),
    ...(code !== undefined && kindsWithProblem.has(kind) ? { code } : {}),
  };
}

/** A call that the catalogue says starts a task, and whose answer names one. */
export function expectedOfTask(status: number): ExpectedOutcome {
  return { kind: 'delayed', status, httpStatus: status, effect: 'pending' };
}

/** A good answer whose body is lost or of no use: what was asked for is done all the same. */
export function expectedOfBrokenBody(status: number): ExpectedOutcome {
  return { kind: 'malformed', status: 'other', httpStatus: status, effect: 'applied' };
}

/** What is left of a request without an answer; a safe method asks for no work (RFC 9110, 9.2.1). */
export function expectedOfFailure(failure: TransportFailureName, method: string): ExpectedOutcome {
  const { code, sent } = transportFailures[failure];
  const effect = sent && !isSafeMethod(method) ? 'unknown' : 'none';
  return failure === 'abort' ? { kind: 'cancelled', effect } : { kind: 'unreachable', effect, code };
}
