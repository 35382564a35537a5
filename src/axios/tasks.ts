import type { AxiosInstance } from 'axios';
import type { Exchange } from '../classify/exchange.js';
import { Agenda } from '../delayed/agenda.js';
import { follow, type TaskEnding, type TaskPoll, type TaskWorld } from '../delayed/follow.js';
import { Turns } from '../delayed/turns.js';
import type { AnyOutcome } from '../outcome/types.js';
import { expect } from '../semantics/configuration-error.js';
import { type Followed, followedOf, resumedOf } from './followed-task.js';
import type { Settings } from './options.js';
import { concludeTask } from './task-outcome.js';
import { askTask, type TaskTransport } from './task-transport.js';

/** Options of following one task. */
export interface FollowOptions {
  /** Stops watching. The task goes on: only the server can stop it. */
  readonly signal?: AbortSignal;
  /** Milliseconds for all waits and polls. Default: that of the client. */
  readonly deadlineMs?: number;
  /** Called after each poll. What it throws is thrown to the caller. */
  readonly onPoll?: (poll: TaskPoll) => void;
  /** Headers for the task's own origin, where the instance does not set them. Default: those of the call. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One look at a task's monitor; the last one has the task's outcome. */
export interface WatchedPoll<O> extends TaskPoll {
  readonly outcome?: O;
}

/** Follows the tasks of one client: with one timer for all, and so many polls at once. */
export class Tasks {
  readonly #instance: AxiosInstance;
  readonly #settings: Settings;
  readonly #agenda = new Agenda();
  readonly #turns: Turns;

  constructor(instance: AxiosInstance, settings: Settings) {
    this.#instance = instance;
    this.#settings = settings;
    this.#turns = new Turns(settings.delayed.concurrency);
  }

  async complete(outcome: AnyOutcome, options: FollowOptions = {}): Promise<AnyOutcome> {
    for await (const poll of this.watch(outcome, options)) {
      if (poll.outcome !== undefined) return poll.outcome;
    }
    return outcome;
  }

  watch(outcome: AnyOutcome, options: FollowOptions = {}): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    checkFollowOptions(options);
    return this.#watch(followedOf(outcome, this.#settings, options.headers), outcome, options);
  }

  async resume(token: string, options: FollowOptions = {}): Promise<AnyOutcome> {
    checkFollowOptions(options);
    const followed = resumedOf(token, this.#instance, this.#settings, options.headers);
    for await (const poll of this.#watch(followed, followed.pending(undefined), options)) {
      if (poll.outcome !== undefined) return poll.outcome;
    }
    return followed.pending(undefined);
  }

  async *#watch(
    followed: Followed | undefined,
    outcome: AnyOutcome,
    options: FollowOptions,
  ): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    if (followed === undefined) {
      yield { number: 0, waitedMs: 0, outcome };
      return;
    }
    const { record, dialect, hintMs } = followed;
    const transport = this.#transportOf(followed, options);
    const polls = follow(record, dialect, this.#worldOf(transport), this.#rules(), hintMs);
    let number = 0;
    let next = await polls.next();
    for (; !next.done; next = await polls.next()) {
      number = next.value.number;
      options.onPoll?.(next.value);
      yield next.value;
    }
    yield { number, waitedMs: 0, outcome: await this.#conclude(next.value, followed, transport) };
  }

  #conclude(ending: TaskEnding<Exchange>, followed: Followed, transport: TaskTransport): Promise<AnyOutcome> {
    const ask = (address: string) => this.#turns.run(() => askTask(address, transport));
    return concludeTask(ending, followed, this.#settings, { ask, signal: transport.signal });
  }

  #transportOf({ record, headers }: Followed, { signal, deadlineMs }: FollowOptions): TaskTransport {
    const limitMs = deadlineMs ?? this.#settings.delayed.deadlineMs ?? Number.POSITIVE_INFINITY;
    const due = performance.now() + limitMs;
    return {
      instance: this.#instance,
      settings: this.#settings,
      record,
      headers,
      signal,
      leftMs: () => due - performance.now(),
    };
  }

  #worldOf(transport: TaskTransport): TaskWorld<Exchange> {
    return {
      ask: (address) => this.#turns.run(() => askTask(address, transport)),
      wait: (ms) => this.#wait(ms, transport.signal),
      leftMs: transport.leftMs,
      random: Math.random,
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

  #rules() {
    const { pollIntervalMs, maxPollIntervalMs, trustedOrigins } = this.#settings.delayed;
    return { pollIntervalMs, maxPollIntervalMs, trustedOrigins, maxHintMs: this.#settings.policy.maxHintMs };
  }
}

function checkFollowOptions(options: FollowOptions): void {
  const given: unknown = options;
  expect(
    typeof given === 'object' && given !== null,
    'options',
    given,
    '{ signal, deadlineMs, onPoll, headers }',
  );
  const { deadlineMs, onPoll } = options;
  const holds = deadlineMs === undefined || (deadlineMs >= 1 && deadlineMs < 2 ** 31);
  expect(holds, 'deadlineMs', deadlineMs, 'milliseconds from 1 to 2147483647');
  expect(onPoll === undefined || typeof onPoll === 'function', 'onPoll', onPoll, 'a function');
}
