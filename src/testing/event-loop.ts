/** How a platform lets everything else go on. */
export interface EventLoop {
  /** Lets one turn of the event loop pass, in real time. */
  turn(): Promise<void>;
  /**
   * Turns without a new timer after which nothing else is under way: mocks and
   * streams that yield are given as many. Counted and not timed, so that a busy
   * machine changes nothing; all of them take a fraction of a millisecond.
   */
  readonly quietTurns: number;
}

/**
 * The event loop by the quickest way that the platform has. Node.js has
 * `setImmediate`, browsers have channels, and jest's jsdom has neither: its
 * `setTimeout` waits a millisecond each time, in which much happens.
 *
 * To be asked before the platform's timers are replaced.
 */
export function eventLoop(): EventLoop {
  const { setImmediate, MessageChannel, setTimeout } = globalThis;
  if (typeof setImmediate === 'function') {
    return { turn: () => new Promise((go) => setImmediate(go)), quietTurns: 100 };
  }
  if (typeof MessageChannel === 'function') {
    return { turn: () => byChannel(new MessageChannel()), quietTurns: 100 };
  }
  return { turn: () => new Promise((go) => setTimeout(go, 0)), quietTurns: 10 };
}

function byChannel({ port1, port2 }: MessageChannel): Promise<void> {
  return new Promise((go) => {
    port1.onmessage = () => {
      // An open port would keep the process alive.
      port1.close();
      go();
    };
    port2.postMessage(undefined);
  });
}
