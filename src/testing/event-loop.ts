/** How to let other work of the platform go on. */
export interface EventLoop {
  /** Lets one turn of the event loop pass, in real time. */
  turn(): Promise<void>;
  /**
   * The number of turns without a new timer after which nothing else is under way. Mocks and streams
   * that yield need several turns. Turns are counted and not timed, so that a busy machine changes
   * nothing. All of them take a fraction of a millisecond.
   */
  readonly quietTurns: number;
}

/**
 * Uses the quickest way of the platform to pass a turn. Node.js has `setImmediate`, and browsers have
 * channels. jest's jsdom has neither, and its `setTimeout` takes a millisecond for each turn.
 *
 * Call this before the timers of the platform are replaced.
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
