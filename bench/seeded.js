// Random choices that are the same in each run.
import { createHash } from 'node:crypto';

/** True for a `share` of all keys, and always the same for the same key. */
export function fails(share, key) {
  return createHash('sha256').update(key).digest().readUInt32BE() / 2 ** 32 < share;
}
