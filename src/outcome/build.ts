import { documentedProblem } from '../classify/documented-problem.js';
import {
  type Exchange,
  fieldsOf,
  isWithoutStatus,
  type ResponseLike,
  responseOf,
} from '../classify/exchange.js';
import { plainHeaders, readHeader } from '../classify/headers.js';
import { isBrokenJson, isStrictJsonFailure } from '../classify/json-body.js';
import type { Ended } from '../retry/attempt.js';
import { readHint } from '../retry/hint.js';
import type { Catalogue, Problem } from '../semantics/catalogue.js';
import { isOkKind, type Kind } from '../semantics/kinds.js';
import { printableCause, printableReason } from './cause.js';
import { effectOf } from './effect.js';
import { readAlternatives } from './links.js';
import { redactHeaders, redactProblem } from './redact/redact.js';
import type { Redact } from './redact/secret-names.js';
import { type Sent, sentSecrets, withoutSecrets } from './redact/sent-secrets.js';
import { redactFailure, redactUrls } from './redact/text.js';
import type { AnyOutcome, Issue, RequestSummary, RetryVerdict } from './types.js';

/**
 * The outcome of a logical request that has ended. `ended.exchange` holds the
 * response as axios's transforms left it. `redact` are the caller's own names;
 * those of body fields are left to `redactOutcome`, after the schemas.
 */
export function buildOutcome(
  ended: Ended,
  request: RequestSummary,
  catalogue: Catalogue,
  redact: Redact,
): AnyOutcome {
  const { attempts, exchange } = ended;
  const answer = responseOf(exchange);
  const issues = answer && findIssues(ended, answer.response, redact);
  const kind: Kind = issues ? 'malformed' : ended.assessment.kind;
  const sent = answer === undefined || isOkKind(kind) ? undefined : sentSecrets(configOf(exchange), redact);
  for (const attempt of attempts) Object.freeze(attempt);
  const outcome = {
    kind,
    ok: isOkKind(kind),
    effect: effectOf(kind, ended.processed, request.method),
    request: Object.freeze(request),
    attempts: Object.freeze(attempts),
  };
  // One object, filled in place: this runs for every healthy request.
  Object.assign(outcome, answeredPart(kind, ended, answer, { redact, sent }));
  Object.assign(outcome, kindPart(kind, ended, answer, { catalogue, issues, redact, sent }));
  // The parts are chosen by `kind` just as the union's members are; the compiler
  // cannot follow that, the tests of each kind do.
  return Object.freeze(outcome) as AnyOutcome;
}

type Answer = ReturnType<typeof responseOf>;

function answeredPart(
  kind: Kind,
  { assessment }: Ended,
  answer: Answer,
  { redact, sent }: Pick<Given, 'redact' | 'sent'>,
): object {
  if (answer === undefined || kind === 'unreachable' || kind === 'cancelled') return {};
  const { status, headers } = answer.response;
  const { documented } = assessment;
  return {
    status: kind === 'unexpected' || kind === 'malformed' ? 'other' : status,
    httpStatus: status,
    headers: Object.freeze(redactHeaders(withoutSecrets(plainHeaders(headers), sent), redact)),
    ...(documented === undefined ? {} : { documented }),
  };
}

interface Given {
  readonly catalogue: Catalogue;
  readonly issues: readonly Issue[] | undefined;
  readonly redact: Redact;
  /** The credentials of the request, which an error answer may quote. */
  readonly sent: Sent;
}

function kindPart(kind: Kind, ended: Ended, answer: Answer, given: Given): object {
  const { issues, redact, sent } = given;
  const { exchange, assessment } = ended;
  const response = answer?.response;
  const data = response?.data;
  switch (kind) {
    case 'success':
      return { data };
    case 'empty':
    case 'unmodified':
      return {};
    case 'delayed': {
      const hint = readHint(response?.headers, Date.now(), false);
      return { data, task: Object.freeze(hint ? { retryAfterMs: hint.afterMs } : {}) };
    }
    case 'choices':
      return {
        data,
        alternatives: Object.freeze(
          readAlternatives(response?.headers).map((url) => redactUrls(url, redact)),
        ),
      };
    case 'redirected': {
      const location = readHeader(response?.headers, 'location');
      return location === undefined ? {} : { location: redactUrls(location, redact) };
    }
    case 'rejected':
      return { problem: problemOf(response, given) };
    case 'unavailable':
    case 'failed':
      return {
        problem: problemOf(response, given),
        retry: verdictOf(ended),
      };
    case 'unexpected':
      return { data: withoutSecrets(data, sent), retry: verdictOf(ended) };
    case 'malformed':
      return { data, issues, retry: verdictOf(ended) };
    case 'unreachable': {
      const code = assessment.code ?? 'ERR_NETWORK';
      const error = isWithoutStatus(exchange) ? new Error('the answer has no status') : exchange.error;
      return { code, cause: printableCause(error, code, redact), retry: verdictOf(ended) };
    }
    case 'cancelled':
      return { reason: printableReason(exchange.error, redact) };
  }
}

function problemOf(response: ResponseLike | undefined, { catalogue, redact, sent }: Given): Problem {
  // Before it is read, since texts are cut, and half a secret is not found; and after it, for what was bytes.
  const answer = response && { ...response, data: withoutSecrets(response.data, sent) };
  const problem = documentedProblem(answer ?? { status: 0 }, catalogue);
  return Object.freeze(redactProblem(problem, redact, sent));
}

/** The config as it was sent, with what hooks put into it. */
function configOf({ response, error, sent }: Exchange): unknown {
  return (
    sent ?? fieldsOf(response).config ?? fieldsOf(error).config ?? fieldsOf(fieldsOf(error).response).config
  );
}

function verdictOf({ stopped, retryAt }: Ended): RetryVerdict {
  return Object.freeze(retryAt === undefined ? { stopped } : { stopped, retryAt });
}

/** What is wrong with the body of an answer that should have been good. */
function findIssues(
  { assessment, exchange }: Ended,
  response: ResponseLike,
  redact: Redact,
): readonly Issue[] | undefined {
  if (assessment.kind === 'malformed') {
    const { message } = fieldsOf(exchange.error);
    const why = typeof message === 'string' ? redactFailure(message, redact) : assessment.code;
    return [{ message: `the body ended early or was refused: ${why}` }];
  }
  if (!isOkKind(assessment.kind)) return undefined;
  const broken = isStrictJsonFailure(exchange.error) || isBrokenJson(response, exchange.rawLength);
  return broken ? [{ message: 'the body is not JSON although its Content-Type says so' }] : undefined;
}
