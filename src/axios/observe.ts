import type { TaskPoll } from '../delayed/follow.js';
import type { AnyOutcome, RequestSummary } from '../outcome/types.js';
import type { Attempt, PlannedRetry } from '../retry/attempt.js';
import { attempts, outcomes, polls, retries } from './channels.js';
import { type AttemptEvent, type EventSource, outcomeEvent, type RetryEvent } from './events.js';
import { type Addressed, originOf, summarize } from './request-address.js';

/** Who is told by a function of the options. Channels have subscribers of their own. */
export interface Listeners {
  readonly onAttempt: ((event: AttemptEvent) => void) | undefined;
  readonly onRetry: ((event: RetryEvent) => void) | undefined;
  readonly onOutcome: ((outcome: AnyOutcome) => void) | undefined;
}

/** Whether somebody has to be told of each attempt. */
export function watchesAttempts({ onAttempt }: Listeners): boolean {
  return onAttempt !== undefined || attempts.hasSubscribers;
}

/** Whether somebody has to be told of each outcome. */
export function watchesOutcomes({ onOutcome }: Listeners): boolean {
  return onOutcome !== undefined || outcomes.hasSubscribers;
}

/** What tells of the attempts and retries of one request; nothing where nobody listens. */
export function tellers(
  config: Addressed,
  { onAttempt, onRetry }: Listeners,
): { readonly onAttempt?: (attempt: Attempt) => void; readonly onRetry?: (retry: PlannedRetry) => void } {
  if (!onAttempt && !onRetry && !attempts.hasSubscribers && !retries.hasSubscribers) return {};
  const source = sourceOf(config);
  return {
    onAttempt(attempt) {
      const event = Object.freeze({ ...attempt, ...source });
      attempts.publish(event);
      onAttempt?.(event);
    },
    onRetry({ attempt, waitMs }) {
      const event = Object.freeze({ attempt: Object.freeze({ ...attempt }), waitMs, ...source });
      retries.publish(event);
      onRetry?.(event);
    },
  };
}

function sourceOf(config: Addressed): EventSource {
  return { request: Object.freeze(summarize(config)), origin: originOf(config) };
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
