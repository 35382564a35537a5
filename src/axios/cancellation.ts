import axios, { AxiosError, type InternalAxiosRequestConfig } from 'axios';
import type { Clock } from '../retry/clock.js';

type Listener = (error: unknown) => void;

/** The result of waiting: the value of the work, or the error that stopped the request. */
export type Uninterrupted<T> = { readonly value: T } | { readonly error: unknown };

/**
 * Everything that can stop a request: the caller's signal, the cancel token, and the deadline. It listens
 * once to each, and calls its own listeners.
 */
export class Cancellation {
  readonly #config: InternalAxiosRequestConfig;
  readonly #clock: Clock;
  readonly #listeners = new Set<Listener>();
  readonly #cancelDeadline: () => void;
  /** The error that stopped the request. */
  #stopped: { readonly error: unknown } | undefined;
  readonly #onAbort = () => this.#stop(new axios.CanceledError(undefined, this.#config));
  readonly #onToken = (reason: unknown) => this.#stop(reason);

  /** Starts to listen. */
  constructor(config: InternalAxiosRequestConfig, deadlineMs: number | undefined, clock: Clock) {
    this.#config = config;
    this.#clock = clock;
    // The listener is removed later. `AbortSignal.any` would keep an entry for each call (Node 20 and
    // 22).
    config.signal?.addEventListener?.('abort', this.#onAbort);
    config.cancelToken?.subscribe(this.#onToken);
    const message = `axios-outcome: deadlineMs (${deadlineMs}) passed`;
    const onDeadline = () => this.#stop(new AxiosError(message, 'ETIMEDOUT', config));
    this.#cancelDeadline = deadlineMs === undefined ? () => {} : clock.after(deadlineMs, onDeadline);
    if (config.signal?.aborted) this.#onAbort();
  }

  /** The error that stopped the request. Undefined while it runs. */
  get stopped(): { readonly error: unknown } | undefined {
    return this.#stopped;
  }

  /** Calls `listener` when the request is stopped. The returned function removes it. */
  onStop(listener: Listener): () => void {
    if (this.#stopped) listener(this.#stopped.error);
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Does the work, but stops waiting for it when the request is stopped. An error of the work is thrown.
   * `late` gets a result that comes after the stop.
   */
  run<T>(work: () => Promise<T>, late?: (result: T) => void): Promise<Uninterrupted<T>> {
    return new Promise((resolve, reject) => {
      const unlisten = this.onStop((error) => resolve({ error }));
      if (this.#stopped) return;
      // An adapter may return a thenable that is not a promise, or throw synchronously.
      Promise.resolve()
        .then(work)
        .then((value) => (this.#stopped ? late?.(value) : resolve({ value })), reject)
        .finally(unlisten);
    });
  }

  /** Waits for `ms`. If the request is stopped, it resolves at once to the reason. */
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
