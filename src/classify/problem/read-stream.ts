import { chunksOf } from './chunks.js';

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
  signal?.addEventListener('abort', source.stop);
  try {
    if (signal?.aborted) source.stop();
    // One byte more than the limit tells a body that ends there from a longer one.
    while (missing >= 0) {
      const chunk = await source.next();
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
    signal?.removeEventListener('abort', source.stop);
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
