import { fieldsOf } from '../classify/exchange.js';
import { type Addressed, methodOf, originOf, pathOf } from '../classify/request-address.js';
import type { TaskPoll } from '../delayed/follow.js';
import { nothingMore } from '../outcome/redact/secret-names.js';
import { redactUrls } from '../outcome/redact/text.js';
import type { AnyOutcome, RequestSummary, RetryVerdict } from '../outcome/types.js';
import type { Attempt } from '../retry/attempt.js';
import type { Effect, Kind } from '../semantics/kinds.js';

/** The request that an event belongs to, without query, headers and body. */
export interface EventSource {
  /** Method and path. One object for all attempts and retries of a request. */
  readonly request: RequestSummary;
  /** Scheme, host and port, without credentials; an empty text for an address relative to a page. */
  readonly origin: string;
}

/** An attempt that has ended. */
export interface AttemptEvent extends Attempt, EventSource {}

/** A retry that is about to be waited for. */
export interface RetryEvent extends EventSource {
  /** The attempt that failed. */
  readonly attempt: Attempt;
  /** Milliseconds until the next one. */
  readonly waitMs: number;
}

/** One look at a task's monitor. The request is the one that started the task. */
export interface PollEvent extends TaskPoll, EventSource {}

/** How a request ended, without headers and bodies: what strangers to the call may know of it. */
export interface OutcomeEvent extends EventSource {
  readonly kind: Kind;
  readonly ok: boolean;
  readonly effect: Effect;
  readonly attempts: readonly Attempt[];
  /** The status on the wire, where there was a response. */
  readonly httpStatus?: number;
  /** The error code of the problem, or that of the failure where there was no response. */
  readonly code?: string;
  /** The server's id of the request, where an error answer tells it. */
  readonly requestId?: string;
  readonly retry?: RetryVerdict;
}

/** Who is told by a function of the options. Channels have subscribers of their own. */
export interface Listeners {
  readonly onAttempt: ((event: AttemptEvent) => void) | undefined;
  readonly onRetry: ((event: RetryEvent) => void) | undefined;
  readonly onOutcome: ((outcome: AnyOutcome) => void) | undefined;
}

/** Where a request goes, as it may be told to anybody. */
export function sourceOf(config: Addressed): EventSource {
  const request = { method: methodOf(config), path: redactUrls(pathOf(config), nothingMore) };
  return { request: Object.freeze(request), origin: originOf(config) };
}

/** A channel of `node:diagnostics_channel`, as far as it is used here. */
interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}

/** Where there are no channels, as in a browser. */
const silent: Channel = { hasSubscribers: false, publish() {} };

/**
 * The channel `axios-outcome:NAME`. Node gives its module through the process
 * itself (20.16 and later), so that bundles for browsers have nothing to resolve.
 */
function channel(name: string): Channel {
  const { process } = globalThis;
  // Some bundlers put a `process` of their own into a page.
  const diagnostics = process?.getBuiltinModule?.('node:diagnostics_channel');
  return diagnostics?.channel(`axios-outcome:${name}`) ?? silent;
}

const attempts: Channel = /* @__PURE__ */ channel('attempt');
const retries: Channel = /* @__PURE__ */ channel('retry');
const outcomes: Channel = /* @__PURE__ */ channel('outcome');
const polls: Channel = /* @__PURE__ */ channel('poll');

/** Whether somebody has to be told of each attempt. */
export function watchesAttempts({ onAttempt }: Listeners): boolean {
  return onAttempt !== undefined || attempts.hasSubscribers;
}

/** Whether somebody has to be told of each outcome. */
export function watchesOutcomes({ onOutcome }: Listeners): boolean {
  return onOutcome !== undefined || outcomes.hasSubscribers;
}

/** Tells of the attempts and retries of one request. */
export class AttemptTeller {
  readonly #source: EventSource;
  readonly #listeners: Listeners;

  /** Nothing where nobody listens. */
  static of(config: Addressed, listeners: Listeners): AttemptTeller | undefined {
    const { onAttempt, onRetry } = listeners;
    const isHeard = onAttempt || onRetry || attempts.hasSubscribers || retries.hasSubscribers;
    return isHeard ? new AttemptTeller(config, listeners) : undefined;
  }

  private constructor(config: Addressed, listeners: Listeners) {
    this.#source = sourceOf(config);
    this.#listeners = listeners;
  }

  attempt(attempt: Attempt): void {
    const event = Object.freeze({ ...attempt, ...this.#source });
    attempts.publish(event);
    this.#listeners.onAttempt?.(event);
  }

  retry(attempt: Attempt, waitMs: number): void {
    const event = Object.freeze({ attempt: Object.freeze({ ...attempt }), waitMs, ...this.#source });
    retries.publish(event);
    this.#listeners.onRetry?.(event);
  }
}

/** Tells of an outcome: the caller's own listener gets the whole, a channel what strangers may know. */
export function tellOutcome(outcome: AnyOutcome, origin: string, { onOutcome }: Listeners): void {
  if (outcomes.hasSubscribers) outcomes.publish(outcomeEvent(outcome, origin));
  onOutcome?.(outcome);
}

/** Tells the channel of a poll. */
export function tellPoll(poll: TaskPoll, request: RequestSummary, origin: string): void {
  if (polls.hasSubscribers) polls.publish(Object.freeze({ ...poll, request, origin }));
}

function outcomeEvent(outcome: AnyOutcome, origin: string): OutcomeEvent {
  const { kind, ok, effect, attempts, request } = outcome;
  const { httpStatus, code: failure, problem } = fieldsOf(outcome);
  // A schema may have put anything in the problem's place.
  const { code = failure, requestId } = fieldsOf(problem);
  return Object.freeze({
    request,
    origin,
    kind,
    ok,
    effect,
    attempts,
    ...(typeof httpStatus === 'number' ? { httpStatus } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...('retry' in outcome ? { retry: outcome.retry } : {}),
  });
}
