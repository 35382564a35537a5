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

/** Lets go of a failed attempt's response, so that its socket is free before the next attempt. */
export function discardBody(body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  if ('destroy' in body && typeof body.destroy === 'function') {
    // A destroyed stream may report an error that nobody waits for any more.
    if ('on' in body && typeof body.on === 'function') body.on('error', () => {});
    body.destroy();
  } else if ('cancel' in body && typeof body.cancel === 'function') {
    Promise.resolve(body.cancel()).catch(() => {});
  }
}
