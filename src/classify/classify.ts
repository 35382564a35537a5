import { http } from '../catalogues/http/statuses.js';
import type { Catalogue, CodeEntry, StatusEntry } from '../semantics/catalogue.js';
import type { DocumentedKind, Kind, Retryability } from '../semantics/kinds.js';
import type { Assessment, Processed } from './assessment.js';
import { mayBeOfAGet } from './connection.js';
import {
  type Exchange,
  fieldsOf,
  isCancellation,
  isWithoutStatus,
  type ResponseLike,
  responseOf,
} from './exchange.js';
import { plainHeaders, readHeader } from './headers.js';
import { decodeBody } from './problem/body.js';
import { documentedProblem } from './problem/read-problem.js';
import { unlessItThrows } from './problem/shapes.js';
import { readTransportFailure } from './transport-failure.js';

/** How to retry a status that the catalogue does not document: as its class says, or never. */
export type Undocumented = 'class' | 'never';

/**
 * Says what the end of one attempt means. A response is classified by the catalogue's entry for its
 * status, and by the error code in its body. A failure without a response is classified by its code and
 * by how far the request got.
 *
 * @example
 * classify({ response }, dew).kind; // 'unavailable'
 * classify({ error }, dew).processed; // 'no': the connection was refused
 */
export function classify(
  exchange: Exchange,
  catalogue: Catalogue,
  undocumented: Undocumented = 'class',
): Assessment {
  if (exchange.error !== undefined && isCancellation(exchange.error)) {
    return {
      kind: 'cancelled',
      processed: exchange.unsent ? 'no' : 'maybe',
      retry: 'never',
      code: 'ERR_CANCELED',
    };
  }
  const answer = responseOf(exchange);
  if (answer === undefined) return isWithoutStatus(exchange) ? withoutStatus : classifyFailure(exchange);
  const { response, truncated } = answer;
  const assessment = truncated
    ? classifyTruncated(response, exchange.error, catalogue, undocumented)
    : classifyResponse(response, catalogue, undocumented);
  const { request, config } = fieldsOf(response);
  // A good answer belongs to the request that was sent last, whatever its method.
  if (isOkKind(assessment.kind) || !mayBeOfAGet(request, config)) return assessment;
  return { ...assessment, processed: moreProcessed(assessment.processed, 'maybe'), turnedIntoGet: true };
}

/** The server answered without a status, so nobody can tell what it did. */
const withoutStatus: Assessment = {
  kind: 'unreachable',
  processed: 'maybe',
  retry: 'transient',
  code: 'ERR_BAD_RESPONSE',
};

function classifyFailure(exchange: Exchange): Assessment {
  const { unsent } = exchange;
  const { code, reach, repeatable } = readTransportFailure(exchange);
  return {
    kind: 'unreachable',
    processed: reach === 'maybe' && !unsent ? 'maybe' : 'no',
    retry: repeatable ? 'transient' : 'never',
    code,
  };
}

function classifyResponse(
  response: ResponseLike,
  catalogue: Catalogue,
  undocumented: Undocumented,
): Assessment {
  const { status } = response;
  const entry = rowOf(catalogue, status);
  if (entry === undefined) return classifyUndocumented(response, catalogue, undocumented);
  if (isPlainSuccess(entry, status, catalogue)) {
    const { kind } = entry;
    return {
      kind,
      processed: processedBy(status, kind),
      retry: 'never',
      httpStatus: status,
      documented: entry,
    };
  }
  const problem = documentedProblem(response, catalogue);
  const code = problem.documented;
  const kind = kindOf(entry, code, status);
  const serverSays = serverWord(response, catalogue);
  const retry = code?.retry ?? entry.retry;
  const retryAfterMs = code?.retryAfterMs ?? entry.retryAfterMs;
  return {
    kind,
    processed: processedBy(status, kind),
    retry: retry === 'never' && serverSays ? 'transient' : retry,
    httpStatus: status,
    documented: entry,
    problem,
    ...(code?.reauthenticate ? { reauthenticate: true } : {}),
    ...(retry === 'throttle' && retryAfterMs !== undefined ? { retryAfterMs } : {}),
    ...(serverSays === undefined ? {} : { serverSays }),
    ...ownHint(response, catalogue),
  };
}

/** The wait that the catalogue's `readHint` finds. */
function ownHint({ data, headers }: ResponseLike, { readHint }: Catalogue): { readonly hintMs?: number } {
  if (readHint === undefined) return {};
  const hintMs: unknown = unlessItThrows(() =>
    readHint(plainHeaders(headers), decodeBody(data, headers).searched),
  );
  return typeof hintMs === 'number' ? { hintMs } : {};
}

/** The server's yes or no to a retry, if the API documents a header for it. */
function serverWord({ headers }: ResponseLike, { retryHeader }: Catalogue): boolean | undefined {
  const word = retryHeader && readHeader(headers, retryHeader.toLowerCase())?.trim().toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

/**
 * Whether the body need not be read: the status is below 400, and no code of the catalogue can change its
 * meaning.
 */
function isPlainSuccess(entry: StatusEntry, status: number, catalogue: Catalogue): boolean {
  if (status >= 400 || entry.retry !== 'never') return false;
  if (!isOkKind(entry.kind) && isProblemKind(entry.kind)) return false;
  return entry.or === undefined || catalogue.codes === undefined;
}

function classifyUndocumented(
  response: ResponseLike,
  catalogue: Catalogue,
  undocumented: Undocumented,
): Assessment {
  const { status } = response;
  return {
    kind: 'unexpected',
    processed: processedBy(status, 'unexpected'),
    retry: undocumented === 'never' ? 'never' : classRetry(status, catalogue),
    httpStatus: status,
    ...(status >= 400 ? { problem: documentedProblem(response, catalogue) } : {}),
    ...ownHint(response, catalogue),
  };
}

/**
 * The retry advice of HTTP for the status. If HTTP does not know the status, the catalogue's advice for
 * the x00 of its class (RFC 9110, 15).
 */
function classRetry(status: number, catalogue: Catalogue): Retryability {
  const known = rowOf(http, status) ?? rowOf(catalogue, Math.floor(status / 100) * 100);
  return known?.retry ?? 'never';
}

/**
 * Classifies a response whose body ended early. Its status still counts: a 503 stays a 503. A 2xx was
 * carried out, although its answer is lost.
 */
function classifyTruncated(
  response: ResponseLike,
  error: unknown,
  catalogue: Catalogue,
  undocumented: Undocumented,
): Assessment {
  const whole = classifyResponse(response, catalogue, undocumented);
  const { code, repeatable } = readTransportFailure({ error });
  if (response.status >= 300) return { ...whole, code, truncated: true };
  return { ...whole, kind: 'malformed', retry: repeatable ? 'transient' : 'never', code, truncated: true };
}

// RFC 9110, 15.3.3: 202 was accepted. 15.4.4: 303 answers a request that was processed. 15.4.2, 15.4.3:
// for historical reasons, clients treat 301 and 302 as 303. 15.6.2 and 15.6.6: with 501 and 505 the
// server did not try. RFC 6585, 6: 511 comes from the network before the server.
const exceptions: { readonly [status: number]: Processed } = {
  202: 'accepted',
  301: 'maybe',
  302: 'maybe',
  303: 'yes',
  501: 'no',
  505: 'no',
  511: 'no',
};

/**
 * Whether the server processed a request that got this status: RFC 9110, section 15. A 4xx says no: the
 * server refused the request (15.5), did not receive all of it (408, 15.5.9), throttled it (429, RFC 6585,
 * 4) or did not process it yet (425, RFC 8470, 5.2). A 5xx says maybe.
 */
export function processedBy(status: number, kind: Kind): Processed {
  if (kind === 'delayed') return 'accepted';
  const exception = exceptions[status];
  if (exception !== undefined) return exception;
  if (status >= 200 && status < 300) return kind === 'rejected' || kind === 'unavailable' ? 'no' : 'yes';
  if (status === 304) return 'yes';
  return status >= 300 && status < 500 ? 'no' : 'maybe';
}

/**
 * The kind of the error code, if the code is documented for this status; else the kind of the status. The
 * types promise only the kinds in `or`.
 */
function kindOf(entry: StatusEntry, code: CodeEntry | undefined, status: number): DocumentedKind {
  if (code?.kind === undefined || !code.statuses?.includes(status)) return entry.kind;
  return code.kind;
}

export function rowOf(catalogue: Catalogue, status: number): StatusEntry | undefined {
  return Object.hasOwn(catalogue.statuses, status) ? catalogue.statuses[status] : undefined;
}

/** Whether the outcome is good: the kinds of 2xx (RFC 9110, 15.3) and of 304. */
export function isOkKind(kind: Kind): boolean {
  return kind === 'success' || kind === 'delayed' || kind === 'empty' || kind === 'unmodified';
}

/** Whether an outcome of this kind has `problem` instead of `data`. */
export function isProblemKind(kind: Kind): boolean {
  return kind === 'rejected' || kind === 'unavailable' || kind === 'failed';
}

const weight: { readonly [P in Processed]: number } = { no: 0, maybe: 1, accepted: 2, yes: 3 };

/** Of two attempts, the one that may have done more at the server. */
export function moreProcessed(one: Processed, other: Processed): Processed {
  return weight[one] > weight[other] ? one : other;
}
