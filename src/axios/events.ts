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
  /** Method and path. All attempts and retries of a request have the same object. */
  readonly request: RequestSummary;
  /** Scheme, host and port, without credentials. Empty for an address relative to a page. */
  readonly origin: string;
}

/** An attempt that has ended. */
export interface AttemptEvent extends Attempt, EventSource {}

/** A retry, before its wait begins. */
export interface RetryEvent extends EventSource {
  /** The attempt that failed. */
  readonly attempt: Attempt;
  /** Milliseconds until the next attempt. */
  readonly waitMs: number;
}

/** One poll of a task's monitor. `request` is the request that started the task. */
export interface PollEvent extends TaskPoll, EventSource {}

/** How a request ended, without headers and bodies, since anyone in the process may subscribe. */
export interface OutcomeEvent extends EventSource {
  readonly kind: Kind;
  readonly ok: boolean;
  readonly effect: Effect;
  readonly attempts: readonly Attempt[];
  /** The HTTP status. Absent if there was no response. */
  readonly httpStatus?: number;
  /** The error code of the problem. Without a response, the code of the failure. */
  readonly code?: string;
  /** The server's id of the request, if an error answer has it. */
  readonly requestId?: string;
  readonly retry?: RetryVerdict;
}

/** The functions of the options that are called. Subscribers of channels are not here. */
export interface Listeners {
  readonly onAttempt: ((event: AttemptEvent) => void) | undefined;
  readonly onRetry: ((event: RetryEvent) => void) | undefined;
  readonly onOutcome: ((outcome: AnyOutcome) => void) | undefined;
}

/** Method, path and origin of a request, without secrets. */
export function sourceOf(config: Addressed): EventSource {
  const request = { method: methodOf(config), path: redactUrls(pathOf(config), nothingMore) };
  return { request: Object.freeze(request), origin: originOf(config) };
}

/** A channel of `node:diagnostics_channel`: the parts that are used here. */
interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}

/** Used in a browser, which has no channels. */
const silent: Channel = { hasSubscribers: false, publish() {} };

/**
 * The channel `axios-outcome:NAME`. The module comes from `process.getBuiltinModule` (Node 20.16 and
 * later), so that a bundle for browsers has no import to resolve.
 */
function channel(name: string): Channel {
  const { process } = globalThis;
  // Some bundlers put their own `process` into a page.
  const diagnostics = process?.getBuiltinModule?.('node:diagnostics_channel');
  return diagnostics?.channel(`axios-outcome:${name}`) ?? silent;
}

const attempts: Channel = /* @__PURE__ */ channel('attempt');
const retries: Channel = /* @__PURE__ */ channel('retry');
const outcomes: Channel = /* @__PURE__ */ channel('outcome');
const polls: Channel = /* @__PURE__ */ channel('poll');

/** Whether anyone listens to attempts. */
export function watchesAttempts({ onAttempt }: Listeners): boolean {
  return onAttempt !== undefined || attempts.hasSubscribers;
}

/** Whether anyone listens to outcomes. */
export function watchesOutcomes({ onOutcome }: Listeners): boolean {
  return onOutcome !== undefined || outcomes.hasSubscribers;
}

/** Reports the attempts and retries of one request. */
export class AttemptReporter {
  readonly #source: EventSource;
  readonly #listeners: Listeners;

  /** Undefined if nobody listens. */
  static of(config: Addressed, listeners: Listeners): AttemptReporter | undefined {
    const { onAttempt, onRetry } = listeners;
    const isHeard = onAttempt || onRetry || attempts.hasSubscribers || retries.hasSubscribers;
    return isHeard ? new AttemptReporter(config, listeners) : undefined;
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

/**
 * Reports an outcome. The caller's own listener gets the whole outcome, a channel gets it without headers
 * and bodies.
 */
export function reportOutcome(outcome: AnyOutcome, origin: string, { onOutcome }: Listeners): void {
  if (outcomes.hasSubscribers) outcomes.publish(outcomeEvent(outcome, origin));
  onOutcome?.(outcome);
}

/** Reports a poll to its channel. */
export function reportPoll(poll: TaskPoll, request: RequestSummary, origin: string): void {
  if (polls.hasSubscribers) polls.publish(Object.freeze({ ...poll, request, origin }));
}

function outcomeEvent(outcome: AnyOutcome, origin: string): OutcomeEvent {
  const { kind, ok, effect, attempts, request } = outcome;
  const { httpStatus, code: failure, problem } = fieldsOf(outcome);
  // A schema may have replaced the problem by any value.
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
