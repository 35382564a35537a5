import { rowOf } from '../../classify/classify.js';
import { type ResponseLike, responseOf, sentConfig } from '../../classify/exchange.js';
import { plainHeaders } from '../../classify/headers.js';
import { documentedProblem } from '../../classify/problem/read-problem.js';
import type { TaskEnding } from '../../delayed/ending.js';
import { askThrough, resultRedirects } from '../../delayed/redirects.js';
import { buildOutcome } from '../../outcome/build.js';
import { finish } from '../../outcome/finish.js';
import { sentSecrets, withoutSecrets } from '../../outcome/redact/sent-secrets.js';
import type { AnyOutcome, EndedTask } from '../../outcome/types.js';
import type { Settings } from '../options.js';
import type { EndedRequest } from '../recorded-result.js';
import { explainMissingParameters } from './cut-token.js';
import type { AskedOverAxios } from './poll-request.js';
import { type Followed, stillDelayed } from './resume.js';
import { finishStarted } from './start.js';

type Ending<How> = Extract<TaskEnding<EndedRequest>, { readonly how: How }>;

/** What making the outcome of a task needs from its caller. */
export interface EndingWorld {
  readonly ask: (address: string) => Promise<AskedOverAxios>;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds until the deadline. */
  readonly leftMs: () => number;
}

/** The outcome of a task that is no longer followed, with the data or the problem of the task itself. */
export function outcomeOfEnding(
  ending: TaskEnding<EndedRequest>,
  followed: Followed,
  settings: Settings,
  world: EndingWorld,
): AnyOutcome | Promise<AnyOutcome> {
  switch (ending.how) {
    case 'done':
      return ending.result === undefined
        ? done(ending, followed, settings)
        : fetchResult(ending.result, ending, followed, settings, world);
    case 'failed':
    case 'cancelled': {
      const { word, problem } = ending.reading;
      const { safe = (text: string) => text } = ending.asked;
      const ended = { ended: ending.how, ...(word === undefined ? {} : { state: safe(word).slice(0, 100) }) };
      return failed(ending.asked, ended, problem, followed, settings);
    }
    case 'expired':
      return failed(ending.asked, { ended: 'expired' }, bodyOf(ending.asked), followed, settings);
    case 'rejected':
      return answered(ending.asked, 'unknown', followed, settings);
    case 'stopped':
      return cancelled(ending.asked, world.signal, 'pending', followed, settings);
    case 'malformed':
      return malformed(ending, 'pending', followed, settings);
    case 'delayed':
      return stillDelayed(followed, ending, settings);
  }
}

/** The outcome of a task that is done, with its result in the monitor's answer. */
function done(
  { asked, reading }: Ending<'done'>,
  followed: Followed,
  settings: Settings,
): AnyOutcome | Promise<AnyOutcome> {
  const { ended } = asked.exchange;
  const answer = responseOf(ended.exchange)?.response ?? { status: 200 };
  // The status of a monitor may still be 202 when its body says that the task is done. Then the body
  // counts.
  const saysDelayed = rowOf(settings.catalogue, answer.status)?.kind === 'delayed';
  const status = saysDelayed ? 200 : answer.status;
  const documented = rowOf(settings.catalogue, status);
  const isEmpty = reading.data === undefined || reading.data === null || reading.data === '';
  const kind = status === 204 || documented?.kind === 'empty' ? 'empty' : 'success';
  // If the body was decoded to read the state, the caller still gets the original body.
  const data = reading.data === asked.answer?.body ? answer.data : reading.data;
  const response: ResponseLike = { ...answer, status, data: isEmpty ? undefined : data };
  const { documented: _, problem: __, ...assessment } = ended.assessment;
  const built = buildOutcome(
    {
      ...ended,
      exchange: { response },
      processed: 'yes',
      assessment: { ...assessment, kind, httpStatus: status, ...(documented ? { documented } : {}) },
    },
    followed.outcome.request,
    settings.clock,
  );
  return finish(built, ended.exchange, by(followed, settings));
}

/**
 * Fetches the result of a task that is done. The effect is `applied`, also if the result cannot be
 * fetched. If the deadline passes, the outcome is `delayed`, and its token leads to the result.
 */
async function fetchResult(
  result: string,
  { link, reading }: Ending<'done'>,
  followed: Followed,
  settings: Settings,
  world: EndingWorld,
): Promise<AnyOutcome> {
  const trust = { origin: followed.record.origin, trustedOrigins: followed.delayed.trustedOrigins };
  const { asked, refusal } = await askThrough(result, world.ask, trust, resultRedirects);
  if (asked?.stopped) return cancelled(asked, world.signal, 'applied', followed, settings);
  if (refusal) {
    const message = `the task's result may not be fetched: ${refusal}`;
    return malformed({ how: 'malformed', asked, message }, 'applied', followed, settings);
  }
  if (asked === undefined || (asked.answer === undefined && world.leftMs() <= 0)) {
    return stillDelayed(followed, { link, hintMs: undefined, state: reading.word }, settings);
  }
  return answered(explainMissingParameters(asked, 'result', followed), 'applied', followed, settings);
}

/** Makes the outcome from an answer of the task. If the result is itself a delayed task, the outcome is `delayed`. */
function answered(
  { exchange: { ended, config } }: AskedOverAxios,
  effect: AnyOutcome['effect'],
  followed: Followed,
  settings: Settings,
): AnyOutcome | Promise<AnyOutcome> {
  const built = buildOutcome(ended, followed.outcome.request, settings.clock);
  const finishing = by(followed, settings);
  if (built.kind === 'delayed') {
    return finishStarted(built, { ended, config }, { ...settings, ...finishing });
  }
  return finish({ ...built, effect }, ended.exchange, finishing);
}

/** The outcome of a task that failed, was cancelled at the server, or is no longer known to the server. */
function failed(
  asked: AskedOverAxios,
  ended: EndedTask,
  body: unknown,
  { outcome: { request } }: Followed,
  settings: Settings,
): AnyOutcome | Promise<AnyOutcome> {
  const { exchange } = asked.exchange.ended;
  const { response = { status: 200 } } = responseOf(exchange) ?? {};
  const sent = sentSecrets(sentConfig(exchange), settings.redact);
  const built = {
    kind: 'failed',
    ok: false,
    status: 'other',
    httpStatus: response.status,
    headers: plainHeaders(response.headers),
    // If the server no longer knows the task, nobody knows how the task ended.
    effect: ended.ended === 'expired' ? 'unknown' : 'none',
    request,
    attempts: asked.exchange.ended.attempts,
    problem: documentedProblem({ ...response, data: withoutSecrets(body, sent) }, settings.catalogue),
    retry: { stopped: 'not-retryable' },
    task: ended,
  };
  // The status belongs to the monitor, so the schemas of the call do not apply.
  return finishBuilt(built, exchange, settings);
}

/**
 * The outcome if the answer does not tell the state of the task, or leads to a forbidden address. The
 * outcome keeps the task, so that it can be followed again after its origin is added to trustedOrigins.
 */
function malformed(
  { asked, message }: Ending<'malformed'>,
  effect: AnyOutcome['effect'],
  { outcome: { request, task } }: Followed,
  settings: Settings,
): AnyOutcome | Promise<AnyOutcome> {
  const exchange = asked?.exchange.ended.exchange ?? {};
  const built = {
    kind: 'malformed',
    ok: false,
    status: 'other',
    httpStatus: responseOf(exchange)?.response.status ?? 202,
    headers: {},
    effect,
    request,
    attempts: asked?.exchange.ended.attempts ?? [],
    data: undefined,
    issues: [{ message }],
    retry: { stopped: 'not-retryable' },
    task,
  };
  return finishBuilt(built, exchange, settings);
}

/** The outcome if the caller stopped following. The task itself goes on. */
function cancelled(
  asked: AskedOverAxios | undefined,
  signal: AbortSignal | undefined,
  effect: AnyOutcome['effect'],
  { outcome: { request } }: Followed,
  settings: Settings,
): AnyOutcome | Promise<AnyOutcome> {
  const given: unknown = signal?.reason;
  const reason = given instanceof Error ? given.message : given;
  const built = {
    kind: 'cancelled',
    ok: false,
    effect,
    request,
    attempts: asked?.exchange.ended.attempts ?? [],
    reason: { config: { signal: { reason } } },
  };
  return finishBuilt(built, asked?.exchange.ended.exchange ?? {}, settings);
}

function finishBuilt(
  built: object,
  exchange: EndedRequest['ended']['exchange'],
  { redact }: Settings,
): AnyOutcome | Promise<AnyOutcome> {
  // The type AnyOutcome is for calls. A task's outcome may have the status of its monitor, so it needs
  // the cast.
  return finish(built as AnyOutcome, exchange, { responses: {}, redact });
}

function by({ schemas }: Followed, { redact }: Settings) {
  return { responses: schemas, redact };
}

function bodyOf({ exchange: { ended } }: AskedOverAxios): unknown {
  return responseOf(ended.exchange)?.response.data;
}
