import type { Asked, TaskEnding } from '../../delayed/ending.js';
import {
  type FollowRules,
  follow,
  type TaskPoll,
  type TaskWorld,
  type WatchedPoll,
} from '../../delayed/follow.js';
import {
  type CancelOptions,
  checkFollowOptions,
  delayedSettings,
  type FollowOptions,
} from '../../delayed/options.js';
import { originOfAddress } from '../../delayed/origin.js';
import { isPage } from '../../delayed/read-result.js';
import { Agenda, Turns } from '../../delayed/schedule.js';
import type { AnyOutcome } from '../../outcome/types.js';
import { findOperation } from '../../semantics/operations.js';
import type { PollScope, TaskScope } from '../around.js';
import { reportOutcome, reportPoll } from '../events.js';
import type { EndedRequest } from '../recorded-result.js';
import { cancelRequest } from './cancel-request.js';
import { explainMissingParameters } from './cut-token.js';
import { type AskedFor, askTask, type TaskSending, type TaskTransport } from './poll-request.js';
import { type Followed, followedOf, type ResumeOptions, resumedOf } from './resume.js';
import { outcomeOfEnding } from './task-result.js';
import { withinTask } from './task-scope.js';

/** Follows the tasks of one client. All tasks share one timer, and a limited number of polls runs at once. */
export class TaskFollower {
  readonly #sending: TaskSending;
  readonly #agenda: Agenda;
  readonly #turns: Turns;

  constructor(sending: TaskSending) {
    this.#sending = sending;
    this.#agenda = new Agenda(sending.settings.clock);
    const { delayed, catalogue } = sending.settings;
    this.#turns = new Turns(delayedSettings(delayed, catalogue).concurrency);
  }

  /** Yields each poll. The last poll has the outcome. */
  watch(outcome: AnyOutcome, options: FollowOptions = {}): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    checkFollowOptions(options);
    const followed = this.#followed(outcome, options);
    return followed === undefined ? endedAlready(outcome) : this.#watch(followed, options);
  }

  /** Does the same for the task of a token. */
  resume(token: string, options: ResumeOptions = {}): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    checkFollowOptions(options, ['responses']);
    const { instance, settings } = this.#sending;
    return this.#watch(resumedOf(token, instance, settings, options), options);
  }

  /** Sends the request with which the dialect asks the API to stop the task. */
  async cancel(outcome: AnyOutcome, options: CancelOptions = {}): Promise<EndedRequest> {
    const followed = this.#followed(outcome, options);
    if (followed === undefined)
      throw new TypeError(
        'axios-outcome: this outcome has no task to cancel. Give cancel a delayed outcome whose task.cancellable is true.',
      );
    const { signal } = options;
    const { instance, send } = this.#sending;
    return send(instance, { ...cancelRequest(followed), ...(signal ? { signal } : {}) });
  }

  #followed(outcome: AnyOutcome, options: CancelOptions): Followed | undefined {
    const { instance, settings } = this.#sending;
    return followedOf(outcome, instance, settings, options);
  }

  #watch(followed: Followed, options: FollowOptions): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    const { task: around } = this.#sending.settings.around ?? {};
    if (around === undefined) return this.#polls(followed, options);
    const { outcome, record } = followed;
    const task: TaskScope = { type: 'task', request: outcome.request, origin: record.origin };
    return withinTask(task, around, this.#polls(followed, options, task));
  }

  async *#polls(
    followed: Followed,
    options: FollowOptions,
    task?: TaskScope,
  ): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    const transport = this.#transportOf(followed, options, task);
    const { outcome, record, dialect, ended: endedAtOnce } = followed;
    const { retryAfterMs: hintMs, state } = outcome.task;
    const world = this.#worldOf(transport, task);
    const polls = follow(record, dialect, world, this.#rulesOf(followed), { hintMs, state });
    let last: TaskPoll = { number: 0, waitedMs: 0 };
    let next = endedAtOnce ? { done: true as const, value: endedAtOnce } : await polls.next();
    for (; !next.done; next = await polls.next()) {
      last = next.value;
      reportPoll(last, outcome.request, record.origin);
      options.onPoll?.(last);
      // The last poll is yielded with the outcome, whose result may still have to be fetched.
      if (last.nextPollMs !== undefined) yield last;
    }
    let ending = next.value;
    // If the monitor has answered before, it does not need the missing parameters.
    const { how } = ending;
    const refused = how === 'rejected' || how === 'expired' || how === 'malformed' ? ending : undefined;
    if (refused?.asked && !world.isRead) {
      ending = { ...refused, asked: explainMissingParameters(refused.asked, 'monitor', followed) };
    }
    const { nextPollMs: _, ...poll } = last;
    const ended = await this.#outcomeOf(ending, followed, transport);
    reportOutcome(ended, record.origin, this.#sending.settings);
    yield { ...poll, outcome: ended };
  }

  async #outcomeOf(
    ending: TaskEnding<EndedRequest>,
    followed: Followed,
    transport: TaskTransport,
  ): Promise<AnyOutcome> {
    const ask = (address: string) => this.#ask(address, transport, 'result');
    return outcomeOfEnding(ending, followed, this.#sending.settings, { ...transport, ask });
  }

  #transportOf(
    followed: Followed,
    { signal, deadlineMs }: FollowOptions,
    within: TaskScope | undefined,
  ): TaskTransport {
    const { clock } = this.#sending.settings;
    const limitMs = deadlineMs ?? followed.delayed.deadlineMs ?? Number.POSITIVE_INFINITY;
    const due = clock.now() + limitMs;
    return { ...this.#sending, followed, signal, leftMs: () => due - clock.now(), within };
  }

  /** The functions for `follow`. `isRead` is true once the monitor has answered with a state. A log-in page, or a redirect to one, is no state. */
  #worldOf(
    transport: TaskTransport,
    task: TaskScope | undefined,
  ): TaskWorld<EndedRequest> & { isRead: boolean } {
    const around = transport.settings.around?.poll;
    const readOver = async (address: string, over: TaskTransport) => {
      const asked = await this.#ask(address, over, 'state');
      world.isRead ||= asked.answer !== undefined && asked.answer.status < 300 && !isPage(asked.answer);
      return asked;
    };
    const world: TaskWorld<EndedRequest> & { isRead: boolean } = {
      isRead: false,
      ask: (address: string) => readOver(address, transport),
      ...(around && {
        poll: (number, look) => {
          const poll: PollScope = { type: 'poll', number, within: task };
          const ask = (address: string) => readOver(address, { ...transport, within: poll });
          return around(
            poll,
            () => look(ask),
            ({ asked }) => asked?.exchange.ended.assessment,
          );
        },
      }),
      wait: (ms: number) => this.#wait(ms, transport.signal),
      leftMs: transport.leftMs,
      random: transport.settings.clock.random,
    };
    return world;
  }

  /** Asks an address when it is this task's turn, unless the task is stopped or its time is over before. */
  async #ask(address: string, transport: TaskTransport, askedFor: AskedFor): Promise<Asked<EndedRequest>> {
    const { signal, leftMs } = transport;
    if (signal?.aborted) return { exchange: notAsked, stopped: true };
    const asked = await this.#turns.run(
      originOfAddress(address),
      () => askTask(address, transport, askedFor),
      (stop) => this.#whenOver(signal, leftMs(), stop),
    );
    return asked ?? { exchange: notAsked, stopped: signal?.aborted === true };
  }

  /** Calls `stop` on abort or when the time is over. The returned function withdraws that. */
  #whenOver(signal: AbortSignal | undefined, leftMs: number, stop: () => void): () => void {
    const cancel = Number.isFinite(leftMs) ? this.#agenda.after(leftMs, stop) : () => {};
    signal?.addEventListener('abort', stop, { once: true });
    return () => {
      cancel();
      signal?.removeEventListener('abort', stop);
    };
  }

  #wait(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const cancel = this.#agenda.after(ms, () => {
        signal?.removeEventListener('abort', stop);
        resolve(true);
      });
      function stop(): void {
        cancel();
        resolve(false);
      }
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  #rulesOf({ delayed, record }: Followed): FollowRules {
    const { pollIntervalMs, maxPollIntervalMs, trustedOrigins } = delayed;
    const { policy, catalogue } = this.#sending.settings;
    const operation = findOperation(record.method, record.path, catalogue);
    return { pollIntervalMs, maxPollIntervalMs, trustedOrigins, maxHintMs: policy.maxHintMs, operation };
  }
}

/** The result of a poll that was given up before it was sent. */
const notAsked: EndedRequest = {
  ended: {
    exchange: {},
    assessment: { kind: 'cancelled', processed: 'no', retry: 'never' },
    attempts: [],
    stopped: 'not-retryable',
    processed: 'no',
  },
  config: {},
};

async function* endedAlready(outcome: AnyOutcome): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
  yield { number: 0, waitedMs: 0, outcome };
}
