import axios, { AxiosError, type InternalAxiosRequestConfig } from 'axios';

/** What can end a request from outside: the caller's signal or cancel token, and the deadline. */
export interface Interruption {
  /** True once anything has ended the request. */
  readonly interrupted: boolean;
  /** Does the work, unless the request is interrupted, and rejects as soon as it is. */
  race<T>(work: () => Promise<T>): Promise<T>;
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
  const onAbort = () => interrupt(new axios.CanceledError(undefined, config));
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
    get interrupted() {
      return interrupted !== undefined;
    },
    race: (work) =>
      new Promise((resolve, reject) => {
        const unlisten = listen(reject);
        if (interrupted === undefined) work().then(resolve, reject).finally(unlisten);
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
    signal: signalFor(signal, deadline?.signal),
    dispose() {
      clearTimeout(timer);
      signal?.removeEventListener?.('abort', onAbort);
      cancelToken?.unsubscribe(interrupt);
      listeners.clear();
    },
  };
}

function signalFor(caller: unknown, deadline: AbortSignal | undefined): AbortSignal | undefined {
  if (deadline === undefined) return undefined;
  // AbortSignal.any listens weakly: a long-lived signal of the caller's keeps nothing of a request alive.
  return caller instanceof AbortSignal ? AbortSignal.any([caller, deadline]) : deadline;
}
