import type { Processed } from '../classify/assessment.js';
import { isOkKind } from '../classify/classify.js';
import { fieldsOf, isWithoutStatus, type ResponseLike, responseOf } from '../classify/exchange.js';
import { type HeaderBag, plainHeaders, readHeader } from '../classify/headers.js';
import { isBrokenJson, isStrictJsonFailure } from '../classify/json-body.js';
import type { Ended } from '../retry/attempt.js';
import type { Clock } from '../retry/clock.js';
import { readHint } from '../retry/hint.js';
import { isSafeMethod } from '../retry/safety.js';
import type { Effect, Kind } from '../semantics/kinds.js';
import type { AnyOutcome, Issue, RequestSummary, RetryVerdict } from './types.js';

/**
 * Builds the outcome of a request that has ended. `finish` has not redacted it yet: its texts
 * are still the texts of the answer. `ended.exchange` holds the response after axios's transforms.
 */
export function buildOutcome(ended: Ended, request: RequestSummary, clock: Clock): AnyOutcome {
  const answer = responseOf(ended.exchange);
  const issues = answer && findIssues(ended, answer.response);
  const kind: Kind = issues ? 'malformed' : ended.assessment.kind;
  const { idempotencyKey } = ended;
  const outcome = {
    kind,
    ok: isOkKind(kind),
    effect: effectOf(kind, ended.processed, request.method),
    request: idempotencyKey === undefined ? request : { ...request, idempotencyKey },
    attempts: ended.attempts,
  };
  // One object, filled in place: this runs for every healthy request.
  if (answer !== undefined && kind !== 'unreachable' && kind !== 'cancelled') {
    Object.assign(outcome, answeredPart(kind, ended, answer.response));
  }
  Object.assign(outcome, kindPart(kind, ended, answer?.response, issues, clock));
  // `kind` chooses the parts, as it chooses the member of the union. The compiler cannot follow
  // this; the tests of each kind check it.
  return outcome as unknown as AnyOutcome;
}

/** What happened to the work. It follows from what all attempts together may have done. */
export function effectOf(kind: Kind, processed: Processed, method: string): Effect {
  if (kind === 'delayed' || processed === 'accepted') return 'pending';
  if (isOkKind(kind)) return 'applied';
  // RFC 9110, 9.2.1: a safe method asks for an answer and for no other work.
  if (isSafeMethod(method)) return kind === 'malformed' ? 'applied' : 'none';
  if (processed === 'yes') return 'applied';
  return processed === 'maybe' ? 'unknown' : 'none';
}

function answeredPart(kind: Kind, { assessment }: Ended, { status, headers }: ResponseLike): object {
  const { documented } = assessment;
  const plain = plainHeaders(headers);
  return {
    status: kind === 'unexpected' || kind === 'malformed' ? 'other' : status,
    httpStatus: status,
    headers: plain,
    ...(/^\s*true\s*$/i.test(plain['idempotent-replayed'] ?? '') ? { replayed: true } : {}),
    ...(documented === undefined ? {} : { documented }),
  };
}

function kindPart(
  kind: Kind,
  ended: Ended,
  response: ResponseLike | undefined,
  issues: readonly Issue[] | undefined,
  clock: Clock,
): object {
  const { exchange, assessment } = ended;
  const { problem = {} } = assessment;
  const data = response?.data;
  switch (kind) {
    case 'success':
      return { data };
    case 'empty':
    case 'unmodified':
      return {};
    case 'delayed': {
      const hint = readHint(response?.headers, clock.date(), false);
      return { data, task: hint ? { retryAfterMs: hint.afterMs } : {} };
    }
    case 'choices':
      return { data, alternatives: readAlternatives(response?.headers) };
    case 'redirected': {
      const location = readHeader(response?.headers, 'location');
      return location === undefined ? {} : { location };
    }
    case 'rejected':
      return { problem: { ...problem } };
    case 'unavailable':
    case 'failed':
      return { problem: { ...problem }, retry: verdictOf(ended) };
    case 'unexpected':
      return { data, retry: verdictOf(ended) };
    case 'malformed':
      return { data, issues, retry: verdictOf(ended) };
    case 'unreachable': {
      const cause = isWithoutStatus(exchange) ? new Error('the answer has no status') : exchange.error;
      return { code: assessment.code ?? 'ERR_NETWORK', cause, retry: verdictOf(ended) };
    }
    case 'cancelled':
      return { reason: exchange.error };
  }
}

function verdictOf({ stopped, retryAt }: Ended): RetryVerdict {
  return retryAt === undefined ? { stopped } : { stopped, retryAt };
}

/** What is wrong with the body of an answer that should have been good. */
function findIssues({ assessment, exchange }: Ended, response: ResponseLike): Issue[] | undefined {
  if (assessment.kind === 'malformed') {
    const { message } = fieldsOf(exchange.error);
    const why = typeof message === 'string' ? message : assessment.code;
    return [{ message: `the body ended early or was refused: ${why}` }];
  }
  if (!isOkKind(assessment.kind)) return undefined;
  const { error, rawLength } = exchange;
  // axios reports no error for a body that it cannot parse: the body stays a text.
  const isText = typeof response.data === 'string' && isBrokenJson(response, rawLength);
  const broken = isText || (error !== undefined && isStrictJsonFailure(error));
  return broken ? [{ message: 'the body is not JSON although its Content-Type says so' }] : undefined;
}

/** RFC 9110, 15.4.1: `Link: <…>; rel=alternate` has the alternatives of a 300, and `Location` the preferred one. */
export function readAlternatives(headers: HeaderBag): readonly string[] {
  const location = readHeader(headers, 'location');
  const found = location === undefined ? [] : [location];
  const link = (readHeader(headers, 'link') ?? '').slice(0, 8192);
  for (const [, target, parameters = ''] of link.matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (target && isAlternate(parameters) && !found.includes(target)) found.push(target);
  }
  return found;
}

/** RFC 8288, 3.3: `rel` holds a word, or words in quotes. Every `rel` after the first one is ignored. */
function isAlternate(parameters: string): boolean {
  const [, quoted, word = ''] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))/i.exec(parameters) ?? [];
  return (quoted ?? word).toLowerCase().split(/\s+/).includes('alternate');
}
