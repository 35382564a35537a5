import { type Exchange, isCancellation, type ResponseLike, responseOf } from '../classify/exchange.js';
import { decodeBody } from '../classify/problem/body.js';
import { type Clock, systemClock } from '../retry/clock.js';
import { closeConnection, isStreamLike } from '../retry/replay.js';

const maxBytes = 65_536;
/** The longest time for reading the body of an error answer. After it, the part that came is used. */
const maxMs = 5_000;

type Reader = typeof import('../classify/problem/read-stream.js');

let loaded: Reader | undefined;

/** Loads the code that reads streams with the first stream, since few clients have streams. If it cannot be loaded, the body stays unread. */
async function loadReader(): Promise<Reader> {
  loaded ??= await import('../classify/problem/read-stream.js');
  return loaded;
}

/** The answer whose body must be read: an error or a redirect with a stream or a Blob. */
export function unreadError(exchange: Exchange): ResponseLike | undefined {
  if (isCancellation(exchange.error)) return undefined;
  const response = responseOf(exchange)?.response;
  const isUnread = response !== undefined && response.status >= 300 && isStreamLike(response.data);
  return isUnread ? response : undefined;
}

/**
 * Reads the body of an error answer within `limitMs`, so that its problem is known and its socket is
 * free. `onStop` gets a function that ends the reading early, and returns a function that withdraws it.
 * Undefined for a body that is in memory.
 */
export async function readErrorBody(
  response: ResponseLike,
  limitMs: number,
  clock: Clock,
  onStop?: (stop: () => void) => (() => void) | undefined,
): Promise<unknown> {
  const { data, headers } = response;
  const reading = new AbortController();
  const stop = () => {
    closeConnection(response);
    reading.abort();
  };
  const cancelTimer = clock.after(Math.max(0, Math.min(limitMs, maxMs)), stop);
  const unlisten = onStop?.(stop);
  const reader = await loadReader().catch(() => undefined);
  const body = await reader?.readWithin(data, maxBytes, reading.signal);
  cancelTimer();
  unlisten?.();
  return body && decodeBody(body.bytes, headers).details;
}

/**
 * The exchange with the body of its error answer read. Used for answers that the engine did not read:
 * plain axios code may want the stream itself.
 */
export async function withErrorBody(exchange: Exchange, clock: Clock = systemClock): Promise<Exchange> {
  const response = unreadError(exchange);
  const data = response && (await readErrorBody(response, maxMs, clock));
  if (response === undefined || data === undefined) return exchange;
  return { ...exchange, response: { ...response, data }, bodyRead: true };
}
