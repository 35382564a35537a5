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
import { toldOfCut } from './cut-token.js';
import type { AskedOverAxios } from './poll-request.js';
import { type Followed, stillDelayed } from './resume.js';
import { finishStarted } from './start.js';

type Ending<How> = Extract<TaskEnding<EndedRequest>, { readonly how: How }>;

/** What an ending may still need of the world. */
export interface EndingWorld {
  readonly ask: (address: string) => Promise<AskedOverAxios>;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds until the deadline. */
  readonly leftMs: () => number;
}

/** The outcome of a task that is no longer followed, with the data or problem of the task itself. */
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

/** The task is done, and its result stood in its monitor's answer. */
function done(
  { asked, reading }: Ending<'done'>,
  followed: Followed,
  settings: Settings,
): AnyOutcome | Promise<AnyOutcome> {
  const { ended } = asked.exchange;
  const answer = responseOf(ended.exchange)?.response ?? { status: 200 };
  // A monitor may say by its body that the task is done while its status says 202: the body knows.
  const saysDelayed = rowOf(settings.catalogue, answer.status)?.kind === 'delayed';
  const status = saysDelayed ? 200 : answer.status;
  const documented = rowOf(settings.catalogue, status);
  const isEmpty = reading.data === undefined || reading.data === null || reading.data === '';
  const kind = status === 204 || documented?.kind === 'empty' ? 'empty' : 'success';
  // What was decoded to be read may be bytes to the caller.
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
 * The task is done: whatever becomes of fetching its result, its work is applied.
 * Where the deadline passes, the outcome is `delayed`, so that its token leads to
 * the result once more.
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
    const message = `the task's result is not fetched: ${refusal}`;
    return malformed({ how: 'malformed', asked, message }, 'applied', followed, settings);
  }
  if (asked === undefined || (asked.answer === undefined && world.leftMs() <= 0)) {
    return stillDelayed(followed, { link, hintMs: undefined, state: reading.word }, settings);
  }
  return answered(toldOfCut(asked, 'result', followed), 'applied', followed, settings);
}

/** What an address of the task answered is the outcome. A result that is a task of its own is not there yet. */
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

/** The task failed, was cancelled at the server, or is no longer known there. */
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
    // A record that is gone does not say how the task ended.
    effect: ended.ended === 'expired' ? 'unknown' : 'none',
    request,
    attempts: asked.exchange.ended.attempts,
    problem: documentedProblem({ ...response, data: withoutSecrets(body, sent) }, settings.catalogue),
    retry: { stopped: 'not-retryable' },
    task: ended,
  };
  // Its status is the monitor's: a schema of a status or of problems is not about it.
  return finishBuilt(built, exchange, settings);
}

/**
 * The answer says nothing of the task, or leads where it may not. The outcome keeps the
 * task, which can be followed again once its origin is trusted.
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

/** The caller stopped watching. The task itself goes on. */
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
  // AnyOutcome is what calls come to. A task's may also be one whose status is its monitor's.
  return finish(built as AnyOutcome, exchange, { responses: {}, redact });
}

function by({ schemas }: Followed, { redact }: Settings) {
  return { responses: schemas, redact };
}

function bodyOf({ exchange: { ended } }: AskedOverAxios): unknown {
  return responseOf(ended.exchange)?.response.data;
}
