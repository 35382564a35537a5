import { fieldsOf, type ResponseLike } from '../classify/exchange.js';

/**
 * Whether a request body can be sent again byte for byte. A stream cannot: the
 * first attempt has drawn from it, and what is left is empty or cut. Texts,
 * buffers, Blobs and the platform's FormData can; `form-data` of npm is a stream.
 */
export function isReplayable(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return typeof body !== 'function';
  if ('pipe' in body || 'getReader' in body) return false;
  if (ArrayBuffer.isView(body) || body instanceof ArrayBuffer || body instanceof Blob) return true;
  // Any other one-shot source: an iterator that is its own iterable can be walked once.
  return !(Symbol.asyncIterator in body) && !('next' in body);
}

/** A Node Readable, a web ReadableStream or a Blob, by what it can do. */
export function isStreamLike(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  try {
    return 'pipe' in body || 'getReader' in body || ('stream' in body && 'slice' in body);
  } catch {
    // A body with traps of its own.
    return false;
  }
}

/** Whether a body can be sent as it is, without a transform that makes a text of it. */
export function isSendable(body: unknown): boolean {
  if (typeof body === 'string' || body === undefined || body === null) return true;
  const plain = Object.prototype.toString.call(body) === '[object Object]';
  return (
    typeof body === 'object' &&
    (!plain || Symbol.asyncIterator in body || 'pipe' in body || 'getReader' in body)
  );
}

/** Whether a stream was read, or is being read: what is left of it is empty or cut. */
export function isSpent(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const marks = ['destroyed', 'readableDidRead', 'readableEnded', 'locked', 'bodyUsed'];
  return marks.some((mark) => mark in body && Reflect.get(body, mark) === true);
}

/** Lets go of a failed attempt's answer, so that its socket is free before the next attempt. */
export function letGo(response: ResponseLike): void {
  const { data } = response;
  discardBody(data);
  if (isStreamLike(data)) closeConnection(response);
}

/** Lets go of a stream, also one that was to be sent. */
export function discardBody(body: unknown): void {
  quietly(() => {
    if (typeof body === 'object' && body !== null) endStream(body);
  });
}

function endStream(body: object): void {
  if ('destroy' in body && typeof body.destroy === 'function') {
    // A destroyed stream may report an error that nobody waits for any more.
    if ('on' in body && typeof body.on === 'function') body.on('error', () => {});
    // With maxContentLength, axios hands out `Readable.from` a generator (1.21). One that was
    // never started would end without destroying the socket's stream behind it.
    if ('read' in body && typeof body.read === 'function') body.read(0);
    body.destroy();
  } else if ('cancel' in body && typeof body.cancel === 'function') {
    Promise.resolve(body.cancel()).catch(() => {});
  }
}

/**
 * Closes the connection of an answer whose body is a stream, and whose rest nobody wants.
 * A stream that axios wraps, and that waits for more, hands no `destroy` on; nor does
 * axios go on listening to a signal once it has rejected with an error answer.
 */
export function closeConnection(response: ResponseLike): void {
  const { request } = fieldsOf(response);
  if (typeof request !== 'object' || request === null) return;
  quietly(() => {
    const end = endsOfFetch.get(request);
    if (end) end();
    else if ('destroy' in request && typeof request.destroy === 'function') request.destroy();
  });
}

/** What ends a fetch, by its Request. */
const endsOfFetch = new WeakMap<object, () => void>();

/** Notes what ends a fetch, so that its answer can be let go of. */
export function noteEndOfFetch(request: object, end: () => void): void {
  endsOfFetch.set(request, end);
}

/** Nobody needs it any more: how it fails is not the request's end. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // As said.
  }
}

/**
 * Where a connection that was kept alive broke, the others to that host may be as dead: a
 * retry goes out on a new one (RFC 9112, 9.3.1). Only Node's http tells of its sockets.
 */
export function closeIdleSockets(error: unknown): void {
  const { request } = fieldsOf(error);
  const { _currentRequest: current = request } = fieldsOf(request);
  const { reusedSocket, agent, host } = fieldsOf(current);
  if (reusedSocket !== true || typeof host !== 'string') return;
  const { freeSockets } = fieldsOf(agent);
  for (const [name, sockets] of Object.entries(fieldsOf(freeSockets))) {
    // Node's `agent.getName()`: host and port come first.
    if (!name.startsWith(`${host}:`) || !Array.isArray(sockets)) continue;
    for (const socket of [...sockets]) discardBody(socket);
  }
}
