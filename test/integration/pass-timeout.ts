import { onTestFinished, vi } from 'vitest';
import { type Answer, stallInBody } from './fault-server.js';
import { onceHeadIsRead } from './head-read.js';

/** An axios `timeout` that no machine is too slow for: it passes when the server says so, and takes no time. */
export const timeout = 30_000;

/**
 * Fakes the timers by which axios times an attempt out: its own, and those of
 * follow-redirects. Sockets keep theirs. A real timeout, short enough for a test,
 * passes on a busy machine before the request has reached the server.
 */
export function fakeTimeouts(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
}

/** No answer: the client's timeout passes as soon as the server has the request. */
export const silencePastTimeout: Answer = () => {
  vi.advanceTimersByTime(timeout);
};

/** A head and half of a body: once the client has the head, its socket has been idle for long enough. */
export function stallPastTimeout(status: number): Answer {
  return (socket, seen) => {
    // follow-redirects leaves it to the socket to time a body out, whose timers are Node's own.
    onceHeadIsRead(socket, (clientSocket) => clientSocket?.setTimeout(1));
    stallInBody(status)(socket, seen);
  };
}
