/** The start of a body that came as a stream. */
export interface BodyStart {
  readonly bytes: Uint8Array;
  /** True if there was more, or if the body broke off. */
  readonly cut: boolean;
}

/**
 * Reads up to `limitBytes` of a Blob, a web ReadableStream or a Node Readable. If the stream is longer,
 * it is cancelled or destroyed, so that its socket is free. Returns undefined for any other body, and
 * leaves that body alone.
 *
 * Never rejects. If the stream breaks, or `signal` stops it, the bytes so far are returned.
 */
export async function readWithin(
  body: unknown,
  limitBytes: number,
  signal?: AbortSignal,
): Promise<BodyStart | undefined> {
  const source = chunksOf(body);
  if (source === undefined) return undefined;
  const read: Uint8Array[] = [];
  let missing = limitBytes;
  let cut = true;
  let onAbort = () => {};
  // A destroyed stream may still wait for its source (`Readable.from` a generator). So an abort resolves
  // this promise as well.
  const stopped = new Promise<undefined>((resolve) => {
    onAbort = () => {
      source.stop();
      resolve(undefined);
    };
  });
  signal?.addEventListener('abort', onAbort);
  try {
    if (signal?.aborted) onAbort();
    // One byte more than the limit shows whether the body is longer.
    while (missing >= 0) {
      const chunk = await Promise.race([source.next(), stopped]);
      if (chunk === undefined) {
        cut = signal?.aborted === true;
        break;
      }
      // This copies the bytes, since a view would keep the whole chunk in memory.
      if (missing > 0) read.push(chunk.slice(0, missing));
      missing -= chunk.length;
    }
  } catch {
    // The body broke, and `cut` is true.
  } finally {
    signal?.removeEventListener('abort', onAbort);
    if (cut) source.stop();
  }
  return { bytes: concat(read), cut };
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A body that is read in chunks. */
interface Chunks {
  /** The next chunk. Undefined at the end; rejects if the body breaks. */
  readonly next: () => Promise<Uint8Array | undefined>;
  /** Releases the body at once. A pending `next` ends. */
  readonly stop: () => void;
}

/** Undefined for a body that is not a stream. It checks methods, since another realm has other classes. */
function chunksOf(body: unknown): Chunks | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  try {
    if (hasMethod(body, 'getReader')) return chunksOfWebStream(body);
    if (hasMethod(body, 'pipe') && Symbol.asyncIterator in body) return chunksOfNodeStream(body);
    const isBlob = hasMethod(body, 'stream') && hasMethod(body, 'slice');
    return isBlob ? chunksOf(body.stream()) : undefined;
  } catch {
    // A locked stream already has a reader, so it cannot be read here.
    return { next: async () => Promise.reject(new Error('locked')), stop: () => {} };
  }
}

function chunksOfWebStream(stream: { getReader(): unknown }): Chunks {
  // An object with getReader is a ReadableStream. The types of its chunks are checked later.
  const reader = stream.getReader() as ReadableStreamDefaultReader<unknown>;
  return {
    async next() {
      const { done, value } = await reader.read();
      return done ? undefined : bytesOf(value);
    },
    stop: () => quietly(() => reader.cancel()),
  };
}

function chunksOfNodeStream(stream: object): Chunks {
  // An async iterable with `pipe` is a Node Readable. The types of its chunks are checked later.
  const readable = stream as NodeStream;
  // A destroyed stream may emit an error. Without a listener, that error would crash the process.
  readable.on?.('error', () => {});
  const iterator = readable[Symbol.asyncIterator]();
  return {
    async next() {
      const { done, value } = await iterator.next();
      return done ? undefined : bytesOf(value);
    },
    stop: () => quietly(() => readable.destroy?.()),
  };
}

interface NodeStream extends AsyncIterable<unknown> {
  on?(event: 'error', listener: () => void): unknown;
  destroy?(): unknown;
}

/** The bytes of a chunk. A stream may give texts (`setEncoding`) or bytes. */
function bytesOf(chunk: unknown): Uint8Array {
  if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError('neither text nor bytes');
}

function quietly(stop: () => unknown): void {
  try {
    Promise.resolve(stop()).catch(() => {});
  } catch {
    // The stream is already gone.
  }
}

function hasMethod<Name extends string>(body: object, name: Name): body is { [K in Name]: () => unknown } {
  return name in body && typeof (body as Record<string, unknown>)[name] === 'function';
}
