import { type Exchange, isCancellation, type ResponseLike, responseOf } from '../classify/exchange.js';
import { decodeBody } from '../classify/problem/body.js';
import { readWithin } from '../classify/problem/read-stream.js';

const maxBytes = 65_536;
/** An error answer's body that takes longer is told as far as it came. */
const maxMs = 5_000;

/**
 * Reads the body of an error or a redirect that is a stream or a Blob, so that
 * its problem can be told and its socket is free. The body of a good answer is
 * the caller's to read.
 */
export async function withErrorBody(exchange: Exchange): Promise<Exchange> {
  const response = unreadError(exchange);
  const data = response && (await readBody(response));
  if (response === undefined || data === undefined) return exchange;
  return { ...exchange, response: { ...response, data }, bodyRead: true };
}

/**
 * The same within the engine, before the answer is classified, so that an error
 * code in a stream counts too. The answer itself then has the body that was read:
 * this is done for the client's own calls only, which end in outcomes.
 */
export async function readErrorBody(exchange: Exchange): Promise<void> {
  const response = unreadError(exchange);
  const data = response && (await readBody(response));
  if (response !== undefined && data !== undefined) Reflect.set(response, 'data', data);
}

function unreadError(exchange: Exchange): ResponseLike | undefined {
  if (isCancellation(exchange.error)) return undefined;
  const response = responseOf(exchange)?.response;
  const unread = typeof response?.data === 'object' && response.data !== null;
  return unread && response.status >= 300 ? response : undefined;
}

async function readBody({ data, headers }: ResponseLike): Promise<unknown> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), maxMs);
  const body = await readWithin(data, maxBytes, stop.signal);
  clearTimeout(timer);
  return body && decodeBody(body.bytes, headers).details;
}
