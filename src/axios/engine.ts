import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import pRetry from 'p-retry';
import { assess } from '../classify/assess.js';
import type { Assessment } from '../classify/assessment.js';
import { isOkKind } from '../classify/classify.js';
import { type Exchange, isCancellation, responseOf } from '../classify/exchange.js';
import { methodOf } from '../classify/request-address.js';
import type { Attempt, Ended, Sent } from '../retry/attempt.js';
import { waitOut } from '../retry/clock.js';
import { bodyIsGone, isVeto } from '../retry/decide.js';
import { type Hint, isVetoed } from '../retry/hint.js';
import { applyIdempotencyKey, keyIn } from '../retry/idempotency-key.js';
import { type End, LogicalRequest } from '../retry/logical-request.js';
import { asksForCredentials, renewCredentials } from '../retry/reauthenticate.js';
import { closeIdleSockets, releaseAnswer } from '../retry/replay.js';
import { isIdempotentMethod } from '../retry/safety.js';
import type { Made, PollScope, RequestScope } from './around.js';
import { keepBoundary, prepareAttempt, readUnread, type Sending, sendAttempt } from './attempt.js';
import { Cancellation } from './cancellation.js';
import { unreadError } from './error-body.js';
import { AttemptReporter, sourceOf } from './events.js';
import type { Settings } from './options.js';
import { type EngineConfig, settle, successReason, throwHookError } from './recorded-result.js';
import { noteAddress } from './redirects.js';

/** One request in the loop. */
interface Run extends Sending {
  readonly settings: Settings;
  readonly request: LogicalRequest;
  /** Reports attempts. Undefined if nobody listens. */
  readonly reporter: AttemptReporter | undefined;
  /** The part of the work that the attempts belong to, if `around` functions are used. */
  readonly within?: RequestScope | PollScope;
}

/** The request is sent again after this wait. */
interface Again {
  readonly waitMs: number;
}

/** A first attempt that was sent before the engine was needed. */
export interface First extends Made {
  readonly startedAt: number;
}

/**
 * Sends a request through `inner` as often as the policy allows. Resolves or rejects as the last attempt
 * did, and leaves a record of the attempts on that response or error. Only the transport is repeated:
 * interceptors and transforms run once. `first` is an attempt that was already made.
 */
export async function sendUntilEnded(
  config: EngineConfig,
  inner: AxiosAdapter,
  settings: Settings,
  first?: First,
): Promise<AxiosResponse> {
  const { catalogue, policy, clock, around } = settings;
  const { signal, cancelToken } = config;
  const isStoppable = signal || cancelToken || policy.deadlineMs !== undefined;
  // The time is read before the deadline's timer starts. So when the timer fires, the deadline has passed
  // by this clock too.
  const startedAt = clock.now();
  const cancellation = isStoppable ? new Cancellation(config, policy.deadlineMs, clock) : undefined;
  try {
    keepBoundary(config, inner);
    const key = isIdempotentMethod(methodOf(config))
      ? undefined
      : applyIdempotencyKey(config, policy.idempotencyKey, keyIn(config.outcomeSink?.call));
    const request = new LogicalRequest(config, key, policy, catalogue, clock, startedAt);
    const reporter = AttemptReporter.of(config, settings);
    const ownHeaders = around !== undefined;
    const run: Run = { config, inner, policy, ownHeaders, cancellation, clock, settings, request, reporter };
    const ended = await (around ? repeatWithin(run) : repeat(run, first)).catch(throwHookError);
    return settle(config, ended, settings);
  } finally {
    cancellation?.dispose();
  }
}

/**
 * Runs the loop inside `around` functions. A method of the client, or a poll, has named the part that the
 * attempts belong to. Any other request is that part itself.
 */
async function repeatWithin(run: Run): Promise<Ended> {
  const { config, settings } = run;
  const within = config.outcomeSink?.within;
  if (within && within.type !== 'task') return repeat({ ...run, within });
  const scope: RequestScope = { type: 'request', ...sourceOf(config), within };
  const all = () => repeat({ ...run, within: scope });
  return settings.around?.request?.(scope, all, ({ assessment }) => assessment) ?? all();
}

/** Thrown to p-retry, so that it calls again. It never leaves this file. */
class OnceMore extends Error {
  override readonly name = 'OnceMore';
}

/** Makes one attempt after another. p-retry starts when the first attempt needs a second one. */
async function repeat(run: Run, first?: First): Promise<Ended> {
  let step = await (first ? takeFirst(run, first) : attempt(run, { waitMs: 0 }));
  if (!('waitMs' in step)) return step;
  const next = async () => {
    // p-retry treats a TypeError and a value that is not an Error in its own way. So an error is returned
    // here, and thrown later.
    const made = await attempt(run, step as Again).catch((thrown: unknown) => ({ thrown }));
    if (!('waitMs' in made)) return made;
    step = made;
    throw new OnceMore();
  };
  // The library decides and waits itself: p-retry has no delay per error, and calls its callbacks in
  // another order in version 7 than in 9.
  const last = await pRetry(next, { retries: Number.POSITIVE_INFINITY, minTimeout: 0 });
  if ('thrown' in last) throw last.thrown;
  return last;
}

/** One round of the loop: waits, sends, and decides what follows. */
async function attempt(run: Run, { waitMs }: Again): Promise<Again | Ended> {
  const { request, clock, cancellation } = run;
  const askedAt = clock.now();
  const stopped = await waitOut(waitMs, clock, cancellation && ((ms) => cancellation.sleep(ms)));
  if (stopped) return stop(run, stopped);
  const startedAt = clock.now();
  const number = request.attempts.length + 1;
  const prepared = await prepareAttempt(run, number);
  if ('error' in prepared) return stop(run, { error: prepared.error, unsent: true });
  const made = await make(run, number, prepared.value);
  if (made.exchange.unsent) return stop(run, made.exchange);
  request.checkKey(prepared.value);
  return follow(run, { ...made, startedAt }, waitMs > 0 ? startedAt - askedAt : 0);
}

/** Sends an attempt inside `around.attempt`. */
async function make(run: Run, number: number, own: InternalAxiosRequestConfig): Promise<Made> {
  const { config, settings, within } = run;
  const around = settings.around?.attempt;
  if (around === undefined) return { exchange: await sendAttempt(run, own) };
  return around({ type: 'attempt', number, config: own, within }, async () => {
    const exchange = await sendAttempt(run, own);
    return { exchange, assessment: assess(exchange, config, settings.catalogue, settings.undocumented) };
  });
}

async function takeFirst(run: Run, first: First): Promise<Again | Ended> {
  const { exchange, startedAt } = first;
  const { config } = run;
  run.request.startedAt = startedAt;
  const isRead = !config.outcomeSink || unreadError(exchange) === undefined;
  const isSeen = !noteAddress(exchange.response ?? exchange.error, config);
  if (isRead && isSeen) return follow(run, first, 0);
  // The body and the address were not known when the answer was classified, so it is classified again.
  return follow(run, { exchange: await readUnread(run, exchange, config.timeout, startedAt), startedAt }, 0);
}

/** Classifies the exchange of an attempt, and decides whether another attempt follows. */
async function follow(run: Run, made: First, waitedMs: number): Promise<Again | Ended> {
  const { config, policy, settings, request } = run;
  const { exchange, startedAt } = made;
  const assessment = made.assessment ?? assess(exchange, config, settings.catalogue, settings.undocumented);
  const sent: Sent = { exchange, assessment, waitedMs, startedAt, tookMs: run.clock.now() - startedAt };
  if (isOkKind(assessment.kind)) {
    request.succeed();
    return end(run, sent, { because: successReason(assessment), stopped: 'not-retryable' });
  }
  const userSays = policy.shouldRetry?.(assessment, request.attempts.length + 1);
  const serverVeto = isVetoed(responseOf(exchange)?.response.headers) || assessment.serverSays === false;
  if (mayRenew(run, assessment) && !serverVeto && !isVeto(userSays)) {
    const renewed = await renew(run, sent);
    if (renewed) return renewed;
  }
  const hint = request.hintIn(sent);
  const decision = request.decide(sent, hint, serverVeto, userSays);
  if (!decision.again) return end(run, sent, { ...decision, hint });
  return again(run, sent, decision.waitMs, decision.because, hint);
}

/** Whether to make one more attempt with fresh credentials. */
function mayRenew({ policy, request }: Run, assessment: Assessment): boolean {
  if (policy.reauthenticate === undefined || request.renewed || !asksForCredentials(assessment)) return false;
  // This 401 belongs to a GET after a redirect, and says nothing about the POST.
  return !assessment.turnedIntoGet || request.repeatability !== 'once';
}

/** Renews credentials, and returns what follows. Undefined if they could not be renewed. */
async function renew(run: Run, sent: Sent): Promise<Again | Ended | undefined> {
  const { policy, request, cancellation } = run;
  const { reauthenticate = () => false } = policy;
  if (!request.bodyReplayable) return end(run, sent, { because: bodyIsGone, stopped: 'body' });
  request.renewed = true;
  // The renewal may need the socket of the unread body.
  const answer = responseOf(sent.exchange);
  if (answer) releaseAnswer(answer.response);
  const work = () => renewCredentials(reauthenticate, sent.startedAt, run.clock);
  const renewal = cancellation ? await cancellation.run(work) : { value: await work() };
  if ('value' in renewal) {
    return renewal.value ? again(run, sent, 0, 'credentials were renewed: one more attempt') : undefined;
  }
  if (!isCancellation(renewal.error)) {
    // The deadline has passed, so the answer that asked for credentials is final.
    const because = 'the deadline passed while credentials were renewed';
    return end(run, sent, { because, stopped: 'deadline' });
  }
  record(run, sent, 'one more attempt was planned after the renewal of credentials');
  return stop(run, { error: renewal.error });
}

function again(run: Run, sent: Sent, waitMs: number, because: string, hint?: Hint): Again {
  const answer = responseOf(sent.exchange);
  if (answer) releaseAnswer(answer.response);
  else closeIdleSockets(sent.exchange.error);
  const attempt = record(run, sent, because, hint);
  run.reporter?.retry(attempt, waitMs);
  return { waitMs };
}

function end(run: Run, sent: Sent, end: End): Ended {
  record(run, sent, end.because, end.hint);
  return run.request.ended(sent, end);
}

function record({ request, reporter }: Run, sent: Sent, because: string, hint?: Hint): Attempt {
  const attempt = request.record(sent, because, hint);
  reporter?.attempt(attempt);
  return attempt;
}

/** Ends a request that was stopped between two attempts: in a wait, or in a hook. */
function stop({ config, settings, request }: Run, exchange: Exchange): Ended {
  return request.stopped(exchange, assess(exchange, config, settings.catalogue, settings.undocumented));
}
