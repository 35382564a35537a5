import axios, { AxiosError, type InternalAxiosRequestConfig } from 'axios';
import type { Clock } from '../retry/clock.js';

type Listener = (error: unknown) => void;

/** What ended while it was waited for: its value, or the error that stopped the request. */
export type Uninterrupted<T> = { readonly value: T } | { readonly error: unknown };

/**
 * What can stop a request from outside: the caller's signal or cancel token, and the
 * deadline. It listens once to each, and tells whoever waits at that moment.
 */
export class Cancellation {
  readonly #config: InternalAxiosRequestConfig;
  readonly #clock: Clock;
  readonly #listeners = new Set<Listener>();
  readonly #cancelDeadline: () => void;
  /** What stopped the request. */
  #stopped: { readonly error: unknown } | undefined;
  readonly #onAbort = () => this.#stop(new axios.CanceledError(undefined, this.#config));
  readonly #onToken = (reason: unknown) => this.#stop(reason);

  /** Listens to whatever can stop this request. */
  constructor(config: InternalAxiosRequestConfig, deadlineMs: number | undefined, clock: Clock) {
    this.#config = config;
    this.#clock = clock;
    // Listeners that are taken away again: `AbortSignal.any` keeps an entry for each call (Node 20 and 22).
    config.signal?.addEventListener?.('abort', this.#onAbort);
    config.cancelToken?.subscribe(this.#onToken);
    const message = `axios-outcome: deadlineMs (${deadlineMs}) passed`;
    const onDeadline = () => this.#stop(new AxiosError(message, 'ETIMEDOUT', config));
    this.#cancelDeadline = deadlineMs === undefined ? () => {} : clock.after(deadlineMs, onDeadline);
    if (config.signal?.aborted) this.#onAbort();
  }

  /** What stopped the request, once something has. */
  get stopped(): { readonly error: unknown } | undefined {
    return this.#stopped;
  }

  /** Calls back once the request is stopped. The returned function takes that back. */
  onStop(listener: Listener): () => void {
    if (this.#stopped) listener(this.#stopped.error);
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Does the work, and waits for it no longer than until the request is stopped. What
   * the work itself throws is thrown. A result that comes later goes to `late`.
   */
  run<T>(work: () => Promise<T>, late?: (result: T) => void): Promise<Uninterrupted<T>> {
    return new Promise((resolve, reject) => {
      const unlisten = this.onStop((error) => resolve({ error }));
      if (this.#stopped) return;
      // An adapter may return a thenable that is not a promise, or throw at once.
      Promise.resolve()
        .then(work)
        .then((value) => (this.#stopped ? late?.(value) : resolve({ value })), reject)
        .finally(unlisten);
    });
  }

  /** Resolves after `ms`, or as soon as the request is stopped, with what stopped it. */
  sleep(ms: number): Promise<{ readonly error: unknown } | undefined> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(ms, () => {
        unlisten();
        resolve(undefined);
      });
      const unlisten = this.onStop((error) => {
        cancel();
        resolve({ error });
      });
    });
  }

  /** Stops listening. */
  dispose(): void {
    this.#cancelDeadline();
    this.#config.signal?.removeEventListener?.('abort', this.#onAbort);
    this.#config.cancelToken?.unsubscribe(this.#onToken);
    this.#listeners.clear();
  }

  #stop(error: unknown): void {
    if (this.#stopped) return;
    this.#stopped = { error };
    for (const listener of [...this.#listeners]) listener(error);
  }
}
