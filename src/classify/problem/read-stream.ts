/** What was read of a body that is not in memory yet. */
export interface BodyStart {
  readonly bytes: Uint8Array;
  /** There was more, or the body broke off. */
  readonly cut: boolean;
}

/**
 * Reads the start of a Blob, a web ReadableStream or a Node Readable. A stream
 * that is not read to its end, as it has more than `limitBytes`, is cancelled or
 * destroyed, so that its socket is free. Undefined for a body of any other sort, which is
 * left alone.
 *
 * Never rejects: of a stream that breaks, or that `signal` stops, what came
 * before is returned.
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
  // A stream may go on waiting for its source after it was destroyed (`Readable.from` a generator).
  const stopped = new Promise<undefined>((resolve) => {
    onAbort = () => {
      source.stop();
      resolve(undefined);
    };
  });
  signal?.addEventListener('abort', onAbort);
  try {
    if (signal?.aborted) onAbort();
    // One byte more than the limit tells a body that ends there from a longer one.
    while (missing >= 0) {
      const chunk = await Promise.race([source.next(), stopped]);
      if (chunk === undefined) {
        cut = signal?.aborted === true;
        break;
      }
      // A copy: a view would keep all of a big chunk in memory.
      if (missing > 0) read.push(chunk.slice(0, missing));
      missing -= chunk.length;
    }
  } catch {
    // The body broke: `cut` says so.
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

/** The bytes of a body, piece by piece. */
interface Chunks {
  /** Undefined at the end; rejects where the body broke. */
  readonly next: () => Promise<Uint8Array | undefined>;
  /** Lets go of the body, at once and for good; a pending `next` ends. */
  readonly stop: () => void;
}

/** By what it can do, as the classes differ from realm to realm. Undefined for a body that is no stream. */
function chunksOf(body: unknown): Chunks | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  try {
    if (hasMethod(body, 'getReader')) return chunksOfWebStream(body);
    if (hasMethod(body, 'pipe') && Symbol.asyncIterator in body) return chunksOfNodeStream(body);
    const isBlob = hasMethod(body, 'stream') && hasMethod(body, 'slice');
    return isBlob ? chunksOf(body.stream()) : undefined;
  } catch {
    // A locked stream has its reader already: there is nothing for us to read.
    return { next: async () => Promise.reject(new Error('locked')), stop: () => {} };
  }
}

function chunksOfWebStream(stream: { getReader(): unknown }): Chunks {
  // What has a getReader is a ReadableStream; what its chunks are is looked at.
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
  // What has a `pipe` and can be walked is a Node Readable; its chunks are looked at.
  const readable = stream as NodeStream;
  // A destroyed stream may report an error that nobody waits for any more.
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

/** A stream may give texts (`setEncoding`) or bytes of any sort; anything else breaks it. */
function bytesOf(chunk: unknown): Uint8Array {
  if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError('neither text nor bytes');
}

function quietly(stop: () => unknown): void {
  try {
    Promise.resolve(stop()).catch(() => {});
  } catch {
    // It is gone already.
  }
}

function hasMethod<Name extends string>(body: object, name: Name): body is { [K in Name]: () => unknown } {
  return name in body && typeof (body as Record<string, unknown>)[name] === 'function';
}
