import type { Ended } from '../retry/attempt.js';
import type { Addressed } from './address.js';
import type { Settings } from './options.js';

/** How a logical request ended, kept beside the response or error that the caller gets. */
export interface Recorded {
  readonly ended: Ended;
  readonly config: Addressed;
  readonly settings: Settings;
}

const recordKey = Symbol('axios-outcome');

/**
 * Leaves the record on the response or error itself, where nothing enumerates
 * it. A WeakMap would be tidier, but costs a healthy request a tenth of its time
 * (the benchmark's in-memory row).
 */
export function record(key: unknown, recorded: Recorded): void {
  if (typeof key !== 'object' || key === null) return;
  // Reflect's does not throw where an adapter froze its response.
  Reflect.defineProperty(key, recordKey, { value: recorded, configurable: true, writable: true });
}

export function recordedOf(key: unknown): Recorded | undefined {
  if (typeof key !== 'object' || key === null || !(recordKey in key)) return undefined;
  // Only `record` above knows the symbol.
  return key[recordKey] as Recorded;
}
