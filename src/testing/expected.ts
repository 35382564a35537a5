import { processedBy } from '../classify/classify.js';
import { effectOf } from '../outcome/build.js';
import type { Stopped } from '../retry/decide.js';
import { isSafeMethod } from '../retry/safety.js';
import type { Catalogue } from '../semantics/catalogue.js';
import type { Effect, Kind } from '../semantics/kinds.js';
import { type TransportFailureName, transportFailures } from './transport-failures.js';

/** The expected fields of an outcome. A field that is left out is not compared. */
export interface ExpectedOutcome {
  readonly kind?: Kind;
  /** The documented status; `other` for an undocumented status. */
  readonly status?: number | 'other';
  /** The status that the server sent. */
  readonly httpStatus?: number;
  readonly effect?: Effect;
  /** The error code of the body, or the code of a failure without an answer. */
  readonly code?: string;
  /** `retry.stopped`: why the library made no further attempt. */
  readonly stopped?: Stopped;
  /** The data. It may contain asymmetric matchers, such as `expect.objectContaining`. */
  readonly data?: unknown;
}

const kindsWithProblem: ReadonlySet<Kind> = new Set<Kind>(['rejected', 'unavailable', 'failed']);

/** What the catalogue says about a status, with or without a documented code in the body. */
export function expectedOfAnswer(
  catalogue: Catalogue,
  status: number,
  code: string | undefined,
  method: string,
): ExpectedOutcome {
  const row = catalogue.statuses[status];
  const entry = code === undefined ? undefined : catalogue.codes?.[code];
  // A code changes the kind of only those statuses that it names.
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

/** A call that starts a task by the catalogue, with an answer that names the task. */
export function expectedOfTask(status: number): ExpectedOutcome {
  return { kind: 'delayed', status, httpStatus: status, effect: 'pending' };
}

/** A good answer whose body cannot be used. The work was done. */
export function expectedOfBrokenBody(status: number): ExpectedOutcome {
  return { kind: 'malformed', status: 'other', httpStatus: status, effect: 'applied' };
}

/** The effect of a request without an answer. A safe method asks for no work (RFC 9110, 9.2.1). */
export function expectedOfFailure(failure: TransportFailureName, method: string): ExpectedOutcome {
  const { code, sent } = transportFailures[failure];
  const effect = sent && !isSafeMethod(method) ? 'unknown' : 'none';
  return failure === 'abort' ? { kind: 'cancelled', effect } : { kind: 'unreachable', effect, code };
}
