import type { Assessment } from '../../classify/assessment.js';
import { rowOf } from '../../classify/classify.js';
import { documentedProblem } from '../../classify/documented-problem.js';
import { type Exchange, type ResponseLike, responseOf } from '../../classify/exchange.js';
import { plainHeaders } from '../../classify/headers.js';
import type { TaskEnding } from '../../delayed/ending.js';
import { buildOutcome } from '../../outcome/build.js';
import { printableReason } from '../../outcome/cause.js';
import { redactHeaders, redactProblem } from '../../outcome/redact/redact.js';
import { nothingMore } from '../../outcome/redact/secret-names.js';
import { sentSecrets, withoutSecrets } from '../../outcome/redact/sent-secrets.js';
import type { AnyOutcome, EndedTask, RequestSummary, Task, TaskFailed } from '../../outcome/types.js';
import type { Ended } from '../../retry/attempt.js';
import type { Problem, StatusEntry } from '../../semantics/catalogue.js';
import type { Settings } from '../options.js';
import { recordedOf } from '../recorded-result.js';
import type { AskedOverAxios } from './poll-request.js';

type Ending<How> = Extract<TaskEnding<Exchange>, { readonly how: How }>;

/** The outcome of a task that is done, whose result stood in its monitor's answer. */
export function doneOutcome(
  { asked, reading }: Ending<'done'>,
  request: RequestSummary,
  settings: Settings,
): AnyOutcome {
  const answer = responseOf(asked.exchange)?.response ?? { status: 200 };
  // A monitor may say by its body that the task is done while its status says 202: the body knows.
  const stillDelayed = rowOf(settings.catalogue, answer.status)?.kind === 'delayed';
  const response = stillDelayed ? { ...answer, status: 200 } : answer;
  const documented = rowOf(settings.catalogue, response.status);
  const empty = reading.data === undefined || reading.data === null || reading.data === '';
  const kind = response.status === 204 || documented?.kind === 'empty' ? 'empty' : 'success';
  // What was decoded to be read may be bytes to the caller.
  const data = reading.data === asked.answer?.body ? response.data : reading.data;
  const body: ResponseLike = { ...response, data: empty ? undefined : data };
  return outcomeOfPoll(asked, { kind, documented }, body, request, settings);
}

/** The outcome of a task that failed, was cancelled at the server, or is no longer known there. */
export function failedOutcome(
  asked: AskedOverAxios | undefined,
  ended: EndedTask,
  body: unknown,
  request: RequestSummary,
  settings: Settings,
): TaskFailed<Problem> {
  const { response = { status: 200 } } = (asked && responseOf(asked.exchange)) ?? {};
  const problem = documentedProblem({ ...response, data: body }, settings.catalogue);
  const { redact } = settings;
  const sent = sentSecrets('config' in response ? response.config : undefined, redact);
  return Object.freeze({
    kind: 'failed',
    ok: false,
    status: 'other',
    httpStatus: response.status,
    headers: Object.freeze(redactHeaders(withoutSecrets(plainHeaders(response.headers), sent), redact)),
    // A record that is gone does not say how the task ended.
    effect: ended.ended === 'expired' ? 'unknown' : 'none',
    request: Object.freeze({ ...request }),
    attempts: attemptsOf(asked),
    problem: Object.freeze(redactProblem(problem, redact, sent)),
    retry: Object.freeze({ stopped: 'not-retryable' }),
    task: Object.freeze(ended),
  });
}

/**
 * The outcome of an answer that says nothing of the task, or leads where it may
 * not. It keeps the task, which can be followed again once its origin is trusted.
 */
export function malformedOutcome(
  { asked, message }: Ending<'malformed'>,
  request: RequestSummary,
  task: Task,
  effect: AnyOutcome['effect'] = 'pending',
): AnyOutcome {
  const { response = { status: 202, headers: {}, data: undefined } } =
    (asked && responseOf(asked.exchange)) ?? {};
  return Object.freeze({
    kind: 'malformed',
    ok: false,
    status: 'other',
    httpStatus: response.status,
    headers: Object.freeze({}),
    effect,
    request: Object.freeze({ ...request }),
    attempts: attemptsOf(asked),
    data: undefined,
    issues: Object.freeze([Object.freeze({ message })]),
    retry: Object.freeze({ stopped: 'not-retryable' }),
    task,
  });
}

/** The outcome of watching that the caller stopped. The task itself goes on. */
export function cancelledOutcome(
  asked: AskedOverAxios | undefined,
  signal: AbortSignal | undefined,
  request: RequestSummary,
  effect: AnyOutcome['effect'] = 'pending',
): AnyOutcome {
  const reason: unknown = signal?.reason;
  return Object.freeze({
    kind: 'cancelled',
    ok: false,
    effect,
    request: Object.freeze({ ...request }),
    attempts: attemptsOf(asked),
    reason: reason instanceof Error ? reason.message : printableReason({ config: { signal } }, nothingMore),
  });
}

interface Meaning {
  readonly kind: Assessment['kind'];
  readonly documented: StatusEntry | undefined;
}

function outcomeOfPoll(
  asked: AskedOverAxios,
  { kind, documented }: Meaning,
  response: ResponseLike,
  request: RequestSummary,
  { catalogue, redact }: Settings,
): AnyOutcome {
  const assessment: Assessment = {
    kind,
    processed: 'yes',
    retry: 'never',
    httpStatus: response.status,
    ...(documented === undefined ? {} : { documented }),
  };
  const attempts = attemptsOf(asked);
  const ended: Ended = {
    exchange: { response },
    assessment,
    attempts,
    stopped: 'not-retryable',
    processed: 'yes',
  };
  return buildOutcome(ended, { ...request }, catalogue, redact);
}

function attemptsOf(asked: AskedOverAxios | undefined): Ended['attempts'] {
  const { response, error } = asked?.exchange ?? {};
  return recordedOf(response ?? error)?.ended.attempts ?? [];
}
