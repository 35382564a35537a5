import { fieldsOf, type ResponseLike } from '../classify/exchange.js';

/**
 * Whether a request body can be sent again byte for byte. A stream cannot: the first attempt has read
 * from it. Texts, buffers, Blobs and the platform's FormData can. `form-data` of npm is a stream.
 */
export function isReplayable(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return typeof body !== 'function';
  if ('pipe' in body || 'getReader' in body) return false;
  // An iterator that is its own iterable can be walked only once.
  return !(Symbol.asyncIterator in body) && !('next' in body);
}

/**
 * Whether a value is a Node Readable, a web ReadableStream or a Blob. It checks methods, since classes
 * differ between realms.
 */
export function isStreamLike(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  try {
    return 'pipe' in body || 'getReader' in body || ('stream' in body && 'slice' in body);
  } catch {
    // The getters of a body may throw.
    return false;
  }
}

/** Whether a body can be sent without a transform that turns it into text. */
export function isSendable(body: unknown): boolean {
  if (typeof body === 'string' || body === undefined || body === null) return true;
  const plain = Object.prototype.toString.call(body) === '[object Object]';
  return (
    typeof body === 'object' &&
    (!plain || Symbol.asyncIterator in body || 'pipe' in body || 'getReader' in body)
  );
}

/** Whether a stream was read, or is being read. */
export function isSpent(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const marks = ['destroyed', 'readableDidRead', 'readableEnded', 'locked', 'bodyUsed'];
  return marks.some((mark) => mark in body && Reflect.get(body, mark) === true);
}

/** Releases the answer of a failed attempt, so that its socket is free before the next attempt. */
export function releaseAnswer(response: ResponseLike): void {
  const { data } = response;
  discardBody(data);
  if (isStreamLike(data)) closeConnection(response);
}

/** Destroys or cancels a stream. It may be the body of an answer or of a request. */
export function discardBody(body: unknown): void {
  quietly(() => {
    if (typeof body === 'object' && body !== null) endStream(body);
  });
}

function endStream(body: object): void {
  if ('destroy' in body && typeof body.destroy === 'function') {
    // A destroyed stream may emit an error. Without a listener, that error would crash the process.
    if ('on' in body && typeof body.on === 'function') body.on('error', () => {});
    // With maxContentLength, axios 1.21 returns `Readable.from` a generator. Without this read, the
    // generator would never start, and `destroy` would not reach the socket's stream.
    if ('read' in body && typeof body.read === 'function') body.read(0);
    body.destroy();
  } else if ('cancel' in body && typeof body.cancel === 'function') {
    Promise.resolve(body.cancel()).catch(() => {});
  }
}

/**
 * Closes the connection of an answer whose body is a stream that nobody reads. `destroy` of a stream that
 * axios wraps may not reach the socket. After an error answer, axios no longer listens to the signal.
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

/** The function that ends a fetch. The key is the Request. */
const endsOfFetch = new WeakMap<object, () => void>();

/** Notes the function that ends a fetch, so that its answer can be released. */
export function noteEndOfFetch(request: object, end: () => void): void {
  endsOfFetch.set(request, end);
}

/** Ignores errors: nobody needs the stream any more. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Nobody needs the stream any more.
  }
}

/**
 * Closes the idle connections to a host if a reused connection broke. The other idle connections may be
 * dead too, so the retry opens a new connection (RFC 9112, 9.3.1). Only Node's http shows its sockets.
 */
export function closeIdleSockets(error: unknown): void {
  const { request } = fieldsOf(error);
  const { _currentRequest: current = request } = fieldsOf(request);
  const { reusedSocket, agent, host } = fieldsOf(current);
  if (reusedSocket !== true || typeof host !== 'string') return;
  const { freeSockets } = fieldsOf(agent);
  for (const [name, sockets] of Object.entries(fieldsOf(freeSockets))) {
    // Names come from Node's `agent.getName()`, and start with host and port.
    if (!name.startsWith(`${host}:`) || !Array.isArray(sockets)) continue;
    for (const socket of [...sockets]) discardBody(socket);
  }
}
