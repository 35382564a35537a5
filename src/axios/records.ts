import type { Ended } from '../retry/attempt.js';
import type { Addressed } from './address.js';
import type { Settings } from './options.js';

/** How a logical request ended, kept beside the response or error that the caller gets. */
export interface Recorded {
  readonly ended: Ended;
  readonly config: Addressed;
  readonly settings: Settings;
}

const records = new WeakMap<object, Recorded>();

/** Remembers how a request ended for as long as the caller holds its response or error. */
export function record(key: unknown, recorded: Recorded): void {
  if (typeof key === 'object' && key !== null) records.set(key, recorded);
}

export function recordedOf(key: unknown): Recorded | undefined {
  return typeof key === 'object' && key !== null ? records.get(key) : undefined;
}
