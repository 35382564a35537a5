import type { AxiosInstance } from 'axios';
import type { Exchange } from '../../classify/exchange.js';
import { Agenda } from '../../delayed/agenda.js';
import type { Asked, TaskEnding } from '../../delayed/ending.js';
import { type FollowRules, follow, type TaskPoll, type TaskWorld } from '../../delayed/follow.js';
import { refuse, resolveAddress } from '../../delayed/origin.js';
import { originOfAddress } from '../../delayed/origin-of-address.js';
import { Turns } from '../../delayed/turns.js';
import type { AnyOutcome } from '../../outcome/types.js';
import { findOperation } from '../../retry/repeatability.js';
import type { wrapAdapter } from '../engine.js';
import { tellOutcome, tellPoll } from '../observe.js';
import type { Settings } from '../options.js';
import { send } from '../send.js';
import { type CancelOptions, checkFollowOptions, type FollowOptions, type WatchedPoll } from './options.js';
import { type AskedFor, askTask, type TaskTransport } from './poll-request.js';
import { type Followed, followedOf, resumedOf } from './resume.js';
import { concludeTask } from './task-result.js';

/** Follows the tasks of one client: with one timer for all, and so many polls at once. */
export class Tasks {
  readonly #instance: AxiosInstance;
  readonly #settings: Settings;
  readonly #wrap: typeof wrapAdapter;
  readonly #expectAttached: () => void;
  readonly #agenda = new Agenda();
  readonly #turns: Turns;

  constructor(
    instance: AxiosInstance,
    settings: Settings,
    wrap: typeof wrapAdapter,
    expectAttached: () => void,
  ) {
    this.#expectAttached = expectAttached;
    this.#instance = instance;
    this.#settings = settings;
    this.#wrap = wrap;
    this.#turns = new Turns(settings.delayed.concurrency);
  }

  /** Poll by poll; the last one has the outcome. */
  watch(outcome: AnyOutcome, options: FollowOptions = {}): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    checkFollowOptions(options);
    const followed = followedOf(outcome, this.#instance, this.#settings, options.headers);
    return followed === undefined ? endedAlready(outcome) : this.#watch(followed, options);
  }

  /** The same for the task of a token. */
  resume(token: string, options: FollowOptions = {}): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    checkFollowOptions(options);
    return this.#watch(resumedOf(token, this.#instance, this.#settings, options.headers), options);
  }

  /** Asks the API to stop the task, by the request that its dialect has for that. */
  async cancel(outcome: AnyOutcome, { signal, headers }: CancelOptions = {}): Promise<AnyOutcome> {
    const followed = followedOf(outcome, this.#instance, this.#settings, headers);
    if (followed === undefined) throw new TypeError('axios-outcome: there is no task here to cancel');
    const { record, dialect, home } = followed;
    const asked = dialect.cancel?.(record.link);
    const url = asked && resolveAddress(asked.url, record.link.monitor);
    if (asked === undefined || url === undefined) {
      throw new TypeError(
        `axios-outcome: the task of ${record.method} ${record.path} cannot be cancelled: its API (${dialect.name}) has no request for that. To stop watching, abort the signal.`,
      );
    }
    const refusal = refuse(url, { origin: home, trustedOrigins: [] });
    if (refusal) throw new TypeError(`axios-outcome: the task cannot be cancelled: ${refusal}`);
    const { method } = asked;
    const own = { ...followed.headers };
    const config = { method, url, baseURL: '', maxRedirects: 0, headers: own, ...(signal ? { signal } : {}) };
    return send(this.#instance, config, this.#settings);
  }

  async *#watch(followed: Followed, options: FollowOptions): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
    const transport = this.#transportOf(followed, options);
    const { outcome, record, dialect, ended: endedAtOnce } = followed;
    const { retryAfterMs: hintMs, state } = outcome.task;
    const rules = this.#rules(findOperation(record.method, record.path, this.#settings.catalogue));
    const polls = follow(record, dialect, this.#worldOf(transport), rules, { hintMs, state });
    let last: TaskPoll = { number: 0, waitedMs: 0 };
    let next = endedAtOnce ? { done: true as const, value: endedAtOnce } : await polls.next();
    for (; !next.done; next = await polls.next()) {
      last = next.value;
      tellPoll(last, outcome.request, record.origin);
      options.onPoll?.(last);
      // The last poll is told with the outcome, which may still have to be fetched.
      if (last.nextPollMs !== undefined) yield last;
    }
    const { nextPollMs: _, ...poll } = last;
    const ended = await this.#conclude(next.value, followed, transport);
    tellOutcome(ended, record.origin, this.#settings);
    yield { ...poll, outcome: ended };
  }

  #conclude(ending: TaskEnding<Exchange>, followed: Followed, transport: TaskTransport): Promise<AnyOutcome> {
    const ask = (address: string) => this.#ask(address, transport, 'result');
    return concludeTask(ending, followed, this.#settings, { ...transport, ask });
  }

  #transportOf(followed: Followed, { signal, deadlineMs }: FollowOptions): TaskTransport {
    const limitMs = deadlineMs ?? this.#settings.delayed.deadlineMs ?? Number.POSITIVE_INFINITY;
    const due = performance.now() + limitMs;
    const { record, home, headers, responseType } = followed;
    return {
      instance: this.#instance,
      settings: this.#settings,
      wrap: this.#wrap,
      followed: { record, home, headers, responseType },
      signal,
      leftMs: () => due - performance.now(),
    };
  }

  #worldOf(transport: TaskTransport): TaskWorld<Exchange> {
    return {
      ask: (address) => this.#ask(address, transport, 'state'),
      wait: (ms) => this.#wait(ms, transport.signal),
      leftMs: transport.leftMs,
      random: Math.random,
    };
  }

  /** Asks when it is this task's turn, unless its time is up before. */
  async #ask(address: string, transport: TaskTransport, askedFor: AskedFor): Promise<Asked<Exchange>> {
    const { signal, leftMs } = transport;
    if (signal?.aborted) return { exchange: {}, stopped: true };
    const asked = await this.#turns.run(
      originOfAddress(address),
      () => {
        // Polls of a detached instance would go out without retries and without a deadline.
        this.#expectAttached();
        return askTask(address, transport, askedFor);
      },
      (stop) => this.#whenOver(signal, leftMs(), stop),
    );
    return asked ?? { exchange: {}, stopped: signal?.aborted === true };
  }

  /** Calls `stop` on abort or when the time is up. The returned function takes that back. */
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

  #rules(operation: FollowRules['operation']): FollowRules {
    const { pollIntervalMs, maxPollIntervalMs, trustedOrigins } = this.#settings.delayed;
    const { maxHintMs } = this.#settings.policy;
    return { pollIntervalMs, maxPollIntervalMs, trustedOrigins, maxHintMs, operation };
  }
}

async function* endedAlready(outcome: AnyOutcome): AsyncGenerator<WatchedPoll<AnyOutcome>, void> {
  yield { number: 0, waitedMs: 0, outcome };
}
