import axios, { AxiosError, type InternalAxiosRequestConfig } from 'axios';

/** What can end a request from outside: the caller's signal or cancel token, and the deadline. */
export interface Interruption {
  /** What ended the request, once anything has. */
  readonly ended: { readonly error: unknown } | undefined;
  /** Does the work, unless the request is interrupted, and rejects as soon as it is. What comes later goes to `late`. */
  race<T>(work: () => Promise<T>, late?: (result: T) => void): Promise<T>;
  /** Resolves after `ms` with undefined, or at once with the error of an interruption. */
  sleep(ms: number): Promise<unknown>;
  /** The signal for an attempt: the caller's own, and the deadline's. */
  readonly signal: AbortSignal | undefined;
  dispose(): void;
}

/** Listens to whatever can interrupt this request. A request that nothing can interrupt gets none. */
export function interruptionOf(
  config: InternalAxiosRequestConfig,
  deadlineMs: number | undefined,
): Interruption | undefined {
  const { signal, cancelToken } = config;
  if (!signal && !cancelToken && deadlineMs === undefined) return undefined;
  const listeners = new Set<(error: unknown) => void>();
  const deadline = deadlineMs === undefined ? undefined : new AbortController();
  let interrupted: { readonly error: unknown } | undefined;

  function interrupt(error: unknown): void {
    if (interrupted) return;
    interrupted = { error };
    for (const listener of [...listeners]) listener(error);
  }
  const onAbort = () => {
    interrupt(new axios.CanceledError(undefined, config));
    // An attempt listens to the deadline's signal alone where the caller's is not the platform's own.
    deadline?.abort();
  };
  const onDeadline = () => {
    const message = `axios-outcome: deadlineMs (${deadlineMs}) passed`;
    interrupt(new AxiosError(message, 'ETIMEDOUT', config));
    deadline?.abort();
  };
  signal?.addEventListener?.('abort', onAbort);
  cancelToken?.subscribe(interrupt);
  const timer = deadline && setTimeout(onDeadline, deadlineMs);
  if (signal?.aborted) onAbort();

  /** Calls back at most once; the returned function stops listening. */
  function listen(callback: (error: unknown) => void): () => void {
    if (interrupted) callback(interrupted.error);
    else listeners.add(callback);
    return () => listeners.delete(callback);
  }

  return {
    get ended() {
      return interrupted;
    },
    race: (work, late) =>
      new Promise((resolve, reject) => {
        const unlisten = listen(reject);
        if (interrupted !== undefined) return;
        // An adapter may return a thenable that is not a promise, or throw at once.
        Promise.resolve()
          .then(work)
          .then((result) => (interrupted === undefined ? resolve(result) : late?.(result)), reject)
          .finally(unlisten);
      }),
    sleep: (ms) =>
      new Promise((resolve) => {
        let unlisten = () => {};
        const timer = setTimeout(() => {
          unlisten();
          resolve(undefined);
        }, ms);
        unlisten = listen((error) => {
          clearTimeout(timer);
          resolve(error);
        });
      }),
    signal: deadline && eitherSignal(signal, deadline.signal),
    dispose() {
      clearTimeout(timer);
      signal?.removeEventListener?.('abort', onAbort);
      cancelToken?.unsubscribe(interrupt);
      listeners.clear();
    },
  };
}

/** A signal of our own, and the caller's where it is the platform's: then it listens for both. */
export function eitherSignal(callers: unknown, own: AbortSignal): AbortSignal {
  // AbortSignal.any listens weakly: a long-lived signal of the caller's keeps no request alive.
  return callers instanceof AbortSignal ? AbortSignal.any([callers, own]) : own;
}
